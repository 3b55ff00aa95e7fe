{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › {{#IS_LOCALITY}}<a href="/localities">{{GROUPS_TITLE}}</a>{{/IS_LOCALITY}}{{#IS_PEER}}<a href="/peer-groups">{{GROUPS_TITLE}}</a>{{/IS_PEER}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Delete {{GROUP_NAME}}</h1>
{{#FULL}}<p>It cannot be deleted while there {{#SEVERAL}}are{{/SEVERAL}}{{#ONE}}is{{/ONE}} {{PRACTICES}} open {{#SEVERAL}}practices{{/SEVERAL}}{{#ONE}}practice{{/ONE}}{{#HAS_CLOSED}} and {{CLOSED}} closed{{/HAS_CLOSED}} in it.</p>
<p>{{#IS_LOCALITY}}<a href="/localities/{{GROUP_ID}}/members">Take practices out of it</a>{{/IS_LOCALITY}}{{#IS_PEER}}<a href="/peer-groups/{{GROUP_ID}}/members">Take practices out of it</a>{{/IS_PEER}}</p>{{/FULL}}
{{#EMPTY}}<p>No practice is in it.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Delete</button>
</form>{{/EMPTY}}
</div>
</div>
