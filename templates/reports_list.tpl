{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Reports</h1>
<p class="app-no-print"><a class="nhsuk-button" href="/reports/new">Report something</a></p>
<p class="app-no-print"><a href="/reports/trends">How many we report, beside practices like ours</a></p>
<p class="app-no-print"><a href="/reports/link">Reports without a name</a>: a link for your colleagues, and a poster.</p>
{{#DRAFTS}}
<div class="nhsuk-inset-text app-no-print">
<h2 class="nhsuk-heading-m">Your drafts</h2>
<ul class="nhsuk-list">
{{#DRAFT}}<li class="app-draft"><span class="app-draft__title">{{REPORT_TITLE}}</span> <span class="app-muted">saved on {{AT}}</span>
<a href="/reports/{{REF}}/check">Carry on<span class="nhsuk-u-visually-hidden"> with {{REF}}</span></a>
<a href="/reports/{{REF}}/discard">Discard<span class="nhsuk-u-visually-hidden"> {{REF}}</span></a></li>
{{/DRAFT}}</ul>
</div>
{{/DRAFTS}}
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Reports</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#REPORT_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/reports/{{REF}}">{{REPORT_TITLE}}</a></th>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Reference</span>{{REF}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Kind</span><span>{{KIND}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Where</span><span>{{WHERE}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Sent</span><span>{{SENT}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Where it stands</span><span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></span></td>
		</tr>
		{{/REPORT_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
