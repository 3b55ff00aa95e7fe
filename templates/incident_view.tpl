{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a></p>
<h1 class="nhsuk-heading-l app-incident__title"><span class="nhsuk-caption-l">{{REF}}</span> <span class="app-text">{{TITLE}}</span></h1>
<p class="app-incident__state"><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#SERIOUS}} <strong class="nhsuk-tag nhsuk-tag--red">Serious</strong>{{/SERIOUS}} since {{SINCE}}{{#HAS_UNTIL}}, until {{UNTIL}}{{/HAS_UNTIL}}{{#HAS_ORIGINAL}}, of <a href="/incidents/{{ORIGINAL}}">{{ORIGINAL}}</a>{{/HAS_ORIGINAL}}</p>
<div class="app-incident">
<aside class="app-incident__side" aria-labelledby="facts">
{{#WAITS}}<div class="app-incident__next app-no-print">
<p>{{WAITS_WORDS}}</p>
{{#NEXT}}{{#WAY_MOVE}}<a class="nhsuk-button" href="/incidents/{{REF}}/move/{{WAY_STATE}}">{{WAY_LABEL}}</a>{{/WAY_MOVE}}{{#WAY_ASK}}<a class="nhsuk-button" href="/incidents/{{REF}}/ask">{{WAY_LABEL}}</a>{{/WAY_ASK}}{{/NEXT}}
{{#OTHERS}}<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Other moves</span></summary>
<div class="nhsuk-details__text"><ul class="nhsuk-list">
{{#OTHER}}<li>{{#WAY_MOVE}}<a href="/incidents/{{REF}}/move/{{WAY_STATE}}">{{WAY_LABEL}}</a>{{/WAY_MOVE}}{{#WAY_ASK}}<a href="/incidents/{{REF}}/ask">{{WAY_LABEL}}</a>{{/WAY_ASK}}</li>
{{/OTHER}}
</ul>
<p class="app-muted"><a href="/help/incidents">How an incident is handled</a></p></div>
</details>{{/OTHERS}}
</div>{{/WAITS}}
<h2 class="nhsuk-heading-s" id="facts">At a glance</h2>
<dl class="app-glance">
	<div><dt>First look</dt><dd>{{#LOOKED}}{{LOOKED_WORDS}}{{/LOOKED}}{{#DUE}}By {{DUE_DAY}}{{/DUE}}{{#OVERDUE}}<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong> since {{DUE_DAY}}{{/OVERDUE}}{{#NO_CLOCK}}No clock{{/NO_CLOCK}}</dd></div>
	<div><dt>Looked after by</dt><dd>{{#HAS_MANAGER}}{{MANAGER}}{{/HAS_MANAGER}}{{#NO_MANAGER}}Nobody yet{{/NO_MANAGER}}{{#MAY_CHANGE}} <a class="app-no-print" href="/incidents/{{REF}}/assign">Change<span class="nhsuk-u-visually-hidden"> who looks after it</span></a>{{/MAY_CHANGE}}</dd></div>
	<div><dt>Reported by</dt><dd><a href="/organisations/{{PRACTICE_CODE}}">{{PRACTICE}}</a>{{#HAS_REPORTER}}<br>{{REPORTER}}{{/HAS_REPORTER}}{{#HAS_SUBMITTED}}<br>{{SUBMITTED}}{{/HAS_SUBMITTED}}</dd></div>
	<div><dt>Kind</dt><dd>{{KIND}}</dd></div>
	<div><dt>Where it happened</dt><dd>{{#HAS_ABOUT_CODE}}<a href="/organisations/{{ABOUT_CODE}}">{{ABOUT}}</a>{{/HAS_ABOUT_CODE}}{{#NO_ABOUT_CODE}}{{ABOUT}}{{/NO_ABOUT_CODE}}{{#HAS_SERVICE}}<br>{{SERVICE}}{{/HAS_SERVICE}}</dd></div>
	{{#HAS_HAPPENED}}<div><dt>Happened on</dt><dd>{{HAPPENED}}</dd></div>{{/HAS_HAPPENED}}
	{{#HAS_PHYSICAL}}<div><dt>Physical harm</dt><dd>{{PHYSICAL}}</dd></div>{{/HAS_PHYSICAL}}
	{{#HAS_PSYCHOLOGICAL}}<div><dt>Psychological harm</dt><dd>{{PSYCHOLOGICAL}}</dd></div>{{/HAS_PSYCHOLOGICAL}}
	{{#HAS_WORRY}}<div><dt>How worried</dt><dd>{{WORRY}}</dd></div>{{/HAS_WORRY}}
	<div><dt>Another organisation may be told</dt><dd>{{SHARE}}</dd></div>
</dl>
{{#MAY_CHANGE}}<p class="app-no-print"><a href="/incidents/{{REF}}/edit">Change title, place or seriousness</a></p>{{#NO_CANDOUR}}
<p class="app-no-print"><a href="/incidents/{{REF}}/candour">Say that the duty of candour applies</a></p>{{/NO_CANDOUR}}{{/MAY_CHANGE}}
</aside>
<div class="app-incident__main">
{{>SECTION}}
</div>
</div>
