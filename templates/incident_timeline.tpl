{{%AUTOESCAPE context="HTML"}}
{{#NONE}}<p>Nothing has happened yet.</p>{{/NONE}}
<ol class="app-timeline">
{{#EVENT}}<li class="app-timeline__event">
	<p class="app-timeline__head"><strong>{{LABEL}}</strong>{{#MOVED}} from {{FROM}} to {{TO}}{{/MOVED}} <span class="app-muted">{{AT}}{{#HAS_WHO}}, {{WHO}}{{/HAS_WHO}}</span></p>
	{{#HAS_TEXT}}<div class="app-text">{{TEXT:pre_escape}}</div>{{/HAS_TEXT}}
	{{#HAS_DETAIL}}<p class="app-muted app-text">{{DETAIL}}</p>{{/HAS_DETAIL}}
</li>
{{/EVENT}}
</ol>
