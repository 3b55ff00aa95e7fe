{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a></p>
<h1 class="nhsuk-heading-l">Signed in now</h1>
<p>{{N}} open, the last used first. A session ends after {{IDLE}} minutes without use, and after {{HOURS}} hours in any case.</p>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Who is signed in, the last used first</span></caption>
	<thead role="rowgroup">
		<tr role="row">
			<th role="columnheader" scope="col">Name</th>
			<th role="columnheader" scope="col">Since</th>
			<th role="columnheader" scope="col">Last used</th>
			<th role="columnheader" scope="col">Acts for</th>
		</tr>
	</thead>
	<tbody role="rowgroup">
		{{#SESSION}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/people/{{REF}}">{{PERSON_NAME}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Since</span>{{BEGAN}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Last used</span>{{SEEN}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Acts for</span><span>{{ORGANISATION}}{{#HAS_ROLE}}, as {{ROLE}}{{/HAS_ROLE}}</span></td>
		</tr>
		{{/SESSION}}
	</tbody>
</table>
