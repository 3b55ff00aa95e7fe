{{%AUTOESCAPE context="HTML"}}
<div class="app-decision">
<p><strong class="nhsuk-tag nhsuk-tag--{{OUTCOME_COLOUR}}">{{OUTCOME}}</strong>{{#WAITS}} <strong class="nhsuk-tag nhsuk-tag--orange">To be confirmed</strong>{{/WAITS}}{{#RETURNED}} <strong class="nhsuk-tag nhsuk-tag--grey">Returned</strong>{{/RETURNED}}</p>
{{#TERMS_GIVEN}}<div class="app-text">{{TERMS:pre_escape}}</div>
{{/TERMS_GIVEN}}{{#REASONS_GIVEN}}<h3 class="nhsuk-heading-s">Reasons</h3>
<div class="app-text">{{REASONS:pre_escape}}</div>
{{/REASONS_GIVEN}}{{#HAS_CONDITIONS}}<h3 class="nhsuk-heading-s">Conditions</h3>
<table class="app-table app-table--list" role="table">
<caption><span class="nhsuk-u-visually-hidden">Conditions</span></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col">By</th><th role="columnheader" scope="col">Who</th></tr></thead>
<tbody role="rowgroup">
{{#CONDITION}}<tr role="row"><th role="rowheader" scope="row">{{WHAT}}</th><td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">By</span><span>{{DUE}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Who</span><span>{{OWNER}}</span></td></tr>
{{/CONDITION}}</tbody>
</table>
{{/HAS_CONDITIONS}}<h3 class="nhsuk-heading-s">The panel</h3>
<p>It met on {{MET}}: {{PRESENT}} there, and the quorum is {{QUORUM}}. {{VOTES}}.</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#MEMBER}}<li>{{NAME}}: {{PART}}</li>
{{/MEMBER}}</ul>
{{#NEXT_REVIEW_GIVEN}}<p>Next review: {{NEXT_REVIEW}}</p>
{{/NEXT_REVIEW_GIVEN}}<p>Written down by {{MAKER}} on {{MADE}}.{{#CONFIRMED}} Confirmed by {{ENDER}} on {{ENDED}}.{{/CONFIRMED}}{{#WAITS}} Somebody else who was there is to confirm it.{{/WAITS}}</p>
{{#RETURNED}}<p>Returned to the panel by {{ENDER}} on {{ENDED}}:</p>
<div class="app-text">{{WHY:pre_escape}}</div>
{{/RETURNED}}</div>
