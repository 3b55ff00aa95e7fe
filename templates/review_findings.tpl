{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{TITLE}}</a> › <a href="/reviews/{{REF}}/moderate">Moderate</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#PROBLEM}}<div class="nhsuk-error-summary" role="alert"><h2 class="nhsuk-error-summary__heading">There is a problem</h2><div class="nhsuk-error-summary__body"><p>{{ERROR}}</p></div></div>{{/PROBLEM}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}: {{TITLE}}</span> Check the findings</h1>
{{#TO_ORGANISATION}}<p>This is what {{ORGANISATION}} reads. It has {{DAYS}} days to answer; then the panel decides. What you send stays as it is.</p>{{/TO_ORGANISATION}}
{{#TO_PANEL}}<p>This is what the panel decides on. By these criteria the organisation does not answer it first. What you send stays as it is.</p>{{/TO_PANEL}}
{{#MISSING}}<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>Before this can be sent:</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#MISSING_ONE}}<li><a href="/reviews/{{REF}}/moderate#{{FIELD_ID}}">{{WHAT}}</a></li>
{{/MISSING_ONE}}</ul></div>{{/MISSING}}
{{>FINDINGS}}
{{#MAY_SEND}}<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{#TO_ORGANISATION}}Send to the organisation{{/TO_ORGANISATION}}{{#TO_PANEL}}Send to the panel{{/TO_PANEL}}</button>
</form>{{/MAY_SEND}}
</div>
</div>
