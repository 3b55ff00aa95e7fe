{{%AUTOESCAPE context="HTML"}}<section class="app-result" aria-labelledby="{{CODE}}">
	<h2 class="nhsuk-heading-m" id="{{CODE}}">{{HEADING}}</h2>
	<p class="app-result__base">{{SENTENCE}}</p>
	{{#NOTHING}}<p class="nhsuk-hint">None in these months.</p>{{/NOTHING}}
	{{#SOME}}<div class="app-result__body">
		{{>CHART}}
		<div class="app-result__table">
			<table class="app-table">
				<caption><span class="nhsuk-u-visually-hidden">{{HEADING}}: the numbers</span></caption>
				<thead><tr><th scope="col">{{COLUMN}}</th><th scope="col" class="app-number">Reports</th>{{#SECOND_GIVEN}}<th scope="col" class="app-number">{{SECOND}}</th>{{/SECOND_GIVEN}}</tr></thead>
				<tbody>
					{{#ROW}}<tr><th scope="row">{{LABEL}}</th><td class="app-number">{{#LINKED}}<a href="{{LIST_LINK}}">{{N}}<span class="nhsuk-u-visually-hidden"> reports: {{LABEL}}</span></a>{{/LINKED}}{{#PLAIN}}{{N}}{{/PLAIN}}</td>{{#SECOND_GIVEN}}<td class="app-number">{{PERCENT}}</td>{{/SECOND_GIVEN}}</tr>
					{{/ROW}}
				</tbody>
			</table>
			{{#FILE}}<p class="app-result__links app-no-print"><a href="{{LIST_LINK}}">Download (CSV)<span class="nhsuk-u-visually-hidden">: {{HEADING}}, by month</span></a></p>{{/FILE}}
		</div>
	</div>{{/SOME}}
</section>
