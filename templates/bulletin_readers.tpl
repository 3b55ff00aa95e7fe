{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/bulletins">Learning bulletins</a> › <a href="/bulletins/{{SLUG}}">{{BULLETIN_NAME}}</a></p>
<h1 class="nhsuk-heading-l">Who has read it</h1>
<p>{{HAVE_READ}} of {{PRACTICES}} open practices have said that they have read “{{BULLETIN_NAME}}”.</p>
{{#MAY_REMIND}}<form class="app-no-print" method="post" action="/bulletins/{{SLUG}}/remind" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Remind those who have not</button></form>
{{/MAY_REMIND}}{{#REMINDED}}<p>Practices that had not read it were reminded on {{REMINDED_ON}}.</p>
{{/REMINDED}}{{#REMIND_LATER}}<p class="app-muted">The others can be reminded from {{REMIND_ON}}: once a week at most.</p>
{{/REMIND_LATER}}
{{#LIST}}
<table class="app-table app-table--list" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Practices, those that have not read it first</span></caption>
	<thead role="rowgroup">
		<tr role="row"><th role="columnheader" scope="col">Organisation</th><th role="columnheader" scope="col">Kind</th><th role="columnheader" scope="col">Read</th><th role="columnheader" scope="col">By</th></tr>
	</thead>
	<tbody role="rowgroup">
		{{#READER_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/organisations/{{CODE}}">{{NAME}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Kind</span><span>{{KIND}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">Read</span><span>{{#READ}}{{READ_ON}}{{/READ}}{{#NOT_READ}}<strong class="nhsuk-tag nhsuk-tag--grey">Not yet</strong>{{/NOT_READ}}</span></td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">By</span><span>{{PERSON_NAME}}</span></td>
		</tr>
		{{/READER_ROW}}
	</tbody>
</table>
<p class="app-no-print"><a href="/bulletins/{{SLUG}}/readers.csv">Download this list (CSV)</a></p>
{{/LIST}}
