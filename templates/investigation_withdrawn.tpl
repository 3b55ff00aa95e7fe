{{%AUTOESCAPE context="HTML"}}<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">This request was taken back</h1>
<p>{{ASKED_FOR}} took back request {{REF}} on {{DAY}}. You need not answer it, and there is nothing else to do.</p>
<p>Thank you if you have looked into it already.</p>
<p><a href="/investigations">Other requests to your organisation</a></p>
</div>
</div>
