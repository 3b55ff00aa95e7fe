{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a></p>
<h1 class="nhsuk-heading-l app-incident__title"><span class="nhsuk-caption-l">{{ORGANISATION}}</span> <span class="app-text">{{TITLE}}</span></h1>
<p class="app-incident__state"><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong> since {{SINCE}}</p>
<div class="app-incident">
<aside class="app-incident__side" aria-labelledby="facts">
{{#WAITS}}<div class="app-incident__next app-no-print">
<p>{{WAITS_WORDS}}</p>
{{#NEXT}}<a class="nhsuk-button" href="/reviews/{{REF}}/{{PATH}}">{{WAY_LABEL}}</a>{{/NEXT}}
</div>{{/WAITS}}
{{#CANCELLED}}<p class="app-text">Cancelled: {{WHY}}</p>{{/CANCELLED}}
{{#STEPS}}<h2 class="nhsuk-heading-s">Where it stands</h2>
<ol class="app-steps">
{{#STEP}}<li class="app-steps__step app-steps__step--{{CODE}}"><span class="app-steps__name">{{LABEL}}</span><span class="app-steps__note">{{#DONE}}Done{{/DONE}}{{#NOW}}Now{{/NOW}}{{#LATER}}Not yet{{/LATER}}{{#NOTED}}: {{NOTE}}{{/NOTED}}</span></li>
{{/STEP}}
</ol>{{/STEPS}}
<h2 class="nhsuk-heading-s" id="facts">At a glance</h2>
<dl class="app-glance">
	<div><dt>Decision due</dt><dd>{{DUE_ON}}{{#OVERDUE}} <strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}</dd></div>
	{{#HAS_SCORE}}<div><dt>Agreed score</dt><dd>{{SCORE}}</dd></div>{{/HAS_SCORE}}
	<div><dt>Organisation</dt><dd><a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION}}</a></dd></div>
	{{#OF_CONTRACT}}<div><dt>Contract</dt><dd><a href="/contracts/{{CONTRACT_REF}}">{{REFERENCE}}</a></dd></div>{{/OF_CONTRACT}}
	<div><dt>Criteria</dt><dd>{{CRITERIA}}</dd></div>
	<div><dt>Opened</dt><dd>{{OPENED}}, by {{OPENED_BY}}</dd></div>
	<div><dt>Reference</dt><dd>{{REF}}</dd></div>
</dl>
{{#MAY_CANCEL}}<p class="app-no-print"><a href="/reviews/{{REF}}/cancel">Cancel this review</a></p>{{/MAY_CANCEL}}
</aside>
<div class="app-incident__main">
{{>SECTION}}
</div>
</div>
