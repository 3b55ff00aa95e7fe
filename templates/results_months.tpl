{{%AUTOESCAPE context="HTML"}}<section class="app-result" aria-labelledby="months">
	<h2 class="nhsuk-heading-m" id="months">Over the months</h2>
	{{#LATEST}}<p class="app-result__base">The picture shows the latest {{N}} months; the table shows all.</p>{{/LATEST}}
	<div class="app-result__body">
		{{>CHART}}
		<div class="app-table-wrap app-result__table" role="region" aria-label="Table of responses by month" tabindex="0">
			<table class="app-table">
				<caption><span class="nhsuk-u-visually-hidden">Responses by month, latest first</span></caption>
				<thead><tr><th scope="col">Month</th><th scope="col" class="app-number">Responses</th>{{#FFT}}<th scope="col" class="app-number">Positive</th><th scope="col" class="app-number">Negative</th>{{/FFT}}</tr></thead>
				<tbody>
					{{#MONTH}}<tr><th scope="row">{{LABEL}}</th><td class="app-number">{{N}}</td>{{#FFT}}<td class="app-number">{{POSITIVE}}</td><td class="app-number">{{NEGATIVE}}</td>{{/FFT}}</tr>
					{{/MONTH}}
				</tbody>
			</table>
		</div>
	</div>
</section>
