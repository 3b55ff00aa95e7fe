{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › {{#IS_LOCALITY}}<a href="/localities">{{GROUPS_TITLE}}</a>{{/IS_LOCALITY}}{{#IS_PEER}}<a href="/peer-groups">{{GROUPS_TITLE}}</a>{{/IS_PEER}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#EXISTING}}<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{/EXISTING}}
{{>FIELD}}
{{#FRESH}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add</button>{{/FRESH}}
{{#EXISTING}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>{{/EXISTING}}
</form>
</div>
</div>
