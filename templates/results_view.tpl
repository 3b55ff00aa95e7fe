{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/surveys">Surveys</a> › <a href="/surveys/{{SLUG}}">{{SURVEY_TITLE}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Results</span> {{SURVEY_TITLE}}</h1>
<p class="app-result__base">Asked by {{ASKED_BY}}{{#HAS_PERIOD}}. {{PERIOD}}{{/HAS_PERIOD}}<br>Figures as at {{AS_AT}}.{{#ROUNDED}} Percentages are rounded, so they may not add up to 100.{{/ROUNDED}}</p>
<dl class="app-figures">
	<div><dt>Responses</dt><dd>{{RESPONSES}}</dd></div>
	{{#FFT}}
	<div><dt>Positive</dt><dd>{{POSITIVE}}</dd></div>
	<div><dt>Negative</dt><dd>{{NEGATIVE}}</dd></div>
	{{/FFT}}
</dl>
{{#FFT_RULE}}<p class="app-result__base">By the NHS rule, positive is “Very good” and “Good” as a share of all answers, “Don’t know” included; negative is “Poor” and “Very poor”.</p>{{/FFT_RULE}}
{{#NONE}}<p>Nobody has answered yet. Figures appear here as soon as somebody does.</p>{{/NONE}}
<p class="app-result__links app-no-print">
	<a href="/surveys/{{SLUG}}/results.csv">Download these figures (CSV)</a>
	<a href="/surveys/{{SLUG}}/responses.csv">Download every response (CSV)</a>
</p>
{{>MONTHS}}
{{>QUESTION}}
{{>MONTHS_AFTER}}
<details class="nhsuk-details app-no-print">
	<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What is in the file of responses</span></summary>
	<div class="nhsuk-details__text">
		<p>One line for each response, in no order. It opens in Excel as it is. The first columns say which week or month the response came in, and which version of the survey it answered.</p>
		<p>Then each question has a column headed with its words and its code; a question of several rows has one for each row. Where people could tick more than one answer, each answer has a column of its own: 1 ticked, 0 not ticked, empty when the question was not answered. So a column’s sum is the number of people who ticked it.</p>
		<p>Nothing in the file says who answered. What people wrote may: read it before you pass it on.</p>
	</div>
</details>
