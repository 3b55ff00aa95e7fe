{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/reports">Reports</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Reports without a name</h1>
<p>With this link anybody who works at {{PRACTICE}} can report without signing in and without a name. The report goes to the incident managers at {{COMMISSIONER}}. Nobody at the practice can open it, you included: a colleague who gives no name should not be guessed at. It is counted in your practice’s figures, where small numbers are hidden.</p>
{{>LINK}}
{{#NO_LINK}}<p>Your practice has no link yet.</p>{{/NO_LINK}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{#HAS_LINK}}<h2 class="nhsuk-heading-m">Make a new link</h2>
<p>If the link has come into the wrong hands. The old link and every poster with it stop working at once; who was just writing can send for two more days. Reports that were sent stay, and their codes still work.</p>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Make a new link</button>{{/HAS_LINK}}
{{#NO_LINK}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Make a link</button>{{/NO_LINK}}
</form>
</div>
</div>
