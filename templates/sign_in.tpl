{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Sign in</h1>
<form method="post" action="/sign-in" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Sign in</button>
</form>
<ul class="nhsuk-list">
<li><a href="/forgotten">I have forgotten my password</a></li>
<li><a href="/sign-in/recovery">I do not have my device</a></li>
</ul>
<p>If you have no account, ask whoever looks after Soundings in your organisation to invite you.</p>
</div>
</div>
