{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/{{REF}}">{{PERSON_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Change name or email address</h1>
{{#OTHER}}<div class="nhsuk-inset-text"><p>This email address belongs to the account of <a href="/people/{{OTHER_REF}}">{{OTHER_NAME}}</a>.</p></div>{{/OTHER}}
<p>When the email address changes, {{PERSON_NAME}} is signed out everywhere, links that were mailed before stop working, and a message to the old address says so.{{#INVITED}} The invitation is sent again, to the new address.{{/INVITED}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>
</form>
</div>
</div>
