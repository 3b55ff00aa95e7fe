{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/our-contracts">Our contracts</a></p>
<h1 class="nhsuk-heading-l app-incident__title"><span class="nhsuk-caption-l">{{REFERENCE}}</span> <span class="app-text">{{SERVICE}}</span></h1>
<p class="app-incident__state"><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></p>
<div class="app-incident">
<aside class="app-incident__side" aria-labelledby="facts">
<h2 class="nhsuk-heading-s" id="facts">At a glance</h2>
<dl class="app-glance">
	<div><dt>{{KIND}} with</dt><dd>{{ORGANISATION}}</dd></div>
	<div><dt>Runs</dt><dd>{{STARTS_ON}} to {{ENDS_ON}}{{#HAS_NOTICE}}<br>{{NOTICE}} notice{{/HAS_NOTICE}}</dd></div>
	{{#HAS_LEAD}}<div><dt>Looked after by</dt><dd>{{LEAD}}</dd></div>{{/HAS_LEAD}}
	{{#HAS_SERVED}}<div><dt>Who is served</dt><dd>{{SERVED}}</dd></div>{{/HAS_SERVED}}
	{{#HAS_AREA}}<div><dt>Where</dt><dd>{{AREA}}</dd></div>{{/HAS_AREA}}
	{{#HAS_MONITORING}}<div><dt>How it is monitored</dt><dd class="app-text">{{MONITORING:pre_escape}}</dd></div>{{/HAS_MONITORING}}
</dl>
</aside>
<div class="app-incident__main">
{{#ACTIONS}}
<section class="app-section" aria-labelledby="actions">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="actions">What your organisation is to do</h2></div>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Actions, open ones first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Action</th><th role="columnheader" scope="col">Due</th><th role="columnheader" scope="col">State</th></tr></thead>
	<tbody role="rowgroup">
	{{#ACTION_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><span class="app-text">{{WHAT:pre_escape}}</span></th>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}</span></td>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#OPEN}}<strong class="nhsuk-tag nhsuk-tag--blue">Open</strong>{{/OPEN}}{{#OVERDUE}}<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/OVERDUE}}{{#DONE}}<strong class="nhsuk-tag nhsuk-tag--green">Done</strong>{{/DONE}}{{#CANCELLED}}<strong class="nhsuk-tag nhsuk-tag--grey">Cancelled</strong>{{/CANCELLED}}</span></td>
	</tr>
	{{/ACTION_ROW}}
	</tbody>
</table>
</section>
{{/ACTIONS}}
{{>SECTION}}
<h2 class="nhsuk-heading-m" id="documents">What was agreed</h2>
{{#NONE}}<p>No document that both sides agreed on is here yet.</p>{{/NONE}}
{{>DOCUMENTS}}
</div>
</div>
