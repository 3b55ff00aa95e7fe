{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/calls">Plans and bids</a> › <a href="/calls/{{REF}}">{{CALL_TITLE}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{CALL_TITLE}}</span> What was sent</h1>
{{#MAY_OPEN}}<p class="app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/calls/{{REF}}/reviews">Open reviews of {{UNREVIEWED}} without one</a></p>{{/MAY_OPEN}}
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Plans and bids that were sent</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#SUBMISSION_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/calls/{{CALL}}/submissions/{{REF}}">{{ORGANISATION}}</a>{{#HAS_TITLE}}<br><span class="app-muted">{{TITLE}}</span>{{/HAS_TITLE}}</th>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Reference</span>{{REF}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Sent</span><span>{{AT}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Asked for</span><span>{{AMOUNT}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Review</span><span>{{#WITHDRAWN}}<strong class="nhsuk-tag nhsuk-tag--grey">Withdrawn</strong>{{/WITHDRAWN}}{{#NO_REVIEW}}<span class="app-muted">None yet</span>{{/NO_REVIEW}}{{#HAS_REVIEW}}<a href="/reviews/{{REVIEW}}"><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></a>{{/HAS_REVIEW}}</span></td>
		</tr>
		{{/SUBMISSION_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download with all answers (CSV)</a></p>{{/CSV}}
{{#XLSX}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download with all answers (Excel)</a></p>{{/XLSX}}
{{/LIST}}
{{>PAGER}}
