{{%AUTOESCAPE context="HTML"}}<section class="app-section" aria-labelledby="history">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="history">What has happened</h2></div>
<ol class="app-timeline">
{{#EVENT}}<li class="app-timeline__event">
	<p class="app-timeline__head"><strong>{{LABEL}}</strong>{{#MOVED}} from {{FROM}} to {{TO}}{{/MOVED}} <span class="app-muted">{{AT}}, {{WHO}}</span></p>
	{{#HAS_TEXT}}<div class="app-text">{{TEXT:pre_escape}}</div>{{/HAS_TEXT}}
	{{#HAS_DETAIL}}<p class="app-muted app-text">{{DETAIL}}</p>{{/HAS_DETAIL}}
</li>
{{/EVENT}}
</ol>
</section>
