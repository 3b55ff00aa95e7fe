{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print">{{#OF_REPORT}}<a href="/reports">Your reports</a> › <a href="/reports/{{REF}}">{{REF}}</a>{{/OF_REPORT}}{{#OF_INCIDENT}}<a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{REF}}</a>{{/OF_INCIDENT}}{{#OF_REQUEST}}<a href="/investigations">Investigations</a> › <a href="/investigations/{{REF}}">{{REF}}</a>{{/OF_REQUEST}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{#HAS_TITLE}}<span class="nhsuk-caption-l">{{TITLE}}</span> {{/HAS_TITLE}}Files</h1>
{{#OF_REPORT}}<p>Letters, screenshots, e-mails: whatever helps to understand what happened. Where you can, choose what does not show who the patient is.</p>{{/OF_REPORT}}{{#OF_REQUEST}}<p>Letters, reports, guidance: whatever explains your answer. Where you can, choose what does not show who the patient is.</p>{{/OF_REQUEST}}
</div>
</div>
{{>FILES}}
{{#ADD}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<form method="post" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add this file</button>
</form>
<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What happens to a file</span></summary>
<div class="nhsuk-details__text">
<ul class="nhsuk-list nhsuk-list--bullet">
<li>Your organisation can add 10 files, of 10 MB each and 30 MB together.</li>
<li>From a picture we take out what the camera wrote into it: where and when it was taken, and with what. What can be seen on it stays.</li>
<li>PDF, Word and e-mail files stay as they are. Their properties may name people: who wrote them, who changed them last.</li>
<li>{{#SCANNED}}Each file is scanned for viruses before it is stored.{{/SCANNED}}{{#NOT_SCANNED}}Files are not scanned for viruses here. Open only what you expect.{{/NOT_SCANNED}}</li>
<li>Files are only downloaded, never shown as a page here. Who downloads one is written down.</li>
{{#IS_DRAFT}}<li>Until you send the report nobody else can open them, and you can remove them. Afterwards incident managers can open them, and only they can remove one.</li>{{/IS_DRAFT}}
{{#OF_REPORT_SENT}}<li>Incident managers and your colleagues who report for the practice can open it. Only an incident manager can remove it: ask them if you chose a wrong one.</li>{{/OF_REPORT_SENT}}
{{#OF_REQUEST}}<li>Whoever asked you and your colleagues who answer for your organisation can open it; the practice that reported cannot. Only an incident manager can remove it: write to who asked if you chose a wrong one.</li>{{/OF_REQUEST}}
</ul>
</div>
</details>
</div>
</div>
{{/ADD}}
{{#IS_DRAFT}}<p><a href="/reports/{{REF}}">Go on with the report</a></p>{{/IS_DRAFT}}
