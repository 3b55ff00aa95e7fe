{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/investigations">Investigations</a> › <a href="/investigations/{{REF}}">{{SUBJECT}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{SUBJECT}}</span> {{HEADING}}</h1>
<p>{{#OPEN}}{{ASKED_FOR}} reads it at once. It is not your answer: that still waits.{{/OPEN}}{{#SENT}}What you have sent stays as it is. This is added to it, and {{ASKED_FOR}} reads it at once.{{/SENT}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send</button>
</form>
</div>
</div>
