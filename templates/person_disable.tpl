{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/{{REF}}">{{PERSON_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{#WITHDRAW}}Withdraw the invitation of {{PERSON_NAME}}{{/WITHDRAW}}{{#DISABLE}}Disable the account of {{PERSON_NAME}}{{/DISABLE}}</h1>
{{#DISABLE}}<p>{{PERSON_NAME}} is signed out at once, and cannot sign in until an administrator enables the account again. Nothing that they did is removed.</p>{{/DISABLE}}{{#WITHDRAW}}<p>The link in the message to {{EMAIL}} stops working at once. You can enable the account again later, which sends a new invitation.</p>{{/WITHDRAW}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{#WITHDRAW}}Withdraw the invitation{{/WITHDRAW}}{{#DISABLE}}Disable the account{{/DISABLE}}</button>
</form>
</div>
</div>
