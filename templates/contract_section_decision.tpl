{{%AUTOESCAPE context="HTML"}}
<section class="app-section" aria-labelledby="last-decision">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="last-decision">Last decision</h2></div>
<p><strong class="nhsuk-tag nhsuk-tag--{{OUTCOME_COLOUR}}">{{OUTCOME}}</strong> The panel met on {{MET}}.{{#NEXT_REVIEW_GIVEN}} Next review: {{NEXT_REVIEW}}.{{/NEXT_REVIEW_GIVEN}} <a href="/reviews/{{REVIEW_REF}}/report">Report of the review</a></p>
{{#TERMS_GIVEN}}<div class="app-text">{{TERMS:pre_escape}}</div>
{{/TERMS_GIVEN}}<div class="app-text">{{REASONS:pre_escape}}</div>
{{#HAS_CONDITIONS}}<h3 class="nhsuk-heading-xs">Conditions</h3>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#CONDITION}}<li>{{WHAT}}</li>
{{/CONDITION}}</ul>
{{/HAS_CONDITIONS}}</section>
