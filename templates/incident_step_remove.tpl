{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{REF}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{INCIDENT_TITLE}}</span> {{HEADING}}</h1>
<div class="nhsuk-inset-text"><p><strong>{{WHEN}}</strong></p><p class="app-text">{{STEP_TEXT:pre_escape}}</p></div>
<p>It leaves the list. The history keeps what it said.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Remove the step</button>
</form>
</div>
</div>
