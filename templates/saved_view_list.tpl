{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print">{{#TO_LIST}}<a href="{{LIST_LINK}}">{{LIST_TITLE}}</a>{{/TO_LIST}}</p>
<h1 class="nhsuk-heading-l">Saved views</h1>
{{#MAY_CHANGE}}<p>To save one, choose filters and an order in the list, then “Save this view”.</p>{{/MAY_CHANGE}}
{{#NONE}}<p>There are none yet.</p>{{/NONE}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Saved views</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Saved by</th><th role="columnheader" scope="col">Seen by</th><td role="cell"></td></tr>
	</thead>
	<tbody role="rowgroup">
		{{#VIEW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="{{LIST_LINK}}">{{VIEW_NAME}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Saved by</span><span>{{OWNER}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Seen by</span><span>{{SEEN_BY}}</span></td>
			<td role="cell">{{#OWN}}<a href="{{LIST_LINK}}">Rename, share or delete<span class="nhsuk-u-visually-hidden">: {{VIEW_NAME}}</span></a>{{/OWN}}</td>
		</tr>
		{{/VIEW}}
	</tbody>
</table>
{{/LIST}}
