{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/surveys">Surveys</a> › <a href="/surveys/{{SLUG}}">{{SURVEY_TITLE}}</a> › <a href="/surveys/{{SLUG}}/results">Results</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">What people wrote</span> {{QUESTION_LABEL}}</h1>
<p class="app-result__base">{{BASE_SENTENCE}} Newest month first; within a month in no order.{{#ABOVE}} Above each text stands what the same person answered to “{{ABOVE_LABEL}}”; left out where few people gave that answer.{{/ABOVE}}</p>
{{#NONE}}<p>Nobody has written anything here.</p>{{/NONE}}
{{#QUOTE}}
{{#NEW_MONTH}}<h2 class="nhsuk-heading-s app-month">{{LABEL}}</h2>{{/NEW_MONTH}}
{{#HAS_BESIDE}}<p class="app-quote__beside">{{BESIDE}}</p>{{/HAS_BESIDE}}
<blockquote class="app-quote app-text">{{TEXT:pre_escape}}</blockquote>
{{/QUOTE}}
{{>PAGER}}
