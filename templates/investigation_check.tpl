{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/investigations">Investigations</a> › <a href="/investigations/{{REF}}">{{SUBJECT}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{SUBJECT}}</span> Check your answer before sending</h1>
{{#CHANGED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Not sent yet</h2>
<p>The request or the answer changed since you saw it. This is how the answer stands now.</p>
</div>
{{/CHANGED}}
{{>SUMMARY}}
<p><a href="/investigations/{{REF}}/answer">Change your answer</a></p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
<p>{{ASKED_FOR}} reads it as soon as you send it. What was sent cannot be changed, but you can add to it.</p>
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send the answer</button>
</form>
</div>
</div>
