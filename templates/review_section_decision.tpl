{{%AUTOESCAPE context="HTML"}}
<section class="app-section" aria-labelledby="decision">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="decision">Decision</h2></div>
{{#UNDECIDED}}<p>The panel has not decided yet.</p>
{{/UNDECIDED}}{{>DECISION}}
<p class="app-result__links app-no-print">
{{#MAY_DECIDE}}<a class="nhsuk-button nhsuk-button--small" href="/reviews/{{REF}}/decide">Write the panel&#39;s decision down</a>
{{/MAY_DECIDE}}{{#MAY_CONFIRM}}<a class="nhsuk-button nhsuk-button--small" href="/reviews/{{REF}}/confirm">Confirm or return the decision</a>
{{/MAY_CONFIRM}}{{#MAY_RETURN}}<a class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" href="/reviews/{{REF}}/confirm">Return the decision to the panel</a>
{{/MAY_RETURN}}<a href="/reviews/{{REF}}/report">Report</a>
{{#HAS_LETTER}}<a href="/reviews/{{REF}}/letter">Letter to the organisation</a>
{{/HAS_LETTER}}</p>
</section>
