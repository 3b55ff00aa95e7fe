{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/surveys">Surveys</a></p>
<h1 class="nhsuk-heading-l">{{SURVEY_TITLE}}</h1>
<p class="app-result__links app-no-print">
	<a class="nhsuk-button nhsuk-button--small" href="/surveys/{{SLUG}}/results">See results</a>
	<a href="/surveys/{{SLUG}}/responses.csv">Download responses (CSV)</a>
</p>
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">State</dt><dd class="nhsuk-summary-list__value">{{#NOT_YET}}<strong class="nhsuk-tag nhsuk-tag--blue">Not yet open</strong>{{/NOT_YET}}{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--green">Open</strong>{{/OPEN}}{{#CLOSED}}<strong class="nhsuk-tag nhsuk-tag--grey">Closed</strong>{{/CLOSED}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Who asks</dt><dd class="nhsuk-summary-list__value">{{ASKED_BY}}{{#FFT}}<br>Friends and Family Test: positive and negative by the NHS rule{{/FFT}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Public address</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{ADDRESS}}</span></dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Opens</dt><dd class="nhsuk-summary-list__value">{{OPENS}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Closes</dt><dd class="nhsuk-summary-list__value">{{CLOSES}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Version</dt><dd class="nhsuk-summary-list__value">{{VERSION}}, published on {{PUBLISHED}}<br>Surveys are added, and changed, by whoever runs Soundings, from a file.</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Anonymity</dt><dd class="nhsuk-summary-list__value">{{ANONYMITY}} Of the date we keep {{#BY_WEEK}}the week.{{/BY_WEEK}}{{#BY_MONTH}}the month.{{/BY_MONTH}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Before sending</dt><dd class="nhsuk-summary-list__value">{{#CHECKS}}People check their answers.{{/CHECKS}}{{#CHECKS_NOT}}Answers are sent straight from the last page.{{/CHECKS_NOT}}{{#REFERENCE}} Afterwards they are given a reference.{{/REFERENCE}}</dd></div>
</dl>
<h2 class="nhsuk-heading-m">What it asks</h2>
{{#PAGE}}
<section class="app-questions">
	<h3 class="nhsuk-heading-s">Page {{PAGE_NUMBER}}{{#HAS_PAGE_TITLE}}: {{PAGE_TITLE}}{{/HAS_PAGE_TITLE}}</h3>
	{{#ASKS}}
	<div class="app-question">
		<p class="app-question__label"><span class="app-result__number">{{NUMBER}}.</span> {{QUESTION_LABEL}}</p>
		<p class="app-question__about">{{KIND}}{{#HAS_CHOICES}}: {{CHOICES}}{{/HAS_CHOICES}}</p>
		{{#HAS_ROWS}}<p class="app-question__about">Rows: {{ROWS}}</p>{{/HAS_ROWS}}
		<p class="app-question__about">{{#REQUIRED}}Must be answered{{/REQUIRED}}{{#OPTIONAL}}May be left out{{/OPTIONAL}}{{#HAS_CONDITION}}. {{CONDITION}}{{/HAS_CONDITION}}. Code: {{CODE}}</p>
	</div>
	{{/ASKS}}
</section>
{{/PAGE}}
