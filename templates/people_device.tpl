{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/devices">Lost devices</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">New device for {{PERSON_NAME}}</h1>
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">For</dt><dd class="nhsuk-summary-list__value"><a href="/people/{{REF}}">{{PERSON_NAME}}</a><br><span class="app-text">{{EMAIL}}</span></dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Asked by</dt><dd class="nhsuk-summary-list__value">{{ASKED_BY}}, {{AT}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What happened</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{REASON:pre_escape}}</div></dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">State</dt><dd class="nhsuk-summary-list__value">{{OUTCOME}}{{#ENDED}} by {{ENDED_BY}}{{/ENDED}}</dd></div>
</dl>
{{#WAITS}}<a class="nhsuk-button" href="/people/devices/{{REQUEST}}/answer">Agree, refuse or withdraw</a>
{{/WAITS}}</div>
</div>
