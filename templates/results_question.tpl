{{%AUTOESCAPE context="HTML"}}<section class="app-result" aria-labelledby="question-{{CODE}}">
	<h2 class="nhsuk-heading-m" id="question-{{CODE}}"><span class="app-result__number">{{NUMBER}}.</span> {{QUESTION_LABEL}}</h2>
	<p class="app-result__base">{{BASE_SENTENCE}}{{#MANY}} Per cent of those asked. People could tick more than one, so they may add up to more than 100.{{/MANY}}</p>
	{{#NOTHING}}<p class="nhsuk-hint">No answers yet.</p>{{/NOTHING}}
	{{#FIGURES}}
	<dl class="app-figures app-figures--small">
		<div><dt>Mean</dt><dd>{{MEAN}}</dd></div>
		<div><dt>Median</dt><dd>{{MEDIAN}}</dd></div>
		<div><dt>Smallest</dt><dd>{{SMALLEST}}</dd></div>
		<div><dt>Largest</dt><dd>{{LARGEST}}</dd></div>
	</dl>
	{{/FIGURES}}
	{{#READ}}<p><a href="/surveys/{{SLUG}}/results/{{CODE}}">Read {{#ONE}}the answer{{/ONE}}{{#SEVERAL}}all {{N}} answers{{/SEVERAL}}<span class="nhsuk-u-visually-hidden"> to question {{NUMBER}}</span></a></p>{{/READ}}
	<div class="app-result__body">
		{{>CHART}}
		{{#ANSWERS}}
		<table class="app-table app-result__table">
			<caption><span class="nhsuk-u-visually-hidden">Answers to question {{NUMBER}}</span></caption>
			<thead><tr><th scope="col">Answer</th><th scope="col" class="app-number">Number</th><th scope="col" class="app-number">Per cent</th></tr></thead>
			<tbody>
				{{#ANSWER}}<tr><th scope="row">{{LABEL}}</th><td class="app-number">{{N}}</td><td class="app-number">{{PERCENT}}</td></tr>
				{{/ANSWER}}
				{{#NO_ANSWER}}<tr class="app-muted"><th scope="row">Not answered</th><td class="app-number">{{N}}</td><td></td></tr>{{/NO_ANSWER}}
			</tbody>
		</table>
		{{/ANSWERS}}
	</div>
	{{#GRID}}
	<div class="app-table-wrap" role="region" aria-label="Table of question {{NUMBER}}" tabindex="0">
		<table class="app-table app-table--grid">
			<caption><span class="nhsuk-u-visually-hidden">Answers to question {{NUMBER}}: number and per cent of each row</span></caption>
			<thead><tr><td></td>{{#POINT}}<th scope="col" class="app-number">{{LABEL}}</th>{{/POINT}}<th scope="col" class="app-number">Answers</th></tr></thead>
			<tbody>
				{{#GRID_ROW}}<tr><th scope="row">{{LABEL}}</th>{{#CELL}}<td class="app-number">{{N}}<br><span class="app-muted">{{PERCENT}}</span></td>{{/CELL}}<td class="app-number">{{BASE}}</td></tr>
				{{/GRID_ROW}}
			</tbody>
		</table>
	</div>
	{{/GRID}}
</section>
