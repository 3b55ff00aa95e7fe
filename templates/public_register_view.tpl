{{%AUTOESCAPE context="HTML"}}<div class="app-no-print"><a class="nhsuk-back-link" href="/contracts">Contracts and grants</a></div>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}</span> {{SERVICE}}</h1>
<dl class="nhsuk-summary-list">
{{#HAS_SERVED}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Who is served</dt><dd class="nhsuk-summary-list__value">{{SERVED}}</dd></div>
{{/HAS_SERVED}}{{#HAS_AREA}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Where</dt><dd class="nhsuk-summary-list__value">{{AREA}}</dd></div>
{{/HAS_AREA}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{KIND}}</dt><dd class="nhsuk-summary-list__value">{{REFERENCE}}, {{STATE}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Dates</dt><dd class="nhsuk-summary-list__value">{{STARTS}} to {{ENDS}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">How it was awarded</dt><dd class="nhsuk-summary-list__value">{{ROUTE}}</dd></div>
{{#NEXT_REVIEW_GIVEN}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Next review</dt><dd class="nhsuk-summary-list__value">{{NEXT_REVIEW}}</dd></div>
{{/NEXT_REVIEW_GIVEN}}</dl>
<h2 class="nhsuk-heading-m">Value by year</h2>
{{#NONE}}<p>No value is published.</p>
{{/NONE}}{{#LIST}}<table class="app-table">
<caption><span class="nhsuk-u-visually-hidden">Value by financial year</span></caption>
<thead><tr><th scope="col">Financial year</th><th scope="col" class="app-number">Value</th></tr></thead>
<tbody>
{{#YEAR_ROW}}<tr><th scope="row">{{YEAR}}</th><td class="app-number">{{VALUE}}</td></tr>
{{/YEAR_ROW}}</tbody>
</table>
{{/LIST}}<h2 class="nhsuk-heading-m">Last decision</h2>
{{#UNDECIDED}}<p>It has not been reviewed yet.</p>
{{/UNDECIDED}}{{#DECIDED}}<p><strong class="nhsuk-tag nhsuk-tag--{{OUTCOME_COLOUR}}">{{OUTCOME}}</strong> {{DAY}}</p>
{{#REASONS_GIVEN}}<h3 class="nhsuk-heading-s">Why</h3>
<div class="app-text">{{REASONS:pre_escape}}</div>
{{/REASONS_GIVEN}}{{/DECIDED}}
