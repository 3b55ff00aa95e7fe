{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{REF}}</a></p>
<div class="app-no-print">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}: {{TITLE}}</span> Letter to the organisation</h1>
<p>Copy the text, or print it: only what is in the frame is printed. What is in square brackets is written by hand.</p>
</div>
<div class="app-letter">
<p class="app-letter__from">{{COMMISSIONER_NAME}}</p>
<p>{{ORGANISATION}}</p>
<p>{{DAY}}</p>
<p class="app-muted">Our reference: {{REFERENCE}}</p>
<div class="app-text">{{BODY:pre_escape}}</div>
</div>
