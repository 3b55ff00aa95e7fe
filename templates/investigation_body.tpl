{{%AUTOESCAPE context="HTML"}}<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Asked by</dt><dd class="nhsuk-summary-list__value">{{ASKED_BY}}, {{ASKED_FOR}}<br>{{ASKED_AT}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Answer by</dt><dd class="nhsuk-summary-list__value">{{DUE_ON}}{{#OVERDUE}} <strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}</dd></div>
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Reported by</dt><dd class="nhsuk-summary-list__value">{{#HAS_REPORTER}}{{REPORTER}}, {{/HAS_REPORTER}}{{#HAS_PRACTICE}}{{PRACTICE}}{{/HAS_PRACTICE}}{{#NO_PRACTICE}}Not told: whoever reported it is not named, so that everybody can report what they see{{/NO_PRACTICE}}</dd></div>
</dl>
<section aria-labelledby="brief">
<h2 class="nhsuk-heading-m" id="brief">What happened</h2>
<div class="app-text nhsuk-body nhsuk-u-margin-bottom-5">{{BRIEF:pre_escape}}</div>
</section>
<section aria-labelledby="questions">
<h2 class="nhsuk-heading-m" id="questions">What is asked</h2>
<div class="app-text nhsuk-body nhsuk-u-margin-bottom-5">{{QUESTIONS:pre_escape}}</div>
{{#HAS_AGAIN}}<h3 class="nhsuk-heading-s">And after the answer</h3>
<div class="app-text nhsuk-body nhsuk-u-margin-bottom-5">{{AGAIN:pre_escape}}</div>
{{/HAS_AGAIN}}</section>
{{#ANSWER}}
<section aria-labelledby="answer-{{ROUND}}">
<h2 class="nhsuk-heading-m" id="answer-{{ROUND}}">{{#ROUNDS}}Answer {{ROUND}}{{/ROUNDS}}{{#ONLY}}The answer{{/ONLY}}</h2>
<p class="app-muted">{{CHANNEL}}{{#WRITTEN_DOWN}}, written down{{/WRITTEN_DOWN}} by {{PERSON}}, {{ORGANISATION}}, {{AT}}</p>
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What was found</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{FOUND:pre_escape}}</div></dd></div>
	{{#HAS_WHY}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Why it happened</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{WHY:pre_escape}}</div></dd></div>{{/HAS_WHY}}
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What was or will be done</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{DONE:pre_escape}}</div>{{#HAS_DONE_ON}}By {{DONE_ON}}{{/HAS_DONE_ON}}</dd></div>
	{{#HAS_LEARN}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What others could learn</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{LEARN:pre_escape}}</div></dd></div>{{/HAS_LEARN}}
</dl>
</section>
{{/ANSWER}}
