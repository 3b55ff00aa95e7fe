{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Merge {{ORGANISATION_NAME}}</h1>
<p>Merging says that {{ORGANISATION_NAME}} ends, and that another organisation carries on its work. You will see what happens before anything is saved, and a merge can be undone.</p>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>{{ORGANISATION_NAME}} is closed, and its page leads to the one that goes on.</li>
<li>Each keeps its own history: surveys, list sizes and records stay where they are, and none are added together.</li>
<li>The list size of the one that goes on does not change by itself. Enter the new one when it is known.</li>
</ul>
{{#HAS_CLOSED}}<p>It closed on {{CLOSED_ON}}; that stays so.</p>{{/HAS_CLOSED}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Continue</button>
</form>
</div>
</div>
