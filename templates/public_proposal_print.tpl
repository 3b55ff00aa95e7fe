{{%AUTOESCAPE context="HTML"}}
<div class="app-no-print"><a class="nhsuk-back-link" href="/p/{{SLUG}}">Back to the proposal</a>
<p>To print this page use your browser: Ctrl and P, or “Print” in its menu.</p></div>
<span class="nhsuk-caption-l">{{COMMISSIONER}}: a proposal</span>
<h1 class="nhsuk-heading-l">{{PROPOSAL}}</h1>
<p><strong>{{STAND}}.</strong> This is on <span class="app-address">{{ADDRESS}}</span>. Printed on {{PRINTED}}.</p>
<p class="app-text">{{SUMMARY_TEXT:pre_escape}}</p>
{{>PROPOSAL_BODY}}
