{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/mail">Mail</a></p>
<h1 class="nhsuk-heading-l">{{SUBJECT}}</h1>
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">To</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{RECIPIENT}}</span></dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">State</dt><dd class="nhsuk-summary-list__value">{{#WAITING}}<strong class="nhsuk-tag nhsuk-tag--blue">Waiting</strong>{{/WAITING}}{{#FAILED}}<strong class="nhsuk-tag nhsuk-tag--red">Failed</strong>{{/FAILED}}{{#SENT}}<strong class="nhsuk-tag nhsuk-tag--green">Sent</strong>{{/SENT}}{{#GIVEN_UP}}<strong class="nhsuk-tag nhsuk-tag--grey">Given up</strong>{{/GIVEN_UP}}</dd></div>
	{{#HAS_ERROR}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What the last try said</dt><dd class="nhsuk-summary-list__value">{{ERROR}}</dd></div>{{/HAS_ERROR}}
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Made</dt><dd class="nhsuk-summary-list__value">{{MADE}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Tries</dt><dd class="nhsuk-summary-list__value">{{TRIES}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{#WAITING}}Next{{/WAITING}}{{#FAILED}}Failed{{/FAILED}}{{#SENT}}Sent{{/SENT}}{{#GIVEN_UP}}Given up{{/GIVEN_UP}}</dt><dd class="nhsuk-summary-list__value">{{WHEN}}</dd></div>
	{{#GIVES_UP}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Tried until</dt><dd class="nhsuk-summary-list__value">{{GIVE_UP_AT}}</dd></div>{{/GIVES_UP}}
</dl>
{{#MAY_RETRY}}
<form class="app-no-print" method="post" action="/mail/{{MESSAGE}}/retry" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Try again now</button>
</form>
{{/MAY_RETRY}}
{{#MAY_GIVE_UP}}
<h2 class="nhsuk-heading-m">Give it up</h2>
<p>It is not tried again, and its text is thrown away. Links in it that somebody has already do not stop working.</p>
<form class="app-no-print" method="post" action="/mail/{{MESSAGE}}/give-up" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--secondary" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Give up</button>
</form>
{{/MAY_GIVE_UP}}
