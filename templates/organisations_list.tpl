{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Organisations</h1>
<p class="app-result__links app-no-print">
{{#MAY_CHANGE}}<a class="nhsuk-button nhsuk-button--small" href="/organisations/new">Add an organisation</a>
<a href="/organisations/import">Import a list</a>
{{/MAY_CHANGE}}<a href="/localities">Localities</a>
<a href="/peer-groups">Peer groups</a>
</p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Organisations</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#ORGANISATION_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/organisations/{{CODE}}">{{NAME}}</a>{{#CLOSED}} <strong class="nhsuk-tag nhsuk-tag--grey">Closed</strong>{{/CLOSED}}</th>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Code</span>{{CODE}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Kind</span><span>{{KIND}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Locality</span><span>{{LOCALITY}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Peer group</span><span>{{PEER_GROUP}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Opened</span><span>{{OPENED}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Patients</span><span>{{PATIENTS}}</span></td>
		</tr>
		{{/ORGANISATION_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}

