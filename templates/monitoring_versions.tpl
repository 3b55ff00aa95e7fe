{{%AUTOESCAPE context="HTML"}}<section aria-labelledby="versions">
<h2 class="nhsuk-heading-m" id="versions">Versions</h2>
{{#VERSION}}<h3 class="nhsuk-heading-s">Version {{NUMBER}}{{#SHOWN}}, shown above{{/SHOWN}}</h3>
<p>Sent on {{AT}} by {{PERSON}}.{{#OTHER}} <a class="app-no-print" href="{{LIST_LINK}}">Show version {{NUMBER}}</a>{{/OTHER}}</p>
{{#CORRECTED}}{{#ASKED}}<p class="nhsuk-u-margin-bottom-1"><strong>They were asked</strong></p>
<p class="app-text">{{QUESTION:pre_escape}}</p>
{{/ASKED}}<p class="nhsuk-u-margin-bottom-1"><strong>Why it was changed</strong></p>
<p class="app-text">{{WHY:pre_escape}}</p>
{{#NO_DIFFERENCE}}<p>Nothing else was changed.</p>
{{/NO_DIFFERENCE}}{{#DIFFERENCE}}<dl class="nhsuk-summary-list">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{LABEL}}: before</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{FROM:pre_escape}}</div></dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{LABEL}}: now</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{TO:pre_escape}}</div></dd></div>
</dl>
{{/DIFFERENCE}}{{/CORRECTED}}{{/VERSION}}
</section>
