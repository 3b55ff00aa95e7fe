{{%AUTOESCAPE context="HTML"}}<section class="app-criterion" aria-labelledby="criterion-{{POSITION}}">
<h2 class="nhsuk-heading-s" id="criterion-{{POSITION}}">{{POSITION}}. {{CRITERION_NAME}} <span class="app-muted">{{SHARE}} of the whole</span></h2>
{{#HAS_HELP}}<p class="app-text">{{CRITERION_HELP:pre_escape}}</p>{{/HAS_HELP}}
{{#HAS_EVIDENCE}}<p class="app-muted">Evidence beside it: {{EVIDENCE}}</p>{{/HAS_EVIDENCE}}
<table class="app-table app-scale" role="table">
	<caption><span class="nhsuk-u-visually-hidden">What each score of “{{CRITERION_NAME}}” means</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Score</th><th role="columnheader" scope="col">Means</th></tr></thead>
	<tbody role="rowgroup">{{#SCALE_ROW}}<tr role="row"><th role="rowheader" scope="row">{{SCORE}}</th><td role="cell" class="app-text">{{MEANS:pre_escape}}</td></tr>{{/SCALE_ROW}}</tbody>
</table>
</section>
