{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/investigations">Investigations</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Request {{REF}}{{#HAS_FOR}} to {{FOR}}{{/HAS_FOR}}</span> {{SUBJECT}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></p>
{{#OPEN}}
{{#DRAFTED}}<p>An answer is begun: {{DRAFT_BY}} saved it last, {{DRAFT_AT}}. Nobody outside your organisation can read it yet.</p>
{{/DRAFTED}}<p class="app-result__links app-no-print"><a class="nhsuk-button" href="/investigations/{{REF}}/answer">{{#BEGIN}}Write your answer{{/BEGIN}}{{#GO_ON}}Go on with your answer{{/GO_ON}}</a>
<a href="/investigations/{{REF}}/add">Ask for more time, or write to who asked</a></p>
{{/OPEN}}
{{#SENT}}<p class="app-result__links app-no-print"><a href="/investigations/{{REF}}/add">Add something more</a></p>
{{/SENT}}
{{>BODY}}
<section aria-labelledby="files">
<h2 class="nhsuk-heading-m" id="files">Files</h2>
{{>FILES}}
<p class="app-no-print"><a href="/investigations/{{REF}}/files">Add a file</a></p>
</section>
<section aria-labelledby="timeline">
<h2 class="nhsuk-heading-m" id="timeline">History of this request</h2>
{{>TIMELINE}}
</section>
</div>
</div>
