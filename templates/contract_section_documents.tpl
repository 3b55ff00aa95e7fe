{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="documents">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="documents">Documents</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_CHANGE}}<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/documents/new">Add a document</a></p>{{/MAY_CHANGE}}</div>
<ul class="nhsuk-list app-facts">
{{#DOCUMENT}}<li><a href="/contracts/{{REF}}/documents">{{TITLE}}</a> <span class="app-muted">{{KIND}}</span><br>{{#AGREED}}<strong class="nhsuk-tag nhsuk-tag--green">Agreed</strong> version {{NUMBER}}, on {{AGREED_ON}}{{/AGREED}}{{#DRAFT}} <strong class="nhsuk-tag nhsuk-tag--grey">Draft</strong> version {{NUMBER}}{{/DRAFT}}</li>
{{/DOCUMENT}}
</ul>
{{#ANY}}<p class="app-no-print"><a href="/contracts/{{REF}}/documents">All versions</a></p>{{/ANY}}
</section>
