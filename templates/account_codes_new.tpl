{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Your recovery codes</h1>
<p>Print this page, or write the codes down. <strong>They are not shown again.</strong> Keep them away from your device: in a drawer that locks, or in a password manager.</p>
<p>Soundings, {{EMAIL}}, made on {{MADE_ON}}</p>
<ul class="nhsuk-list app-codes">
{{#RECOVERY}}<li>{{CODE}}</li>
{{/RECOVERY}}</ul>
<p>Each works once, at “I do not have my device” on the sign-in page. Codes that you had before do not work any more.</p>
<p class="app-no-print"><a class="nhsuk-button" href="/account" role="button" draggable="false" data-module="nhsuk-button">I have kept them</a></p>
</div>
</div>
