{{%AUTOESCAPE context="HTML"}}<section class="app-result" aria-labelledby="{{CODE}}">
	<h2 class="nhsuk-heading-m" id="{{CODE}}">{{HEADING}}</h2>
	<div class="app-result__body app-result__body--figures">
		{{>CHART}}
		<div class="app-result__table">
			<table class="app-table">
				<caption><span class="nhsuk-u-visually-hidden">{{HEADING}}: the numbers</span></caption>
				<thead><tr><th scope="col">{{HEADING}}</th><th scope="col" class="app-number">Reviews</th><th scope="col" class="app-number">Value</th></tr></thead>
				<tbody>
					{{#ROW}}<tr><th scope="row">{{LABEL}}</th><td class="app-number">{{N}}</td><td class="app-number">{{VALUE}}</td></tr>
					{{/ROW}}
				</tbody>
			</table>
		</div>
	</div>
</section>
