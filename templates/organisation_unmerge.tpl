{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Undo the merge of {{ORGANISATION_NAME}}</h1>
<p>It was merged into <a href="/organisations/{{INTO_CODE}}">{{INTO_NAME}}</a> on {{MERGED_ON}}. Undoing that makes them two organisations again:</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#OPENS}}<li>{{ORGANISATION_NAME}} is open again.</li>{{/OPENS}}
{{#HAS_CLOSED}}<li>{{ORGANISATION_NAME}} had closed before it was merged, on {{CLOSED_ON}}. It stays closed; you can reopen it afterwards.</li>{{/HAS_CLOSED}}
<li>What had been merged into {{ORGANISATION_NAME}} earlier leads to it again.</li>
<li>All records stay where they are. What was written for {{INTO_NAME}} since then stays with {{INTO_NAME}}: nobody can tell which of it would have been for {{ORGANISATION_NAME}}.</li>
{{#GIVEN}}<li>The merge made {{PEOPLE}} of its people members of {{INTO_NAME}}, or gave them roles there. You choose below whether they keep that.</li>{{/GIVEN}}
</ul>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Undo this merge</button>
</form>
</div>
</div>
