{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/interests">Interests</a></p>
<h1 class="nhsuk-heading-l">Breaches</h1>
<p>What went against the rules about conflicts of interest, and what was done about it. What is marked as published is in the public list, without the notes.</p>
{{#MAY_ADD}}<p class="app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/interests/breaches/new">Record a breach</a></p>{{/MAY_ADD}}
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Breaches</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#BREACH_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row" class="app-nowrap">{{DAY}}{{#MAY_EDIT}} <a class="app-no-print app-second" href="/interests/breaches/{{REF}}/edit">Change<span class="nhsuk-u-visually-hidden"> the breach of {{DAY}}</span></a>{{/MAY_EDIT}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">What happened</span><span class="app-text">{{WHAT:pre_escape}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">What was done</span><span><span class="app-text">{{DONE:pre_escape}}</span>{{#HAS_NOTES}}<span class="app-second app-text">Notes: {{NOTES:pre_escape}}</span>{{/HAS_NOTES}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Published</span><span>{{PUBLISHED}}</span></td>
		</tr>
		{{/BREACH_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
