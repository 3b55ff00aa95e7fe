{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/events">Meetings</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#FRESH}}<input type="hidden" name="token" value="{{TOKEN}}">
{{/FRESH}}{{#EXISTING}}<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{/EXISTING}}{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>
</form>
</div>
</div>
