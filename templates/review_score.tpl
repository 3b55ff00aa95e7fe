{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{TITLE}}</a></p>
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}</span> Score {{TITLE}}</h1>
<p>You score alone. Nobody sees your scores, and you see nobody’s, before all reviewers have sent theirs. Save as often as you like; what you have sent is final. The decision is due by {{DUE_ON}}.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>SECTION}}
<div class="app-result__links">
<button class="nhsuk-button" type="submit" name="go" value="save" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="send" data-module="nhsuk-button" data-prevent-double-click="true">Send my scores for good</button>
</div>
</form>
