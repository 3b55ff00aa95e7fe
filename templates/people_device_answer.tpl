{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/devices">Lost devices</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">New device for {{PERSON_NAME}}</h1>
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">For</dt><dd class="nhsuk-summary-list__value"><a href="/people/{{REF}}">{{PERSON_NAME}}</a><br><span class="app-text">{{EMAIL}}</span></dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Asked by</dt><dd class="nhsuk-summary-list__value">{{ASKED_BY}}, {{AT}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What happened</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{REASON:pre_escape}}</div></dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">State</dt><dd class="nhsuk-summary-list__value">{{OUTCOME}}{{#ENDED}} by {{ENDED_BY}}{{/ENDED}}</dd></div>
</dl>
{{#OVER}}<p>This request does not wait for an answer any more.</p>{{/OVER}}
{{#ABOUT_YOU}}<p>This is about your own account: another administrator answers.</p>{{/ABOUT_YOU}}
{{#MAY_ANSWER}}
<p>If you agree, {{PERSON_NAME}} is signed out everywhere, and a link to set up a new device is sent to {{EMAIL}}. The password stays as it is, and is asked for. Agree only if you are sure that it is really {{PERSON_NAME}} who asks.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" name="answer" value="agree" data-module="nhsuk-button" data-prevent-double-click="true">Agree</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="answer" value="refuse" data-module="nhsuk-button" data-prevent-double-click="true">Refuse</button>
</div>
</form>
{{/MAY_ANSWER}}
{{#MAY_WITHDRAW}}
<p>You have asked for this. Another administrator agrees or refuses.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="answer" value="withdraw" data-module="nhsuk-button" data-prevent-double-click="true">Withdraw</button>
</form>
{{/MAY_WITHDRAW}}
</div>
</div>
