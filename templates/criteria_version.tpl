{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/criteria">Criteria</a> › <a href="/criteria/{{REF}}">{{NAME}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{NAME}}</span> Version {{NUMBER}}{{#DRAFT}} <strong class="nhsuk-tag nhsuk-tag--yellow">Draft</strong>{{/DRAFT}}</h1>
{{#DRAFT}}<p>This is what a reviewer will see once it is published.</p>{{/DRAFT}}
{{#PUBLISHED}}<p>Published on {{DAY}} by {{WHO}}. It stays as it is.</p>{{/PUBLISHED}}
{{#NONE}}<p>It has no criteria yet.</p>{{/NONE}}
{{>CRITERION}}
