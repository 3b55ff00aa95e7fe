{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-xl">Have your say</h1>
<p class="nhsuk-lede-text">{{COMMISSIONER}} and the services it pays for want to hear from you. You do not need an account, and you choose what to answer.</p>
{{#LIST}}
<h2 class="nhsuk-heading-l">Open now</h2>
<ul class="nhsuk-list app-open-list">
{{#SURVEY_ROW}}
<li>
<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1"><a href="/s/{{SLUG}}">{{SURVEY}}</a></h3>
<p>Asked by {{ASKED_BY}}{{#CLOSES_GIVEN}}. Open until {{CLOSES}}{{/CLOSES_GIVEN}}</p>
</li>
{{/SURVEY_ROW}}
</ul>
{{/LIST}}
{{#EMPTY}}
<p>No survey is open to everybody at the moment. If you were sent a link, use that link.</p>
{{/EMPTY}}
