{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{TITLE}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}: {{TITLE}}</span> Add reviewers</h1>
{{#NONE}}<p>Everybody who can review this does so already. An administrator gives people the role contract reviewer.</p>{{/NONE}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
{{#SOME}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add</button>{{/SOME}}
</form>
</div>
</div>
