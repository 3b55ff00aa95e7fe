{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{TITLE}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{REF}}</span> Ask an organisation to look into it</h1>
<p>They never see the report. They read what you write here, and answer in their own sign-in.{{#MORE}} Somebody was asked already: this is one more request.{{/MORE}}</p>
<p>Where nobody can sign in for an organisation, send your request another way, and write its answer down here when it comes.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="submission" value="{{SUBMISSION}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send the request</button>
</form>
</div>
</div>
