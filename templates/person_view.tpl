{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a></p>
<h1 class="nhsuk-heading-l">{{PERSON_NAME}}</h1>
{{#INVITATION}}
<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>{{PERSON_NAME}} has been invited by a message to {{EMAIL}}. The link in it works once, until {{EXPIRES}}. They choose a password and set up an authenticator app, and can then sign in. Until then nobody can use this account.</p>
</div>
{{/INVITATION}}
{{#INVITATION_OVER}}
<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>The invitation is over and was not used. Send it again if {{PERSON_NAME}} is still to have an account.</p>
</div>
{{/INVITATION_OVER}}
{{#ACTIONS}}
<p class="app-result__links app-no-print">
{{#MAY_SEND_AGAIN}}<a class="nhsuk-button nhsuk-button--small" href="/people/invite?like={{REF}}">Invite another</a>
<a href="/people/{{REF}}/send-again">Send the invitation again</a>
{{/MAY_SEND_AGAIN}}<a href="/people/{{REF}}/edit">Change name or email address</a>
{{#MAY_ROLES}}<a href="/people/{{REF}}/roles">Change roles</a>
{{/MAY_ROLES}}{{#MAY_SIGN_OUT}}<a href="/people/{{REF}}/sign-out">Sign out everywhere</a>
{{/MAY_SIGN_OUT}}{{#MAY_DEVICE}}<a href="/people/{{REF}}/device">Lost device</a>
{{/MAY_DEVICE}}{{#MAY_WITHDRAW}}<a href="/people/{{REF}}/disable">Withdraw the invitation</a>
{{/MAY_WITHDRAW}}{{#MAY_DISABLE}}<a href="/people/{{REF}}/disable">Disable</a>
{{/MAY_DISABLE}}{{#MAY_ENABLE}}<a href="/people/{{REF}}/enable">Enable</a>
{{/MAY_ENABLE}}</p>
{{/ACTIONS}}
{{#OWN}}<p>This is your own account. Another administrator changes your roles, and can disable it.</p>{{/OWN}}
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">State</dt><dd class="nhsuk-summary-list__value">{{#INVITED}}<strong class="nhsuk-tag nhsuk-tag--blue">Invited</strong>{{/INVITED}}{{#ACTIVE}}<strong class="nhsuk-tag nhsuk-tag--green">Active</strong>{{/ACTIVE}}{{#DISABLED}}<strong class="nhsuk-tag nhsuk-tag--grey">Disabled</strong>{{/DISABLED}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Email address</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{EMAIL}}</span></dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Last seen</dt><dd class="nhsuk-summary-list__value">{{LAST_SEEN}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Account since</dt><dd class="nhsuk-summary-list__value">{{SINCE}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Password chosen</dt><dd class="nhsuk-summary-list__value">{{PASSWORD_CHOSEN}}</dd></div>
</dl>
<h2 class="nhsuk-heading-m">Organisations and roles</h2>
{{#MEMBERSHIP_NONE}}<p>None. Whoever has no role sees only their own account.</p>{{/MEMBERSHIP_NONE}}
<ul class="nhsuk-list">
{{#MEMBERSHIP}}<li><a href="/organisations/{{CODE}}">{{ORGANISATION}}</a>: {{ROLES}}</li>
{{/MEMBERSHIP}}
</ul>
<h2 class="nhsuk-heading-m">Signed in now</h2>
{{#SESSION_NONE}}<p>Nowhere.</p>{{/SESSION_NONE}}
<ul class="nhsuk-list">
{{#SESSION}}<li>Since {{BEGAN}}, last used {{SEEN}}, for {{ORGANISATION}}{{#HAS_ROLE}}, as {{ROLE}}{{/HAS_ROLE}}</li>
{{/SESSION}}
</ul>
{{#DEVICES}}
<h2 class="nhsuk-heading-m">Lost devices</h2>
<ul class="nhsuk-list">
{{#DEVICE}}<li><a href="/people/devices/{{REQUEST}}">{{AT}}</a>: {{ASKED_BY}} asked for a new device. {{OUTCOME}}{{#ENDED}} by {{ENDED_BY}}{{/ENDED}}.</li>
{{/DEVICE}}
</ul>
{{/DEVICES}}
<h2 class="nhsuk-heading-m">What was done to this account</h2>
{{#HISTORY_NONE}}<p>Nothing yet.</p>{{/HISTORY_NONE}}
<ul class="nhsuk-list app-facts">
{{#HISTORY}}<li>{{AT}}, {{WHO}}: {{ACTION}}{{#HAS_DETAIL}}. <span class="app-text">{{DETAIL}}</span>{{/HAS_DETAIL}}</li>
{{/HISTORY}}
</ul>
<h2 class="nhsuk-heading-m">What {{PERSON_NAME}} did lately</h2>
{{#ACT_NONE}}<p>Nothing yet.</p>{{/ACT_NONE}}
<ul class="nhsuk-list app-facts">
{{#ACT}}<li>{{AT}}: {{ACTION}}: {{SUBJECT}}{{#HAS_DETAIL}}. <span class="app-text">{{DETAIL}}</span>{{/HAS_DETAIL}}</li>
{{/ACT}}
</ul>
