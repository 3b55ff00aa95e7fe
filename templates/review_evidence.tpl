{{%AUTOESCAPE context="HTML"}}<div class="app-evidence">
<h3 class="nhsuk-heading-xs">{{HEADING}}</h3>
{{#NONE}}<p class="app-muted">Nothing there yet.</p>{{/NONE}}
{{#SUBMISSION_SENT}}<p><a href="/calls/{{CALL}}/submissions/{{SUBMISSION_REF}}">{{TITLE}}</a>, sent on {{SENT_AT}}{{#HAS_AMOUNT}}. They ask for {{VALUE}}{{/HAS_AMOUNT}}.</p>
{{#PART}}<h4 class="nhsuk-heading-xs">{{PART_TITLE}}</h4>
{{>SUMMARY}}
{{/PART}}{{/SUBMISSION_SENT}}
{{#PROPOSAL_SAID}}<table class="app-table app-table--evidence">
<thead><tr><th scope="col">Said</th><th scope="col" class="app-number">How many</th></tr></thead>
<tbody>{{#SAID_ROW}}<tr><th scope="row">{{LABEL}}</th><td class="app-number">{{N}}</td></tr>
{{/SAID_ROW}}</tbody>
</table>
{{#RESULTS_LINKED}}<p><a href="/proposals/{{PROPOSAL_REF}}/results">The whole result</a></p>{{/RESULTS_LINKED}}{{/PROPOSAL_SAID}}
{{#SPECIFICATION}}<ul class="nhsuk-list">
{{#VERSION_ROW}}<li>{{TITLE}}, version {{NUMBER}}: {{#AGREED}}agreed on {{AGREED_ON}}{{/AGREED}}{{#NOT_AGREED}}<span class="app-muted">a draft</span>{{/NOT_AGREED}}</li>
{{/VERSION_ROW}}</ul>{{/SPECIFICATION}}
{{#RETURNS}}<p>{{WORDS}}</p>
<table class="app-table app-table--evidence">
	<caption><span class="nhsuk-u-visually-hidden">Returns, the newest first</span></caption>
	<thead><tr><th scope="col">Period</th><th scope="col">State</th><th scope="col">KPIs</th></tr></thead>
	<tbody>
	{{#RETURN_ROW}}<tr><th scope="row">{{PERIOD}}</th><td>{{STATE}}{{#LATE}} <strong class="nhsuk-tag nhsuk-tag--red">Late</strong>{{/LATE}}</td><td><strong class="nhsuk-tag nhsuk-tag--{{RAG_COLOUR}}">{{RAG}}</strong></td></tr>
	{{/RETURN_ROW}}
	</tbody>
</table>{{/RETURNS}}
{{#KPIS}}
{{#KPI_ROW}}<table class="app-table app-table--evidence">
	<caption>{{NAME}}</caption>
	<thead><tr><th scope="col">Until</th><th scope="col" class="app-number">Figure</th><th scope="col">Target</th><th scope="col">Result</th></tr></thead>
	<tbody>
	{{#VALUE_ROW}}<tr><th scope="row">{{PERIOD}}</th><td class="app-number">{{VALUE}}</td><td>{{TARGET}}</td><td><strong class="nhsuk-tag nhsuk-tag--{{RAG_COLOUR}}">{{RAG}}</strong></td></tr>
	{{/VALUE_ROW}}
	</tbody>
</table>
{{/KPI_ROW}}{{/KPIS}}
{{#SPEND}}<table class="app-table app-table--evidence">
	<caption><span class="nhsuk-u-visually-hidden">By financial year</span></caption>
	<thead><tr><th scope="col">Year</th><th scope="col" class="app-number">Value</th><th scope="col" class="app-number">Spent</th></tr></thead>
	<tbody>
	{{#YEAR_ROW}}<tr><th scope="row">{{YEAR}}</th><td class="app-number">{{VALUE}}</td><td class="app-number">{{SPENT}}</td></tr>
	{{/YEAR_ROW}}
	</tbody>
</table>{{/SPEND}}
{{#INCIDENTS}}<table class="app-table app-table--evidence">
	<caption><span class="nhsuk-u-visually-hidden">Counts by harm</span></caption>
	<thead><tr><th scope="col">Harm</th><th scope="col" class="app-number">Open</th><th scope="col" class="app-number">Closed</th></tr></thead>
	<tbody>
	{{#HARM_ROW}}<tr><th scope="row">{{HARM}}</th><td class="app-number">{{OPEN}}</td><td class="app-number">{{CLOSED}}</td></tr>
	{{/HARM_ROW}}
	</tbody>
</table>{{/INCIDENTS}}
{{#SURVEYS}}<ul class="nhsuk-list">
{{#SURVEY_ROW}}<li>{{#LINKED}}<a href="/surveys/{{SLUG}}/results">{{SURVEY}}</a>{{/LINKED}}{{#PLAIN}}{{SURVEY}}{{/PLAIN}}: {{N}} answers</li>
{{/SURVEY_ROW}}</ul>{{/SURVEYS}}
</div>
