{{%AUTOESCAPE context="HTML"}}
{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/outcomes">What came of it</a></p>
<h1 class="nhsuk-heading-l">Publish what was decided</h1>
<p>{{OUTCOMES}} on the proposal’s page, for everybody. What is published can be put right later; the day of the change is shown.</p>
{{#UNANSWERED}}<div class="nhsuk-inset-text"><p>These themes have no outcome yet:</p>
<ul class="nhsuk-list nhsuk-list--bullet">{{#THEME_ROW}}<li>{{NAME}}</li>{{/THEME_ROW}}</ul></div>{{/UNANSWERED}}
<p>{{TOLD}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button" type="submit" name="sure" value="yes" data-module="nhsuk-button" data-prevent-double-click="true">Publish</button>
</form>
