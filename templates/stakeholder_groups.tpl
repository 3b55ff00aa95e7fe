{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/proposals">Proposals</a></p>
<h1 class="nhsuk-heading-l">Stakeholder groups</h1>
<p>Groups of people and organisations that proposals ask. Each has a list of addresses to write to; an answer is never tied to one of them.</p>
{{#MAY_CHANGE}}<p class="app-result__links app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/proposals/groups/new">New group</a></p>
{{/MAY_CHANGE}}{{#NONE}}<p>There are no groups yet.</p>{{/NONE}}
{{#ANY}}<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Stakeholder groups</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Group</th><th role="columnheader" scope="col">Who belongs to it</th><th role="columnheader" scope="col" class="app-number">Addresses</th><th role="columnheader" scope="col" class="app-number">Proposals</th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#GROUP_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/proposals/groups/{{REF}}">{{NAME}}</a>{{#ENDED}} <strong class="nhsuk-tag nhsuk-tag--grey">Ended</strong>{{/ENDED}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Who belongs to it</span><span>{{ABOUT}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Addresses</span><span>{{MEMBERS}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Proposals</span><span>{{PROPOSALS}}</span></td>
		</tr>
		{{/GROUP_ROW}}
	</tbody>
</table>{{/ANY}}
