{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-xl">Contracts and grants</h1>
<p class="nhsuk-lede-text nhsuk-u-reading-width">What we pay voluntary organisations for, how much, and what we decided when we last reviewed it.</p>
<p><a href="/interests">Register of interests</a>: who decides with us, and which interests they have declared.</p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts app-contracts--public" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Contracts and grants</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#CONTRACT_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><span><a href="/contracts/{{REF}}">{{SERVICE}}</a><span class="app-second">{{SERVED}}</span></span></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Organisation</span><span>{{ORGANISATION}}</span></td>
			<td role="cell" class="app-number app-nowrap"><span class="app-cell-name" aria-hidden="true">Value this year</span><span>{{VALUE}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Ends</span><span>{{ENDS}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Last decision</span><span>{{OUTCOME}}{{#DECIDED}}<span class="app-second">{{DECIDED_ON}}</span>{{/DECIDED}}</span></td>
		</tr>
		{{/CONTRACT_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
