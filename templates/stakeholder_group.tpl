{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/proposals">Proposals</a> › <a href="/proposals/groups">Stakeholder groups</a></p>
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{NAME}}{{#ENDED}} <strong class="nhsuk-tag nhsuk-tag--grey">Ended</strong>{{/ENDED}}</h1>
{{#HAS_ABOUT}}<p class="app-text">{{ABOUT:pre_escape}}</p>{{/HAS_ABOUT}}
{{#MAY_CHANGE}}<p class="app-no-print"><a href="/proposals/groups/{{REF}}/edit">Change its name, or end it</a></p>
<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add them</button>
</form>
</div></div>{{/MAY_CHANGE}}
<h2 class="nhsuk-heading-m">Members: {{MEMBERS}}</h2>
{{#NONE}}<p>It has no addresses yet.</p>{{/NONE}}
{{#ANY}}<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Members</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Address</th><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col"><span class="nhsuk-u-visually-hidden">Remove</span></th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#MEMBER_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row">{{EMAIL}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Name</span><span>{{NAME}}</span></td>
			<td role="cell">{{#MAY_REMOVE}}<a class="app-no-print" href="/proposals/groups/{{REF}}/members/{{MEMBER_REF}}/remove">Remove<span class="nhsuk-u-visually-hidden"> {{EMAIL}}</span></a>{{/MAY_REMOVE}}</td>
		</tr>
		{{/MEMBER_ROW}}
	</tbody>
</table>{{/ANY}}
