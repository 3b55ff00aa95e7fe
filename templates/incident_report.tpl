{{%AUTOESCAPE context="HTML"}}
<dl class="nhsuk-summary-list app-facts">
{{#ANSWER}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{LABEL}}</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{VALUE:pre_escape}}</div></dd></div>
{{/ANSWER}}
</dl>
{{#AFFECTED}}
<h3 class="nhsuk-heading-xs">{{WHO}}</h3>
<dl class="nhsuk-summary-list app-facts">
{{#ANSWER}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{LABEL}}</dt><dd class="nhsuk-summary-list__value"><div class="app-text">{{VALUE:pre_escape}}</div></dd></div>
{{/ANSWER}}
</dl>
{{/AFFECTED}}
