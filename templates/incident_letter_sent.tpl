{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{REF}}</a> › <a href="/incidents/{{REF}}/letters/{{LETTER}}">{{KIND}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{KIND}} to {{WHOM}}</span> {{HEADING}}</h1>
<p>From then on it cannot be changed.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">It was sent</button>
</form>
</div>
</div>
