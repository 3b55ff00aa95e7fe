{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Surveys</h1>
{{#NONE}}<p>No surveys yet. Surveys are added by whoever runs Soundings, from a file.</p>{{/NONE}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Surveys, by title</span></caption>
	<thead role="rowgroup">
		<tr role="row">
			<th role="columnheader" scope="col">Survey</th>
			<th role="columnheader" scope="col">Who asks</th>
			<th role="columnheader" scope="col">State</th>
			<th role="columnheader" scope="col">Opens</th>
			<th role="columnheader" scope="col">Closes</th>
			<th role="columnheader" scope="col" class="app-number">Responses</th>
			<th role="columnheader" scope="col">Results</th>
		</tr>
	</thead>
	<tbody role="rowgroup">
		{{#SURVEY}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/surveys/{{SLUG}}">{{SURVEY_TITLE}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Who asks</span>{{ASKED_BY}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span>{{#NOT_YET}}<strong class="nhsuk-tag nhsuk-tag--blue">Not yet open</strong>{{/NOT_YET}}{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--green">Open</strong>{{/OPEN}}{{#CLOSED}}<strong class="nhsuk-tag nhsuk-tag--grey">Closed</strong>{{/CLOSED}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Opens</span>{{OPENS}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Closes</span>{{CLOSES}}</td>
			<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Responses</span>{{N}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Results</span><a href="/surveys/{{SLUG}}/results">Results<span class="nhsuk-u-visually-hidden"> of {{SURVEY_TITLE}}</span></a></td>
		</tr>
		{{/SURVEY}}
	</tbody>
</table>
<p class="app-no-print"><a href="/surveys.csv">Download this list (CSV)</a></p>
<p class="app-result__base">Surveys are added, and changed, by whoever runs Soundings, from a file.</p>
{{/LIST}}
