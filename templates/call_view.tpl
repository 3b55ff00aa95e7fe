{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/calls">Plans and bids</a></p>
<h1 class="nhsuk-heading-l">{{CALL_TITLE}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></p>
{{#MAY_CHANGE}}<p class="app-result__links app-no-print">
{{#MAY_OPEN}}<a class="nhsuk-button nhsuk-button--small" href="/calls/{{REF}}/open">Open it</a>
{{/MAY_OPEN}}{{#MAY_ASK}}<a href="/calls/{{REF}}/questions">Questions</a>
{{/MAY_ASK}}<a href="/calls/{{REF}}/edit">Change its words</a>
{{#MAY_CLOSE}}<a href="/calls/{{REF}}/close">Close it</a>{{/MAY_CLOSE}}
</p>{{/MAY_CHANGE}}
{{#COUNTS}}
<h2 class="nhsuk-heading-m">What came in</h2>
<dl class="app-glance">
	<div><dt>Sent</dt><dd>{{SENT}}</dd></div>
	<div><dt>Not under review yet</dt><dd>{{UNREVIEWED}}</dd></div>
	<div><dt>Begun, not sent</dt><dd>{{DRAFTS}}</dd></div>
	<div><dt>Withdrawn</dt><dd>{{WITHDRAWN}}</dd></div>
</dl>
<p class="app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/calls/{{REF}}/submissions">See what was sent</a></p>
{{#TOLD}}<p>{{WORDS}}</p>
{{/TOLD}}{{#WAITING}}<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">{{WAITING_WORDS}}</span></summary>
<div class="nhsuk-details__text"><ul class="nhsuk-list">
{{#WAITING_ROW}}<li><a href="/organisations/{{CODE}}">{{ORGANISATION}}</a>{{#BEGUN}} <strong class="nhsuk-tag nhsuk-tag--yellow">Begun</strong>{{/BEGUN}}</li>
{{/WAITING_ROW}}</ul></div>
</details>{{/WAITING}}
{{/COUNTS}}
<h2 class="nhsuk-heading-m">The call</h2>
<dl class="nhsuk-summary-list">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Asks for</dt><dd class="nhsuk-summary-list__value">{{KIND}}, from {{ASKS}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Each may send</dt><dd class="nhsuk-summary-list__value">{{SEVERAL}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Last day</dt><dd class="nhsuk-summary-list__value">{{#HAS_CLOSES}}{{CLOSES}}{{/HAS_CLOSES}}{{#NO_CLOSES}}None: it is closed by hand{{/NO_CLOSES}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Judged by</dt><dd class="nhsuk-summary-list__value">{{#HAS_CRITERIA}}{{CRITERIA}}{{/HAS_CRITERIA}}{{#NO_CRITERIA}}Not chosen yet{{/NO_CRITERIA}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Questions</dt><dd class="nhsuk-summary-list__value">{{#HAS_QUESTIONS}}{{QUESTIONS}}, on {{PAGES}}. {{/HAS_QUESTIONS}}<a class="app-no-print" href="/calls/{{REF}}/preview">Preview</a></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Reference</dt><dd class="nhsuk-summary-list__value">{{REF}}</dd></div>
</dl>
<h2 class="nhsuk-heading-m">What those who answer read first</h2>
<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
{{>MARKDOWN}}
</div></div>
