{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Import contracts</h1>
<p>Nothing is stored yet: the next page shows what would be new and what would change, and which lines are wrong.</p>
<form method="post" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Show what would change</button>
</form>
<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Which columns are read</span></summary>
<div class="nhsuk-details__text">
<p>The first line names the columns, in any order. Of a workbook the first sheet is read. The register, downloaded as a file, can be changed and imported again.</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#COLUMN}}<li>{{COLUMN_NAME}}</li>
{{/COLUMN}}
</ul>
<p>Only the reference is always needed. A reference that is here already is changed; another is added, and needs its organisation, service, start and end. An empty cell changes nothing. Organisations must be here already; strategic aims are made as they are named. Days are written like 2026-11-22 or 22/11/2026, annual values like 2025/26 12000; 2026/27 12500.</p>
</div>
</details>
</div>
</div>
