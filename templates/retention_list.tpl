{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Retention</h1>
<p>Nothing goes by itself: one administrator proposes what is to be destroyed, another confirms it, and a certificate stays.</p>
<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">How long each kind is kept</span></summary><div class="nhsuk-details__text">
{{#RULE_ROW}}<p>{{RULE}}</p>
{{/RULE_ROW}}</div></details>
{{#RUNS}}<p class="app-result__links app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/retention/propose">Propose a destruction</a> <a href="/settings">Change the years</a></p>{{/RUNS}}
<h2 class="nhsuk-heading-m">Records whose years are over</h2>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Records whose years are over</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#RECORD_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row" class="app-nowrap">{{REF}}{{#SERIOUS}} <strong class="nhsuk-tag nhsuk-tag--red">Serious</strong>{{/SERIOUS}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Kind</span><span>{{KIND}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">From</span><span>{{BEGUN_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Ended</span><span>{{ENDED_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Due since</span><span>{{DUE_DAY}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Where it stands</span><span>{{STANDING}}{{#MAY_CHANGE}} <a class="app-no-print" href="/retention/holds/{{REF}}">Hold<span class="nhsuk-u-visually-hidden"> {{REF}}, or lift its hold</span></a>{{/MAY_CHANGE}}</span></td>
		</tr>
		{{/RECORD_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
{{#DESTRUCTIONS}}
<h2 class="nhsuk-heading-m">Destructions and certificates</h2>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Destructions and certificates</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Reference</th><th role="columnheader" scope="col">Kind</th><th role="columnheader" scope="col">State</th><th role="columnheader" scope="col" class="app-number">Records</th><th role="columnheader" scope="col">Proposed</th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#DESTRUCTION}}
		<tr role="row">
			<th role="rowheader" scope="row" class="app-nowrap"><a href="/retention/certificates/{{REF}}">{{REF}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Kind</span><span>{{KIND}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span>{{STATE}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Records</span>{{N}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Proposed</span><span>{{AT}}, by {{PROPOSER}}</span></td>
		</tr>
		{{/DESTRUCTION}}
	</tbody>
</table>
{{/DESTRUCTIONS}}
