{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/reports">Reports</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Report {{REF}}</span> {{TITLE}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></p>
<p class="nhsuk-body-l">{{STANDS}}{{#HAS_DUE}} Somebody will by the end of {{DUE}}.{{/HAS_DUE}}</p>
{{#WAITS}}
<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-m">Our question</h2>
<p class="app-text">{{QUESTION:pre_escape}}</p>
<p class="app-no-print"><a class="nhsuk-button" href="/reports/{{REF}}/answer">Answer the question</a></p>
</div>
{{/WAITS}}
<p class="app-result__links app-no-print">
<a href="/reports/{{REF}}/add">Add something to the report</a>
<a href="/reports/{{REF}}/files">Files</a>
{{#MAY_ASK_AGAIN}}<a href="/reports/{{REF}}/look-again">Ask us to look again</a>
{{/MAY_ASK_AGAIN}}</p>
<h2 class="nhsuk-heading-m">What has happened since</h2>
{{>TIMELINE}}
<h2 class="nhsuk-heading-l">What was reported</h2>
<p>By {{REPORTER}}, {{PRACTICE}}, on {{AT}}. It stays as it was sent.</p>
{{>REPORT}}
<h2 class="nhsuk-heading-m app-no-print">Print, and the national service</h2>
<p class="app-no-print">To print this page, or save it as a PDF, use Print in your browser. For Learn From Patient Safety Events, so that you need not type it twice: <a href="/reports/{{REF}}/fhir.json">download as FHIR (JSON)</a>, and see <a href="/reports/{{REF}}/national">what the national service would still ask</a>.</p>
</div>
</div>
