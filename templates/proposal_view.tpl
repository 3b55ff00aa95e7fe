{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l"><span class="app-text">{{TITLE}}</span></h1>
{{#IS_WITHDRAWN}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Withdrawn</h2>
<p class="app-text">{{WHY:pre_escape}}</p>
</div>{{/IS_WITHDRAWN}}
{{>PROPOSAL_NAV}}
<div class="app-incident">
<aside class="app-incident__side" aria-labelledby="facts">
{{#DRAFT}}<h2 class="nhsuk-heading-s">{{#LACKS}}Before it can be published{{/LACKS}}{{#READY}}Ready to publish{{/READY}}</h2>
{{>NEEDS}}{{/DRAFT}}
{{#ACTIONS}}<p class="app-result__links app-no-print">{{#MAY_PUBLISH}}<a class="nhsuk-button nhsuk-button--small{{#LACKS}} nhsuk-button--secondary{{/LACKS}}" href="/proposals/{{REF}}/publish">Publish it</a>{{/MAY_PUBLISH}}
<a href="/proposals/{{REF}}/edit">Change its words</a>
{{#MAY_WITHDRAW}}<a href="/proposals/{{REF}}/withdraw">Withdraw it</a>{{/MAY_WITHDRAW}}</p>{{/ACTIONS}}
<h2 class="nhsuk-heading-s" id="facts">At a glance</h2>
<dl class="app-glance">
	<div><dt>Answers</dt><dd>{{#NO_DAYS}}Days not chosen yet{{/NO_DAYS}}{{#HAS_OPENS}}From {{OPENS}}{{/HAS_OPENS}}{{#HAS_CLOSES}}<br>to the end of {{CLOSES}}{{/HAS_CLOSES}}</dd></div>
	<div><dt>Who may answer</dt><dd>{{AUDIENCE}}</dd></div>
	{{#HAS_DECIDES}}<div><dt>Decided by</dt><dd>{{DECIDES}}</dd></div>{{/HAS_DECIDES}}
	{{#HAS_DECIDES_ON}}<div><dt>Decided on</dt><dd>{{DECIDES_ON}}</dd></div>{{/HAS_DECIDES_ON}}
	<div><dt>Stances</dt><dd>{{IN_FAVOUR}}<br>{{AGAINST}}<br>{{UNSURE}}</dd></div>
	<div><dt>Begun by</dt><dd>{{MAKER}}, {{MADE}}</dd></div>
	{{#HAS_PUBLISHED}}<div><dt>Published</dt><dd>{{PUBLISHED}}</dd></div>{{/HAS_PUBLISHED}}
	{{#IN_PUBLIC}}<div><dt>Public address</dt><dd>{{PUBLIC_ADDRESS}}</dd></div>{{/IN_PUBLIC}}
	<div><dt>Reference</dt><dd>{{REF}}</dd></div>
</dl>
<p class="app-no-print app-muted"><a href="/help/proposals">How a proposal is made</a></p>
</aside>
<div class="app-incident__main">
{{#HAS_SUMMARY}}<h2 class="nhsuk-heading-m">Summary</h2>
<p class="app-text">{{SUMMARY_TEXT:pre_escape}}</p>{{/HAS_SUMMARY}}
{{#CHANGES}}<h2 class="nhsuk-heading-m">Changed since it was published</h2>
<ul class="nhsuk-list">
{{#CHANGE_ROW}}<li><span class="app-muted">{{AT}}, {{WHO}}</span><br><span class="app-text">{{TEXT:pre_escape}}</span></li>
{{/CHANGE_ROW}}</ul>{{/CHANGES}}
<section class="app-section" aria-labelledby="sections">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="sections">Full text</h2>{{#NO_SECTIONS}}<p class="app-section__none">No section yet</p>{{/NO_SECTIONS}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/proposals/{{REF}}/sections/new">Add a section</a></p>{{/MAY_ADD}}</div>
<form method="post" action="/proposals/{{REF}}/sections" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#SECTION}}<div class="app-part">
<div class="app-part__head"><h3 class="nhsuk-heading-xs">{{HEADING}}</h3>
{{#MAY_CHANGE}}<span class="app-moves app-no-print"><a href="/proposals/{{REF}}/sections/{{SECTION_REF}}">Change<span class="nhsuk-u-visually-hidden">: {{HEADING}}</span></a>
{{#MAY_UP}}<button class="app-link-button" type="submit" name="up" value="{{SECTION_REF}}">Up<span class="nhsuk-u-visually-hidden">: {{HEADING}}</span></button>
{{/MAY_UP}}{{#MAY_DOWN}}<button class="app-link-button" type="submit" name="down" value="{{SECTION_REF}}">Down<span class="nhsuk-u-visually-hidden">: {{HEADING}}</span></button>
{{/MAY_DOWN}}{{#MAY_REMOVE}}<a href="/proposals/{{REF}}/sections/{{SECTION_REF}}/remove">Remove<span class="nhsuk-u-visually-hidden">: {{HEADING}}</span></a>{{/MAY_REMOVE}}</span>{{/MAY_CHANGE}}</div>
{{>BODY}}
</div>
{{/SECTION}}
</form>
</section>
<section class="app-section" aria-labelledby="texts">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="texts">Easy read and translations</h2>{{#NO_TRANSLATIONS}}<p class="app-section__none">None yet</p>{{/NO_TRANSLATIONS}}
{{#MAY_TRANSLATE}}<p class="app-section__add app-no-print"><a href="/proposals/{{REF}}/texts/new">Add one</a></p>{{/MAY_TRANSLATE}}</div>
<ul class="nhsuk-list">
{{#TRANSLATION}}<li class="app-part__head"><span>{{LANGUAGE}}: <bdi>{{TEXT_TITLE}}</bdi></span>{{#MAY_CHANGE}} <span class="app-moves app-no-print"><a href="/proposals/{{REF}}/texts/{{CODE}}">Change<span class="nhsuk-u-visually-hidden">: {{LANGUAGE}}</span></a>
<a href="/proposals/{{REF}}/texts/{{CODE}}/remove">Remove<span class="nhsuk-u-visually-hidden">: {{LANGUAGE}}</span></a></span>{{/MAY_CHANGE}}</li>
{{/TRANSLATION}}</ul>
</section>
<section class="app-section" aria-labelledby="documents">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="documents">Documents</h2>{{#NO_DOCUMENTS}}<p class="app-section__none">None yet</p>{{/NO_DOCUMENTS}}
{{#MAY_ADD_FILE}}<p class="app-section__add app-no-print"><a href="/proposals/{{REF}}/documents/new">Add a document</a></p>{{/MAY_ADD_FILE}}</div>
<ul class="nhsuk-list">
{{#DOCUMENT_ROW}}<li class="app-part__head"><span><a href="/proposals/{{REF}}/documents/{{DOCUMENT}}" download>{{DOCUMENT_TITLE}}</a> <span class="app-muted">({{DOCUMENT_IS}})</span></span>{{#MAY_CHANGE}} <span class="app-moves app-no-print"><a href="/proposals/{{REF}}/documents/{{DOCUMENT}}/remove">Remove<span class="nhsuk-u-visually-hidden">: {{DOCUMENT_TITLE}}</span></a></span>{{/MAY_CHANGE}}</li>
{{/DOCUMENT_ROW}}</ul>
</section>
{{#HAS_HAPPENS}}<h2 class="nhsuk-heading-m">What happens to responses</h2>
{{>BODY}}{{/HAS_HAPPENS}}
{{#HAS_EQUALITY}}<h2 class="nhsuk-heading-m">Equality statement</h2>
{{>BODY}}{{/HAS_EQUALITY}}
{{>PROPOSAL_PANEL}}
</div>
</div>
