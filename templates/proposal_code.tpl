{{%AUTOESCAPE context="HTML"}}
{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">Coding</h1>
{{>PROPOSAL_NAV}}
{{>PROGRESS}}
<p>Two people code each passage, and neither sees what the other gave it before they have coded it too. {{#HAS_ONCE}}{{ONCE}} {{ONCE_WORDS}} coded by at least one.{{/HAS_ONCE}}{{#HAS_APART}} {{APART_WORDS}}{{/HAS_APART}} <a class="app-no-print" href="/help/proposals#coding">How coding goes</a></p>
{{#NO_THEMES}}<p>There are no themes yet. <a href="/proposals/{{REF}}/themes">Add some</a>, or add them while you code.</p>{{/NO_THEMES}}
{{#MAY_CHANGE}}<form class="app-no-print" method="get" action="/proposals/{{REF}}/code/next" novalidate>
<div class="app-filters-line">
<div class="nhsuk-form-group"><label class="nhsuk-label" for="kind">Only</label>
<select class="nhsuk-select" id="kind" name="kind"><option value="">Everything</option>{{#KIND_CHOICE}}<option value="{{CODE}}">{{LABEL}}</option>{{/KIND_CHOICE}}</select></div>
<div class="nhsuk-form-group"><label class="nhsuk-label" for="grade">Graded</label>
<select class="nhsuk-select" id="grade" name="grade"><option value="">Any grade</option>{{#GRADE_CHOICE}}<option value="{{CODE}}">{{LABEL}}</option>{{/GRADE_CHOICE}}</select></div>
</div>
<button class="nhsuk-button" type="submit">Code the next passage</button>
</form>{{/MAY_CHANGE}}
{{#NOTHING_LEFT}}<p>All passages are coded by you, or by two others. <a class="app-no-print" href="/proposals/{{REF}}/agreement">See where coders differ</a></p>{{/NOTHING_LEFT}}
{{#NOTHING_YET}}<p>Nobody has said anything that could be coded yet.</p>{{/NOTHING_YET}}
{{#CODED}}
<h2 class="nhsuk-heading-m">What you coded last</h2>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Passages that you coded, the last first</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Passage</th><th role="columnheader" scope="col">Themes</th><th role="columnheader" scope="col">Coded</th></tr></thead>
	<tbody role="rowgroup">
	{{#CODED_ROW}}<tr role="row"><th role="rowheader" scope="row"><a href="/proposals/{{REF}}/code/{{RESPONSE}}/{{POSITION}}">{{KIND}}: {{TEXT}}</a></th><td role="cell"><span class="app-cell-name" aria-hidden="true">Themes</span><span>{{GIVEN_WORDS}}</span></td><td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Coded</span><span>{{DAY}}</span></td></tr>
	{{/CODED_ROW}}
	</tbody>
</table>
{{/CODED}}
