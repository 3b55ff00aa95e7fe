{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Close {{ORGANISATION_NAME}}</h1>
<p>Close an organisation when it no longer sees patients or provides a service. Nothing is deleted, and it can be reopened.</p>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>It leaves the lists of open organisations. Its page, its list sizes and all its records stay, and can be found.</li>
<li>The people who belong to it ({{PEOPLE}}) can still sign in and read what is theirs, so that they can hand over. To stop somebody from signing in, disable their account.</li>
</ul>
<p>If another organisation carries on its work, <a href="/organisations/{{ORGANISATION_CODE}}/merge">merge it</a> instead: merging closes it too.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Close organisation</button>
</form>
</div>
</div>
