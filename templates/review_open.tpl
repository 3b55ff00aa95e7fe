{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{REFERENCE}}, {{ORGANISATION}}</span> Open a review of {{SERVICE}}</h1>
{{#NO_CRITERIA}}<p>There are no criteria for contracts yet. Publish some first, then come back.</p>{{/NO_CRITERIA}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="submission" value="{{SUBMISSION}}">
{{>FIELD}}
{{#SOME}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Open the review</button>{{/SOME}}
</form>
</div>
</div>
