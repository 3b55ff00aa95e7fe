{{%AUTOESCAPE context="HTML"}}
{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">Questions asked</h1>
{{>PROPOSAL_NAV}}
{{#NONE}}<p>Nobody has asked for more information.</p>{{/NONE}}
{{#QUESTION}}<section class="app-difference" aria-labelledby="q-{{RESPONSE}}">
<h2 class="nhsuk-heading-s" id="q-{{RESPONSE}}">From response {{RESPONSE}}{{#HAS_GROUP}}, {{GROUP}}{{/HAS_GROUP}} {{#WAITS}}<strong class="nhsuk-tag nhsuk-tag--yellow">Waits for an answer</strong>{{/WAITS}}{{#ANSWERED}}<strong class="nhsuk-tag nhsuk-tag--green">{{HOW}}</strong>{{/ANSWERED}}</h2>
<p class="app-text">{{ASKS:pre_escape}}</p>
{{#GIVEN_ANSWER}}<dl class="nhsuk-summary-list app-facts">
{{#HAS_QUESTION}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">As it is published</dt><dd class="nhsuk-summary-list__value app-text">{{PUBLISHED_QUESTION:pre_escape}}</dd></div>
{{/HAS_QUESTION}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Answer</dt><dd class="nhsuk-summary-list__value app-text">{{ANSWER:pre_escape}}</dd></div></dl>{{/GIVEN_ANSWER}}
{{#MAY_ANSWER}}<p class="app-no-print"><a href="/proposals/{{REF}}/questions/{{RESPONSE}}">{{ANSWER_WORDS}}<span class="nhsuk-u-visually-hidden"> the question from response {{RESPONSE}}</span></a></p>{{/MAY_ANSWER}}
</section>{{/QUESTION}}
