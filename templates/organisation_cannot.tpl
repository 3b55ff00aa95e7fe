{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
<p>{{SENTENCE}}</p>
<p><a href="/organisations/{{ORGANISATION_CODE}}">Back to {{ORGANISATION_NAME}}</a></p>
</div>
</div>
