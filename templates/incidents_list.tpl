{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Incidents</h1>
<nav class="app-views app-no-print" aria-label="Views">
<ul>
{{#VIEW}}<li><a href="{{LIST_LINK}}"{{#CURRENT}} aria-current="true"{{/CURRENT}}>{{VIEW_NAME}}</a></li>
{{/VIEW}}</ul>
{{#SAVE_VIEW}}<p><a href="{{LIST_LINK}}">Save this view</a></p>{{/SAVE_VIEW}}{{#VIEWS_SAVED}}<p><a href="/incidents/views">Saved views</a></p>{{/VIEWS_SAVED}}
<p><a href="/incidents/trends">Trends</a></p>
</nav>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts app-incidents" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Reports</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#INCIDENT_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row">{{#CHOOSE}}<label class="app-choose"><input type="checkbox" name="ref" value="{{REF}}" form="assign"><span class="nhsuk-u-visually-hidden">Choose {{REF}}</span></label>{{/CHOOSE}}<span class="app-chosen"><a href="/incidents/{{REF}}">{{INCIDENT_TITLE}}</a> <span class="app-ref">{{REF}}</span></span></th>
			<td role="cell" class="app-incidents__practice"><span>{{PRACTICE}}<span class="app-second">{{ABOUT}}</span></span></td>
			<td role="cell" class="app-incidents__kind"><span>{{KIND}}{{#HARM_GIVEN}}<span class="app-second{{#HARM_GRAVE}} app-grave{{/HARM_GRAVE}}">{{HARM}}</span>{{/HARM_GIVEN}}</span></td>
			<td role="cell" class="app-incidents__state"><span>{{STATE}}{{#CLOCK_GIVEN}}<span class="app-second">{{CLOCK}}</span>{{/CLOCK_GIVEN}}{{#LATE_GIVEN}}<span class="app-second"><strong class="nhsuk-tag nhsuk-tag--red app-nowrap">{{LATE}}</strong></span>{{/LATE_GIVEN}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Happened</span><span>{{HAPPENED}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Sent</span><span>{{SENT}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Looked after by</span><span>{{MANAGER}}</span></td>
		</tr>
		{{/INCIDENT_ROW}}
	</tbody>
</table>
<p class="app-no-print">{{#CSV}}<a href="{{LIST_LINK}}">Download this list (CSV)</a>{{/CSV}}{{#XLSX}} or <a href="{{LIST_LINK}}">as a workbook (XLSX)</a>{{/XLSX}}</p>
{{/LIST}}
{{#MAY_ASSIGN}}<form class="app-no-print" id="assign" method="get" action="/incidents/assign" data-choose="ref" novalidate><input type="hidden" name="back" value="{{BACK}}">
<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Assign the ticked reports</button></form>{{/MAY_ASSIGN}}
{{>PAGER}}
