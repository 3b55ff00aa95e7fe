{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/audit">Audit trail</a></p>
<h1 class="nhsuk-heading-l">Anchors of the audit trail</h1>
<p>Each row of the trail carries a hash of itself and of the row before. Whoever changes, removes or adds a row has to make every later hash again, and then the trail no longer ends in the anchors that the auditors hold.</p>
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Rows chained</dt><dd class="nhsuk-summary-list__value">{{ROWS}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">End now</dt><dd class="nhsuk-summary-list__value">{{#HAS_END}}<code class="app-hash">{{END}}</code>{{/HAS_END}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Last checked</dt><dd class="nhsuk-summary-list__value">{{#VERIFIED}}{{AT}}<br>{{DETAIL}}{{/VERIFIED}}{{#NEVER}}Nobody has checked the whole trail yet.{{/NEVER}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Mailed each day to</dt><dd class="nhsuk-summary-list__value">{{#MAILED}}The auditors: {{/MAILED}}{{#AUDITOR}}<span class="app-fact">{{NAME}}</span>{{/AUDITOR}}{{#NO_AUDITOR}}Nobody: no active person of the commissioner has the role of auditor. Give it to somebody, so that an anchor exists outside this system.{{/NO_AUDITOR}}</dd></div>
</dl>
<h2 class="nhsuk-heading-m">How to check</h2>
<p>Ask whoever runs the server to type this while you watch, with the anchor from a message that you kept:</p>
<p><code class="app-hash">soundings audit verify --anchor SEQ:HASH</code></p>
<p>It goes through every row and says that the trail is whole, or what is wrong with it.</p>
<h2 class="nhsuk-heading-m">Anchors</h2>
{{#NONE}}<p>No anchor yet. The first is made within a day of the first row.</p>{{/NONE}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Anchors, newest first</span></caption>
	<thead role="rowgroup">
		<tr role="row">
			<th role="columnheader" scope="col">Day</th>
			<th role="columnheader" scope="col" class="app-number">Rows</th>
			<th role="columnheader" scope="col">Anchor</th>
			<th role="columnheader" scope="col">In the chain</th>
		</tr>
	</thead>
	<tbody role="rowgroup">
		{{#ROW}}
		<tr role="row">
			<th role="rowheader" scope="row">{{DAY}}</th>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Rows</span>{{N}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Anchor</span><code class="app-hash">{{ANCHOR}}</code></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">In the chain</span>{{#FITS}}<strong class="nhsuk-tag nhsuk-tag--green">Yes</strong>{{/FITS}}{{#BROKEN}}<strong class="nhsuk-tag nhsuk-tag--red">No: changed</strong>{{/BROKEN}}</td>
		</tr>
		{{/ROW}}
	</tbody>
</table>
<p class="app-no-print"><a href="/audit/anchors.csv">Download every anchor (CSV)</a></p>
{{/LIST}}
