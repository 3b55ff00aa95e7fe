{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Findings</h1>
<p>What reviews found about your organisation’s contracts, plans and bids. You can answer before the panel decides.</p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Findings that were sent to your organisation</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#FINDINGS_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/findings/{{REF}}">{{TITLE}}</a>{{#HAS_REFERENCE}} <span class="app-ref">{{REFERENCE}}</span>{{/HAS_REFERENCE}}{{#HAS_FOR}}<br><span class="app-muted">For {{FOR}}</span>{{/HAS_FOR}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Sent</span><span>{{SENT_AT}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Answer by</span><span>{{DUE_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#WAITS}}<strong class="nhsuk-tag nhsuk-tag--yellow">Waiting for your answer</strong>{{/WAITS}}{{#DRAFTED}} <span class="app-muted">An answer is begun</span>{{/DRAFTED}}{{#ANSWERED}}<strong class="nhsuk-tag nhsuk-tag--green">Answered</strong>{{/ANSWERED}}{{#NO_ANSWER}}<strong class="nhsuk-tag nhsuk-tag--grey">No answer</strong>{{/NO_ANSWER}}</span></td>
		</tr>
		{{/FINDINGS_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
