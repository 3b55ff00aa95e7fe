{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">Settings</h1>
<p>A change holds within two seconds, for everybody, and is in the audit trail.{{#READS_ONLY}} Administrators change them.{{/READS_ONLY}}</p>
{{>HEADER}}
{{#SETTING_GROUP}}
<section>
<h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">{{GROUP_TITLE}}</h2>
{{#KEEPS_NOTHING_AWAY}}<p>Nothing is destroyed by itself yet: these years say what is meant to be kept, and for how long.</p>{{/KEEPS_NOTHING_AWAY}}
<dl class="nhsuk-summary-list app-facts nhsuk-u-margin-bottom-2">
{{#SETTING_ROW}}
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{SETTING_LABEL}}</dt><dd class="nhsuk-summary-list__value">{{#SETTING_GIVEN}}{{VALUE}}{{/SETTING_GIVEN}}{{#SETTING_EMPTY}}<span class="app-muted">Not set</span>{{/SETTING_EMPTY}}{{#DEFAULTED}}<br><span class="app-muted">Default: {{DEFAULT}}</span>{{/DEFAULTED}}{{#SOURCED}}<br><span class="app-muted">{{SOURCE}}</span>{{/SOURCED}}</dd></div>
{{/SETTING_ROW}}
</dl>
{{#MAY_CHANGE}}<p class="nhsuk-u-margin-bottom-6"><a href="/settings/{{GROUP_CODE}}">Change<span class="nhsuk-u-visually-hidden">: {{GROUP_TITLE}}</span></a></p>{{/MAY_CHANGE}}
</section>
{{/SETTING_GROUP}}
