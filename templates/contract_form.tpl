{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a> › <a href="/contracts/{{REF}}">{{REFERENCE}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{SERVICE}}</span> {{HEADING}}</h1>
{{#HAS_INTRO}}<p class="app-text">{{INTRO:pre_escape}}</p>{{/HAS_INTRO}}
{{>DOCUMENTS}}
<form method="post"{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}} novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#FRESH}}<input type="hidden" name="token" value="{{TOKEN}}">
{{/FRESH}}{{#EXISTING}}<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{/EXISTING}}{{#COUNTED}}<input type="hidden" name="newest" value="{{NEWEST_NUMBER}}">
{{/COUNTED}}{{>FIELD}}
<button class="nhsuk-button{{#WARNS}} nhsuk-button--warning{{/WARNS}}" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
{{>BELOW}}
</div>
</div>
