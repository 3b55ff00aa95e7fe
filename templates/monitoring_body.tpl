{{%AUTOESCAPE context="HTML"}}<h2 class="nhsuk-heading-m">Figures</h2>
{{#NO_KPI}}<p>No figures are asked for in this period.</p>
{{/NO_KPI}}{{#KPIS}}<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Figures of this return</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">KPI</th><th role="columnheader" scope="col">This period</th><th role="columnheader" scope="col">Target</th><th role="columnheader" scope="col">Result</th>{{#MAY_CHANGE}}<th role="columnheader" scope="col"><span class="nhsuk-u-visually-hidden">Change</span></th>{{/MAY_CHANGE}}</tr></thead>
	<tbody role="rowgroup">
	{{#KPI_ROW}}<tr role="row">
		<th role="rowheader" scope="row">{{LABEL}}</th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">This period</span><span>{{VALUE}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Target</span><span>{{TARGET}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Result</span><span>{{#RAG}}<strong class="nhsuk-tag nhsuk-tag--{{RAG_COLOUR}}">{{RAG_WORD}}</strong>{{/RAG}}{{#NO_RAG}}Not measured{{/NO_RAG}}</span></td>
		{{#CHANGEABLE}}<td role="cell" class="app-no-print"><a href="/returns/{{REF}}/edit#{{NAME}}">Change<span class="nhsuk-u-visually-hidden"> {{LABEL}}</span></a></td>{{/CHANGEABLE}}
	</tr>
	{{/KPI_ROW}}
	</tbody>
</table>
{{/KPIS}}
<dl class="nhsuk-summary-list">
{{#TEXT_ROW}}<div class="nhsuk-summary-list__row">
<dt class="nhsuk-summary-list__key">{{LABEL}}</dt>
<dd class="nhsuk-summary-list__value"><div class="app-text">{{VALUE:pre_escape}}</div></dd>
{{#CHANGEABLE}}<dd class="nhsuk-summary-list__actions app-no-print"><a href="/returns/{{REF}}/edit#{{NAME}}">Change<span class="nhsuk-u-visually-hidden"> {{LABEL}}</span></a></dd>
{{/CHANGEABLE}}</div>
{{/TEXT_ROW}}
</dl>
