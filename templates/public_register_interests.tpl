{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-xl">Register of interests</h1>
<p class="nhsuk-lede-text">Interests that the people who decide with us have declared. Whoever has an interest in a decision takes no part in it.</p>
<p>An interest stays here for 6 years after it ended. <a href="/contracts">Contracts and grants</a> has what was decided.</p>
{{#NONE}}<p>No interest has been declared.</p>
{{/NONE}}{{#LIST}}<table class="app-table app-table--list app-interests" role="table">
<caption><span class="nhsuk-u-visually-hidden">Interests</span></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Interest</th><th role="columnheader" scope="col">Organisation</th><th role="columnheader" scope="col">Held</th><th role="columnheader" scope="col">Declared</th></tr></thead>
<tbody role="rowgroup">
{{#INTEREST_ROW}}<tr role="row"><th role="rowheader" scope="row">{{NAME}}</th><td role="cell"><span class="app-cell-name" aria-hidden="true">Interest</span><span>{{DESCRIPTION}}<span class="app-second">{{KIND}}</span></span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Organisation</span><span>{{ORGANISATION}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Held</span><span>{{HELD}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Declared</span><span>{{DAY}}</span></td></tr>
{{/INTEREST_ROW}}</tbody>
</table>
<p class="app-no-print"><a href="/interests.csv">Download this list (CSV)</a></p>
{{/LIST}}<h2 class="nhsuk-heading-l">Breaches</h2>
<p>Times when the rules about conflicts of interest were not kept in the last 6 years, and what was done about it.</p>
{{#NO_BREACHES}}<p>None.</p>
{{/NO_BREACHES}}{{#BREACH}}<section class="app-result">
<h3 class="nhsuk-heading-s">{{DAY}}</h3>
<div class="app-text">{{WHAT:pre_escape}}</div>
<h4 class="nhsuk-heading-xs">What was done</h4>
<div class="app-text">{{DONE_ABOUT:pre_escape}}</div>
</section>
{{/BREACH}}
