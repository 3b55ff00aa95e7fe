{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a></p>
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Themes of incidents</h1>
<p>Incidents are found, counted and learned from by their themes. A theme that is not needed any more is retired, never deleted: incidents that have it keep it.</p>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Themes, by name</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Theme</th><th role="columnheader" scope="col" class="app-number">Incidents</th><th role="columnheader" scope="col">Change</th></tr></thead>
	<tbody role="rowgroup">
	{{#THEME_ROW}}<tr role="row"><th role="rowheader" scope="row">{{NAME}}{{#RETIRED}} <strong class="nhsuk-tag nhsuk-tag--grey">Retired</strong>{{/RETIRED}}</th><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Incidents</span>{{INCIDENTS}}</td><td role="cell"><span class="app-cell-name" aria-hidden="true">Change</span><a href="/incidents/themes/{{THEME_REF}}">Rename or retire<span class="nhsuk-u-visually-hidden"> {{NAME}}</span></a></td></tr>
	{{/THEME_ROW}}
	</tbody>
</table>
<h2 class="nhsuk-heading-m">Add a theme</h2>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add</button>
</form>
