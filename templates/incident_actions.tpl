{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="actions">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="actions">Actions</h2>{{#NONE}}<p class="app-section__none">None planned yet</p>{{/NONE}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/actions/new">Add an action</a></p>{{/MAY_ADD}}</div>
{{#MAY_CLOSE}}
<div class="nhsuk-inset-text app-no-print">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>Every action is done. <a href="/incidents/{{REF}}/move/closed">Close the incident</a></p>
</div>
{{/MAY_CLOSE}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Actions, the earliest due first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Action</th><th role="columnheader" scope="col">Owner</th><th role="columnheader" scope="col">Due</th><th role="columnheader" scope="col">State</th>{{#MAY_CHANGE}}<th role="columnheader" scope="col" class="app-no-print app-nowrap">Change</th>{{/MAY_CHANGE}}</tr></thead>
	<tbody role="rowgroup">
	{{#ACTION_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><span class="app-text">{{WHAT:pre_escape}}</span>{{#HAS_EVIDENCE}}<span class="app-action__note app-text">How we know: {{EVIDENCE:pre_escape}}</span>{{/HAS_EVIDENCE}}{{#HAS_WHY}}<span class="app-action__note app-text">Why: {{WHY:pre_escape}}</span>{{/HAS_WHY}}</th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Owner</span><span>{{OWNER}}</span></td>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}</span></td>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--blue">Open</strong>{{/OPEN}}{{#OVERDUE}}<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}{{#DONE}}<strong class="nhsuk-tag nhsuk-tag--green">Done</strong>{{/DONE}}{{#CANCELLED}}<strong class="nhsuk-tag nhsuk-tag--grey">Cancelled</strong>{{/CANCELLED}}{{#HAS_ENDED}}<br>{{ENDED}}{{/HAS_ENDED}}</span></td>
		{{#MAY_END}}<td role="cell" class="app-no-print app-nowrap"><span><a class="app-member" href="/incidents/{{REF}}/actions/{{ACTION}}/done">Done<span class="nhsuk-u-visually-hidden">: {{WHAT}}</span></a><a class="app-member" href="/incidents/{{REF}}/actions/{{ACTION}}/edit">Change<span class="nhsuk-u-visually-hidden">: {{WHAT}}</span></a><a class="app-member" href="/incidents/{{REF}}/actions/{{ACTION}}/cancel">Cancel<span class="nhsuk-u-visually-hidden">: {{WHAT}}</span></a></span></td>{{/MAY_END}}
		{{#MAY_REOPEN}}<td role="cell" class="app-no-print app-nowrap"><span><a href="/incidents/{{REF}}/actions/{{ACTION}}/reopen">Reopen<span class="nhsuk-u-visually-hidden">: {{WHAT}}</span></a></span></td>{{/MAY_REOPEN}}
	</tr>
	{{/ACTION_ROW}}
	</tbody>
</table>
{{/LIST}}
</section>
