{{%AUTOESCAPE context="HTML"}}<section aria-labelledby="surveys">
<h2 class="nhsuk-heading-m" id="surveys">Surveys</h2>
<ul class="nhsuk-list app-facts">
{{#SURVEY}}<li><a href="/surveys/{{SLUG}}">{{SURVEY_TITLE}}</a> {{#NOT_YET}}<strong class="nhsuk-tag nhsuk-tag--blue">Not yet open</strong>{{/NOT_YET}}{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--green">Open</strong>{{/OPEN}}{{#CLOSED}}<strong class="nhsuk-tag nhsuk-tag--grey">Closed</strong>{{/CLOSED}}</li>
{{/SURVEY}}
</ul>
</section>
