{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="notes">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="notes">Notes</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/notes/new">Add a note</a></p>{{/MAY_ADD}}</div>
{{#NOTE_ROW}}
<div class="app-note" id="note-{{NOTE}}">
<p class="app-note__by">{{AT}}, {{WHO}}{{#CORRECTS_ONE}}, corrects <a href="/incidents/{{REF}}/notes#note-{{CORRECTS}}">an earlier note</a>{{/CORRECTS_ONE}}{{#MAY_CORRECT}} <a class="app-no-print" href="/incidents/{{REF}}/notes/{{NOTE}}/correct">Correct<span class="nhsuk-u-visually-hidden"> the note of {{AT}}</span></a>{{/MAY_CORRECT}}</p>
{{#WAS_CORRECTED}}<p class="app-note__by"><strong class="nhsuk-tag nhsuk-tag--grey">Corrected</strong> {{CORRECTED_AT}}</p>{{/WAS_CORRECTED}}
<p class="app-text">{{NOTE_TEXT:pre_escape}}</p>
</div>
{{/NOTE_ROW}}
{{#MORE}}<p><a href="/incidents/{{REF}}/notes">All notes</a></p>{{/MORE}}
</section>
