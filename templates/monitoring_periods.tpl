{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a> › <a href="/contracts/{{REF}}">{{SERVICE}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{REFERENCE}}, {{SERVICE}}, {{ORGANISATION}}</span> Monitoring returns</h1>
{{#NONE}}<p>There is none yet. The first is there when its period begins.</p>
{{/NONE}}{{#SOME}}<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Monitoring returns, the newest period first</span></caption>
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
</table>
{{/SOME}}{{#ALL}}<h2 class="nhsuk-heading-m">Trends</h2>
<p class="app-no-print"><a href="/contracts/{{REF}}/returns.csv">Download all figures (CSV)</a></p>
{{/ALL}}{{>SECTION}}
