{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/results">Results</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">What people answered</span> {{HEADING}}</h1>
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Answers</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#ANSWER_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row" class="app-nowrap"><a href="/proposals/{{REF}}/responses/{{RESPONSE}}">{{RECEIVED}}<span class="nhsuk-u-visually-hidden">, {{RESPONSE}}</span></a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Answer</span><span class="app-text">{{TEXT:pre_escape}}</span></td>
		</tr>
		{{/ANSWER_ROW}}
	</tbody>
</table>
{{/LIST}}
{{>PAGER}}
