{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{TITLE}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}: {{TITLE}}</span> Not now</h1>
<p>{{WHY}} Nothing was changed. The attempt is in the history of the review.</p>
<p><a href="/reviews/{{REF}}">See where the review stands</a></p>
