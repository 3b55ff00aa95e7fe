{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/trends">Trends</a></p>
<h1 class="nhsuk-heading-l">Practices compared</h1>
{{>FORM}}
<p class="app-result__base">Whole months from {{WHOLE_PERIOD}}; {{N}} practices, all together {{RATE}} reports a year for 1,000 patients.{{#WITHOUT}} Left out, since their number of patients is not known: {{N}}.{{/WITHOUT}}</p>
<p>Each dot is a practice; the small ones spread further by chance alone, so only outside the lines does a difference mean something. More reports are no worse: where hardly anything is reported, ask why.</p>
{{>CHART}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Practices compared: the numbers</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Practice</th><th role="columnheader" scope="col">Peer group</th><th role="columnheader" scope="col" class="app-number">Patients</th><th role="columnheader" scope="col" class="app-number">Reports</th><th role="columnheader" scope="col" class="app-number">For 1,000</th><th role="columnheader" scope="col">Compared with all</th></tr></thead>
	<tbody role="rowgroup">
		{{#ROW}}<tr role="row"><th role="rowheader" scope="row"><a href="/organisations/{{CODE}}">{{NAME}}</a> {{CODE}}</th><td role="cell"><span class="app-cell-name" aria-hidden="true">Peer group</span><span>{{GROUP_NAME}}</span></td><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Patients</span><span>{{PATIENTS}}</span></td><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Reports</span><span>{{REPORTS}}</span></td><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">For 1,000</span><span>{{RATE}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Compared</span><span>{{POSITION}}</span></td></tr>
		{{/ROW}}
	</tbody>
</table>
<p class="app-no-print"><a href="{{LIST_LINK}}">Download this table (CSV)</a></p>
