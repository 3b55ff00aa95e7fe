{{%AUTOESCAPE context="HTML"}}
<dl class="nhsuk-summary-list">
{{#ROW}}
<div class="nhsuk-summary-list__row">
<dt class="nhsuk-summary-list__key">{{QUESTION}}</dt>
<dd class="nhsuk-summary-list__value">
{{#ANSWER}}<div class="app-text">{{ANSWER_TEXT:pre_escape}}</div>
{{/ANSWER}}
{{#ANSWER_FOLDED}}<details class="app-fold"><summary>{{OPENING}}</summary><div class="app-text">{{ANSWER_TEXT:pre_escape}}</div></details>
{{/ANSWER_FOLDED}}
{{#ANSWER_MISSING}}Not answered
{{/ANSWER_MISSING}}</dd>
{{#CHANGEABLE}}<dd class="nhsuk-summary-list__actions"><button class="app-link-button" type="submit" name="{{CHANGE}}" value="{{PAGE}}">Change<span class="nhsuk-u-visually-hidden"> {{QUESTION}}</span></button></dd>
{{/CHANGEABLE}}</div>
{{/ROW}}
</dl>
