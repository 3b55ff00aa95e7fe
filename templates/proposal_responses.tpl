{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">Responses</h1>
{{>PROPOSAL_NAV}}
<p class="app-result__links app-no-print">{{#MAY_CHANGE}}<a class="nhsuk-button nhsuk-button--small" href="/proposals/{{REF}}/responses/new">Type in a response</a> {{/MAY_CHANGE}}<a href="/proposals/{{REF}}/duplicates">Same text several times</a></p>
{{>LIST_FILTERS}}
{{#SEVERAL}}<p>One response can say several of these. Results count each of them; this list has each response once.</p>{{/SEVERAL}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Responses</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#RESPONSE_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><span><a class="app-nowrap" href="/proposals/{{REF}}/responses/{{RESPONSE}}">{{RECEIVED}}<span class="nhsuk-u-visually-hidden">, {{RESPONSE}}</span></a><span class="app-second">{{SOURCE}}</span></span></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">From</span><span>{{GROUP_NAME}}{{#NAME_GIVEN}}<span class="app-second">{{NAME}}</span>{{/NAME_GIVEN}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Answer</span><span>{{STANCE}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Gains</span><span>{{GAINS}}</span></td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Concerns</span><span>{{CONCERNS}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Begins</span><span>{{OPENING}}{{#ASKED}}<span class="app-second">Asks for information</span>{{/ASKED}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Counted</span><span>{{#APART}}<strong class="nhsuk-tag nhsuk-tag--grey">{{WHY}}</strong>{{/APART}}{{#COUNTED}}Yes{{/COUNTED}}</span></td>
		</tr>
		{{/RESPONSE_ROW}}
	</tbody>
</table>
<p class="app-no-print">{{#CSV}}<a href="{{LIST_LINK}}">Download this list (CSV)</a>{{/CSV}}{{#XLSX}} or <a href="{{LIST_LINK}}">as a workbook (XLSX)</a>{{/XLSX}}</p>
{{/LIST}}
{{>PAGER}}
