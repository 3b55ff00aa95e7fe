{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/reports">Reports</a> › <a href="/reports/{{REF}}">{{REF}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
{{#WAITS}}
<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Our question: </span>
<p class="app-text">{{QUESTION:pre_escape}}</p>
</div>
{{/WAITS}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
</div>
</div>
