{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/criteria">Criteria</a> › <a href="/criteria/{{REF}}">{{NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#CHANGED}}<div class="nhsuk-error-summary" role="alert" tabindex="-1"><div class="nhsuk-error-summary__body"><p><strong>Somebody else has just changed this draft. Nothing is published yet. Read it again, then publish it.</strong></p></div></div>{{/CHANGED}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{NAME}}</span> Publish version {{NUMBER}}</h1>
<p>Reviews that are opened from now on judge by it. It never changes again; a change needs the next version. Reviews that are open keep theirs.</p>
{{>CRITERION}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Publish version {{NUMBER}}</button>
</form>
</div>
</div>
