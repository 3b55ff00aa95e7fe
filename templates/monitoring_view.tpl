{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a> › <a href="/contracts/{{CONTRACT}}">{{SERVICE}}</a> › <a href="/contracts/{{CONTRACT}}/returns">Monitoring returns</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{REFERENCE}}, {{SERVICE}}, <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION}}</a></span> Return for {{PERIOD}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong> since {{SINCE}}{{#DECIDED}}, by {{PERSON}}{{/DECIDED}}. Due on {{DUE_ON}}.{{#LATE}} {{LATE_WORDS}}.{{/LATE}}</p>
{{#ASKED}}<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-s">Asked back</h2>
<p class="app-text">{{QUESTION:pre_escape}}</p>
</div>
{{/ASKED}}{{#EXCUSED}}<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-s">Why it is not wanted</h2>
<p class="app-text">{{WHY:pre_escape}}</p>
</div>
{{/EXCUSED}}{{#MOVES}}<p class="app-result__links app-no-print">{{#MOVE_FIRST}}<a class="nhsuk-button nhsuk-button--small" href="/contracts/{{CONTRACT}}/returns/{{REF}}/{{CODE}}">{{LABEL}}</a>
{{/MOVE_FIRST}}{{#MOVE}}<a href="/contracts/{{CONTRACT}}/returns/{{REF}}/{{CODE}}">{{LABEL}}</a>
{{/MOVE}}</p>
{{/MOVES}}{{#NOTHING}}<p>Nothing was sent yet.</p>
{{/NOTHING}}{{#EARLIER}}<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>This is version {{NUMBER}}, which was corrected later. <a href="{{LIST_LINK}}">Show the newest version</a></p>
</div>
{{/EARLIER}}{{>BODY}}
{{>VERSIONS}}
</div>
</div>
