{{%AUTOESCAPE context="HTML"}}
<div class="app-section">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="document-{{DOCUMENT_REF}}">{{TITLE}}</h2><p class="app-section__none">{{KIND}}</p>{{#MAY_ADD}}
<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/documents/{{DOCUMENT_REF}}">Add a version<span class="nhsuk-u-visually-hidden"> of {{TITLE}}</span></a></p>{{/MAY_ADD}}</div>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Versions of {{TITLE}}, the newest first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Version</th><th role="columnheader" scope="col">Agreed</th><th role="columnheader" scope="col">Where it is</th><th role="columnheader" scope="col">Added</th></tr></thead>
	<tbody role="rowgroup">
	{{#VERSION}}<tr role="row">
		<th role="rowheader" scope="row">Version {{NUMBER}}{{#HAS_WHY}}<br><span class="app-muted app-text">{{WHY}}</span>{{/HAS_WHY}}</th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Agreed</span><span>{{#AGREED}}{{AGREED_ON}}{{/AGREED}}{{#DRAFT}}<strong class="nhsuk-tag nhsuk-tag--grey">Draft</strong>{{/DRAFT}}{{#NEWEST}} <strong class="nhsuk-tag nhsuk-tag--green">In force</strong>{{/NEWEST}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Where it is</span><span class="app-text">{{#FILE}}{{#FOR_STAFF}}<a href="/contracts/{{REF}}/documents/{{DOCUMENT_REF}}/{{FILE_REF}}">{{FILE_NAME}}</a>{{/FOR_STAFF}}{{#FOR_PARTY}}<a href="/our-contracts/{{REF}}/documents/{{FILE_REF}}">{{FILE_NAME}}</a>{{/FOR_PARTY}}<br><span class="app-muted">{{TYPE}}</span>{{/FILE}}{{#ELSEWHERE}}{{HELD_AT}}{{/ELSEWHERE}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Added</span><span>{{ADDED_AT}}{{#HAS_WHO}}<br>{{WHO}}{{/HAS_WHO}}</span></td>
	</tr>
	{{/VERSION}}
	</tbody>
</table>
</div>
