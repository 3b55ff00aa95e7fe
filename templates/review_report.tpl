{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{REF}}</a></p>
<article class="app-report">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Report of a review</span> {{TITLE}}</h1>
<p class="app-result__links app-no-print"><a href="/reviews/{{REF}}/report.xlsx">Download as a workbook (XLSX)</a> <span>To print it, or save it as a PDF, use Print in your browser.</span></p>
{{#DRAFT}}<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong> It is not decided yet: this is how it stands.</p>
{{/DRAFT}}
<dl class="nhsuk-summary-list app-report__facts">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Organisation</dt><dd class="nhsuk-summary-list__value">{{ORGANISATION}}</dd></div>
{{#OF_CONTRACT}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Service</dt><dd class="nhsuk-summary-list__value">{{SERVICE}}<br>{{SERVED}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Contract</dt><dd class="nhsuk-summary-list__value">{{REFERENCE}}, {{STARTS}} to {{ENDS}}, {{VALUE}} this year</dd></div>
{{/OF_CONTRACT}}{{#OF_SUBMISSION}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What is judged</dt><dd class="nhsuk-summary-list__value">What the organisation sent us</dd></div>
{{/OF_SUBMISSION}}{{#OF_PROPOSAL}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What is judged</dt><dd class="nhsuk-summary-list__value">A proposal on which people were heard</dd></div>
{{/OF_PROPOSAL}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Criteria</dt><dd class="nhsuk-summary-list__value">{{CRITERIA}}, version {{VERSION}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Opened</dt><dd class="nhsuk-summary-list__value">{{OPENED}} by {{OPENED_BY}}; the decision was due by {{DUE}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Reference</dt><dd class="nhsuk-summary-list__value">{{REF}}</dd></div>
</dl>

<h2 class="nhsuk-heading-m">Decision</h2>
{{#UNDECIDED}}<p>The panel has not decided yet.</p>
{{/UNDECIDED}}{{>DECISION}}
{{#SENT}}
<h2 class="nhsuk-heading-m">What they sent</h2>
{{#PART}}<h3 class="nhsuk-heading-s">{{PART_TITLE}}</h3>
{{>SUMMARY}}
{{/PART}}{{/SENT}}

<h2 class="nhsuk-heading-m">Scores that were agreed on</h2>
<table class="app-table app-table--list" role="table">
<caption><span class="nhsuk-u-visually-hidden">Criteria, weights and agreed scores</span></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Criterion</th><th role="columnheader" scope="col" class="app-number">Weight</th><th role="columnheader" scope="col" class="app-number">Score</th><th role="columnheader" scope="col">Reason</th></tr></thead>
<tbody role="rowgroup">
{{#CRITERION}}<tr role="row"><th role="rowheader" scope="row">{{NAME}}</th><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Weight</span><span>{{WEIGHT}}</span></td><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Score</span><span>{{SCORE}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Reason</span><span class="app-text">{{REASON:pre_escape}}</span></td></tr>
{{/CRITERION}}</tbody>
</table>
<p>Weighted: <strong>{{TOTAL}}</strong> (weights add up to {{WHOLE}}).</p>

<h2 class="nhsuk-heading-m">What each reviewer scored</h2>
{{#NO_SCORES}}<p>Scores are shown here when all reviewers have sent theirs.</p>
{{/NO_SCORES}}{{#HAS_SCORES}}<table class="app-table app-table--list" role="table">
<caption><span class="nhsuk-u-visually-hidden">Scores of each reviewer</span></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Criterion</th><th role="columnheader" scope="col">Reviewer</th><th role="columnheader" scope="col" class="app-number">Score</th><th role="columnheader" scope="col">Reason</th></tr></thead>
<tbody role="rowgroup">
{{#SCORE_ROW}}<tr role="row"><th role="rowheader" scope="row">{{CRITERION_NAME}}</th><td role="cell"><span class="app-cell-name" aria-hidden="true">Reviewer</span><span>{{NAME}}</span></td><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Score</span><span>{{SCORE}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Reason</span><span class="app-text">{{REASON:pre_escape}}</span></td></tr>
{{/SCORE_ROW}}</tbody>
</table>
{{/HAS_SCORES}}
<h2 class="nhsuk-heading-m">Value for money</h2>
{{#NO_VFM}}<p>Nothing is written down yet.</p>{{/NO_VFM}}{{#VFM_GIVEN}}<div class="app-text">{{VFM:pre_escape}}</div>{{/VFM_GIVEN}}
<h2 class="nhsuk-heading-m">Effect on equality</h2>
{{#NO_EQUALITY}}<p>Nothing is written down yet.</p>{{/NO_EQUALITY}}{{#EQUALITY_GIVEN}}<div class="app-text">{{EQUALITY:pre_escape}}</div>{{/EQUALITY_GIVEN}}
<h2 class="nhsuk-heading-m">Findings</h2>
{{#NO_FINDINGS}}<p>Nothing is written down yet.</p>{{/NO_FINDINGS}}{{#FINDINGS_GIVEN}}<div class="app-text">{{FINDINGS:pre_escape}}</div>{{/FINDINGS_GIVEN}}
{{#HAS_ORGANISATION}}<h2 class="nhsuk-heading-m">The organisation&#39;s answer</h2>
{{/HAS_ORGANISATION}}{{#NO_ANSWER}}<p>It has not answered.</p>
{{/NO_ANSWER}}{{#ANSWERED}}<p>From {{ANSWERER}} on {{DAY}}, word for word:</p>
<blockquote class="app-text app-quote">{{ANSWER:pre_escape}}</blockquote>
{{/ANSWERED}}
<h2 class="nhsuk-heading-m">Interests declared</h2>
{{#NO_INTERESTS}}<p>Nobody has declared anything yet.</p>
{{/NO_INTERESTS}}{{#INTERESTS}}<ul class="nhsuk-list nhsuk-list--bullet">
{{#DECLARATION}}<li>{{NAME}}: {{KIND}}, {{DAY}}{{#EXCLUDED}}. <strong>Excluded from this review</strong>{{/EXCLUDED}}{{#LIFTED}}. Lifted on {{LIFTED_ON}}{{/LIFTED}}</li>
{{/DECLARATION}}</ul>
{{/INTERESTS}}<h2 class="nhsuk-heading-m">What happened</h2>
<ol class="app-timeline">
{{#EVENT}}<li class="app-timeline__event"><p class="app-timeline__head"><strong>{{LABEL}}</strong>{{#REFUSED}} <strong class="nhsuk-tag nhsuk-tag--red">Refused</strong>{{/REFUSED}} <span class="app-muted">{{AT}}, {{WHO}}</span></p>{{#HAS_TEXT}}<div class="app-text">{{TEXT:pre_escape}}</div>{{/HAS_TEXT}}</li>
{{/EVENT}}</ol>
</article>
