{{%AUTOESCAPE context="HTML"}}
<div class="app-no-print"><a class="nhsuk-back-link" href="/p/{{SLUG}}">The proposal</a></div>
<span class="nhsuk-caption-l">{{PROPOSAL}}</span>
<h1 class="nhsuk-heading-l">What people told us</h1>
<p class="app-muted">{{AT}}</p>
<p class="nhsuk-u-reading-width">Small numbers are not shown, so that nobody can be recognised. Words are quoted where who wrote them agreed.</p>
{{#DECIDED}}<p class="app-no-print"><a href="/p/{{SLUG}}/decided">We asked, you said, we did: what came of it</a></p>
{{/DECIDED}}{{>RESULTS}}
