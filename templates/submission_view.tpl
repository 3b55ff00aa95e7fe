{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/submissions">Plans and bids</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{REF}}, {{ORGANISATION}}</span> {{TITLE}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#HAS_CALL}} for “{{CALL_TITLE}}”{{/HAS_CALL}}</p>
<p class="nhsuk-body-l">{{STANDS}}</p>
{{#WRITING}}
<h2 class="nhsuk-heading-m">Its pages</h2>
<ol class="nhsuk-list app-calls">
{{#PAGE_ROW}}<li><a href="/submissions/{{REF}}/pages/{{NUMBER}}">{{PART_TITLE}}</a> {{#COMPLETE}}<strong class="nhsuk-tag nhsuk-tag--green">Answered</strong>{{/COMPLETE}}{{#BEGUN}}<strong class="nhsuk-tag nhsuk-tag--yellow">Begun</strong>{{/BEGUN}}{{#NOT_BEGUN}}<strong class="nhsuk-tag nhsuk-tag--grey">Not begun</strong>{{/NOT_BEGUN}}</li>
{{/PAGE_ROW}}</ol>
<p class="app-no-print"><a class="nhsuk-button" href="/submissions/{{REF}}/check">Check and send</a></p>
{{/WRITING}}
{{#OUTCOME_PART}}
<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-m">The decision: {{OUTCOME}}</h2>
<p>{{OUTCOME_WORDS}} It was confirmed on {{DECIDED_ON}}.</p>
{{#TERMS_GIVEN}}<p class="app-text">{{TERMS:pre_escape}}</p>{{/TERMS_GIVEN}}
{{#HAS_CONDITIONS}}<h3 class="nhsuk-heading-s">Conditions</h3>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#CONDITION}}<li>{{WHAT}}, by {{DUE}}</li>
{{/CONDITION}}</ul>{{/HAS_CONDITIONS}}
<h3 class="nhsuk-heading-s">Reasons</h3>
<p class="app-text">{{REASONS:pre_escape}}</p>
</div>
{{/OUTCOME_PART}}
{{>ANSWERS}}
<p class="app-muted">{{SAVED}}</p>
{{#MAY_DISCARD}}<p class="app-no-print"><a href="/submissions/{{REF}}/discard">Discard the draft</a></p>{{/MAY_DISCARD}}{{#MAY_WITHDRAW}}<p class="app-no-print"><a href="/submissions/{{REF}}/withdraw">Withdraw it</a></p>{{/MAY_WITHDRAW}}
<p class="app-no-print app-muted">To print this page, or save it as a PDF, use Print in your browser.</p>
</div>
</div>
