{{%AUTOESCAPE context="HTML"}}
<h2 class="nhsuk-heading-m">Add detail</h2>
<p>None of this is needed. It helps others to learn if you have the time.</p>
<ul class="nhsuk-task-list">
{{#REPORT_DETAIL}}<li class="nhsuk-task-list__item nhsuk-task-list__item--with-link">
<div class="nhsuk-task-list__name-and-hint">{{#PART_STEP}}<a class="nhsuk-link nhsuk-task-list__link" href="/reports/{{REF}}/draft/{{STEP}}">{{PART}}</a>{{/PART_STEP}}{{#PART_PERSON}}<a class="nhsuk-link nhsuk-task-list__link" href="/reports/{{REF}}/people/{{NUMBER}}">{{PART}}</a>{{/PART_PERSON}}{{#PART_GO}}<button class="app-link-button" type="submit" name="go" value="{{GO}}">{{PART}}</button>{{/PART_GO}}</div>
<div class="nhsuk-task-list__status app-nowrap">{{#GIVEN}}Given{{/GIVEN}}{{#NOT_GIVEN}}Not given{{/NOT_GIVEN}}</div>
</li>
{{/REPORT_DETAIL}}</ul>
