{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="history">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="history">History</h2>{{#NONE}}<p class="app-section__none">Nothing was changed since it came here</p>{{/NONE}}</div>
<ol class="app-timeline">
{{#EVENT}}<li class="app-timeline__event">
	<p class="app-timeline__head"><strong>{{LABEL}}</strong> <span class="app-muted">{{AT}}, {{WHO}}</span></p>
	{{#HAS_DETAIL}}<p class="app-text">{{DETAIL}}</p>{{/HAS_DETAIL}}
	{{#HAS_TEXT}}<div class="app-text app-muted">{{TEXT:pre_escape}}</div>{{/HAS_TEXT}}
</li>
{{/EVENT}}
</ol>
{{#MORE}}<p class="app-muted">The newest {{N}} are shown. The audit trail has the others.</p>{{/MORE}}
</section>
