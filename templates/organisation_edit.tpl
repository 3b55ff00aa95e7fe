{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a>{{#EXISTING}} › <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION_NAME}}</a>{{/EXISTING}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
{{#EXISTING}}<p>Its code is {{ORGANISATION_CODE}}. The code stays: the audit trail and files name the organisation by it.</p>{{/EXISTING}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#EXISTING}}<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{/EXISTING}}
{{>FIELD}}
{{#FRESH}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add organisation</button>{{/FRESH}}
{{#EXISTING}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save changes</button>{{/EXISTING}}
</form>
</div>
</div>
