{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Forgotten password</h1>
<p>We send you a link to choose a new one. You will also need the one-time code from your device, or a recovery code.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send me a link</button>
</form>
<p><a href="/sign-in">Back to sign in</a></p>
</div>
</div>
