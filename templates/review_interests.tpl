{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews/{{REF}}">{{TITLE}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{TITLE}}</span> Declarations of interest</h1>
<p>Everybody who scores or sits on the panel declares for this review, before anything else, whether they have an interest. Who has one takes no part, and does not find the review any more.</p>
{{#WORKS}}<p class="app-no-print"><a href="/reviews/{{REF}}/declare">Declare a conflict of interest of yours</a></p>{{/WORKS}}
{{#NONE}}<p>Nobody has declared anything yet.</p>{{/NONE}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Who declared what</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Part</th><th role="columnheader" scope="col">Declared</th><th role="columnheader" scope="col">On</th></tr></thead>
	<tbody role="rowgroup">
		{{#DECLARATION}}
		<tr role="row">
			<th role="rowheader" scope="row">{{PERSON_NAME}}</th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Part</span><span>{{PART}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Declared</span><span>{{#CONFLICT}}<strong class="nhsuk-tag nhsuk-tag--red app-nowrap">Conflict of interest</strong>{{/CONFLICT}}{{#NO_INTEREST}}<strong class="nhsuk-tag nhsuk-tag--green app-nowrap">No interest</strong>{{/NO_INTEREST}}{{#NOTHING}}<strong class="nhsuk-tag nhsuk-tag--grey app-nowrap">Nothing yet</strong>{{/NOTHING}}{{#MAY_LIFT}} <a class="app-no-print" href="/reviews/{{REF}}/interests/{{PERSON}}/lift">Lift<span class="nhsuk-u-visually-hidden"> the declaration of {{PERSON_NAME}}</span></a>{{/MAY_LIFT}}{{#LIFTED}}<span class="app-second app-text">A conflict was lifted on {{LIFTED_ON}} by {{LIFTED_BY}}: {{WHY:pre_escape}}</span>{{/LIFTED}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">On</span><span>{{DAY}}</span></td>
		</tr>
		{{/DECLARATION}}
	</tbody>
</table>
