{{%AUTOESCAPE context="HTML"}}<section class="app-result" aria-labelledby="{{CODE}}-heading">
	<h2 class="nhsuk-heading-m" id="{{CODE}}-heading">{{HEADING}}</h2>
	<p class="app-result__base">{{SENTENCE}}</p>
	{{#NOTHING}}<p class="nhsuk-hint">There is none yet.</p>{{/NOTHING}}
	{{#SOME}}<div class="app-result__body app-result__body--figures">
		{{>CHART}}
		<div class="app-result__table">
			<table class="app-table">
				<caption><span class="nhsuk-u-visually-hidden">{{HEADING}}: the numbers</span></caption>
				<thead><tr><th scope="col">{{COLUMN}}</th><th scope="col" class="app-number">Contracts</th><th scope="col" class="app-number">Value</th>{{#SHARES}}<th scope="col" class="app-number">Share</th>{{/SHARES}}</tr></thead>
				<tbody>
					{{#ROW}}<tr><th scope="row">{{#LINKED}}<a href="{{LIST_LINK}}">{{LABEL}}</a>{{/LINKED}}{{#PLAIN}}{{LABEL}}{{/PLAIN}}</th><td class="app-number">{{N}}</td><td class="app-number app-nowrap">{{VALUE}}</td>{{#SECOND_GIVEN}}<td class="app-number">{{PERCENT}}</td>{{/SECOND_GIVEN}}</tr>
					{{/ROW}}
				</tbody>
			</table>
		</div>
	</div>{{/SOME}}
</section>
