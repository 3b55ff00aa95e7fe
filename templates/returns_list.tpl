{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Monitoring returns</h1>
<p>For each period of a contract, tell the commissioner what happened: the figures, what was spent, and what lies behind them.</p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Monitoring returns of your organisation</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#RETURN_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/returns/{{REF}}">{{PERIOD}}<span class="nhsuk-u-visually-hidden">: {{SERVICE}}</span></a>{{#HAS_FOR}}<br><span class="app-muted">For {{FOR}}</span>{{/HAS_FOR}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Service</span><span>{{SERVICE}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#LATE}} {{LATE_WORDS}}{{/LATE}}{{#DRAFTED}} <span class="app-muted">Begun</span>{{/DRAFTED}}</span></td>
		</tr>
		{{/RETURN_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
