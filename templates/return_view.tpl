{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/returns">Monitoring returns</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{SERVICE}}{{#HAS_FOR}}, {{FOR}}{{/HAS_FOR}}</span> Return for {{PERIOD}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#LATE}} {{LATE_WORDS}}.{{/LATE}} Due on {{DUE_ON}}.</p>
{{#ASKED}}<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-s">{{COMMISSIONER}} asks</h2>
<p class="app-text">{{QUESTION:pre_escape}}</p>
</div>
{{/ASKED}}{{#EXCUSED}}<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-s">{{COMMISSIONER}} does not want this return</h2>
<p class="app-text">{{WHY:pre_escape}}</p>
</div>
{{/EXCUSED}}{{#NOTHING}}<p>Nothing is sent yet. You can save what you write, and you or a colleague can go on with it later, here or on another device.</p>
{{/NOTHING}}{{#OPEN}}{{#DRAFTED}}<p>{{DRAFT_BY}} saved it last, on {{DRAFT_AT}}. Nobody outside your organisation can read what is not sent.</p>
{{/DRAFTED}}<p class="app-result__links app-no-print">{{#BEGIN}}<a class="nhsuk-button" href="/returns/{{REF}}/edit">Write the return</a>{{/BEGIN}}{{#GO_ON}}<a class="nhsuk-button" href="/returns/{{REF}}/edit">Go on with the return</a> <a href="/returns/{{REF}}/discard">Discard the draft</a>{{/GO_ON}}{{#REPLY}}<a class="nhsuk-button" href="/returns/{{REF}}/edit">Answer the question</a>{{/REPLY}}{{#CORRECT}}<a class="nhsuk-button nhsuk-button--secondary" href="/returns/{{REF}}/edit">Correct the return</a>{{/CORRECT}}</p>
{{/OPEN}}
{{#EARLIER}}<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>This is version {{NUMBER}}, which was corrected later. <a href="{{LIST_LINK}}">Show the newest version</a></p>
</div>
{{/EARLIER}}{{>BODY}}
{{>VERSIONS}}
</div>
</div>
