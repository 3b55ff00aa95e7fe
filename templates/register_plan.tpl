{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a> › <a href="/contracts/import">Import</a></p>
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
<p>{{FILE_NAME}}. {{#SOMETHING}}Nothing is stored yet.{{/SOMETHING}}{{#USELESS}}Not one line of this file can be used. Nothing is stored.{{/USELESS}}{{#NOTHING}}All that could be used of this file is here already.{{/NOTHING}}</p>
<table class="app-table app-import-counts">
	<caption><span class="nhsuk-u-visually-hidden">How many</span></caption>
	<thead class="nhsuk-u-visually-hidden"><tr><th scope="col">What</th><th scope="col">How many</th></tr></thead>
	<tbody>
		{{#TOTAL}}<tr><th scope="row">{{#TOTAL_LINK}}<a href="#{{TOTAL_ID}}">{{TOTAL_LABEL}}</a>{{/TOTAL_LINK}}{{#TOTAL_PLAIN}}{{TOTAL_LABEL}}{{/TOTAL_PLAIN}}</th><td class="app-number">{{N}}</td></tr>
		{{/TOTAL}}
	</tbody>
</table>
{{#SOMETHING}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="mark" value="{{MARK}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Store these changes</button>
</form>
{{/SOMETHING}}
{{#UNREAD}}<p>Columns that are not read: {{UNREAD_COLUMNS}}.</p>
{{/UNREAD}}
{{#ITEMS}}
<h2 class="nhsuk-heading-m" id="{{ITEMS_ID}}">{{ITEMS_HEADING}}</h2>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">{{ITEMS_HEADING}}</span></caption>
	<thead role="rowgroup">
		<tr role="row">
			<th role="columnheader" scope="col">Service</th>
			<th role="columnheader" scope="col">Reference</th>
			<th role="columnheader" scope="col">Organisation</th>
			<th role="columnheader" scope="col">{{WHAT_HEADING}}</th>
		</tr>
	</thead>
	<tbody role="rowgroup">
		{{#ITEM}}
		<tr role="row">
			<th role="rowheader" scope="row">{{NAME}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Reference</span>{{REFERENCE}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Organisation</span>{{ORGANISATION}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">{{WHAT_HEADING}}</span><span>{{#CHANGE_LINE}}{{CHANGE_TEXT}}<br>{{/CHANGE_LINE}}</span></td>
		</tr>
		{{/ITEM}}
	</tbody>
</table>
{{#REST}}<p>And {{REST_N}} more: <a href="?all=1">show all of every list</a>.</p>
{{/REST}}
{{/ITEMS}}
{{#FAULTS}}
<h2 class="nhsuk-heading-m" id="faults">Lines that are left out</h2>
<p>Nothing of these lines is stored. Put them right in the file, and import it again: what is here already stays as it is.</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#FAULT}}<li>Line {{LINE}}: {{REASON}}.</li>
{{/FAULT}}
</ul>
{{#REST}}<p>And {{REST_N}} more: <a href="?all=1">show all of every list</a>.</p>
{{/REST}}
{{/FAULTS}}
