{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/calls">Plans and bids</a> › <a href="/calls/{{CALL}}">{{CALL_TITLE}}</a> › <a href="/calls/{{CALL}}/submissions">What was sent</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{REF}}, {{ORGANISATION}}</span> {{TITLE}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong> Sent by {{PERSON_NAME}}, {{AT}}</p>
{{#HAS_AMOUNT}}<p>Asks for <strong>{{AMOUNT}}</strong>.</p>{{/HAS_AMOUNT}}
{{#WITHDRAWN}}<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>The organisation withdrew it: {{WITHDRAWN_WHY}}</p></div>{{/WITHDRAWN}}
{{#HAS_REVIEW}}<p class="app-no-print"><a href="/reviews/{{REVIEW}}">Its review</a></p>{{/HAS_REVIEW}}
{{#MAY_OPEN}}<p class="app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/calls/{{CALL}}/reviews?submission={{REF}}">Open its review</a></p>{{/MAY_OPEN}}
{{>ANSWERS}}
<p class="app-no-print app-muted">To print this page, or save it as a PDF, use Print in your browser.</p>
</div>
</div>
