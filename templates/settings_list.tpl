{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">Settings</h1>
<p>A change holds within two seconds, for everybody, and is in the audit trail.{{#READS_ONLY}} Administrators change them.{{/READS_ONLY}}</p>
{{>HEADER}}
{{#SETTING_GROUP}}
<section>
<h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">{{GROUP_TITLE}}</h2>
{{#KEEPS_NOTHING_AWAY}}<p>Records whose years are over are <a href="/retention">proposed for destruction</a>: nothing goes by itself, two people decide. Of responses to surveys and of complaints these years say what is meant; nothing of them, or of proposals, is destroyed yet.</p>{{/KEEPS_NOTHING_AWAY}}
<dl class="nhsuk-summary-list app-facts nhsuk-u-margin-bottom-2">
{{#SETTING_ROW}}
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{SETTING_LABEL}}</dt><dd class="nhsuk-summary-list__value">{{#SETTING_GIVEN}}{{VALUE}}{{/SETTING_GIVEN}}{{#SETTING_EMPTY}}<span class="app-muted">Not set</span>{{/SETTING_EMPTY}}{{#DEFAULTED}}<br><span class="app-muted">Default: {{DEFAULT}}</span>{{/DEFAULTED}}{{#SOURCED}}<br><span class="app-muted">{{SOURCE}}</span>{{/SOURCED}}</dd></div>
{{/SETTING_ROW}}
</dl>
{{#MAY_CHANGE}}<p class="nhsuk-u-margin-bottom-6"><a href="/settings/{{GROUP_CODE}}">Change<span class="nhsuk-u-visually-hidden">: {{GROUP_TITLE}}</span></a></p>{{/MAY_CHANGE}}
</section>
{{/SETTING_GROUP}}
<section>
<h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">Bank holidays</h2>
<p>The clock of working days for incidents leaves them out.</p>
{{#HOLIDAYS_MISSING}}<p><strong class="nhsuk-tag nhsuk-tag--yellow">To do</strong> No bank holiday of {{YEAR}} is known yet.</p>{{/HOLIDAYS_MISSING}}
<p class="nhsuk-u-margin-bottom-6"><a href="/holidays">See the bank holidays</a></p>
</section>
