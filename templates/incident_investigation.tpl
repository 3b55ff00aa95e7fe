{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="investigation">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="investigation">Investigation</h2>{{#NONE}}<p class="app-section__none">Nothing yet</p>{{/NONE}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/investigation">What we found, and why</a> <a href="/incidents/{{REF}}/factors">What contributed</a></p>{{/MAY_ADD}}</div>
{{#LIST}}
<dl class="nhsuk-summary-list app-facts">
	{{#HAS_FOUND}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">What we found</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{FOUND:pre_escape}}</span></dd></div>{{/HAS_FOUND}}
	{{#WHY_ROW}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{WHY_NAME}}</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{WHY:pre_escape}}</span></dd></div>
	{{/WHY_ROW}}
	{{#FACTOR_ROW}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{FACTOR_NAME}}</dt><dd class="nhsuk-summary-list__value">{{#FACTOR}}<span class="app-member">{{FACTOR_WORDS}}</span>{{/FACTOR}}</dd></div>
	{{/FACTOR_ROW}}
	{{#HAS_OTHER}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Other factors</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{OTHER_FACTORS:pre_escape}}</span></dd></div>{{/HAS_OTHER}}
</dl>
{{/LIST}}
</section>
