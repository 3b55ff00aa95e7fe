{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a></p>
<h1 class="nhsuk-heading-l">Actions</h1>
<p class="app-no-print">What is to be done because of an incident. An action is added and changed on its incident’s page. <a href="/actions/mine">My actions</a></p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Actions</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#ACTION_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><span class="app-text">{{WHAT:pre_escape}}</span></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Incident</span><span><a href="/incidents/{{REF}}">{{REF}}</a> {{INCIDENT_TITLE}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Owner</span><span>{{OWNER}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--blue">Open</strong>{{/OPEN}}{{#OVERDUE}}<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}{{#DONE}}<strong class="nhsuk-tag nhsuk-tag--green">Done</strong>{{/DONE}}{{#CANCELLED}}<strong class="nhsuk-tag nhsuk-tag--grey">Cancelled</strong>{{/CANCELLED}}</span></td>
		</tr>
		{{/ACTION_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
