{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Proposals</h1>
<p>A proposal says what would change, and asks people and organisations what they think before anybody decides. <a href="/help/proposals">How it goes</a></p>
<p class="app-result__links app-no-print">{{#MAY_CHANGE}}<a class="nhsuk-button nhsuk-button--small" href="/proposals/new">New proposal</a>
{{/MAY_CHANGE}}<a href="/proposals/groups">Stakeholder groups</a>
<a href="/proposals/waiting">What waits</a></p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Proposals</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#PROPOSAL_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/proposals/{{REF}}">{{TITLE}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{STAND_COLOUR}}">{{STAND}}</strong></span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Opens</span><span>{{OPENS}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Last day</span><span>{{CLOSES}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Decided by</span><span>{{DECIDES}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Begun</span><span>{{MADE}}</span></td>
		</tr>
		{{/PROPOSAL_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
