{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="{{LIST_LINK}}">Incidents</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#NONE}}<h1 class="nhsuk-heading-l">Assign reports</h1>
<p>No report is chosen. Tick some in <a href="{{LIST_LINK}}">the list of incidents</a> first.</p>{{/NONE}}
{{#SOME}}
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Assign reports</h1>
<p>A report that somebody looks after already is theirs no more. Assigning counts as a first look.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="back" value="{{BACK}}">
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Chosen reports</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Report</th><th role="columnheader" scope="col">Practice</th><th role="columnheader" scope="col">Looked after by</th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#CHOSEN}}
		<tr role="row">
			<th role="rowheader" scope="row"><input type="hidden" name="chosen" value="{{REF}}.{{ROW_VERSION}}"><a href="/incidents/{{REF}}">{{INCIDENT_TITLE}}</a> <span class="app-ref">{{REF}}</span></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Practice</span><span>{{PRACTICE}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Looked after by</span><span>{{MANAGER}}</span></td>
		</tr>
		{{/CHOSEN}}
	</tbody>
</table>
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
{{/SOME}}
</div>
</div>
