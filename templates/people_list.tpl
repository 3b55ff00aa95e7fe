{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">People</h1>
<p class="app-result__links app-no-print">
{{#MAY_INVITE}}<a class="nhsuk-button nhsuk-button--small" href="/people/invite">Invite somebody</a>
{{/MAY_INVITE}}<a href="/people?state=invited">Invited, not yet joined</a>
<a href="/people/signed-in">Signed in now</a>
<a href="/people/devices">Lost devices</a>
</p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">People</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#PERSON_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/people/{{REF}}">{{PERSON_NAME}}</a></th>
			<td role="cell" class="app-cell-email"><span class="app-cell-name" aria-hidden="true">Email</span><span class="app-text">{{EMAIL}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Roles</span><span>{{#MEMBERSHIP}}<span class="app-member">{{ORGANISATION}}: {{ROLES}}</span> {{/MEMBERSHIP}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span>{{#INVITED}}<strong class="nhsuk-tag nhsuk-tag--blue">Invited</strong>{{/INVITED}}{{#ACTIVE}}<strong class="nhsuk-tag nhsuk-tag--green">Active</strong>{{/ACTIVE}}{{#DISABLED}}<strong class="nhsuk-tag nhsuk-tag--grey">Disabled</strong>{{/DISABLED}}</td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Last seen</span>{{LAST_SEEN}}</td>
		</tr>
		{{/PERSON_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
