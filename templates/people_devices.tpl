{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a></p>
<h1 class="nhsuk-heading-l">Lost devices</h1>
<p>One administrator asks for a new device for somebody, on that person's page. Another agrees or refuses here, within 3 days.</p>
{{#NONE}}<p>Nothing waits.</p>{{/NONE}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">New devices that wait for a second administrator, the oldest first</span></caption>
	<thead role="rowgroup">
		<tr role="row">
			<th role="columnheader" scope="col">For</th>
			<th role="columnheader" scope="col">Asked by</th>
			<th role="columnheader" scope="col">Asked</th>
			<th role="columnheader" scope="col">Waits until</th>
		</tr>
	</thead>
	<tbody role="rowgroup">
		{{#DEVICE}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/people/devices/{{REQUEST}}">{{PERSON_NAME}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Asked by</span>{{ASKED_BY}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Asked</span>{{AT}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Waits until</span>{{UNTIL}}</td>
		</tr>
		{{/DEVICE}}
	</tbody>
</table>
{{/LIST}}
