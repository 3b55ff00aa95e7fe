{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a></p>
<h1 class="nhsuk-heading-l">Calendar of contracts</h1>
<form class="app-filters app-no-print" method="get" novalidate>
<div class="app-filters__field"><label class="nhsuk-label" for="whose">Whose</label>
<select class="nhsuk-select" id="whose" name="whose">{{#WHOSE}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/WHOSE}}</select></div>
<div class="app-filters__field"><label class="nhsuk-label" for="kind">What</label>
<select class="nhsuk-select" id="kind" name="kind">{{#KIND}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/KIND}}</select></div>
<div class="app-filters__field"><label class="nhsuk-label" for="months">How far ahead</label>
<select class="nhsuk-select" id="months" name="months">{{#REACH}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/REACH}}</select></div>
<div class="app-filters__buttons"><button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Show</button></div>
</form>
{{#MAY_CHANGE}}<p class="app-no-print"><a href="/contracts/calendar/feed">Have these days in your own calendar</a></p>{{/MAY_CHANGE}}
{{#NONE}}<p class="app-found">Nothing is due in these months.</p>{{/NONE}}
{{#CUT}}<p class="app-found">Only the first 600 days are shown. Choose fewer months, or one kind of day.</p>{{/CUT}}
{{#MONTH}}<section class="app-calendar" aria-labelledby="{{CODE}}">
<h2 class="nhsuk-heading-m" id="{{CODE}}">{{HEADING}}</h2>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">{{HEADING}}</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Day</th><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col">Contract or review</th><th role="columnheader" scope="col">Organisation</th></tr></thead>
	<tbody role="rowgroup">
	{{#ROW}}<tr role="row"><th role="rowheader" scope="row" class="app-nowrap">{{DAY}}</th><td role="cell"><span class="app-cell-name" aria-hidden="true">What</span><span>{{WHAT}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Contract or review</span><span>{{#CONTRACT}}<a href="/contracts/{{REF}}">{{LABEL}}</a>{{/CONTRACT}}{{#REVIEW}}<a href="/reviews/{{REF}}">{{LABEL}}</a>{{/REVIEW}}{{#REFERENCE_GIVEN}}<span class="app-second">{{REFERENCE}}</span>{{/REFERENCE_GIVEN}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Organisation</span><span>{{ORGANISATION}}</span></td></tr>
	{{/ROW}}
	</tbody>
</table>
</section>
{{/MONTH}}
