{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/retention">Retention</a></p>
<h1 class="nhsuk-heading-l">{{TITLE}}</h1>
<p>Proposed by {{PROPOSER}} on {{AT}}.{{#DECIDED}} {{#CONFIRMED}}Confirmed{{/CONFIRMED}}{{#REFUSED}}Refused{{/REFUSED}} by {{DECIDER}} on {{DECIDED_AT}}.{{/DECIDED}}</p>
{{#PROPOSED}}<p>It waits for another administrator. Nothing is destroyed before.</p>{{/PROPOSED}}
{{#OWN}}<p>You proposed it, so somebody else decides.</p>{{/OWN}}
{{#MAY_DECIDE}}<p class="app-no-print"><a class="nhsuk-button" href="/retention/certificates/{{REF}}/decide">Confirm or refuse</a></p>{{/MAY_DECIDE}}
{{#IS_CONFIRMED}}<p>It is done within minutes. What was held meanwhile, or is not due any more, is kept.</p>{{/IS_CONFIRMED}}
{{#DONE}}<p>On {{DONE_AT}} the program destroyed <strong>{{DESTROYED}} of {{N}}</strong> records: {{GOES}}. Copies in backups go when those are overwritten.</p>
<p>{{RULE}}</p>
{{#CHANGED}}<div class="nhsuk-warning-callout"><h2 class="nhsuk-warning-callout__label">This certificate was changed</h2><p>What stands here does not fit its fingerprint. Compare the audit trail.</p></div>{{/CHANGED}}{{/DONE}}
<table class="app-table app-table--list" role="table">
	<caption>{{MANY}}</caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Record</th><th role="columnheader" scope="col">From</th><th role="columnheader" scope="col">Ended</th><th role="columnheader" scope="col">Outcome</th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#ITEM}}
		<tr role="row">
			<th role="rowheader" scope="row" class="app-nowrap">{{ITEM_REF}}{{#SERIOUS}} <strong class="nhsuk-tag nhsuk-tag--red">Serious</strong>{{/SERIOUS}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">From</span><span>{{BEGUN_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Ended</span><span>{{ENDED_ON}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Outcome</span><span>{{OUTCOME}}</span></td>
		</tr>
		{{/ITEM}}
	</tbody>
</table>
{{#DONE}}<p class="app-muted">Fingerprint (SHA-256): <span class="app-text">{{HASH}}</span>{{#SAME}}. It fits what stands here, and is in the audit trail.{{/SAME}}</p>{{/DONE}}
<p class="app-no-print"><a href="/retention/certificates/{{REF}}/records.csv">Download the records (CSV)</a>. To print this page, or save it as a PDF, use Print in your browser.</p>
