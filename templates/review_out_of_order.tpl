{{%AUTOESCAPE context="HTML"}}
<a class="nhsuk-back-link" href="/reviews/{{REF}}">Review</a>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}: {{TITLE}}</span> Not now</h1>
<p>This can be done while the review is in the state “{{WANTED}}”. It is in the state <strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong> now, so nothing was changed. The attempt is in the history of the review.</p>
{{#TYPED}}<h2 class="nhsuk-heading-m">What you typed</h2>
<p>Nothing of it was saved. Copy from here what you still need.</p>
{{#TYPED_ROW}}<p class="app-quote app-text">{{TEXT:pre_escape}}</p>
{{/TYPED_ROW}}{{/TYPED}}<p><a href="/reviews/{{REF}}">See where the review stands</a></p>
