{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/criteria">Criteria</a> › <a href="/criteria/{{REF}}">{{NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Remove a criterion</h1>
<p>“{{CRITERION_NAME}}” and its scale are taken out of this draft. Versions that were published keep it.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Remove</button>
</form>
</div>
</div>
