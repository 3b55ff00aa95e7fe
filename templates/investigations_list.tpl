{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Investigations</h1>
<p>Somebody told the commissioner of something that your organisation may know more about. Look into it, and answer here.</p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Requests to your organisation</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#REQUEST_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/investigations/{{REF}}">{{SUBJECT}}</a>{{#HAS_FOR}}<br><span class="app-muted">For {{FOR}}</span>{{/HAS_FOR}}</th>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Reference</span>{{REF}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Asked</span><span>{{ASKED_AT}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Answer by</span><span>{{DUE_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#OVERDUE}}<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}{{#WAITS}}<strong class="nhsuk-tag nhsuk-tag--yellow">Waiting for your answer</strong>{{/WAITS}}{{#ANSWERED}}<strong class="nhsuk-tag nhsuk-tag--blue">Answered</strong>{{/ANSWERED}}{{#ACCEPTED}}<strong class="nhsuk-tag nhsuk-tag--green">Answer accepted</strong>{{/ACCEPTED}}{{#DRAFTED}} <span class="app-muted">An answer is begun</span>{{/DRAFTED}}</span></td>
		</tr>
		{{/REQUEST_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
