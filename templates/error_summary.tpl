{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-error-summary" data-module="nhsuk-error-summary">
<div role="alert">
<h2 class="nhsuk-error-summary__heading">{{SUMMARY_HEADING}}</h2>
<div class="nhsuk-error-summary__body">
<ul class="nhsuk-list nhsuk-error-summary__list">
{{#FORM_PROBLEM}}<li>{{ERROR}}</li>
{{/FORM_PROBLEM}}
{{#PROBLEM}}<li><a href="#{{PROBLEM_ID}}">{{ERROR}}</a></li>
{{/PROBLEM}}
</ul>
</div>
</div>
</div>
