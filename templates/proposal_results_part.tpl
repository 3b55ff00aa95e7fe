{{%AUTOESCAPE context="HTML"}}
{{#SOME_HIDDEN}}<p class="app-result__base">* A number from 1 to 4, or one that would give it away: hidden, so that nobody can be picked out.</p>{{/SOME_HIDDEN}}
{{#NOTHING}}<p>No responses yet.</p>{{/NOTHING}}
{{#STANCES}}<section class="app-result" aria-labelledby="result-stances">
	<h2 class="nhsuk-heading-m" id="result-stances">Answers by group</h2>
	{{>CHART}}
	{{#LEFT_OUT}}<p class="app-result__base">Not in the picture, since some of their numbers are hidden: {{GROUPS}}.</p>{{/LEFT_OUT}}
	<div class="app-table-wrap" role="region" aria-label="Table of answers by group" tabindex="0">
	<table class="app-table app-table--grid">
		<caption><span class="nhsuk-u-visually-hidden">Answers by group: number and per cent of those who answered</span></caption>
		<thead><tr><th scope="col">Group</th><th scope="col" class="app-number">Asked</th>{{#HEAD}}<th scope="col" class="app-number">{{LABEL}}</th>{{/HEAD}}</tr></thead>
		<tbody>
			{{#GROUP}}<tr><th scope="row">{{NAME}}</th><td class="app-number">{{MEMBERS}}</td>{{#CELL}}<td class="app-number">{{>FIGURE}}</td>{{/CELL}}</tr>
			{{/GROUP}}
		</tbody>
	</table>
	</div>
</section>{{/STANCES}}
{{#POINTS}}<section class="app-result" aria-labelledby="result-points">
	<h2 class="nhsuk-heading-m" id="result-points">Gains and concerns by group</h2>
	<p class="app-result__base">How many were named, and some in people's own words.</p>
	<table class="app-table app-table--list app-said" role="table">
		<caption><span class="nhsuk-u-visually-hidden">Gains and concerns by group</span></caption>
		<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Group</th>{{#HEAD}}<th role="columnheader" scope="col">{{LABEL}}</th>{{/HEAD}}</tr></thead>
		<tbody role="rowgroup">
			{{#GROUP}}<tr role="row"><th role="rowheader" scope="row">{{NAME}}</th>{{#CELL}}<td role="cell"><span class="app-cell-name" aria-hidden="true">{{LABEL}}</span><div>{{#KIND}}<p class="app-said__count">{{GRADE}} {{>FIGURE}}</p>{{#QUOTED}}<ul class="app-said__quotes">{{#QUOTE}}<li><span class="app-text">{{TEXT:pre_escape}}</span>{{#BY_GIVEN}} <span class="app-muted app-said__by">{{BY}}</span>{{/BY_GIVEN}}</li>{{/QUOTE}}</ul>{{/QUOTED}}{{/KIND}}{{#NONE}}None{{/NONE}}</div></td>{{/CELL}}</tr>
			{{/GROUP}}
		</tbody>
	</table>
</section>{{/POINTS}}
{{#THEMES}}<section class="app-result" aria-labelledby="result-themes">
	<h2 class="nhsuk-heading-m" id="result-themes">Themes by group</h2>
	<p class="app-result__base">How many gains, concerns and comments speak of each. One may have several themes. A theme that has others below it counts what was given to it alone.</p>
	{{>CHART}}
	<div class="app-table-wrap" role="region" aria-label="Table of themes by group" tabindex="0">
	<table class="app-table app-table--grid">
		<caption><span class="nhsuk-u-visually-hidden">Themes by group</span></caption>
		<thead><tr><th scope="col">Theme</th>{{#HEAD}}<th scope="col" class="app-number">{{LABEL}}</th>{{/HEAD}}</tr></thead>
		<tbody>
			{{#THEME}}<tr><th scope="row"{{#ABOVE}} colspan="{{COLUMNS}}"{{/ABOVE}}>{{#UNDER}}– {{/UNDER}}{{NAME}}</th>{{#CELL}}<td class="app-number">{{>FIGURE}}</td>{{/CELL}}</tr>
			{{/THEME}}
		</tbody>
	</table>
	</div>
</section>{{/THEMES}}
{{#OWN}}<section class="app-result" aria-labelledby="result-{{CODE}}">
	<h2 class="nhsuk-heading-m" id="result-{{CODE}}">{{HEADING}}</h2>
	<p class="app-result__base">Answers: {{#ANSWERED}}{{>FIGURE}}{{/ANSWERED}}</p>
	{{#MANY}}<p class="app-result__base">People could tick more than one.</p>{{/MANY}}
	{{#FIGURES}}<dl class="app-figures app-figures--small">
		<div><dt>Mean</dt><dd>{{MEAN}}</dd></div>
		<div><dt>Median</dt><dd>{{MEDIAN}}</dd></div>
		{{#ENDS}}<div><dt>Smallest</dt><dd>{{SMALLEST}}</dd></div>
		<div><dt>Largest</dt><dd>{{LARGEST}}</dd></div>{{/ENDS}}
	</dl>{{/FIGURES}}
	{{#READ}}<p class="app-no-print"><a href="{{LIST_LINK}}">Read {{#ONE}}the answer{{/ONE}}{{#SEVERAL}}all {{N}} answers{{/SEVERAL}}<span class="nhsuk-u-visually-hidden"> to “{{HEADING}}”</span></a></p>{{/READ}}
	<div class="app-result__body">
		{{>CHART}}
		{{#ANSWERS}}<table class="app-table app-result__table">
			<caption><span class="nhsuk-u-visually-hidden">{{HEADING}}</span></caption>
			<thead><tr><th scope="col">Answer</th><th scope="col" class="app-number">Responses</th></tr></thead>
			<tbody>
				{{#ROW}}<tr><th scope="row">{{NAME}}</th>{{#CELL}}<td class="app-number">{{>FIGURE}}</td>{{/CELL}}</tr>
				{{/ROW}}
			</tbody>
		</table>{{/ANSWERS}}
	</div>
	{{#GRID}}<div class="app-table-wrap" role="region" aria-label="Table: {{HEADING}}" tabindex="0">
	<table class="app-table app-table--grid">
		<caption><span class="nhsuk-u-visually-hidden">{{HEADING}}: number and per cent of each line</span></caption>
		<thead><tr><td></td>{{#POINT}}<th scope="col" class="app-number">{{LABEL}}</th>{{/POINT}}<th scope="col" class="app-number">Answers</th></tr></thead>
		<tbody>
			{{#GRID_ROW}}<tr><th scope="row">{{NAME}}</th>{{#CELL}}<td class="app-number">{{>FIGURE}}</td>{{/CELL}}{{#ANSWERED}}<td class="app-number">{{>FIGURE}}</td>{{/ANSWERED}}</tr>
			{{/GRID_ROW}}
		</tbody>
	</table>
	</div>{{/GRID}}
</section>{{/OWN}}
{{#LIST_OF}}<section class="app-result" aria-labelledby="result-{{CODE}}">
	<h2 class="nhsuk-heading-m" id="result-{{CODE}}">{{HEADING}}</h2>
	{{#SENTENCE_GIVEN}}<p class="app-result__base">{{SENTENCE}}</p>{{/SENTENCE_GIVEN}}
	<div class="app-result__body">
		{{>CHART}}
		<table class="app-table app-result__table">
			<caption><span class="nhsuk-u-visually-hidden">{{HEADING}}</span></caption>
			<thead><tr><th scope="col">{{COLUMN}}</th><th scope="col" class="app-number">Responses</th></tr></thead>
			<tbody>
				{{#ROW}}<tr><th scope="row">{{NAME}}</th>{{#CELL}}<td class="app-number">{{>FIGURE}}</td>{{/CELL}}</tr>
				{{/ROW}}
			</tbody>
		</table>
	</div>
</section>{{/LIST_OF}}
