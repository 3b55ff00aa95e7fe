{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/{{REF}}">{{PERSON_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Sign out {{PERSON_NAME}} everywhere</h1>
<p>Every browser in which {{PERSON_NAME}} is signed in asks for the password and a one-time code again. What they are typing is kept for them.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Sign out everywhere</button>
</form>
</div>
</div>
