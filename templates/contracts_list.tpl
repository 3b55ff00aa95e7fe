{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Contracts</h1>
<ul class="app-tiles" aria-label="At a glance">
{{#GLANCE}}<li>{{#LINKED}}<a href="{{LIST_LINK}}"><strong>{{N}}</strong> <span>{{LABEL}}</span></a>{{/LINKED}}{{#PLAIN}}<p><strong>{{N}}</strong> <span>{{LABEL}}</span></p>{{/PLAIN}}</li>
{{/GLANCE}}</ul>
<nav class="app-views app-no-print" aria-label="Views">
<ul>
{{#VIEW}}<li><a href="{{LIST_LINK}}"{{#CURRENT}} aria-current="true"{{/CURRENT}}>{{VIEW_NAME}}</a></li>
{{/VIEW}}</ul>
{{#SAVE_VIEW}}<p><a href="{{LIST_LINK}}">Save this view</a></p>{{/SAVE_VIEW}}{{#VIEWS_SAVED}}<p><a href="/contracts/views">Saved views</a></p>{{/VIEWS_SAVED}}
</nav>
<p class="app-result__links app-no-print">{{#MAY_CHANGE}}<a class="nhsuk-button nhsuk-button--small" href="/contracts/new">Add a contract or grant</a>
<a href="/contracts/import">Import a register</a>
{{/MAY_CHANGE}}<a href="/contracts/totals">Money by aim and status</a>
<a href="/contracts/calendar">Calendar</a>
<a href="/contracts/actions">Actions</a>
<a href="/contracts/aims">Strategic aims</a></p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts app-table--wide app-contracts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Contracts</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#CONTRACT_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><span><a href="/contracts/{{REF}}">{{REFERENCE}}</a><span class="app-second">{{KIND}}</span></span></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Organisation</span><span>{{ORGANISATION}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Service</span><span>{{SERVICE}}{{#AIM_GIVEN}}<span class="app-second">{{AIM}}</span>{{/AIM_GIVEN}}</span></td>
			<td role="cell" class="app-number app-nowrap"><span class="app-cell-name" aria-hidden="true">Value this year</span><span>{{VALUE}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Ends</span><span>{{ENDS}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Next review</span><span>{{NEXT_REVIEW}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Status</span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}} app-nowrap">{{STATE}}</strong></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Flags</span><span class="app-flags">{{#FLAG}}<strong class="nhsuk-tag nhsuk-tag--{{FLAG_COLOUR}} app-nowrap">{{FLAG_WORDS}}</strong> {{/FLAG}}{{#NO_FLAG}}None{{/NO_FLAG}}</span></td>
		</tr>
		{{/CONTRACT_ROW}}
	</tbody>
</table>
<p class="app-no-print">{{#CSV}}<a href="{{LIST_LINK}}">Download this list (CSV)</a>{{/CSV}}{{#XLSX}} or <a href="{{LIST_LINK}}">as a workbook (XLSX)</a>{{/XLSX}}</p>
{{/LIST}}
{{>PAGER}}
