{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a></p>
<h1 class="nhsuk-heading-l">Money by aim and status</h1>
<dl class="app-figures"><div><dt>Contracts and grants that have not ended, in {{YEAR}}</dt><dd>{{VALUE}}</dd></div></dl>
{{>SECTION}}
<p class="app-no-print"><a href="/contracts/totals.csv">Download by aim and status (CSV)</a></p>
