{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/settings">Settings</a> › <a href="/holidays">Bank holidays</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Remove a bank holiday</h1>
<p>{{DAY}}, {{NAME}}, will count as any other day. Reports that were sent already keep the day by which they are to be looked at.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Remove</button>
</form>
</div>
</div>
