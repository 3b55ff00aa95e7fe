{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="grade">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="grade">Grade</h2>{{#NONE}}<p class="app-section__none">Not graded yet</p>{{/NONE}}
{{#MAY_CHANGE}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/grade">Grade it</a></p>{{/MAY_CHANGE}}</div>
{{#MATRIX}}
<div class="app-grade">
<div class="app-grade__words">
{{#HAS_BEFORE}}<p><strong>As it was</strong><br>{{BEFORE_WORDS}}</p>{{/HAS_BEFORE}}
{{#HAS_AFTER}}<p><strong>After action</strong><br>{{AFTER_WORDS}}</p>{{/HAS_AFTER}}
</div>
<table class="app-matrix">
	<caption><span class="nhsuk-u-visually-hidden">Consequence by likelihood. Each cell is the product of the two.</span></caption>
	<tbody>
	{{#ROW}}<tr><th scope="row">{{CONSEQUENCE}}</th>{{#CELL}}<td class="app-matrix__cell app-matrix__cell--{{BAND}}{{#BEFORE}} app-matrix__cell--before{{/BEFORE}}{{#AFTER}} app-matrix__cell--after{{/AFTER}}">{{PRODUCT}}{{#BEFORE}}<span class="app-matrix__mark">as it was</span>{{/BEFORE}}{{#AFTER}}<span class="app-matrix__mark">after action</span>{{/AFTER}}</td>{{/CELL}}</tr>
	{{/ROW}}
	</tbody>
	<tfoot><tr><td></td>{{#COLUMN}}<th scope="col">{{LIKELIHOOD}}</th>{{/COLUMN}}</tr></tfoot>
</table>
</div>
{{/MATRIX}}
</section>
