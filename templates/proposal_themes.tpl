{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">Themes</h1>
{{>PROPOSAL_NAV}}
{{#NONE}}<p>There are no themes yet. Read some responses, then add what comes up again and again. Themes can be added, renamed and merged while you code.</p>{{/NONE}}
{{#THEMES}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Themes, each with those below it</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Theme</th><th role="columnheader" scope="col" class="app-number">Passages</th>{{#MAY_CHANGE}}<th role="columnheader" scope="col" class="app-no-print">Change</th>{{/MAY_CHANGE}}</tr></thead>
	<tbody role="rowgroup">
	{{#THEME_ROW}}<tr role="row">
		<th role="rowheader" scope="row"><span class="{{LEVEL}}">{{#BELOW}}<span class="nhsuk-u-visually-hidden">{{PARENT}}: </span>{{/BELOW}}{{NAME}}{{#ENDED}} <strong class="nhsuk-tag nhsuk-tag--grey">Not used any more</strong>{{/ENDED}}{{#HAS_ABOUT}}<span class="app-theme__about">{{ABOUT}}</span>{{/HAS_ABOUT}}</span></th>
		<td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Passages</span><span><a href="/proposals/{{REF}}/responses?theme={{THEME_REF}}">{{POINTS}}<span class="nhsuk-u-visually-hidden"> passages about {{NAME}}</span></a></span></td>
		{{#MAY_EDIT}}<td role="cell" class="app-no-print"><span class="app-cell-name" aria-hidden="true">Change</span><span class="app-moves"><a href="/proposals/{{REF}}/themes/{{THEME_REF}}/edit">Change<span class="nhsuk-u-visually-hidden"> {{NAME}}</span></a>
		{{#MAY_MERGE}}<a href="/proposals/{{REF}}/themes/{{THEME_REF}}/merge">Merge<span class="nhsuk-u-visually-hidden"> {{NAME}} into another</span></a>{{/MAY_MERGE}}
		<form method="post" action="/proposals/{{REF}}/themes/{{THEME_REF}}/move" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">{{#MAY_RISE}}<button class="app-link-button" type="submit" name="to" value="up">Move up<span class="nhsuk-u-visually-hidden"> {{NAME}}</span></button>{{/MAY_RISE}}{{#MAY_SINK}} <button class="app-link-button" type="submit" name="to" value="down">Move down<span class="nhsuk-u-visually-hidden"> {{NAME}}</span></button>{{/MAY_SINK}}</form></span></td>{{/MAY_EDIT}}
	</tr>
	{{/THEME_ROW}}
	</tbody>
</table>
{{/THEMES}}
{{>ADD_FORM}}
