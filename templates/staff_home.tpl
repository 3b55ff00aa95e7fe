{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">My work</h1>
<p>Hello {{NAME}}.</p>
{{#TO_SURVEYS}}
<h2 class="nhsuk-heading-m">Surveys</h2>
<p><a href="/surveys">See the surveys, their answers and results</a></p>
{{/TO_SURVEYS}}
{{#NOTHING_YET}}
<p>Nothing waits for you. This version has surveys only, which are for authors and auditors. People and surveys are added on the server, by whoever runs Soundings there.</p>
{{/NOTHING_YET}}
<h2 class="nhsuk-heading-m">Your roles</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#ROLE_ROW}}<li>{{ROLE}}</li>
{{/ROLE_ROW}}
</ul>
