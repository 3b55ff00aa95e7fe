{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Import a list of organisations</h1>
<p>Nothing is stored yet: the next page shows what would be new, changed and closed.</p>
<form method="post" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Show what would change</button>
</form>
<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Which files can be read</span></summary>
<div class="nhsuk-details__text">
<p>The national list of GP practices, <strong>epraccur.csv</strong>, just as NHS England publishes it each month. Practices whose prescribing setting is 4, general practice, are taken. It is safe to import each new list: what is the same stays as it is, and nothing is closed because it is missing.</p>
<p>Or a CSV file of your own. Its first line names its columns, in any order: code, name, kind, locality, peer group, commissioner code, address, postcode, telephone, email, opened, closed, patients, counted on. Only the code is always needed. A code that is here already is changed; another is added. An empty cell changes nothing. Localities and peer groups are made as they are named.</p>
<p>The list of organisations, downloaded as a file, can be changed and imported again.</p>
</div>
</details>
</div>
</div>
