{{%AUTOESCAPE context="HTML"}}
{{#NONE}}<p>There are no files.</p>{{/NONE}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Files, the first added first</span></caption>
	<thead role="rowgroup">
		<tr role="row">
			<th role="columnheader" scope="col">File</th>
			<th role="columnheader" scope="col">Added</th>
			{{#FOR}}<th role="columnheader" scope="col">For</th>{{/FOR}}
			{{#REMOVES}}<th role="columnheader" scope="col">Remove</th>{{/REMOVES}}
		</tr>
	</thead>
	<tbody role="rowgroup">
		{{#FILE}}
		<tr role="row">
			<th role="rowheader" scope="row" class="app-text">{{#HERE}}<a href="/files/{{FILE_REF}}">{{FILE_NAME}}</a>{{/HERE}}{{#GONE}}<s>{{FILE_NAME}}</s>{{/GONE}}<br><span class="app-muted">{{TYPE}}, {{SIZE}}{{#UNSCANNED}}, not scanned for viruses{{/UNSCANNED}}</span>{{#GONE}}<br><span class="app-muted">Removed on {{REMOVED_AT}}{{#WHY}} by {{REMOVED_BY}}: {{REMOVED_WHY}}{{/WHY}}</span>{{/GONE}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Added</span>{{ADDED_AT}}<br>{{ADDED_BY}}</td>
			{{#FOR}}<td role="cell"><span class="app-cell-name" aria-hidden="true">For</span>{{OPENED_BY}}</td>{{/FOR}}
			{{#REMOVES}}<td role="cell" class="app-nowrap">{{#MAY_REMOVE}}<span class="app-cell-name" aria-hidden="true">Remove</span><a href="/files/{{FILE_REF}}/remove">Remove<span class="nhsuk-u-visually-hidden"> {{FILE_NAME}}</span></a>{{/MAY_REMOVE}}</td>{{/REMOVES}}
		</tr>
		{{/FILE}}
	</tbody>
</table>
{{/LIST}}
