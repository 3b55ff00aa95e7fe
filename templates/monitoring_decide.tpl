{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a> › <a href="/contracts/{{CONTRACT}}">{{SERVICE}}</a> › <a href="/contracts/{{CONTRACT}}/returns/{{REF}}">Return for {{PERIOD}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}, {{PERIOD}}</span> {{HEADING}}</h1>
<p>{{LEAD}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
</div>
</div>
