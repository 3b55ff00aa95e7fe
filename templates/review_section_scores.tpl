{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="scores">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="scores">Scores</h2>{{#NONE}}<p class="app-section__none">Nobody sees any before all are there</p>{{/NONE}}</div>
{{#LIST}}
{{#HAS_MEAN}}<p>Agreed: <strong>{{MEAN}}</strong>, the mean by weight.</p>{{/HAS_MEAN}}
{{#CRITERION_ROW}}
<div class="app-criterion">
<h3 class="nhsuk-heading-xs">{{CRITERION}} <span class="app-muted">{{WEIGHT}}</span>{{#DIFFERS}} <strong class="nhsuk-tag nhsuk-tag--orange">2 or more apart</strong>{{/DIFFERS}}</h3>
{{#AGREED}}<p><strong>{{SCORE}}</strong><br><span class="app-text">{{REASON:pre_escape}}</span></p>{{/AGREED}}{{#NOT_AGREED}}<p class="app-muted">Not agreed on yet</p>{{/NOT_AGREED}}
{{#SCORES}}<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What each reviewer scored<span class="nhsuk-u-visually-hidden">: {{CRITERION}}</span></span></summary>
<div class="nhsuk-details__text"><dl class="app-given">
{{#SCORE_ROW}}<div><dt>{{NAME}}</dt><dd><strong>{{SCORE}}</strong><br><span class="app-text">{{REASON:pre_escape}}</span></dd></div>
{{/SCORE_ROW}}
</dl></div>
</details>{{/SCORES}}
</div>
{{/CRITERION_ROW}}
{{/LIST}}
</section>
