{{%AUTOESCAPE context="HTML"}}{{#HAS_FINDINGS}}<h2 class="nhsuk-heading-m">Findings</h2>
<div class="app-text">{{TEXT:pre_escape}}</div>{{/HAS_FINDINGS}}
<h2 class="nhsuk-heading-m">Score by score</h2>
{{#HAS_MEAN}}<p>All scores together: <strong>{{MEAN}}</strong>. A score with a greater weight counts for more.</p>
{{/HAS_MEAN}}{{#CRITERION_ROW}}<div class="app-criterion"><h3 class="nhsuk-heading-xs">{{CRITERION}} <span class="app-muted">{{WEIGHT}}</span></h3>
<p><strong>{{SCORE}}</strong><br><span class="app-text">{{REASON:pre_escape}}</span></p></div>
{{/CRITERION_ROW}}
{{#HAS_VALUE}}<h2 class="nhsuk-heading-m">Value for money</h2>
<div class="app-text">{{VALUE:pre_escape}}</div>{{/HAS_VALUE}}
{{#HAS_EQUALITY}}<h2 class="nhsuk-heading-m">Effect on equality</h2>
<div class="app-text">{{EQUALITY:pre_escape}}</div>{{/HAS_EQUALITY}}
