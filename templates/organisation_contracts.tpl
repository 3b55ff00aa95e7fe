{{%AUTOESCAPE context="HTML"}}<section aria-labelledby="contracts">
<h2 class="nhsuk-heading-m" id="contracts">Contracts and grants</h2>
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Contracts, ended ones last</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Service</th><th role="columnheader" scope="col">Runs</th><th role="columnheader" scope="col" class="app-number">Value this year</th><th role="columnheader" scope="col">Status</th></tr></thead>
	<tbody role="rowgroup">
	{{#CONTRACT}}<tr role="row">
		<th role="rowheader" scope="row">{{#FOR_STAFF}}<a href="/contracts/{{REF}}">{{SERVICE}}</a>{{/FOR_STAFF}}{{#FOR_PARTY}}<a href="/our-contracts/{{REF}}">{{SERVICE}}</a>{{/FOR_PARTY}}<br><span class="app-muted">{{REFERENCE}}</span></th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Runs</span><span>{{STARTS_ON}} to {{ENDS_ON}}</span></td>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Value this year</span>{{VALUE}}</td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Status</span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></td>
	</tr>
	{{/CONTRACT}}
	</tbody>
</table>
{{/LIST}}
</section>
