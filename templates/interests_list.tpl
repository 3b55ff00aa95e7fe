{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Interests</h1>
<p>The standing register of what staff declared, by NHS England’s rules on conflicts of interest. It is published. An interest stays as it was declared; it can end, and stays on the register for {{YEARS}} years after that. For each review every reviewer declares once more.</p>
<p class="app-result__links app-no-print">{{#MAY_ADD}}<a class="nhsuk-button nhsuk-button--small" href="/interests/new">Declare an interest</a>
<a href="/interests?who=me">My interests</a>
{{/MAY_ADD}}<a href="/interests/breaches">Breaches</a>
{{#READS}}<a href="/panel">The panel</a>
<a href="/criteria">Criteria</a>{{/READS}}</p>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Interests</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#INTEREST_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row">{{PERSON_NAME}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">In</span><span>{{ORGANISATION}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Interest</span><span><span class="app-text">{{DESCRIPTION:pre_escape}}</span><span class="app-second">{{KIND}}</span></span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Since</span><span>{{SINCE}}{{#OVER}}<span class="app-second">Ended {{ENDED_ON}}</span>{{/OVER}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Declared</span><span>{{DECLARED}}{{#MAY_END}} <a class="app-no-print app-second" href="/interests/{{INTEREST}}/end">End<span class="nhsuk-u-visually-hidden"> the interest in {{ORGANISATION}}</span></a>{{/MAY_END}}</span></td>
		</tr>
		{{/INTEREST_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
