{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{REF}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}: {{TITLE}}</span> The panel&#39;s decision</h1>
<p><a href="/reviews/{{REF}}/report">The review&#39;s report</a> has all that was found. At least {{QUORUM}} members who can sit must be there. More of them vote for the decision than against it; when the votes are equal, nothing is decided. Somebody else who was there then confirms it.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="submission" value="{{SUBMISSION}}">
<h2 class="nhsuk-heading-m">The meeting</h2>
{{#UNABLE}}<ul class="nhsuk-list app-unable">
{{#MEMBER}}<li><strong>{{NAME}}:</strong> {{PART}}</li>
{{/MEMBER}}</ul>
{{/UNABLE}}{{#NOBODY}}<div class="nhsuk-inset-text"><p>Nobody can sit on the panel for this review yet: members declare their interests for it first. Who sits is on the page <a href="/panel">Panel</a>.</p></div>
{{/NOBODY}}{{>MEETING}}
<h2 class="nhsuk-heading-m">The decision</h2>
{{>OUTCOME_FIELDS}}
<h2 class="nhsuk-heading-m">Conditions</h2>
<p>Each becomes an action with a date when the decision is confirmed. Leave empty what is not needed.</p>
<div class="app-conditions">
{{>CONDITION_FIELDS}}
{{#MORE}}<details class="nhsuk-details"{{#OPEN}} open{{/OPEN}}>
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">More conditions</span></summary>
<div class="nhsuk-details__text">
{{>CONDITION_MORE}}
</div>
</details>{{/MORE}}
</div>
{{>NEXT_REVIEW_FIELDS}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Write the decision down</button>
</form>
</div>
</div>
