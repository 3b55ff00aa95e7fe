{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Invite somebody</h1>
{{#OTHER}}<div class="nhsuk-inset-text"><p><a href="/people/{{OTHER_REF}}">{{OTHER_NAME}}</a> has this email address already. Give them more roles on their page.</p></div>{{/OTHER}}
<p>They are sent a link that works once and not for long. With it they choose a password and set up an authenticator app.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send the invitation</button>
</form>
</div>
</div>
