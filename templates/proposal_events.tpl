{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">Meetings</h1>
{{>PROPOSAL_NAV}}
{{#MAY_CHANGE}}<p class="app-result__links app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/proposals/{{REF}}/events/new">Add a meeting</a></p>{{/MAY_CHANGE}}
{{#NONE}}<p>No meetings yet. Add those at which people spoke about the proposal: what they said there is typed in from the meeting’s page.</p>{{/NONE}}
{{#EVENTS}}<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Meetings</span></caption>
	<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Meeting</th><th role="columnheader" scope="col">Day</th><th role="columnheader" scope="col">Place</th><th role="columnheader" scope="col" class="app-number">Came</th><th role="columnheader" scope="col" class="app-number">Responses</th></tr></thead>
	<tbody role="rowgroup">
		{{#EVENT_ROW}}<tr role="row"><th role="rowheader" scope="row"><span><a href="/proposals/{{REF}}/events/{{EVENT}}">{{NAME}}</a><span class="app-second">{{KIND_WORDS}}</span></span></th><td role="cell"><span class="app-cell-name" aria-hidden="true">Day</span><span>{{HELD}}</span></td><td role="cell"><span class="app-cell-name" aria-hidden="true">Place</span><span>{{PLACE}}</span></td><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Came</span><span>{{CAME}}</span></td><td role="cell" class="app-number"><span class="app-cell-name" aria-hidden="true">Responses</span><span>{{N}}</span></td></tr>
		{{/EVENT_ROW}}
	</tbody>
</table>{{/EVENTS}}
