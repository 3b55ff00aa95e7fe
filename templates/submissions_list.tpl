{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Plans and bids</h1>
<h2 class="nhsuk-heading-m">You can answer these calls</h2>
{{#NO_CALLS}}<p>No call asks your organisation at the moment.</p>{{/NO_CALLS}}
{{#OPEN_CALLS}}<ul class="nhsuk-list app-calls">
{{#CALL_ROW}}<li><a href="/submissions/calls/{{REF}}">{{CALL_TITLE}}</a>{{#ANSWERED}} <strong class="nhsuk-tag nhsuk-tag--grey">Begun or sent</strong>{{/ANSWERED}}<br><span class="app-muted">{{KIND}}{{#HAS_CLOSES}}, until the end of {{CLOSES}}{{/HAS_CLOSES}}</span></li>
{{/CALL_ROW}}</ul>{{/OPEN_CALLS}}
<h2 class="nhsuk-heading-m">Yours</h2>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Plans and bids of your organisation</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#SUBMISSION_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/submissions/{{REF}}">{{TITLE}}</a>{{#HAS_CALL}}<br><span class="app-muted">{{CALL_TITLE}}</span>{{/HAS_CALL}}{{#HAS_FOR}}<br><span class="app-muted">Of {{FOR}}</span>{{/HAS_FOR}}</th>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Reference</span>{{REF}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Last saved</span><span>{{AT}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">By</span><span>{{PERSON_NAME}}</span></td>
		</tr>
		{{/SUBMISSION_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
