{{%AUTOESCAPE context="HTML"}}<section class="app-judge" aria-labelledby="criterion-{{NUMBER}}">
<div class="app-judge__head"><h2 class="nhsuk-heading-m" id="criterion-{{NUMBER}}">{{NUMBER}}. {{CRITERION}} <span class="app-muted">{{WEIGHT}}</span></h2>
{{#HAS_HELP}}<p class="app-text">{{HELP:pre_escape}}</p>{{/HAS_HELP}}</div>
<div class="app-judge__body">
<div class="app-judge__form">
{{>FIELD}}
</div>
<div class="app-judge__evidence">
{{>EVIDENCE}}
</div>
</div>
</section>
