{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a>{{#EXISTING}} › <a href="/contracts/{{REF}}">{{REFERENCE}}</a>{{/EXISTING}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{#EXISTING}}<span class="nhsuk-caption-l">{{SERVICE}}</span> {{/EXISTING}}{{HEADING}}</h1>
{{#FRESH}}<p>Annual values, KPIs, extensions and documents are added on its page afterwards.</p>{{/FRESH}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#FRESH}}<input type="hidden" name="token" value="{{TOKEN}}">
{{/FRESH}}{{#IS_EDIT}}<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{/IS_EDIT}}{{#GROUP}}<div class="app-group">
<h2 class="nhsuk-heading-l">{{GROUP_NAME}}</h2>
{{>FIELD}}
</div>
{{/GROUP}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{#FRESH}}Add it to the register{{/FRESH}}{{#IS_EDIT}}Save{{/IS_EDIT}}</button>
</form>
</div>
</div>
