{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/{{REF}}">{{PERSON_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Send the invitation again</h1>
<p>A new message with a new link is sent to {{EMAIL}}. The link in the message before stops working.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send the invitation</button>
</form>
</div>
</div>
