{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{TITLE}}</a></p>
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}</span> Moderate {{TITLE}}</h1>
<p>Agree on one score for each criterion. Save as often as you like; others can work on it at the same time.{{#HAS_MEAN}} The mean by weight is <strong>{{MEAN}}</strong>.{{/HAS_MEAN}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>SECTION}}
<div class="app-result__links">
<button class="nhsuk-button" type="submit" name="go" value="save" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="next" data-module="nhsuk-button" data-prevent-double-click="true">Save and check the findings</button>
</div>
</form>
