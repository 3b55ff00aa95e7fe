{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/mail">Mail</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Send a test message</h1>
<p>It shows whether the mail server takes what Soundings sends. It is sent within a minute; the list of mail then says what came of it.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send a test message</button>
</form>
</div>
</div>
