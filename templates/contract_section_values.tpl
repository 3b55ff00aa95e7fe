{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="values">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="values">Annual values</h2>{{#NONE}}<p class="app-section__none">None known yet</p>{{/NONE}}
{{#MAY_CHANGE}}<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/values">Add or change<span class="nhsuk-u-visually-hidden"> annual values</span></a></p>{{/MAY_CHANGE}}</div>
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Value by financial year</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Financial year</th><th role="columnheader" scope="col" class="app-number">Value</th></tr></thead>
	<tbody role="rowgroup">
	{{#VALUE_ROW}}<tr role="row">
		<th role="rowheader" scope="row">{{YEAR}}{{#THIS_YEAR}} <span class="app-muted">(this year)</span>{{/THIS_YEAR}}</th>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Value</span>{{VALUE}}</td>
	</tr>
	{{/VALUE_ROW}}
	<tr role="row">
		<th role="rowheader" scope="row">Together</th>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Value</span><strong>{{TOTAL}}</strong></td>
	</tr>
	</tbody>
</table>
{{/LIST}}
</section>
