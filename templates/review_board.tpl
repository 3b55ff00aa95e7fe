{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a></p>
<h1 class="nhsuk-heading-l">Reviews in {{YEAR_TEXT}}: summary for the board</h1>
<form class="app-filters app-no-print" method="get" novalidate role="search" aria-label="Financial year">
<div class="app-filters__field"><label class="nhsuk-label" for="board-year">Financial year</label>
<select class="nhsuk-select" id="board-year" name="year">
{{#OPTION}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/OPTION}}</select></div>
<div class="app-filters__buttons"><button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Show</button></div>
</form>
{{#NONE}}<p>No review was open in this year.</p>
{{/NONE}}{{#LIST}}<p>{{N}} reviews were open at some time in this year, of contracts and bids worth {{VALUE}}. {{DECIDED}} are decided. Reviews in which you have a conflict of interest are left out.</p>
{{/LIST}}{{>TOTALS}}
{{#LIST}}<h2 class="nhsuk-heading-m">Each review</h2>
<table class="app-table app-table--list app-board" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Reviews</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Review</th><th role="columnheader" scope="col">State</th><th role="columnheader" scope="col">Outcome</th><th role="columnheader" scope="col" class="app-number">Score</th><th role="columnheader" scope="col" class="app-number">Value</th><th role="columnheader" scope="col">Due</th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#REVIEW_ROW}}<tr role="row">
			<th role="rowheader" scope="row"><a href="/reviews/{{REF}}/report">{{TITLE}}</a><span class="app-second">{{ORGANISATION}}</span></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Outcome</span><span>{{OUTCOME}}</span></td>
			<td role="cell" class="app-number app-nowrap"><span class="app-cell-name" aria-hidden="true">Score</span><span>{{SCORE}}</span></td>
			<td role="cell" class="app-number app-nowrap"><span class="app-cell-name" aria-hidden="true">Value</span><span>{{VALUE}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE}}</span></td>
		</tr>
		{{/REVIEW_ROW}}
	</tbody>
</table>
{{/LIST}}<p class="app-no-print"><a href="/reviews/board.csv?year={{YEAR}}">Download (CSV)</a>. To print this page, or save it as a PDF, use Print in your browser.</p>
