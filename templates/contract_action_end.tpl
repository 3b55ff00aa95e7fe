{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a>{{#OF_CONTRACT}} › <a href="/contracts/{{REF}}#actions">{{REFERENCE}}</a>{{/OF_CONTRACT}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
{{#AS_IT_IS}}<div class="nhsuk-inset-text"><p class="app-text">{{WHAT:pre_escape}}</p><p>{{OWNER}}, due on {{DUE_ON}}</p></div>{{/AS_IT_IS}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#EXISTING}}<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{/EXISTING}}{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
</div>
</div>
