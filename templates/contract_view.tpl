{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a></p>
<h1 class="nhsuk-heading-l app-incident__title"><span class="nhsuk-caption-l">{{REFERENCE}}</span> <span class="app-text">{{SERVICE}}</span></h1>
<p class="app-incident__state"><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#FLAG}} <strong class="nhsuk-tag nhsuk-tag--{{FLAG_COLOUR}}">{{FLAG_WORDS}}</strong>{{/FLAG}}</p>
<div class="app-incident">
<aside class="app-incident__side" aria-labelledby="facts">
<h2 class="nhsuk-heading-s" id="facts">At a glance</h2>
<dl class="app-glance">
	<div><dt>{{KIND}} with</dt><dd><a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION}}</a></dd></div>
	<div><dt>Value in {{YEAR}}</dt><dd>{{VALUE}}</dd></div>
	<div><dt>Runs</dt><dd>{{STARTS_ON}} to {{ENDS_ON}}{{#WAS_EXTENDED}}<br>as signed: to {{FIRST_ENDS_ON}}{{/WAS_EXTENDED}}{{#HAS_NOTICE}}<br>{{NOTICE}} notice{{/HAS_NOTICE}}</dd></div>
	<div><dt>Looked after by</dt><dd>{{#HAS_LEAD}}{{LEAD}}{{/HAS_LEAD}}{{#NO_LEAD}}Nobody yet{{/NO_LEAD}}</dd></div>
	{{#HAS_AIM}}<div><dt>Strategic aim</dt><dd>{{AIM}}</dd></div>{{/HAS_AIM}}
	<div><dt>Returns</dt><dd>{{RETURNS}}{{#HAS_RETURNS_FROM}}, from {{RETURNS_FROM}}{{/HAS_RETURNS_FROM}}</dd></div>
	<div><dt>Reviews</dt><dd>{{REVIEWS}}{{#HAS_NEXT_REVIEW}}<br>next on {{NEXT_REVIEW}}{{/HAS_NEXT_REVIEW}}</dd></div>
	{{#DECIDED}}<div><dt>Last decision</dt><dd>{{OUTCOME}}{{#HAS_DECIDED_ON}}, {{DECIDED_ON}}{{/HAS_DECIDED_ON}}</dd></div>{{/DECIDED}}
	{{#HAS_SERVED}}<div><dt>Who is served</dt><dd>{{SERVED}}</dd></div>{{/HAS_SERVED}}
	{{#HAS_AREA}}<div><dt>Where</dt><dd>{{AREA}}</dd></div>{{/HAS_AREA}}
	{{#HAS_MONITORING}}<div><dt>How it is monitored</dt><dd class="app-text">{{MONITORING:pre_escape}}</dd></div>{{/HAS_MONITORING}}
	<div><dt>Awarded by</dt><dd>{{ROUTE}}</dd></div>
	<div><dt>Public register</dt><dd>{{#PUBLIC}}Published{{/PUBLIC}}{{#NOT_PUBLIC}}Not published{{/NOT_PUBLIC}}</dd></div>
</dl>
{{#MAY_CHANGE}}<p class="app-no-print"><a href="/contracts/{{REF}}/edit">Change the contract</a></p>{{/MAY_CHANGE}}
</aside>
<div class="app-incident__main">
{{>SECTION}}
</div>
</div>
