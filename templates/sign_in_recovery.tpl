{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Sign in with a recovery code</h1>
<p>Use this when you do not have the device that shows your one-time codes.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Sign in</button>
</form>
<p>If you have no recovery codes either, ask whoever looks after Soundings in your organisation. Two administrators together can let you set up a new device.</p>
<p><a href="/sign-in">Sign in with your device</a></p>
</div>
</div>
