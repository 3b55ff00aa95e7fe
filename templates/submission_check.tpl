{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<p class="app-no-print"><a class="nhsuk-back-link" href="/submissions/{{REF}}">Finish later</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{CALL_TITLE}}</span> Check before you send it</h1>
{{#CLOSED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">The call has closed</h2>
<p>It was not sent, and cannot be sent any more. It stays here for you to read.</p>
</div>{{/CLOSED}}
{{#CHANGED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Not sent yet</h2>
<p>A colleague changed it since you saw it. This is how it stands now.</p>
</div>{{/CHANGED}}
{{#INCOMPLETE}}<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span>
<p>It cannot be sent yet:</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#PART}}<li><a href="/submissions/{{REF}}/pages/{{NUMBER}}?from=check">{{PART_TITLE}}</a></li>
{{/PART}}</ul></div>{{/INCOMPLETE}}
{{>ANSWERS}}
{{#MAY_SEND}}<form class="app-no-print" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<p>{{COMMISSIONER}} reads it as soon as you send it. What was sent cannot be changed.</p>
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send it</button>
</form>{{/MAY_SEND}}
</div>
</div>
