{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="reviewers">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="reviewers">Who reviews</h2>{{#NONE}}<p class="app-section__none">Nobody yet</p>{{/NONE}}
<p class="app-section__add app-no-print">{{#MAY_ADD}}<a href="/reviews/{{REF}}/reviewers">Add reviewers</a> {{/MAY_ADD}}<a href="/reviews/{{REF}}/interests">What was declared</a></p></div>
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Reviewers, and whether their scores are there</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Interests</th><th role="columnheader" scope="col">Scores</th></tr></thead>
	<tbody role="rowgroup">
	{{#REVIEWER_ROW}}<tr role="row">
		<th role="rowheader" scope="row">{{NAME}}{{#MAY_REMOVE}} <a class="app-no-print" href="/reviews/{{REF}}/reviewers/{{PERSON}}/remove">Take out<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a>{{/MAY_REMOVE}}</th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Interests</span><span>{{#DECLARED}}Declared none{{/DECLARED}}{{#NOT_DECLARED}}<span class="app-muted">Not declared yet</span>{{/NOT_DECLARED}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Scores</span><span>{{#SENT}}Sent on {{SENT_AT}}{{/SENT}}{{#NOT_SENT}}<span class="app-muted">Not sent yet</span>{{/NOT_SENT}}</span></td>
	</tr>
	{{/REVIEWER_ROW}}
	</tbody>
</table>
{{/LIST}}
</section>
