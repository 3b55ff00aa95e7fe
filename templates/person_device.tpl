{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/{{REF}}">{{PERSON_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">New device for {{PERSON_NAME}}</h1>
{{#WAITING}}<div class="nhsuk-inset-text"><p>A new device has been asked for already, and <a href="/people/devices/{{REQUEST}}">waits for a second administrator</a>.</p></div>{{/WAITING}}
<p>{{PERSON_NAME}} has lost the device that shows the one-time codes, and has no recovery code left. Make sure that it is really them who asks: see them, or ring them back on a number that you know.</p>
<p>A second administrator has to agree within 3 days. Then {{PERSON_NAME}} is signed out everywhere, and a link to set up a new device is sent to {{EMAIL}}.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Ask for a new device</button>
</form>
</div>
</div>
