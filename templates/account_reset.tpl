{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Choose a new password</h1>
<p>For the account of {{PERSON}}, {{EMAIL}}. It will be signed out everywhere; then you sign in with the new password.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Change my password</button>
</form>
<p>If you have lost your device and your recovery codes too, ask whoever looks after Soundings in your organisation.</p>
</div>
</div>
