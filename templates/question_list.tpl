{{%AUTOESCAPE context="HTML"}}{{>CALL_HEAD}}{{>PROPOSAL_HEAD}}
{{#REFUSED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Not done</h2>
<p>{{WHY}}</p>
</div>{{/REFUSED}}
<h1 class="nhsuk-heading-l">{{#HAS_CAPTION}}<span class="nhsuk-caption-l">{{CAPTION}}</span> {{/HAS_CAPTION}}Questions</h1>
{{#OF_PROPOSAL}}<p>Everybody is asked what they think of the proposal, and what would get better or worse. Your own questions come after that. Once the proposal is published they stay as they are.</p>{{/OF_PROPOSAL}}
{{#EMPTY}}<p>There are no questions yet.</p>
{{#LINK_NEW}}<p><a class="nhsuk-button" href="{{LIST_LINK}}">Add the first question</a></p>{{/LINK_NEW}}{{/EMPTY}}
{{#HAS_QUESTIONS}}<p class="app-result__links">{{#LINK_NEW}}<a class="nhsuk-button nhsuk-button--small" href="{{LIST_LINK}}">Add a question</a>{{/LINK_NEW}}
{{#LINK_PREVIEW}}<a href="{{LIST_LINK}}">Preview</a>{{/LINK_PREVIEW}}
{{#LINK_DONE}}<a href="{{LIST_LINK}}">Done</a>{{/LINK_DONE}}</p>{{/HAS_QUESTIONS}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{#PAGE_ROW}}
<section class="app-part">
<div class="app-part__head"><h2 class="nhsuk-heading-m">{{NUMBER}}. {{PART_TITLE}}</h2>
<span class="app-moves">{{#LINK_WORDS}}<a href="{{LIST_LINK}}">Change<span class="nhsuk-u-visually-hidden"> the words of page {{NUMBER}}</span></a>{{/LINK_WORDS}}
{{#PAGE_UP}}<button class="app-link-button" type="submit" name="page_up" value="{{NUMBER}}">Up<span class="nhsuk-u-visually-hidden">: page {{NUMBER}}</span></button>
{{/PAGE_UP}}{{#PAGE_DOWN}}<button class="app-link-button" type="submit" name="page_down" value="{{NUMBER}}">Down<span class="nhsuk-u-visually-hidden">: page {{NUMBER}}</span></button>{{/PAGE_DOWN}}</span></div>
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Questions of page {{NUMBER}}</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Question</th><th role="columnheader" scope="col">Answer</th><th role="columnheader" scope="col">Change</th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#QUESTION_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row">{{QUESTION}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Answer</span><span>{{TYPE}}{{#REQUIRED}}, needed{{/REQUIRED}}{{#CONDITIONAL}}, asked only sometimes{{/CONDITIONAL}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Change</span><span class="app-moves">{{#LINK_CHANGE}}<a href="{{LIST_LINK}}">Change<span class="nhsuk-u-visually-hidden">: {{QUESTION}}</span></a>{{/LINK_CHANGE}}
				{{#MAY_UP}}<button class="app-link-button" type="submit" name="up" value="{{CODE}}">Up<span class="nhsuk-u-visually-hidden">: {{QUESTION}}</span></button>
				{{/MAY_UP}}{{#MAY_DOWN}}<button class="app-link-button" type="submit" name="down" value="{{CODE}}">Down<span class="nhsuk-u-visually-hidden">: {{QUESTION}}</span></button>
				{{/MAY_DOWN}}{{#LINK_REMOVE}}<a href="{{LIST_LINK}}">Remove<span class="nhsuk-u-visually-hidden">: {{QUESTION}}</span></a>{{/LINK_REMOVE}}</span></td>
		</tr>
		{{/QUESTION_ROW}}
	</tbody>
</table>
{{#LINK_NEW}}<p><a href="{{LIST_LINK}}">Add a question<span class="nhsuk-u-visually-hidden"> to page {{NUMBER}}</span></a></p>{{/LINK_NEW}}
</section>
{{/PAGE_ROW}}
</form>
