{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print">{{#IS_DRAFT}}<a href="/reports">Your reports</a> › <a href="/reports/{{REF}}">{{REF}}</a> › <a href="/reports/{{REF}}/files">Files</a>{{/IS_DRAFT}}{{#IS_SENT}}<a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{REF}}</a> › <a href="/incidents/{{REF}}/files">Files</a>{{/IS_SENT}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Remove {{FILE_NAME}}</h1>
{{#IS_DRAFT}}<p>The file is gone at once. You can add it again.</p>{{/IS_DRAFT}}
{{#IS_SENT}}<p>What is in the file is gone at once and for good. Its name stays in the list, with the day, your name and your reason.</p>{{/IS_SENT}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Remove this file</button>
</form>
</div>
</div>
