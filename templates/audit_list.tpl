{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Audit trail</h1>
<p class="app-result__base">Who did what, when, to which record. Rows are only ever added, and chained, so that a change would be seen: <a href="/audit/anchors">anchors, and how to check</a>. Looking here is a row too.</p>
{{>LIST_FILTERS}}
{{#SEVERAL}}
<div class="nhsuk-inset-text">
	<p>Several people have that name. Whom do you mean?</p>
	<ul>
		{{#ONE}}<li>{{NAME}}: <a href="/audit?who={{EMAIL}}">{{EMAIL}}</a></li>
		{{/ONE}}
	</ul>
	{{#MORE}}<p>There are more. Type more of the name, or the email address.</p>{{/MORE}}
</div>
{{/SEVERAL}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">The audit trail, newest first</span></caption>
	<thead role="rowgroup"><tr role="row">{{>LIST_HEADINGS}}</tr></thead>
	<tbody role="rowgroup">
		{{#ROW}}
		<tr role="row">
			<th role="rowheader" scope="row" class="app-moment">{{AT}}</th>
			<td role="cell" class="app-cell-who"><span class="app-cell-name" aria-hidden="true">Who</span><span>{{PERSON}}{{#HAS_EMAIL}}<br><span class="app-aside app-text">{{EMAIL}}</span>{{/HAS_EMAIL}}{{#FOR}}<br><span class="app-aside">for {{ORGANISATION}}</span>{{/FOR}}</span></td>
			<td role="cell" class="app-cell-what"><span class="app-cell-name" aria-hidden="true">What</span>{{ACTION}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Record</span><span>{{SUBJECT}}{{#OF_PERSON}} <a href="/people/{{REF}}">{{NAME}}</a>{{/OF_PERSON}}{{#OF_ORGANISATION}} <a href="/organisations/{{REF}}">{{NAME}}</a>{{/OF_ORGANISATION}}{{#OF_SURVEY}} <a href="/surveys/{{REF}}">{{REF}}</a>{{/OF_SURVEY}}{{#NAMED}} <span class="app-text">{{NAME}}</span>{{/NAMED}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">From and to</span><span>{{#FACT}}<span class="app-fact">{{FIELD}}: {{#HAS_FROM}}{{FROM}} → {{/HAS_FROM}}{{TO}}</span>{{/FACT}}</span></td>
		</tr>
		{{/ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download these rows (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
