{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="kpis">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="kpis">KPIs</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/kpis/new">Add a KPI</a></p>{{/MAY_ADD}}</div>
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Key performance indicators and their targets</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">KPI</th><th role="columnheader" scope="col" class="app-number">Target</th><th role="columnheader" scope="col">Rule</th>{{#MAY_CHANGE}}<th role="columnheader" scope="col" class="app-no-print app-nowrap">Change</th>{{/MAY_CHANGE}}</tr></thead>
	<tbody role="rowgroup">
	{{#KPI}}<tr role="row">
		<th role="rowheader" scope="row"><span class="app-text">{{NAME}}</span>{{#IS_OUTCOME}} <strong class="nhsuk-tag nhsuk-tag--blue">Outcome</strong>{{/IS_OUTCOME}}{{#HAS_ENDED}} <strong class="nhsuk-tag nhsuk-tag--grey">Ended</strong> <span class="app-muted">{{ENDED}}</span>{{/HAS_ENDED}}</th>
		<td role="cell" class="app-number app-nowrap"><span class="app-cell-name" aria-hidden="true">Target</span>{{TARGET}}</td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Rule</span><span>{{RULE}}. Asked {{EVERY}}.</span></td>
		{{#CHANGES}}<td role="cell" class="app-no-print app-nowrap"><span>{{#IS_ASKED}}<a class="app-member" href="/contracts/{{REF}}/kpis/{{KPI_REF}}/edit">Change<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a><a class="app-member" href="/contracts/{{REF}}/kpis/{{KPI_REF}}/end">End<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a>{{/IS_ASKED}}{{#IS_ENDED}}<a class="app-member" href="/contracts/{{REF}}/kpis/{{KPI_REF}}/again">Ask again<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a>{{/IS_ENDED}}</span></td>{{/CHANGES}}
	</tr>
	{{/KPI}}
	</tbody>
</table>
<p class="app-muted">These targets count for returns that are still to be sent. What was sent keeps the target of its time.</p>
{{/LIST}}
</section>
