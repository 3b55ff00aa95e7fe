{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="actions">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="actions">Actions</h2>{{#NONE}}<p class="app-section__none">None planned</p>{{/NONE}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/actions/new">Add an action</a></p>{{/MAY_ADD}}</div>
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Actions, open ones first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Action</th><th role="columnheader" scope="col">Owner</th><th role="columnheader" scope="col">Due</th><th role="columnheader" scope="col">State</th>{{#MAY_CHANGE}}<th role="columnheader" scope="col" class="app-no-print app-nowrap">Change</th>{{/MAY_CHANGE}}</tr></thead>
	<tbody role="rowgroup">
	{{#ACTION_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><span class="app-text">{{WHAT:pre_escape}}</span>{{#CONDITION}} <strong class="nhsuk-tag nhsuk-tag--blue">Condition</strong>{{/CONDITION}}{{#HAS_EVIDENCE}}<span class="app-action__note app-text">{{EVIDENCE:pre_escape}}</span>{{/HAS_EVIDENCE}}</th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Owner</span><span>{{OWNER}}</span></td>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}</span></td>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--blue">Open</strong>{{/OPEN}}{{#OVERDUE}}<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}{{#DONE}}<strong class="nhsuk-tag nhsuk-tag--green">Done</strong>{{/DONE}}{{#CANCELLED}}<strong class="nhsuk-tag nhsuk-tag--grey">Cancelled</strong>{{/CANCELLED}}</span></td>
		{{#CHANGES}}<td role="cell" class="app-no-print app-nowrap"><span>{{#MAY_END}}<a class="app-member" href="/contracts/actions/{{ACTION}}/edit">Change<span class="nhsuk-u-visually-hidden">: {{WHAT}}</span></a><a class="app-member" href="/contracts/actions/{{ACTION}}/done">Done<span class="nhsuk-u-visually-hidden">: {{WHAT}}</span></a><a class="app-member" href="/contracts/actions/{{ACTION}}/cancel">Cancel<span class="nhsuk-u-visually-hidden">: {{WHAT}}</span></a>{{/MAY_END}}</span></td>{{/CHANGES}}
	</tr>
	{{/ACTION_ROW}}
	</tbody>
</table>
{{/LIST}}
</section>
