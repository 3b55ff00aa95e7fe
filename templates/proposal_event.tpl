{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/events">Meetings</a></p>
<h1 class="nhsuk-heading-l">{{NAME}}</h1>
<p class="app-result__base">{{KIND_WORDS}}, {{HELD}}{{#PLACE_GIVEN}}, {{PLACE}}{{/PLACE_GIVEN}}</p>
<p class="app-result__links app-no-print">{{#MAY_TYPE}}<a class="nhsuk-button nhsuk-button--small" href="/proposals/{{REF}}/responses/new?event={{EVENT}}">Type in a response from it</a> {{/MAY_TYPE}}{{#MAY_CHANGE}}<a href="/proposals/{{REF}}/events/{{EVENT}}/edit">Change</a> {{/MAY_CHANGE}}<a href="/proposals/{{REF}}/responses?event={{EVENT}}">Responses gathered there ({{N}})</a></p>
{{#ATTENDANCE}}<table class="app-table">
	<caption>Who came</caption>
	<thead><tr><th scope="col">Group</th><th scope="col" class="app-number">People</th></tr></thead>
	<tbody>
		{{#GROUP}}<tr><th scope="row">{{NAME}}</th><td class="app-number">{{CAME}}</td></tr>
		{{/GROUP}}
	</tbody>
</table>{{/ATTENDANCE}}
{{#NOTES_GIVEN}}<h2 class="nhsuk-heading-m">Notes</h2>
<p class="app-text">{{NOTES:pre_escape}}</p>{{/NOTES_GIVEN}}
