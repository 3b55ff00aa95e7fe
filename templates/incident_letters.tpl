{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="letters">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="letters">Letters</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/letters/new">Write a letter</a></p>{{/MAY_ADD}}</div>
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Letters, the oldest first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Letter</th><th role="columnheader" scope="col">To</th><th role="columnheader" scope="col">Begun</th><th role="columnheader" scope="col">Sent</th></tr></thead>
	<tbody role="rowgroup">
	{{#LETTER_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><a href="/incidents/{{REF}}/letters/{{LETTER}}">{{KIND}}</a></th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">To</span><span>{{WHOM}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Begun</span><span>{{MADE}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Sent</span><span>{{#WAS_SENT}}{{SENT}}{{/WAS_SENT}}{{#NOT_SENT}}Not yet{{/NOT_SENT}}</span></td>
	</tr>
	{{/LETTER_ROW}}
	</tbody>
</table>
{{/LIST}}
</section>
