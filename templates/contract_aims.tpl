{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a></p>
{{#FORM}}{{>ERROR_SUMMARY}}{{/FORM}}
<h1 class="nhsuk-heading-l">Strategic aims</h1>
<p>What the commissioner wants to reach with its money. Contracts are found and counted by the aim that they serve. An aim that is not needed any more is ended, never deleted: contracts that serve it keep it.</p>
{{#NONE}}<p class="app-found">No aims yet.</p>{{/NONE}}
{{#LIST}}<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Aims, by name</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Aim</th><th role="columnheader" scope="col" class="app-number">Contracts</th><th role="columnheader" scope="col">Change</th></tr></thead>
	<tbody role="rowgroup">
	{{#ROW}}<tr role="row"><th role="rowheader" scope="row">{{NAME}}{{#ENDED}} <strong class="nhsuk-tag nhsuk-tag--grey">Ended</strong>{{/ENDED}}</th><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Contracts</span><a href="/contracts?aim={{AIM_REF}}">{{N}}<span class="nhsuk-u-visually-hidden"> contracts: {{NAME}}</span></a></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Change</span>{{#MAY_CHANGE}}<a href="/contracts/aims/{{AIM_REF}}">Rename or end<span class="nhsuk-u-visually-hidden"> {{NAME}}</span></a>{{/MAY_CHANGE}}</td></tr>
	{{/ROW}}
	</tbody>
</table>{{/LIST}}
{{#FORM}}<h2 class="nhsuk-heading-m">Add an aim</h2>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add</button>
</form>{{/FORM}}
