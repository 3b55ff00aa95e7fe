{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="candour">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="candour">Duty of candour</h2><p class="app-section__none">{{APPLIES}}{{#BY_REPORT}}, says the report. Nobody here has confirmed it yet{{/BY_REPORT}}</p>
{{#MAY_CHANGE}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/candour">Write down what was done</a></p>{{/MAY_CHANGE}}</div>
{{#HAS_WHY}}<p class="app-text">{{WHY:pre_escape}}</p>{{/HAS_WHY}}
{{#LIST}}
<ul class="nhsuk-list nhsuk-list--bullet app-facts">
{{#LIMB}}<li>{{LIMB_WORDS}}</li>
{{/LIMB}}
</ul>
<p>{{#HAS_KNOWN}}{{KNOWN}}. {{/HAS_KNOWN}}{{#INCOMPLETE}}<strong class="nhsuk-tag nhsuk-tag--red">{{N}}</strong>{{/INCOMPLETE}}</p>
<table class="app-table app-table--narrow" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Steps of the duty of candour</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Step</th><th role="columnheader" scope="col">Done on</th></tr></thead>
	<tbody role="rowgroup">
	{{#STEP_ROW}}<tr role="row"><th role="rowheader" scope="row">{{STEP}}</th><td role="cell">{{#WAS_DONE}}{{DAY}}{{/WAS_DONE}}{{#REPORTED}}Done, says the report. <strong class="nhsuk-tag nhsuk-tag--yellow">Day missing</strong>{{/REPORTED}}{{#MISSING}}<strong class="nhsuk-tag nhsuk-tag--yellow">Missing</strong>{{/MISSING}}</td></tr>
	{{/STEP_ROW}}
	</tbody>
</table>
<dl class="nhsuk-summary-list app-facts">
	{{#HAS_BY}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Who was told</dt><dd class="nhsuk-summary-list__value">{{BY}}</dd></div>{{/HAS_BY}}
	{{#HAS_ENQUIRIES}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Further enquiries</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{ENQUIRIES:pre_escape}}</span></dd></div>{{/HAS_ENQUIRIES}}
	{{#HAS_SUPPORT}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Support</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{SUPPORT:pre_escape}}</span></dd></div>{{/HAS_SUPPORT}}
</dl>
{{/LIST}}
</section>
