{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a></p>
<h1 class="nhsuk-heading-l">{{GROUPS_TITLE}}</h1>
<p>{{GROUPS_HINT}}. A practice is in one {{ONE_GROUP}} at most.</p>
{{#RUNS}}<p class="app-no-print">{{#IS_LOCALITY}}<a class="nhsuk-button nhsuk-button--small" href="/localities/new">Add a {{ONE_GROUP}}</a>{{/IS_LOCALITY}}{{#IS_PEER}}<a class="nhsuk-button nhsuk-button--small" href="/peer-groups/new">Add a {{ONE_GROUP}}</a>{{/IS_PEER}}</p>{{/RUNS}}
{{#NONE}}<p>There are no {{MANY_GROUPS}} yet.</p>{{/NONE}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">{{GROUPS_TITLE}}, by name</span></caption>
	<thead role="rowgroup">
		<tr role="row">
			<th role="columnheader" scope="col">Name</th>
			<th role="columnheader" scope="col" class="app-number">Open practices</th>
			<th role="columnheader" scope="col" class="app-number">Patients</th>
			{{#MAY_CHANGE}}<th role="columnheader" scope="col">Change</th>{{/MAY_CHANGE}}
		</tr>
	</thead>
	<tbody role="rowgroup">
		{{#GROUP}}
		<tr role="row">
			<th role="rowheader" scope="row">{{GROUP_NAME}}</th>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Open practices</span>{{PRACTICES}}{{#HAS_CLOSED}} (and {{CLOSED}} closed){{/HAS_CLOSED}}</td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Patients</span>{{PATIENTS}}</td>
			{{#ACTIONS}}<td role="cell"><span class="app-cell-name" aria-hidden="true">Change</span>{{#IS_LOCALITY}}<span class="app-result__links"><a href="/localities/{{GROUP_ID}}/members">Practices<span class="nhsuk-u-visually-hidden"> of {{GROUP_NAME}}</span></a> <a href="/localities/{{GROUP_ID}}/edit">Rename<span class="nhsuk-u-visually-hidden"> {{GROUP_NAME}}</span></a>{{#EMPTY}} <a href="/localities/{{GROUP_ID}}/delete">Delete<span class="nhsuk-u-visually-hidden"> {{GROUP_NAME}}</span></a>{{/EMPTY}}</span>{{/IS_LOCALITY}}{{#IS_PEER}}<span class="app-result__links"><a href="/peer-groups/{{GROUP_ID}}/members">Practices<span class="nhsuk-u-visually-hidden"> of {{GROUP_NAME}}</span></a> <a href="/peer-groups/{{GROUP_ID}}/edit">Rename<span class="nhsuk-u-visually-hidden"> {{GROUP_NAME}}</span></a>{{#EMPTY}} <a href="/peer-groups/{{GROUP_ID}}/delete">Delete<span class="nhsuk-u-visually-hidden"> {{GROUP_NAME}}</span></a>{{/EMPTY}}</span>{{/IS_PEER}}</td>{{/ACTIONS}}
		</tr>
		{{/GROUP}}
	</tbody>
</table>
{{/LIST}}
