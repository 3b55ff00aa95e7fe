{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="steps">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="steps">What happened, step by step</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/steps/new">Add a step</a></p>{{/MAY_ADD}}</div>
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">What happened, in order</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">When</th><th role="columnheader" scope="col">What happened</th>{{#MAY_ADD}}<th role="columnheader" scope="col" class="app-no-print">Change</th>{{/MAY_ADD}}</tr></thead>
	<tbody role="rowgroup">
	{{#STEP_ROW}}<tr role="row"><th role="rowheader" scope="row" class="app-moment">{{WHEN}}</th><td role="cell"><span class="app-text">{{STEP_TEXT:pre_escape}}</span></td>{{#MAY_ADD}}<td role="cell" class="app-no-print app-nowrap"><span><a href="/incidents/{{REF}}/steps/{{STEP}}/edit">Change<span class="nhsuk-u-visually-hidden"> {{WHEN}}</span></a> <a href="/incidents/{{REF}}/steps/{{STEP}}/remove">Remove<span class="nhsuk-u-visually-hidden"> {{WHEN}}</span></a></span></td>{{/MAY_ADD}}</tr>
	{{/STEP_ROW}}
	</tbody>
</table>
{{/LIST}}
</section>
