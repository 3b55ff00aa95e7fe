{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/interests">Interests</a></p>
<h1 class="nhsuk-heading-l">Criteria</h1>
<p>A review judges by a template of criteria, each with a weight and a scale from 0 to 4 in words. A review keeps the version that it began with.</p>
{{#MAY_ADD}}<p class="app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/criteria/new">New template</a></p>{{/MAY_ADD}}
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Templates of criteria</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#CRITERIA_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/criteria/{{REF}}">{{NAME}}</a>{{#ENDED}} <strong class="nhsuk-tag nhsuk-tag--grey">Ended</strong>{{/ENDED}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">For</span><span>{{JUDGES}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Version</span><span>{{VERSION}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Criteria</span><span>{{N}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Reviews</span><span>{{REVIEWS}}</span></td>
		</tr>
		{{/CRITERIA_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
