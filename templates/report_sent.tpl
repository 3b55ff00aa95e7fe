{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<div class="nhsuk-panel">
<h1 class="nhsuk-panel__heading">Report sent</h1>
<div class="nhsuk-panel__body">Your reference<br><strong>{{REF}}</strong></div>
</div>
<p>Thank you for taking the time. Sent on {{AT}}.</p>
<h2 class="nhsuk-heading-m">What happens next</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>Somebody at {{COMMISSIONER}} looks at your report by the end of <strong>{{DUE}}</strong>.</li>
<li>We may ask you a question. You will find it on your report’s page, and a message tells you that there is news.</li>
<li>You always get an answer: what we found, and what comes of it. What can be learned is shared with every practice, with nobody recognisable.</li>
</ul>
<p class="app-no-print"><a href="/reports/{{REF}}">Your report: follow it, add to it, or print it</a></p>
<p class="app-no-print"><a href="/reports/new">Report something else</a></p>
</div>
</div>
