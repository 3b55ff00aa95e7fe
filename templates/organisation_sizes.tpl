{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">List size of {{ORGANISATION_NAME}}</h1>
<p>How many patients were registered, by date. Lists and results use the newest.</p>
{{#NONE}}<p>No list size is known yet.</p>{{/NONE}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">List sizes, newest first</span></caption>
	<thead role="rowgroup">
		<tr role="row">
			<th role="columnheader" scope="col">Counted on</th>
			<th role="columnheader" scope="col" class="app-number">Patients</th>
			<th role="columnheader" scope="col">Remove</th>
		</tr>
	</thead>
	<tbody role="rowgroup">
		{{#SIZE}}
		<tr role="row">
			<th role="rowheader" scope="row">{{COUNTED}}{{#NEWEST}} <strong class="nhsuk-tag nhsuk-tag--green">Newest</strong>{{/NEWEST}}</th>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Patients</span>{{PATIENTS}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Remove</span><form method="post" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><button class="app-link-button" type="submit" name="remove" value="{{COUNTED_ON}}">Remove<span class="nhsuk-u-visually-hidden"> the list size on {{COUNTED}}</span></button></form></td>
		</tr>
		{{/SIZE}}
	</tbody>
</table>
{{/LIST}}
<h2 class="nhsuk-heading-m">Add or correct</h2>
<p>To correct a list size, enter the same date again.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save list size</button>
</form>
</div>
</div>
