{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<p><a class="nhsuk-back-link" href="/reports">Finish later</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Report {{REF}}, draft</span> Check your report before you send it</h1>
{{>REPORT}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<p>You can send it as it is. {{COMMISSIONER}} looks at every report within 5 working days, and you always get an answer.</p>
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send report</button>
</form>
{{>DETAILS}}
<h2 class="nhsuk-heading-m">Files</h2>
{{>FILES}}
<p><a href="/reports/{{REF}}/files">Add a file</a>: a photograph, a letter, a screenshot.</p>
<p><a href="/reports/{{REF}}/discard">Discard this draft</a></p>
</div>
</div>
