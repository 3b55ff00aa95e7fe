{{%AUTOESCAPE context="HTML"}}<section class="app-judge" aria-labelledby="criterion-{{NUMBER}}">
<div class="app-judge__head"><h2 class="nhsuk-heading-m" id="criterion-{{NUMBER}}">{{NUMBER}}. {{CRITERION}} <span class="app-muted">{{WEIGHT}}</span>{{#DIFFERS}} <strong class="nhsuk-tag nhsuk-tag--orange">2 or more apart</strong>{{/DIFFERS}}</h2></div>
<div class="app-judge__body">
<div class="app-judge__form">
{{>FIELD}}
</div>
<div class="app-judge__evidence">
<h3 class="nhsuk-heading-xs">What each reviewer scored</h3>
{{#SCORES}}<dl class="app-given">
{{#SCORE_ROW}}<div><dt>{{NAME}}</dt><dd><strong>{{SCORE}}</strong><br><span class="app-text">{{REASON:pre_escape}}</span></dd></div>
{{/SCORE_ROW}}
</dl>{{/SCORES}}
</div>
</div>
</section>
