{{%AUTOESCAPE context="HTML"}}
{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">Agreement between coders</h1>
{{>PROPOSAL_NAV}}
<p>Two people code each passage, so that the themes do not depend on one of them. <a class="app-no-print" href="/help/proposals#coding">How coding goes</a></p>
{{#NOBODY}}<p>Agreement is shown as soon as two people have coded the same passages.</p>{{/NOBODY}}
{{#PAIR}}
<section>
<h2 class="nhsuk-heading-m">{{FIRST}} and {{SECOND}}</h2>
<p>{{SUMMARY}}</p>
{{#THEMES}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Agreement of {{FIRST}} and {{SECOND}} on each theme</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Theme</th><th role="columnheader" scope="col" class="app-number">Both gave it</th><th role="columnheader" scope="col" class="app-number">Only {{FIRST}}</th><th role="columnheader" scope="col" class="app-number">Only {{SECOND}}</th><th role="columnheader" scope="col" class="app-number">Agree on</th><th role="columnheader" scope="col" class="app-number">Kappa</th><th role="columnheader" scope="col">In words</th></tr></thead>
	<tbody role="rowgroup">
	{{#THEME_ROW}}<tr role="row"><th role="rowheader" scope="row">{{NAME}}</th>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Both gave it</span><span>{{BOTH}}</span></td>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Only {{FIRST}}</span><span>{{ONLY_FIRST}}</span></td>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Only {{SECOND}}</span><span>{{ONLY_SECOND}}</span></td>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Agree on</span><span>{{PERCENT}}</span></td>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Kappa</span><span>{{KAPPA}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">In words</span><span>{{KAPPA_WORDS}}</span></td></tr>
	{{/THEME_ROW}}
	</tbody>
</table>
{{/THEMES}}
</section>
{{/PAIR}}
{{#EXPLAINED}}<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What kappa says</span></summary>
<div class="nhsuk-details__text">
<p>Cohen’s kappa is how far two people agree beyond what chance alone would give: 1 is full agreement, 0 is no better than chance. Each theme is a decision, yes or no, on every passage that both have coded. Over all themes it is pooled (De Vries and others, 2008). The words are those of Landis and Koch (1977): slight to 0.20, fair to 0.40, moderate to 0.60, substantial to 0.80, almost perfect above. There is no kappa where both always said the same.</p>
</div>
</details>{{/EXPLAINED}}
<h2 class="nhsuk-heading-m">Passages to agree on</h2>
{{#NO_DIFFERENCE}}<p>There are none: what counts is what every coder of a passage gave it, or what was settled.</p>{{/NO_DIFFERENCE}}
{{#DIFFERENCES}}
<p>What counts for these is only what every coder gave, until they are settled.{{#MORE}} The first {{N}} are shown.{{/MORE}}</p>
{{#DIFFERENCE}}<section class="app-difference">
<h3 class="nhsuk-heading-s">{{KIND}}{{#HAS_GRADE}}, {{GRADE}}{{/HAS_GRADE}}</h3>
<p class="app-text">{{TEXT:pre_escape}}</p>
<dl class="app-sides">{{#CODER}}<div class="app-sides__one"><dt>{{PERSON}}</dt>{{#GIVEN}}<dd>{{THEME}}</dd>{{/GIVEN}}</div>{{/CODER}}</dl>
{{#MAY_SETTLE}}<p class="app-no-print"><a href="/proposals/{{REF}}/agreement/{{RESPONSE}}/{{POSITION}}">Settle it<span class="nhsuk-u-visually-hidden">: {{OPENING}}</span></a></p>{{/MAY_SETTLE}}
</section>{{/DIFFERENCE}}
{{/DIFFERENCES}}
{{#SETTLED_LIST}}
<h2 class="nhsuk-heading-m">Settled</h2>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Passages that were settled</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Passage</th><th role="columnheader" scope="col">What counts</th><th role="columnheader" scope="col">Why</th><th role="columnheader" scope="col">By</th></tr></thead>
	<tbody role="rowgroup">
	{{#SETTLED_ROW}}<tr role="row"><th role="rowheader" scope="row">{{#MAY_SETTLE}}<a href="/proposals/{{REF}}/agreement/{{RESPONSE}}/{{POSITION}}">{{OPENING}}</a>{{/MAY_SETTLE}}{{#READS_ONLY}}{{OPENING}}{{/READS_ONLY}}</th>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">What counts</span><span>{{COUNTS}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">Why</span><span>{{WHY}}</span></td>
		<td role="cell"><span class="app-cell-name" aria-hidden="true">By</span><span>{{WHO}}, {{DAY}}</span></td></tr>
	{{/SETTLED_ROW}}
	</tbody>
</table>
{{/SETTLED_LIST}}
