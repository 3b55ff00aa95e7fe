{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Reviews</h1>
<p>A review is opened on a contract&#39;s page, by its day in the calendar, or for what was sent to a call.</p>
<p class="app-result__links app-no-print"><a href="/reviews/board">Summary for the board</a></p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Reviews</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#REVIEW_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/reviews/{{REF}}">{{TITLE}}</a> <span class="app-ref">{{REF}}</span></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Organisation</span><span>{{ORGANISATION}}{{#HAS_REFERENCE}}<span class="app-second">{{REFERENCE}}</span>{{/HAS_REFERENCE}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}{{#OVERDUE}} <strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Agreed score</span><span>{{SCORE}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Opened</span><span>{{OPENED}}</span></td>
		</tr>
		{{/REVIEW_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
