{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/settings">Settings</a></p>
<h1 class="nhsuk-heading-l">Bank holidays</h1>
<p>The clock of 5 working days for incidents leaves out Saturdays, Sundays and these days. GOV.UK publishes them under “UK bank holidays”, for England, some two years ahead. A change holds for reports that are sent from then on.</p>
{{#HOLIDAYS_MISSING}}<div class="nhsuk-inset-text"><p>No bank holiday of {{YEAR}} is here yet. Until they are added, its working days are counted wrongly.</p></div>{{/HOLIDAYS_MISSING}}
{{#MAY_CHANGE}}<p class="app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/holidays/new">Add a bank holiday</a></p>{{/MAY_CHANGE}}
{{#NONE}}<p>There are none.</p>{{/NONE}}
{{#YEAR_LIST}}
<h2 class="nhsuk-heading-m">{{YEAR}}</h2>
<dl class="nhsuk-summary-list app-facts">
{{#HOLIDAY}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{DAY}}</dt><dd class="nhsuk-summary-list__value">{{NAME}}</dd>{{#MAY_REMOVE}}<dd class="nhsuk-summary-list__actions"><a href="/holidays/{{CODE}}/remove">Remove<span class="nhsuk-u-visually-hidden"> {{DAY}}</span></a></dd>{{/MAY_REMOVE}}</div>
{{/HOLIDAY}}
</dl>
{{/YEAR_LIST}}
