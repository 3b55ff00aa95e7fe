{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/help">Help</a></p>
<h1 class="nhsuk-heading-l">How contracts are reviewed</h1>
<div class="app-prose">
<p>Every contract with, and grant to, a voluntary organisation is on one register, is monitored by returns, and is reviewed from time to time for quality and value for money. What is decided can be explained in public: each score has a reason, each decision its members and votes, and nothing that was written down is changed afterwards.</p>
{{#HELP_KEEPS}}
<h2 class="nhsuk-heading-m">The register</h2>
<p>The list of contracts shows at a glance what needs somebody: no specification, no monitoring, a review that is overdue, an end within 6 months, returns that are missing, red KPIs. Each is a filter too. Totals are the money of this financial year, April to March, by aim and by status. The page of a contract has its values by year, KPIs, extensions, documents with their versions, returns, reviews and actions; every change is in its history, with who made it and why.</p>
<p>A specification counts once it was agreed on; a draft does not. Monitoring counts when returns are due and there is at least one KPI. Mark one KPI as the outcome: value for money is the cost of it.</p>
<h2 class="nhsuk-heading-m">Monitoring returns</h2>
<p>When a period begins, its return is made by itself, and the organisation is reminded by email before it is due and when it is overdue. You accept what was sent, ask the organisation something, or excuse a return that cannot come. A figure that meets its target is green; one that misses it by at most as many per cent of the target as the KPI allows (10, unless it says otherwise) is amber; beyond that it is red. A return keeps the targets of its own time when they are changed later.</p>
<h2 class="nhsuk-heading-m">Calls for plans and bids</h2>
<p>Write what a call asks for, its questions and its last day, and open it. Everybody of the organisations that it asks who may answer is told by email, once; who has not sent anything a week before the last day is reminded, once. What was sent is judged like a contract, and its answers stand beside the criteria.</p>
{{/HELP_KEEPS}}
{{#HELP_SENDS}}
<h2 class="nhsuk-heading-m">Your organisation&#39;s returns</h2>
<p>A return asks for the figures of your KPIs, how the period went, what you spent, and whether there was a safeguarding concern. Name nobody. What you type is kept as you go, and your colleagues can go on with it; nobody else sees it until you check it and send it. If something was wrong, correct it and say why: both versions stay. Where there was nothing to measure, leave the figure out and say why. A return that is late is shown as late, so tell us before.</p>
<h2 class="nhsuk-heading-m">When your contract is reviewed</h2>
<p>You read the draft findings before anything is decided, and can answer until the day that is shown. Your answer is part of the record, and the panel reads it. You are told the outcome and its reasons. Conditions have a date each.</p>
{{/HELP_SENDS}}
{{#HELP_MAKES}}
<h2 class="nhsuk-heading-m">Plans and bids</h2>
<p>A call says what is asked for, by whom, and until when. Write, stop and carry on as you like; nobody outside your organisation sees a draft. What was sent stays as it was sent. It is judged against criteria that were published before, by people who declare their interests, and decided on by a panel.</p>
{{/HELP_MAKES}}
<h2 class="nhsuk-heading-m">Interests come first</h2>
<p>Before anybody reads a review, they declare for this review that they have no interest, or which. Who declares one cannot open that review any more, nor anything of it, anywhere; neither can they score, sit or vote. A declaration made by mistake is lifted by somebody else, who says why. Interests on the standing register are suggested when a review is declared for; they are published, and stay for 6 years after they end.</p>
</div>
<table class="app-table app-table--list" role="table">
	<caption>Kinds of interest</caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Kind</th><th role="columnheader" scope="col">What it is</th></tr></thead>
	<tbody role="rowgroup">
	{{#INTEREST_ROW}}<tr role="row"><th role="rowheader" scope="row">{{KIND}}</th><td role="cell"><span class="app-cell-name" aria-hidden="true">What it is</span><span>{{HINT}}</span></td></tr>
	{{/INTEREST_ROW}}
	</tbody>
</table>
<h2 class="nhsuk-heading-m">The way of a review</h2>
<div class="app-prose">
<p>A review keeps the version of the criteria that it began with. Nobody sees another reviewer&#39;s scores before all have sent theirs. A score is 0 to 4, each with its meaning in words, and the weights say how much a criterion counts. Each step is possible only after the one before; an attempt out of order is refused, and recorded.</p>
</div>
<table class="app-table app-table--list" role="table">
	<caption>States of a review</caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">State</th><th role="columnheader" scope="col">What happens</th><th role="columnheader" scope="col">What it needs to go on</th><th role="columnheader" scope="col">What the organisation is told</th></tr></thead>
	<tbody role="rowgroup">
	{{#STATE_ROW}}<tr role="row"><th role="rowheader" scope="row"><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></th><td role="cell"><span class="app-cell-name" aria-hidden="true">What happens</span><span>{{WHAT}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">What it needs</span><span>{{NEEDS}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">They are told</span><span>{{TOLD}}</span></td></tr>
	{{/STATE_ROW}}
	</tbody>
</table>
<h2 class="nhsuk-heading-m">The decision</h2>
<div class="app-prose">
<p>At least {{QUORUM}} members of the panel have to be there who declared that they have no interest; a setting says how many. Others are excluded by the program. More votes for than against decide; who abstains counts for the quorum alone. One member writes the decision down, another who was there confirms it or gives it back. Then it takes effect: the contract&#39;s outcome, its end, values and next review, and an action with a date for each condition.</p>
</div>
<table class="app-table app-table--list" role="table">
	<caption>Outcomes for a contract</caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Outcome</th><th role="columnheader" scope="col">What it means</th></tr></thead>
	<tbody role="rowgroup">
	{{#OUTCOME_ROW}}<tr role="row"><th role="rowheader" scope="row"><strong class="nhsuk-tag nhsuk-tag--{{OUTCOME_COLOUR}}">{{OUTCOME}}</strong></th><td role="cell"><span class="app-cell-name" aria-hidden="true">What it means</span><span>{{HINT}}</span></td></tr>
	{{/OUTCOME_ROW}}
	</tbody>
</table>
<table class="app-table app-table--list" role="table">
	<caption>Outcomes for a plan or a bid</caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Outcome</th><th role="columnheader" scope="col">What it means</th></tr></thead>
	<tbody role="rowgroup">
	{{#SUBMISSION_OUTCOME_ROW}}<tr role="row"><th role="rowheader" scope="row"><strong class="nhsuk-tag nhsuk-tag--{{OUTCOME_COLOUR}}">{{OUTCOME}}</strong></th><td role="cell"><span class="app-cell-name" aria-hidden="true">What it means</span><span>{{HINT}}</span></td></tr>
	{{/SUBMISSION_OUTCOME_ROW}}
	</tbody>
</table>
