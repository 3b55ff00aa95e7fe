{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/interests">Interests</a></p>
<h1 class="nhsuk-heading-l">Panel</h1>
<p>The panel decides at the end of a review. At least <strong>{{QUORUM}} members</strong> must be there; who has a conflict of interest in a review, or has declared nothing for it, does not count. An administrator sets the number.</p>
{{#TOO_FEW}}<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>Fewer sit on it now: nothing can be decided.</p></div>{{/TOO_FEW}}
{{#MAY_ADD}}<p class="app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/panel/add">Add a member</a></p>{{/MAY_ADD}}
{{#NONE}}<p>Nobody sits on it yet.</p>{{/NONE}}
{{#SITTING}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Members, the chair first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Since</th><th role="columnheader" scope="col" class="app-no-print">Change</th></tr></thead>
	<tbody role="rowgroup">
	{{#MEMBER_ROW}}<tr role="row">
		<th role="rowheader" scope="row">{{PERSON_NAME}}{{#CHAIR}} <strong class="nhsuk-tag nhsuk-tag--blue">Chair</strong>{{/CHAIR}}</th>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Since</span><span>{{SINCE}}</span></td>
		<td role="cell" class="app-no-print">{{#MAY_CHANGE}}<span class="app-moves"><a href="/panel/{{PERSON}}/end">Remove<span class="nhsuk-u-visually-hidden"> {{PERSON_NAME}} from the panel</span></a>{{#MAY_CHAIR}}
		<form method="post" action="/panel/{{PERSON}}/chair" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><button class="app-link-button" type="submit">Make chair<span class="nhsuk-u-visually-hidden">: {{PERSON_NAME}}</span></button></form>{{/MAY_CHAIR}}</span>{{/MAY_CHANGE}}</td>
	</tr>
	{{/MEMBER_ROW}}
	</tbody>
</table>
{{/SITTING}}
{{#PAST}}
<h2 class="nhsuk-heading-m">Earlier members</h2>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Earlier members, the last first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Since</th><th role="columnheader" scope="col">Until</th></tr></thead>
	<tbody role="rowgroup">
	{{#PAST_ROW}}<tr role="row">
		<th role="rowheader" scope="row">{{PERSON_NAME}}</th>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Since</span><span>{{SINCE}}</span></td>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Until</span><span>{{UNTIL}}</span></td>
	</tr>
	{{/PAST_ROW}}
	</tbody>
</table>
{{/PAST}}
