{{%AUTOESCAPE context="HTML"}}<section class="app-result" aria-labelledby="peers">
	<h2 class="nhsuk-heading-m" id="peers">Compared with others</h2>
	<p class="app-result__base">{{WHOLE_PERIOD}}. {{#IN_GROUP}}Your peer group: {{GROUP_NAME}}.{{/IN_GROUP}}{{#NO_GROUP}}Your practice is in no peer group, so all practices are shown.{{/NO_GROUP}}</p>
	{{#NO_SIZE}}<p>Nobody has entered how many patients your practice has, so it cannot be compared.</p>{{/NO_SIZE}}
	{{#TOO_FEW}}<p>There are too few reports to compare without telling too much of a single practice.</p>{{/TOO_FEW}}
	{{#SHOWN}}
	<dl class="app-figures app-figures--small">
		<div><dt>Your reports a year for 1,000 patients</dt><dd>{{RATE}}</dd></div>
		<div><dt>All together</dt><dd>{{MEAN}}</dd></div>
		<div><dt>Your place</dt><dd>{{POSITION}}</dd></div>
	</dl>
	<p>Each dot is a practice; the small ones spread further by chance alone, so only outside the lines does a difference mean something. More reports are no worse: they are a sign of a practice that learns.</p>
	<div class="app-result__body">
		{{>CHART}}
		<div class="app-result__table">
			<div class="app-table-wrap" role="region" aria-label="Table of practices" tabindex="0">
			<table class="app-table">
				<caption><span class="nhsuk-u-visually-hidden">Practices compared: the numbers</span></caption>
				<thead><tr><th scope="col">Practice</th><th scope="col" class="app-number">Patients</th><th scope="col" class="app-number">Reports</th><th scope="col" class="app-number">For 1,000</th></tr></thead>
				<tbody>
					{{#ROW}}<tr><th scope="row">{{#OWN}}<strong>{{/OWN}}{{NAME}}{{#OWN}}</strong>{{/OWN}}</th><td class="app-number">{{PATIENTS}}</td><td class="app-number">{{REPORTS}}</td><td class="app-number">{{RATE}}</td></tr>
					{{/ROW}}
				</tbody>
			</table>
			</div>
			<p class="app-result__base">Of others, patients are rounded to 500.{{#HIDDEN_SOME}} {{N}} practices have an asterisk and no dot: from 1 to 4 reports, or hidden so that those cannot be worked out.{{/HIDDEN_SOME}}{{#WITHOUT}} Left out, since their number of patients is not known: {{N}}.{{/WITHOUT}}</p>
			<p class="app-result__links app-no-print"><a href="{{LIST_LINK}}">Download (CSV)<span class="nhsuk-u-visually-hidden">: compared with others</span></a></p>
		</div>
	</div>
	{{/SHOWN}}
</section>
