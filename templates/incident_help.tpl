{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/help">Help</a></p>
<h1 class="nhsuk-heading-l">How an incident is handled</h1>
<div class="app-prose">
<p>Somebody looks at every report within {{DAYS}} working days, and every reporter gets an answer. Weekends and the bank holidays of England do not count.</p>
<p>Opening a report changes nothing. The first look is noted when a manager first moves it (“I have looked at this” is such a move) or first gives it to somebody to look after.</p>
<p>Every move keeps who made it, when and why; nothing is overwritten. What the reporter is told stands on the page of their report. A message tells them that there is news, without saying what.</p>
<p>A report stays as it was sent. A manager may give it another title, or correct which organisation it is about; the report itself keeps what was written, and the timeline shows both.</p>
<p>When a manager has closed a report, the practice can ask for another look within {{REOPEN_DAYS}} days. After that, it reports again.</p>
</div>
<h2 class="nhsuk-heading-m">States, and who may move what</h2>
{{#STATE_ROW}}
<table class="app-table app-table--list app-table--moves" role="table">
	<caption><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Move</th><th role="columnheader" scope="col">From</th><th role="columnheader" scope="col">Who</th><th role="columnheader" scope="col">What it needs</th><th role="columnheader" scope="col">What the reporter is told</th></tr>
	</thead>
	<tbody role="rowgroup">
	{{#WAY}}<tr role="row"><th role="rowheader" scope="row">{{LABEL}}</th><td role="cell"><span class="app-cell-name" aria-hidden="true">From</span><span>{{FROM}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Who</span><span>{{WHO}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">What it needs</span><span>{{NEEDS}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">The reporter is told</span><span>{{TOLD}}</span></td></tr>
	{{/WAY}}
	</tbody>
</table>
{{/STATE_ROW}}
