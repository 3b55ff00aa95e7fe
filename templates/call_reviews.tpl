{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/calls">Plans and bids</a> › <a href="/calls/{{REF}}">{{CALL_TITLE}}</a> › <a href="/calls/{{REF}}/submissions">What was sent</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{CALL_TITLE}}</span> Open reviews</h1>
{{#EMPTY}}<p>Nothing waits for a review: whatever was sent has one, or was withdrawn.</p>{{/EMPTY}}
{{#NO_CRITERIA}}<p>There are no published criteria for submissions yet. <a href="/criteria">Write some first</a>.</p>{{/NO_CRITERIA}}
{{#MAY_OPEN}}<p>A review is opened of what was sent and has none yet: <strong>{{WHAT}}</strong>.</p>{{/MAY_OPEN}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="submission" value="{{SUBMISSION}}">
{{>FIELD}}
{{#MAY_OPEN}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Open the reviews</button>{{/MAY_OPEN}}
</form>
</div>
</div>
