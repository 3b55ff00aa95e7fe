{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › {{#IS_LOCALITY}}<a href="/localities">{{GROUPS_TITLE}}</a>{{/IS_LOCALITY}}{{#IS_PEER}}<a href="/peer-groups">{{GROUPS_TITLE}}</a>{{/IS_PEER}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Practices of {{GROUP_NAME}}</h1>
<p>Tick the practices of this {{ONE_GROUP}}. A practice that is in another one moves here.</p>
{{#NONE}}<p>There are no more practices.</p>{{/NONE}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#WAS}}<input type="hidden" name="was" value="{{WAS_TEXT}}">
{{/WAS}}
{{>FIELD}}
{{#SOME}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>{{/SOME}}
</form>
{{#HAS_NEXT}}<p>{{#IS_LOCALITY}}<a href="/localities/{{GROUP_ID}}/members?after={{AFTER}}">More practices</a>{{/IS_LOCALITY}}{{#IS_PEER}}<a href="/peer-groups/{{GROUP_ID}}/members?after={{AFTER}}">More practices</a>{{/IS_PEER}} (save this page first)</p>{{/HAS_NEXT}}
</div>
</div>
