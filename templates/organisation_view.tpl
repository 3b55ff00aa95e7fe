{{%AUTOESCAPE context="HTML"}}{{#MAY_LIST}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a></p>{{/MAY_LIST}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{KIND}} {{CODE}}</span> {{NAME}}</h1>
{{#SUCCESSOR}}
<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>Merged into <a href="/organisations/{{SUCCESSOR_CODE}}">{{SUCCESSOR_NAME}}</a>, which goes on. What is kept here is its history.</p>
</div>
{{/SUCCESSOR}}
{{#ACTIONS}}
<p class="app-result__links app-no-print">
<a class="nhsuk-button nhsuk-button--small" href="/organisations/{{CODE}}/edit">Edit</a>
{{#MAY_SIZE}}<a href="/organisations/{{CODE}}/list-size">List sizes</a>
{{/MAY_SIZE}}{{#MAY_MERGE}}<a href="/organisations/{{CODE}}/merge">Merge into another</a>
{{/MAY_MERGE}}{{#MAY_CLOSE}}<a href="/organisations/{{CODE}}/close">Close</a>
{{/MAY_CLOSE}}{{#MAY_REOPEN}}<a href="/organisations/{{CODE}}/reopen">Reopen</a>
{{/MAY_REOPEN}}{{#MAY_UNMERGE}}<a href="/organisations/{{CODE}}/reopen">Undo the merge</a>
{{/MAY_UNMERGE}}</p>
{{/ACTIONS}}
<dl class="nhsuk-summary-list app-facts">
	<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">State</dt><dd class="nhsuk-summary-list__value">{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--green">Open</strong>{{/OPEN}}{{#CLOSED}}<strong class="nhsuk-tag nhsuk-tag--grey">Closed</strong>{{/CLOSED}}{{#HAS_CLOSED}} on {{CLOSED_ON}}{{/HAS_CLOSED}}{{#HAS_OPENED}} since {{OPENED}}{{/HAS_OPENED}}{{#HAD_OPENED}}<br>Opened on {{OPENED}}{{/HAD_OPENED}}</dd></div>
	{{#HAS_PATIENTS}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Patients</dt><dd class="nhsuk-summary-list__value">{{PATIENTS}}</dd></div>{{/HAS_PATIENTS}}
	{{#HAS_LOCALITY}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Locality</dt><dd class="nhsuk-summary-list__value">{{LOCALITY}}</dd></div>{{/HAS_LOCALITY}}
	{{#HAS_PEER_GROUP}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Peer group</dt><dd class="nhsuk-summary-list__value">{{PEER_GROUP}}</dd></div>{{/HAS_PEER_GROUP}}
	{{#HAS_COMMISSIONER}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Commissioner</dt><dd class="nhsuk-summary-list__value">{{COMMISSIONER_CODE}}</dd></div>{{/HAS_COMMISSIONER}}
	{{#HAS_ADDRESS}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Address</dt><dd class="nhsuk-summary-list__value">{{ADDRESS}}</dd></div>{{/HAS_ADDRESS}}
	{{#HAS_POSTCODE}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Postcode</dt><dd class="nhsuk-summary-list__value">{{POSTCODE}}</dd></div>{{/HAS_POSTCODE}}
	{{#HAS_TELEPHONE}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Telephone</dt><dd class="nhsuk-summary-list__value">{{TELEPHONE}}</dd></div>{{/HAS_TELEPHONE}}
	{{#HAS_EMAIL}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Email address</dt><dd class="nhsuk-summary-list__value"><span class="app-text">{{EMAIL}}</span></dd></div>{{/HAS_EMAIL}}
</dl>
{{#SIZES}}
<section aria-labelledby="sizes">
<h2 class="nhsuk-heading-m" id="sizes">List sizes</h2>
<table class="app-table app-table--narrow" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Registered patients, newest first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Counted on</th><th role="columnheader" scope="col" class="app-number">Patients</th></tr></thead>
	<tbody role="rowgroup">
	{{#SIZE}}<tr role="row"><th role="rowheader" scope="row">{{COUNTED}}</th><td role="cell" class="app-number">{{PATIENTS}}</td></tr>
	{{/SIZE}}
	</tbody>
</table>
</section>
{{/SIZES}}
{{#MERGED}}
<section aria-labelledby="merged">
<h2 class="nhsuk-heading-m" id="merged">Merged into this organisation</h2>
<ul class="nhsuk-list">
{{#MERGED_ROW}}<li><a href="/organisations/{{CODE}}">{{NAME}}</a> ({{CODE}}){{#HAS_CLOSED}}, {{CLOSED_ON}}{{/HAS_CLOSED}}</li>
{{/MERGED_ROW}}
</ul>
</section>
{{/MERGED}}
{{>SECTION}}
