{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="investigations">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="investigations">Requests to other organisations</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_ASK}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/ask">Ask an organisation to look into it</a></p>{{/MAY_ASK}}</div>
{{#REQUESTS}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Requests to other organisations</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">What it is about</th><th role="columnheader" scope="col">Organisation</th><th role="columnheader" scope="col">Asked</th><th role="columnheader" scope="col">Answer by</th><th role="columnheader" scope="col">State</th></tr></thead>
	<tbody role="rowgroup">
	{{#REQUEST_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><a href="/incidents/{{REF}}/requests/{{REQUEST}}">{{SUBJECT}}</a></th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Organisation</span><span>{{ORGANISATION}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Asked</span><span>{{ASKED_AT}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Answer by</span><span>{{DUE_ON}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{REQUEST_COLOUR}}">{{REQUEST_STATE}}</strong></span></td>
	</tr>
	{{/REQUEST_ROW}}
	</tbody>
</table>
{{/REQUESTS}}
</section>
