{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{REF}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{INCIDENT_TITLE}}</span> Notes</h1>
{{#NONE}}<p>None yet.</p>{{/NONE}}
{{#NOTE_ROW}}
<div class="app-note" id="note-{{NOTE}}">
<p class="app-note__by">{{AT}}, {{WHO}}{{#CORRECTS_ONE}}, corrects <a href="#note-{{CORRECTS}}">an earlier note</a>{{/CORRECTS_ONE}}{{#MAY_CORRECT}} <a class="app-no-print" href="/incidents/{{REF}}/notes/{{NOTE}}/correct">Correct<span class="nhsuk-u-visually-hidden"> the note of {{AT}}</span></a>{{/MAY_CORRECT}}</p>
{{#WAS_CORRECTED}}<p class="app-note__by"><strong class="nhsuk-tag nhsuk-tag--grey">Corrected</strong> {{CORRECTED_AT}}</p>{{/WAS_CORRECTED}}
<p class="app-text">{{NOTE_TEXT:pre_escape}}</p>
</div>
{{/NOTE_ROW}}
