{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/{{REF}}">{{PERSON_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Enable the account of {{PERSON_NAME}}</h1>
{{#AGAIN}}<p>{{PERSON_NAME}} can sign in again, with the password and the device from before, and the roles that the account has now.</p>{{/AGAIN}}{{#INVITE}}<p>{{PERSON_NAME}} has never signed in: a new invitation is sent to {{EMAIL}}.</p>{{/INVITE}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Enable the account</button>
</form>
</div>
</div>
