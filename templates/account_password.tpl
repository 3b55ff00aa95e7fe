{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Change my password</h1>
<p>You will be signed out everywhere else, and we send you a message that it was changed.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Change my password</button>
</form>
<p><a href="/account">Back to my account</a></p>
</div>
</div>
