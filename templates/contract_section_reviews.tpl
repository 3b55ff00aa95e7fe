{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="reviews">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="reviews">Reviews</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_ADD}}<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/review">Open a review</a></p>{{/MAY_ADD}}</div>
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Reviews, the newest first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Opened</th><th role="columnheader" scope="col">State</th><th role="columnheader" scope="col">Decision due</th><th role="columnheader" scope="col">Agreed score</th></tr></thead>
	<tbody role="rowgroup">
	{{#REVIEW_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><a href="/reviews/{{REVIEW}}">Review of {{OPENED}}</a></th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span><strong class="nhsuk-tag nhsuk-tag--{{REVIEW_COLOUR}}">{{REVIEW_STATE}}</strong></span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Decision due</span><span>{{DUE_ON}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Agreed score</span><span>{{SCORE}}</span></td>
	</tr>
	{{/REVIEW_ROW}}
	</tbody>
</table>
{{/LIST}}
</section>
