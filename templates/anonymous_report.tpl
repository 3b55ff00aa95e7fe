{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
{{#THANKS}}
<div class="nhsuk-notification-banner nhsuk-notification-banner--success" role="alert" aria-labelledby="banner-title">
<div class="nhsuk-notification-banner__header"><h2 class="nhsuk-notification-banner__title" id="banner-title">Done</h2></div>
<div class="nhsuk-notification-banner__content"><p class="nhsuk-notification-banner__heading">Thank you. What you wrote has been sent.</p></div>
</div>
{{/THANKS}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Report {{REF}}, by the link of {{PRACTICE}}</span> Your report</h1>
<p class="nhsuk-body-l">{{STANDS}}{{#HAS_DUE}} Somebody will by the end of {{DUE}}.{{/HAS_DUE}}</p>
{{#ON_ITS_WAY}}<p>What you wrote is on its way, and is below within a minute or two of your next look.</p>{{/ON_ITS_WAY}}
{{#WAITS}}
<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-m">Our question</h2>
<p class="app-text">{{QUESTION:pre_escape}}</p>
</div>
{{/WAITS}}
<form method="post" action="/r/progress" novalidate>
<input type="hidden" name="state" value="{{STATE}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
<h2 class="nhsuk-heading-m">What has happened so far</h2>
<p>You sent it on {{SENT}}.</p>
<dl class="nhsuk-summary-list">
{{#EVENT}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{LABEL}}<br><span class="nhsuk-body-s">{{AT}}</span></dt><dd class="nhsuk-summary-list__value">{{#HAS_TEXT}}<div class="app-text">{{TEXT:pre_escape}}</div>{{/HAS_TEXT}}</dd></div>
{{/EVENT}}</dl>
<p>What you reported is not shown here, so that a code alone does not give it away.</p>
<p class="app-no-print"><a href="/r/progress">Leave this page</a></p>
