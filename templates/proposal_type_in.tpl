{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/responses">Responses</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Type in a response</h1>
<p>Leave empty what they did not say. What came after the last day is counted apart. <a href="/help/proposals#responses">How responses are typed in</a></p>
<form method="post" action="/proposals/{{REF}}/responses/new" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="token" value="{{TOKEN}}">
{{#PART}}{{>FIELD}}
{{#MORE}}<details class="nhsuk-details"{{#OPEN}} open{{/OPEN}}>
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">{{WORDS}}</span></summary>
<div class="nhsuk-details__text">
{{>FIELD}}
</div>
</details>{{/MORE}}{{/PART}}
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Store it</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="another" value="yes" data-module="nhsuk-button" data-prevent-double-click="true">Store it, and type in another</button>
</div>
</form>
</div>
</div>
