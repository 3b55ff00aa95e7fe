{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Plans and bids</h1>
<p>A call asks organisations for a plan or a bid, on a form that you make. What they send is judged by a review: criteria, scores, a panel’s decision.</p>
{{#MAY_CHANGE}}<p class="app-result__links app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/calls/new">Make a call</a></p>
{{/MAY_CHANGE}}{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Calls for plans and bids</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#CALL_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/calls/{{REF}}">{{CALL_TITLE}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Kind</span><span>{{KIND}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Asks</span><span>{{ASKS}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Closes</span><span>{{CLOSES}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Sent</span><span>{{SENT}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Drafts</span><span>{{DRAFTS}}</span></td>
		</tr>
		{{/CALL_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
