{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Set up a new device</h1>
<p>For the account of {{PERSON}}, {{EMAIL}}. The device you had before will not work any more.</p>
<form class="app-steps" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#SEALED}}<input type="hidden" name="device" value="{{DEVICE_STATE}}">
{{/SEALED}}<h2 class="nhsuk-heading-m">1. Show that it is you</h2>
{{#PASSWORD_PART}}{{>FIELD}}{{/PASSWORD_PART}}
<h2 class="nhsuk-heading-m">2. Set up the new device</h2>
{{>DEVICE}}
{{#CODE_PART}}{{>FIELD}}{{/CODE_PART}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Use the new device</button>
</form>
</div>
</div>
