{{%AUTOESCAPE context="HTML"}}<div class="app-evidence">
<h3 class="nhsuk-heading-xs">Value for money: what one outcome costs</h3>
{{#NONE}}<p class="app-muted">No figures of an outcome KPI yet.</p>{{/NONE}}
{{#SOME}}
{{#KPI_ROW}}<table class="app-table app-table--evidence">
	<caption>{{NAME}}</caption>
	<thead><tr><th scope="col">Until</th><th scope="col" class="app-number">Money</th><th scope="col" class="app-number">Outcomes</th><th scope="col" class="app-number">For one</th></tr></thead>
	<tbody>
	{{#PERIOD_ROW}}<tr><th scope="row">{{PERIOD}}</th><td class="app-number">{{SPENT}}{{#BY_VALUE}}<span class="app-second">of its value</span>{{/BY_VALUE}}</td><td class="app-number">{{VALUE}}</td><td class="app-number">{{COST}}</td></tr>
	{{/PERIOD_ROW}}
	</tbody>
</table>
{{/KPI_ROW}}
{{#SIMILAR}}<table class="app-table app-table--evidence">
	<caption>The last year, beside contracts with the same aim</caption>
	<thead><tr><th scope="col">Contract</th><th scope="col" class="app-number">Money</th><th scope="col" class="app-number">Outcomes</th><th scope="col" class="app-number">For one</th></tr></thead>
	<tbody>
	{{#CONTRACT_ROW}}<tr><th scope="row">{{#OWN}}<strong>This one</strong>: {{/OWN}}<a href="/contracts/{{CONTRACT_REF}}">{{SERVICE}}</a><span class="app-second">{{ORGANISATION}}: {{NAME}}</span></th><td class="app-number">{{SPENT}}</td><td class="app-number">{{VALUE}}</td><td class="app-number">{{COST}}</td></tr>
	{{/CONTRACT_ROW}}
	</tbody>
</table>
{{#PICTURE}}{{>CHART}}{{/PICTURE}}
<p class="app-muted">Each outcome KPI is counted with all of the money of its contract. Where a return does not say what was spent, it is its part of the year’s value.</p>
{{/SIMILAR}}
{{/SOME}}
</div>
