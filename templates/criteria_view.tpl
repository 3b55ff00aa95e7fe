{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/criteria">Criteria</a></p>
<h1 class="nhsuk-heading-l">{{NAME}}{{#ENDED}} <strong class="nhsuk-tag nhsuk-tag--grey">Ended</strong>{{/ENDED}}</h1>
<dl class="nhsuk-summary-list app-facts">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Judges</dt><dd class="nhsuk-summary-list__value">{{JUDGES}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Answer to the draft findings</dt><dd class="nhsuk-summary-list__value">{{ANSWER}}</dd></div>
</dl>
<p class="app-result__links app-no-print">{{#MAY_CHANGE}}<a href="/criteria/{{REF}}/edit">Change its name or days</a>{{/MAY_CHANGE}}
{{#MAY_END}}<a href="/criteria/{{REF}}/end">End this template</a>{{/MAY_END}}{{#MAY_OFFER}}<a href="/criteria/{{REF}}/end">Use it again</a>{{/MAY_OFFER}}</p>
{{#DRAFT_GIVEN}}
<section aria-labelledby="draft">
<h2 class="nhsuk-heading-m" id="draft">Version {{NUMBER}}, a draft</h2>
{{#NONE}}<p>It has no criteria yet.</p>{{/NONE}}
{{#CRITERIA}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Criteria of the draft</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Criterion</th><th role="columnheader" scope="col" class="app-number">Weight</th><th role="columnheader" scope="col" class="app-number">Of the whole</th>{{#MAY_CHANGE}}<th role="columnheader" scope="col" class="app-no-print">Change</th>{{/MAY_CHANGE}}</tr></thead>
	<tbody role="rowgroup">
	{{#CRITERION_ROW}}<tr role="row">
		<th role="rowheader" scope="row">{{POSITION}}. {{CRITERION_NAME}}</th>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Weight</span><span>{{WEIGHT}}</span></td>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Of the whole</span><span>{{SHARE}}</span></td>
		{{#MAY_EDIT}}<td role="cell" class="app-no-print"><span class="app-cell-name" aria-hidden="true">Change</span><span class="app-moves"><a href="/criteria/{{REF}}/{{ITEM}}/edit">Change<span class="nhsuk-u-visually-hidden"> {{CRITERION_NAME}}</span></a> <a href="/criteria/{{REF}}/{{ITEM}}/remove">Remove<span class="nhsuk-u-visually-hidden"> {{CRITERION_NAME}}</span></a>
		<form method="post" action="/criteria/{{REF}}/{{ITEM}}/move" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">{{#MAY_RISE}}<button class="app-link-button" type="submit" name="to" value="up">Move up<span class="nhsuk-u-visually-hidden"> {{CRITERION_NAME}}</span></button>{{/MAY_RISE}}{{#MAY_SINK}} <button class="app-link-button" type="submit" name="to" value="down">Move down<span class="nhsuk-u-visually-hidden"> {{CRITERION_NAME}}</span></button>{{/MAY_SINK}}</form></span></td>{{/MAY_EDIT}}
	</tr>
	{{/CRITERION_ROW}}
	</tbody>
</table>
{{/CRITERIA}}
<p class="app-result__links app-no-print">{{#MAY_ADD}}<a class="nhsuk-button nhsuk-button--small nhsuk-button--secondary" href="/criteria/{{REF}}/add">Add a criterion</a>
{{/MAY_ADD}}<a href="/criteria/{{REF}}/versions/{{NUMBER}}">See it as a reviewer does</a>
{{#MAY_PUBLISH}}<a href="/criteria/{{REF}}/publish">Publish this version</a>{{/MAY_PUBLISH}}</p>
</section>
{{/DRAFT_GIVEN}}
{{#MAY_BEGIN}}
<form class="app-no-print" method="post" action="/criteria/{{REF}}/next" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--small nhsuk-button--secondary" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Begin version {{NUMBER}}</button>
</form>
{{/MAY_BEGIN}}
<h2 class="nhsuk-heading-m">Versions</h2>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Versions, the newest first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Version</th><th role="columnheader" scope="col">State</th><th role="columnheader" scope="col">Published</th><th role="columnheader" scope="col">By</th><th role="columnheader" scope="col" class="app-number">Reviews</th></tr></thead>
	<tbody role="rowgroup">
	{{#VERSION_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><a href="/criteria/{{REF}}/versions/{{NUMBER}}">Version {{NUMBER}}</a></th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#DRAFT}}<strong class="nhsuk-tag nhsuk-tag--yellow">Draft</strong>{{/DRAFT}}{{#PUBLISHED}}<strong class="nhsuk-tag nhsuk-tag--green">Published</strong>{{/PUBLISHED}}</span></td>
		<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Published</span><span>{{DAY}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">By</span><span>{{WHO}}</span></td>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Reviews</span><span>{{REVIEWS}}</span></td>
	</tr>
	{{/VERSION_ROW}}
	</tbody>
</table>
