{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/settings">Settings</a> › <a href="/holidays">Bank holidays</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Add a bank holiday</h1>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add</button>
</form>
</div>
</div>
