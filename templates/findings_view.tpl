{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/findings">Findings</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}{{#OF_CONTRACT}}, {{REFERENCE}}{{/OF_CONTRACT}}</span> {{#OPEN}}Draft findings{{/OPEN}}{{#CLOSED}}Findings{{/CLOSED}}: {{TITLE}}</h1>
<p class="app-muted">Sent on {{SENT_AT}}</p>
{{#DECIDED}}<div class="nhsuk-inset-text"><p>The panel decided: <strong>{{OUTCOME}}</strong>. You get a letter about it.</p></div>
{{/DECIDED}}{{#MAY_ANSWER}}<div class="app-incident__next app-no-print"><p>You can answer until the end of {{DUE_ON}}. The panel decides after that, and reads your answer.</p>
<a class="nhsuk-button" href="/findings/{{REF}}/answer">{{#FRESH}}Write your answer{{/FRESH}}{{#DRAFTED}}Go on with your answer{{/DRAFTED}}</a></div>{{/MAY_ANSWER}}
{{#ANSWERED}}<h2 class="nhsuk-heading-m">Your answer</h2>
<div class="app-quote app-text">{{ANSWER:pre_escape}}</div>
<p class="app-muted">Sent by {{WHO}}, {{AT}}</p>{{/ANSWERED}}
{{#NO_ANSWER}}<p>The time to answer is over; no answer was sent.</p>{{/NO_ANSWER}}
{{>FINDINGS}}
</div>
</div>
