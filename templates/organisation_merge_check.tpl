{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/organisations">Organisations</a> › <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Merge {{ORGANISATION_NAME}} into {{INTO_NAME}}?</h1>
<p>Nothing is saved yet.</p>
<div class="app-table-wrap">
<table class="app-table">
	<caption><span class="nhsuk-u-visually-hidden">The two organisations</span></caption>
	<thead>
		<tr>
			<td></td>
			<th scope="col">{{ORGANISATION_NAME}} ({{ORGANISATION_CODE}})</th>
			<th scope="col">{{INTO_NAME}} ({{INTO_CODE}})</th>
		</tr>
	</thead>
	<tbody>
		<tr><th scope="row">From {{MERGED_ON}}</th><td>Closed</td><td>Goes on</td></tr>
		<tr><th scope="row">People now</th><td>{{PEOPLE}}</td><td>{{INTO_PEOPLE}}</td></tr>
		<tr><th scope="row">List size</th><td>{{PATIENTS}}</td><td>{{INTO_PATIENTS}}</td></tr>
	</tbody>
</table>
</div>
<h2 class="nhsuk-heading-m">What happens</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>{{ORGANISATION_NAME}} is closed. Its page stays and leads to {{INTO_NAME}}.</li>
{{#MEMBERS}}<li>The people of {{ORGANISATION_NAME}} ({{PEOPLE}}) become members of {{INTO_NAME}} too, with the roles they have now.</li>{{/MEMBERS}}
{{#MEMBERS_NOT}}<li>The people of {{ORGANISATION_NAME}} ({{PEOPLE}}) do not become members of {{INTO_NAME}}.</li>{{/MEMBERS_NOT}}
<li>Its records stay with it: {{SURVEYS}} surveys, {{SIZES}} list sizes. Those of {{INTO_NAME}} do not change.</li>
{{#EARLIER}}<li>{{EARLIER_NAME}} ({{EARLIER_CODE}}), which was merged into {{ORGANISATION_NAME}} before, leads to {{INTO_NAME}} from now on.</li>{{/EARLIER}}
</ul>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="into" value="{{INTO_CODE}}">
<input type="hidden" name="merged_on-day" value="{{DAY}}">
<input type="hidden" name="merged_on-month" value="{{MONTH}}">
<input type="hidden" name="merged_on-year" value="{{YEAR}}">
<input type="hidden" name="members" value="{{MEMBERS_CODE}}">
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" name="agreed" value="yes">Merge</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="agreed" value="no">Change this</button>
</div>
</form>
</div>
</div>
