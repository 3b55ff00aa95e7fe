{{%AUTOESCAPE context="HTML"}}<section class="app-result" aria-labelledby="months">
	<h2 class="nhsuk-heading-m" id="months">Over the months</h2>
	{{#LATEST}}<p class="app-result__base">The picture shows the latest {{N}} months; the table shows all.</p>{{/LATEST}}
	<div class="{{#NARROW}}app-result__body{{/NARROW}}{{#WIDE}}app-result__stack{{/WIDE}}">
		{{>CHART}}
		<div class="app-table-wrap app-result__table" role="region" aria-label="Table of responses by month" tabindex="0">
			<table class="app-table{{#WIDE}} app-table--months{{/WIDE}}">
				<caption><span class="nhsuk-u-visually-hidden">Responses by month, latest first</span></caption>
				<thead><tr><th scope="col">Month</th>{{#POINT}}<th scope="col" class="app-number">{{LABEL}}</th>{{/POINT}}<th scope="col" class="app-number">Responses</th>{{#FFT}}<th scope="col" class="app-number">Positive</th><th scope="col" class="app-number">Negative</th>{{/FFT}}</tr></thead>
				<tbody>
					{{#MONTH}}{{#FOLDED}}<tr class="app-muted"><td colspan="{{COLUMNS}}"><span class="app-folded">No responses from {{PERIOD}}</span></td></tr>{{/FOLDED}}{{#ROW}}<tr><th scope="row">{{LABEL}}</th>{{#CELL}}<td class="app-number">{{N}}</td>{{/CELL}}<td class="app-number">{{N}}</td>{{#FFT}}<td class="app-number">{{POSITIVE}}</td><td class="app-number">{{NEGATIVE}}</td>{{/FFT}}</tr>{{/ROW}}
					{{/MONTH}}
				</tbody>
			</table>
		</div>
	</div>
</section>
