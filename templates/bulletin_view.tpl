{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/bulletins">Learning bulletins</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#ACTIONS}}
<div class="app-result__links app-bulletin__actions app-no-print">
{{#IS_DRAFT}}<form method="post" action="/bulletins/{{SLUG}}/send" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}"><button class="nhsuk-button nhsuk-button--small" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send for approval</button></form>
<a href="/bulletins/{{SLUG}}/edit">Change it</a>
{{/IS_DRAFT}}{{#IS_REVIEW}}<a class="nhsuk-button nhsuk-button--small" href="/bulletins/{{SLUG}}/approve">Approve or send back</a>
{{/IS_REVIEW}}{{#MAY_CORRECT}}<form method="post" action="/bulletins/{{SLUG}}/correct" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><button class="app-link-button" type="submit">Write a corrected version</button></form>
{{/MAY_CORRECT}}<a href="/bulletins/{{SLUG}}/withdraw">Withdraw</a>
</div>
{{/ACTIONS}}
{{#CORRECTED}}<div class="nhsuk-inset-text app-no-print"><span class="nhsuk-u-visually-hidden">Information: </span><p>A corrected version: <a href="/bulletins/{{CORRECTED_SLUG}}">{{CORRECTED_TITLE}}</a> ({{CORRECTED_STATE}}).</p></div>
{{/CORRECTED}}{{>BULLETIN_WARNING}}
{{#REPLACES}}<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>This corrects “{{REPLACED_TITLE}}” of {{REPLACED_ON}}. If you have read that one, please read this one: it takes its place.</p></div>
{{/REPLACES}}{{>BULLETIN}}
{{#MAY_RECEIPT}}
<form class="app-bulletin__receipt app-no-print" method="post" action="/bulletins/{{SLUG}}/read" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<p>Tell us once for {{ORGANISATION}}, when those whom it concerns have read it.</p>
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">We have read this</button>
</form>
{{/MAY_RECEIPT}}
{{#HAS_READ}}<div class="nhsuk-inset-text app-no-print"><span class="nhsuk-u-visually-hidden">Information: </span><p>{{PERSON_NAME}} said on {{READ_ON}} that {{ORGANISATION}} has read this.</p></div>
{{/HAS_READ}}
</div>
{{#MANAGED}}
<div class="nhsuk-grid-column-one-third app-no-print">
<h2 class="nhsuk-heading-m">About this bulletin</h2>
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">State</dt><dd class="nhsuk-summary-list__value"><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong> since {{STATE_ON}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">For</dt><dd class="nhsuk-summary-list__value">{{#IS_PUBLIC}}Everybody, on the public site too{{/IS_PUBLIC}}{{#NOT_PUBLIC}}Practices, and everybody else who signs in{{/NOT_PUBLIC}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Written by</dt><dd class="nhsuk-summary-list__value">{{WRITER}}</dd></div>
	{{#HAS_APPROVER}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Approved by</dt><dd class="nhsuk-summary-list__value">{{APPROVER}}</dd></div>
	{{/HAS_APPROVER}}{{#READERS}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Read by</dt><dd class="nhsuk-summary-list__value"><a href="/bulletins/{{SLUG}}/readers">{{HAVE_READ}} of {{PRACTICES}} practices</a></dd></div>
	{{/READERS}}
</dl>
{{#INCIDENTS}}
<h2 class="nhsuk-heading-s">Made from</h2>
<p class="app-muted">Readers never see this.</p>
<ul class="nhsuk-list">
{{#INCIDENT_ROW}}<li><a href="/incidents/{{REF}}">{{REF}}</a> {{INCIDENT_TITLE}}</li>
{{/INCIDENT_ROW}}</ul>
{{/INCIDENTS}}
<h2 class="nhsuk-heading-s">What happened to it</h2>
<ul class="nhsuk-list app-facts">
{{#HISTORY}}<li>{{AT}}, {{WHO}}: {{ACTION}}{{#HAS_DETAIL}}. <span class="app-text">{{DETAIL:pre_escape}}</span>{{/HAS_DETAIL}}</li>
{{/HISTORY}}</ul>
</div>
{{/MANAGED}}
</div>
