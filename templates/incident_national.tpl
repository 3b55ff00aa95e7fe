{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print">{{#OF_MANAGER}}<a href="/incidents/{{REF}}">{{REF}}</a>{{/OF_MANAGER}}{{#OF_REPORTER}}<a href="/reports/{{REF}}">Report {{REF}}</a>{{/OF_REPORTER}}</p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{REF}}</span> What the national service would still ask</h1>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<p>Learn From Patient Safety Events (LFPSE) is the NHS’s national service. Of what it always asks about a report of this kind ({{KIND}}), <strong>{{MISSING_WORDS}}</strong>.</p>
<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>Nothing has been sent to the national service from here. Sending straight to it needs an agreement with the NHS and its own tests, which this does not have. The file is for whoever enters the report there, so that they do not type it twice.</p></div>
<p class="app-no-print">{{#OF_MANAGER}}<a class="nhsuk-button nhsuk-button--secondary" href="/incidents/{{REF}}/fhir.json">Download as FHIR (JSON)</a>{{/OF_MANAGER}}{{#OF_REPORTER}}<a class="nhsuk-button nhsuk-button--secondary" href="/reports/{{REF}}/fhir.json">Download as FHIR (JSON)</a>{{/OF_REPORTER}}</p>
</div>
</div>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">What the national service always asks</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col">In this report</th><th role="columnheader" scope="col">Name in LFPSE</th><th role="columnheader" scope="col">Its list of answers</th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#NEEDED_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row">{{WHAT}}{{#HAS_NOTE}}<br><span class="app-muted">{{NOTE}}</span>{{/HAS_NOTE}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">In this report</span><strong class="nhsuk-tag nhsuk-tag--{{STANDING_COLOUR}}">{{STANDING}}</strong></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Name in LFPSE</span><span>{{ELEMENT}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Its list of answers</span><span>{{#HAS_CODE_LIST}}{{CODE_LIST}}{{/HAS_CODE_LIST}}</span></td>
		</tr>
		{{/NEEDED_ROW}}
	</tbody>
</table>
<p class="app-muted">From LFPSE’s taxonomy, version 5: every element that must be there. Where the taxonomy makes a group optional and what is in it mandatory, which kinds of report need the group is our reading of it.</p>
