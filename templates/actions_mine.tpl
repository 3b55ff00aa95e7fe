{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">My actions</h1>
{{#NONE}}<p>You have none to do.</p>{{/NONE}}
{{#LIST}}
<p>{{#MAY_READ}}When one is done, say so on the incident’s page, with what shows it.{{/MAY_READ}} We write to you 3 working days before an action is due, and once more when it is overdue.</p>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">My actions, the earliest due first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Action</th><th role="columnheader" scope="col">Incident</th><th role="columnheader" scope="col">Due</th><th role="columnheader" scope="col">State</th></tr></thead>
	<tbody role="rowgroup">
	{{#ACTION_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><span class="app-text">{{WHAT:pre_escape}}</span></th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Incident</span><span>{{#MAY_READ}}<a href="/incidents/{{REF}}#actions">{{REF}}</a>{{/MAY_READ}}{{#MAY_NOT_READ}}{{REF}}{{/MAY_NOT_READ}}</span></td>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--blue">Open</strong>{{/OPEN}}{{#OVERDUE}}<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}</span></td>
	</tr>
	{{/ACTION_ROW}}
	</tbody>
</table>
{{/LIST}}
