{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/{{BACK}}">{{BACK_LABEL}}</a></p>
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
{{#HAS_INTRO}}<p>{{INTRO}}</p>{{/HAS_INTRO}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#FRESH}}<input type="hidden" name="token" value="{{TOKEN}}">
{{/FRESH}}{{#EXISTING}}<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{/EXISTING}}{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
</div>
</div>
