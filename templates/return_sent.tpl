{{%AUTOESCAPE context="HTML"}}<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<div class="nhsuk-panel">
<h1 class="nhsuk-panel__heading">Return sent</h1>
<div class="nhsuk-panel__body">{{PERIOD}}<br>Your reference <strong>{{REF}}</strong></div>
</div>
<p>{{#FIRST}}Thank you.{{/FIRST}}{{#AGAIN}}Thank you. The version before is kept beside it.{{/AGAIN}} {{SERVICE}}{{#LATE}}. {{LATE_WORDS}}{{/LATE}}.</p>
<h2 class="nhsuk-heading-m">What happens next</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>{{COMMISSIONER}} reads your return, and accepts it or asks you something. A message tells you when there is a question.</li>
<li>If you find a mistake, open the return and correct it.</li>
</ul>
<p class="app-no-print"><a href="/returns/{{REF}}">Your return: read it, print it, correct it</a></p>
<p class="app-no-print"><a href="/returns">All your returns</a></p>
</div>
</div>
