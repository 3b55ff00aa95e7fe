{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#BACK_LINK}}<p><a class="nhsuk-back-link" href="/submissions/{{REF}}">Back</a></p>{{/BACK_LINK}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
<button class="app-default-button" type="submit" name="go" value="on" tabindex="-1" aria-hidden="true">Continue</button>
{{#BACK_BUTTON}}<button class="app-back-link" type="submit" name="go" value="back">Back</button>{{/BACK_BUTTON}}
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{CALL_TITLE}}, page {{NUMBER}} of {{PAGES}}</span> {{HEADING}}</h1>
{{#CLOSED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">The call has closed</h2>
<p>What you typed here was not kept, and nothing can be sent any more. Copy it if you need it.</p>
</div>{{/CLOSED}}
{{#HAS_INTRO}}<p class="app-text">{{INTRO:pre_escape}}</p>{{/HAS_INTRO}}
{{>FIELD}}
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Save and continue</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="later">Save and finish later</button>
</div>
{{#HAS_CLOSES}}<p class="app-muted">Send it by the end of {{CLOSES}}.</p>{{/HAS_CLOSES}}
</form>
</div>
</div>
