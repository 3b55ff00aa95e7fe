{{%AUTOESCAPE context="HTML"}}{{>CALL_HEAD}}{{>PROPOSAL_HEAD}}
{{#LINK_LIST}}<p class="app-trail app-no-print"><a href="{{LIST_LINK}}">Questions</a></p>{{/LINK_LIST}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">{{#HAS_CAPTION}}<span class="nhsuk-caption-l">{{CAPTION}}</span> {{/HAS_CAPTION}}Preview</h1>
<p>This is how it looks to who answers, each part on a page of its own. Nothing that is typed here is kept.</p>
{{#EMPTY}}<p>There are no questions yet.</p>{{/EMPTY}}
{{#PART}}
<section class="app-part">
<h2 class="nhsuk-heading-l">{{PART_TITLE}}</h2>
{{#HAS_INTRO}}<p class="app-text">{{INTRO:pre_escape}}</p>{{/HAS_INTRO}}
{{>FIELD}}
</section>
{{/PART}}
</div>
</div>
