{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{REF}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{INCIDENT_TITLE}}</span> {{HEADING}}</h1>
{{#OLD}}<p>The note stays as it was written, and says that it was corrected.</p>
<div class="nhsuk-inset-text"><p class="app-note__by">{{AT}}, {{WHO}}</p><p class="app-text">{{NOTE_TEXT:pre_escape}}</p></div>
{{/OLD}}<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="token" value="{{TOKEN}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save the note</button>
</form>
</div>
</div>
