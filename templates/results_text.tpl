{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/surveys">Surveys</a> › <a href="/surveys/{{SLUG}}">{{SURVEY_TITLE}}</a> › <a href="/surveys/{{SLUG}}/results">Results</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">What people wrote</span> {{QUESTION_LABEL}}</h1>
<p class="app-result__base">{{BASE_SENTENCE}} Newest month first; within a month in no order.</p>
{{#NONE}}<p>Nobody has written anything here.</p>{{/NONE}}
{{#QUOTE}}
{{#NEW_MONTH}}<h2 class="nhsuk-heading-s app-month">{{LABEL}}</h2>{{/NEW_MONTH}}
<blockquote class="app-quote app-text">{{TEXT:pre_escape}}</blockquote>
{{/QUOTE}}
{{>PAGER}}
