{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/calls">Plans and bids</a>{{#EXISTING}} › <a href="/calls/{{REF}}">{{CALL_TITLE}}</a>{{/EXISTING}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
{{#IS_OPEN}}<p>Its questions, and who may answer, stay as they were when it was opened.</p>{{/IS_OPEN}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#EXISTING}}<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{/EXISTING}}{{#FRESH}}<input type="hidden" name="submission" value="{{SUBMISSION}}">
{{/FRESH}}
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save{{#FRESH}} and write the questions{{/FRESH}}</button>
</form>
</div>
</div>
