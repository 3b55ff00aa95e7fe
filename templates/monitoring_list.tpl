{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a></p>
<h1 class="nhsuk-heading-l">Monitoring returns</h1>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Monitoring returns of all contracts</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#RETURN_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/contracts/{{CONTRACT}}/returns/{{RETURN}}">{{PERIOD}}<span class="nhsuk-u-visually-hidden">: {{SERVICE}}, {{ORGANISATION}}</span></a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Service</span><span>{{SERVICE}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Organisation</span><span>{{ORGANISATION}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#LATE}} {{LATE_WORDS}}{{/LATE}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Result</span><span>{{#RAG}}<strong class="nhsuk-tag nhsuk-tag--{{RAG_COLOUR}}">{{RAG_WORD}}</strong>{{/RAG}}{{#NO_RAG}}–{{/NO_RAG}}</span></td>
		</tr>
		{{/RETURN_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
