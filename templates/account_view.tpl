{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">My account</h1>
<dl class="nhsuk-summary-list">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Name</dt><dd class="nhsuk-summary-list__value">{{PERSON}}</dd><dd class="nhsuk-summary-list__actions"></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Email address</dt><dd class="nhsuk-summary-list__value">{{EMAIL}}</dd><dd class="nhsuk-summary-list__actions"></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What you may do</dt><dd class="nhsuk-summary-list__value">{{#HAS_MEMBERSHIPS}}<ul class="nhsuk-list">{{#MEMBERSHIP}}<li>{{ROLE}} for {{ORGANISATION}}</li>{{/MEMBERSHIP}}</ul>{{/HAS_MEMBERSHIPS}}</dd><dd class="nhsuk-summary-list__actions"></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Password</dt><dd class="nhsuk-summary-list__value">Chosen on {{PASSWORD_AT}}</dd><dd class="nhsuk-summary-list__actions"><a href="/account/password">Change<span class="nhsuk-u-visually-hidden"> password</span></a></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Device</dt><dd class="nhsuk-summary-list__value">An authenticator app</dd><dd class="nhsuk-summary-list__actions"><a href="/account/device">Change<span class="nhsuk-u-visually-hidden"> device</span></a></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Recovery codes</dt><dd class="nhsuk-summary-list__value">{{CODES_LEFT}} left{{#CODES_FEW}}. Make new ones soon: without them, a lost device takes two administrators and some days.{{/CODES_FEW}}</dd><dd class="nhsuk-summary-list__actions"><a href="/account/recovery-codes">Make new ones<span class="nhsuk-u-visually-hidden"> (recovery codes)</span></a></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Signed in here since</dt><dd class="nhsuk-summary-list__value">{{SINCE}}</dd><dd class="nhsuk-summary-list__actions"></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Also signed in</dt><dd class="nhsuk-summary-list__value">{{ELSEWHERE}}</dd><dd class="nhsuk-summary-list__actions"><a href="/account/sign-out-everywhere">Sign out everywhere</a></dd></div>
</dl>
<p>Your name, your email address and what you may do are changed by an administrator of Soundings in your organisation.</p>
