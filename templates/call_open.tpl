{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/calls">Plans and bids</a> › <a href="/calls/{{REF}}">{{CALL_TITLE}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#REFUSED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Not opened</h2>
<p>{{WHY}}</p>
</div>{{/REFUSED}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{CALL_TITLE}}</span> Open this call?</h1>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>From now on {{ASKS}} can answer it{{#HAS_CLOSES}}, until the end of {{CLOSES}}{{/HAS_CLOSES}}{{#NO_CLOSES}}, until you close it{{/NO_CLOSES}}.</li>
<li>{{PEOPLE}} of theirs will be told by mail.{{#HAS_CLOSES}} Who has not sent anything a week before its last day is reminded once.{{/HAS_CLOSES}}</li>
<li>Its {{QUESTIONS}} questions stay as they are: <a href="/calls/{{REF}}/preview">look at them once more</a>.</li>
{{#NO_CRITERIA}}<li>You have not chosen what it is judged by. You can do that later, but who answers may want to know.</li>{{/NO_CRITERIA}}
</ul>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Open the call</button>
</form>
</div>
</div>
