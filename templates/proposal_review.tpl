{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">Ask the panel to decide</h1>
<p>Reviewers declare their interests, read what people said, and score alone against criteria. Then the panel decides, with its quorum and without members who have a conflict of interest, and a second person confirms.</p>
{{#NO_CRITERIA}}<p>There are no criteria for proposals yet. A contract reviewer writes and publishes them under <em>Criteria</em>.</p>{{/NO_CRITERIA}}
<form method="post" action="/proposals/{{REF}}/review" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="submission" value="{{SUBMISSION}}">
{{>FIELD}}
{{#SOME}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Open the review</button>{{/SOME}}
</form>
</div>
</div>
