{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/reports">Reports</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Report {{REF}}, draft</span> Discard this draft?</h1>
{{#HAS_TITLE}}<p class="app-quote">{{REPORT_TITLE}}</p>{{/HAS_TITLE}}
<p>It was never sent, and nobody else has seen it. Discarded, it cannot be brought back.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="nhsuk-button-group">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Discard draft</button>
<a href="/reports/{{REF}}">Keep it</a>
</div>
</form>
</div>
</div>
