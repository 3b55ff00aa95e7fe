{{%AUTOESCAPE context="HTML"}}<section class="app-result" aria-labelledby="{{CODE}}">
	<h3 class="nhsuk-heading-s" id="{{CODE}}">{{HEADING}}</h3>
	<div class="app-result__body">
		{{>CHART}}
		<div class="app-result__table">
			<table class="app-table">
				<caption><span class="nhsuk-u-visually-hidden">{{HEADING}}: the figures</span></caption>
				<thead><tr><th scope="col">Period</th><th scope="col" class="app-number">Figure</th><th scope="col">Target</th><th scope="col">Result</th></tr></thead>
				<tbody>
					{{#ROW}}<tr><th scope="row">{{PERIOD}}</th><td class="app-number">{{VALUE}}</td><td>{{TARGET}}</td><td>{{#RAG}}<strong class="nhsuk-tag nhsuk-tag--{{RAG_COLOUR}}">{{RAG_WORD}}</strong>{{/RAG}}{{#NO_RAG}}–{{/NO_RAG}}</td></tr>
					{{/ROW}}
				</tbody>
			</table>
		</div>
	</div>
</section>
