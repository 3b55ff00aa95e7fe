{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/returns">Monitoring returns</a> › <a href="/returns/{{REF}}">{{PERIOD}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{SERVICE}}, {{PERIOD}}</span> Check your return before you send it</h1>
{{#CHANGED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Not sent yet</h2>
<p>The return changed since you saw it. This is how it stands now.</p>
</div>
{{/CHANGED}}{{#EARLY}}<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>The period ends on {{DAY}}. If something changes until then, correct the return.</p>
</div>
{{/EARLY}}{{>BODY}}
{{#HAS_REASON}}<dl class="nhsuk-summary-list">
<div class="nhsuk-summary-list__row">
<dt class="nhsuk-summary-list__key">{{#REPLY}}Your answer to the question{{/REPLY}}{{#CORRECT}}What you correct, and why{{/CORRECT}}</dt>
<dd class="nhsuk-summary-list__value"><div class="app-text">{{WHY:pre_escape}}</div></dd>
<dd class="nhsuk-summary-list__actions app-no-print"><a href="/returns/{{REF}}/edit#reason">Change<span class="nhsuk-u-visually-hidden"> what you say about it</span></a></dd>
</div>
</dl>
{{/HAS_REASON}}<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
<input type="hidden" name="submission" value="{{SUBMISSION}}">
<p>{{COMMISSIONER}} reads it as soon as you send it. If you find a mistake later, you can correct it.</p>
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send the return</button>
</form>
</div>
</div>
