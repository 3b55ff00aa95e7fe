{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Set up your account</h1>
<p>{{INVITED_BY}} invites you, {{PERSON}}, to Soundings.{{#HAS_MEMBERSHIPS}} You will be:{{/HAS_MEMBERSHIPS}}</p>
{{#HAS_MEMBERSHIPS}}<ul class="nhsuk-list nhsuk-list--bullet">
{{#MEMBERSHIP}}<li>{{ROLE}} for {{ORGANISATION}}</li>
{{/MEMBERSHIP}}</ul>{{/HAS_MEMBERSHIPS}}
<p>You sign in with your email address, {{EMAIL}}, a password, and a code that your telephone shows. You choose the password and set up the telephone here.</p>
<form class="app-steps" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2 class="nhsuk-heading-m">1. Choose a password</h2>
{{#PASSWORD_PART}}{{>FIELD}}{{/PASSWORD_PART}}
<h2 class="nhsuk-heading-m">2. Set up your authenticator app</h2>
{{>DEVICE}}
{{#CODE_PART}}{{>FIELD}}{{/CODE_PART}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Set up my account</button>
</form>
</div>
</div>
