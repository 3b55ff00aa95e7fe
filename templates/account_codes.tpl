{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Recovery codes</h1>
<p>A recovery code signs you in when you do not have your device. Each works once. Keep them on paper, away from the device.</p>
{{#HAS_CODES}}<p>You have <strong>{{CODES_LEFT}}</strong> left. New ones replace those before.</p>{{/HAS_CODES}}{{#NO_CODES}}<p>You have none now.</p>{{/NO_CODES}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Make new recovery codes</button>
</form>
<p><a href="/account">Back to my account</a></p>
</div>
</div>
