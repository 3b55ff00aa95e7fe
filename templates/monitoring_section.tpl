{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="returns">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="returns">Monitoring returns</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#ALL}}<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/returns">All periods and trends</a></p>{{/ALL}}</div>
{{#SOME}}<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">The newest monitoring returns</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Period</th><th role="columnheader" scope="col">Due</th><th role="columnheader" scope="col">Sent</th><th role="columnheader" scope="col">State</th><th role="columnheader" scope="col">Result</th></tr></thead>
	<tbody role="rowgroup">
	{{#RETURN_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><a href="/contracts/{{CONTRACT}}/returns/{{RETURN}}">{{PERIOD}}</a></th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Due</span><span>{{DUE_ON}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Sent</span><span>{{#HAS_SENT}}{{SENT}}{{/HAS_SENT}}{{#NOT_SENT}}Not yet{{/NOT_SENT}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#LATE}} {{LATE_WORDS}}{{/LATE}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Result</span><span>{{#RAG}}<strong class="nhsuk-tag nhsuk-tag--{{RAG_COLOUR}}">{{RAG_WORD}}</strong>{{/RAG}}{{#NO_RAG}}–{{/NO_RAG}}</span></td>
	</tr>
	{{/RETURN_ROW}}
	</tbody>
</table>{{/SOME}}
</section>
