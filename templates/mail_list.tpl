{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Mail</h1>
{{#NO_SERVER}}
<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Mail is not set up</h2>
<p>Messages wait here until the server’s settings file names a mail server (smtp.url). Whoever runs Soundings there can do that.</p>
</div>
{{/NO_SERVER}}
{{#NO_JOBS}}
<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Nothing is being sent</h2>
<p>A message has been due since {{SINCE}}. “soundings jobs” sends mail every minute; it does not seem to run, or cannot keep up. Ask whoever runs Soundings on its server.</p>
</div>
{{/NO_JOBS}}
{{#TROUBLE}}
<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>Not everything could be sent at the first try. The last one said: {{ERROR}}</p>
</div>
{{/TROUBLE}}
{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Messages</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#MAIL_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row" class="app-cell-email"><a class="app-text" href="/mail/{{MESSAGE}}">{{RECIPIENT}}</a></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">What</span><span class="app-text">{{SUBJECT}}</span></td>
			<td role="cell" class="app-moment"><span class="app-cell-name" aria-hidden="true">Made</span>{{MADE}}</td>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><div>{{#WAITING}}<strong class="nhsuk-tag nhsuk-tag--blue">Waiting</strong>{{/WAITING}}{{#FAILED}}<strong class="nhsuk-tag nhsuk-tag--red">Failed</strong>{{/FAILED}}{{#SENT}}<strong class="nhsuk-tag nhsuk-tag--green">Sent</strong>{{/SENT}}{{#GIVEN_UP}}<strong class="nhsuk-tag nhsuk-tag--grey">Given up</strong>{{/GIVEN_UP}} {{WHEN}}{{#HAS_TRIES}}, after {{TRIES}} tries{{/HAS_TRIES}}{{#HAS_ERROR}}<br>{{ERROR}}{{/HAS_ERROR}}</div></td>
		</tr>
		{{/MAIL_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
{{#RUNS}}<p class="app-no-print"><a href="/mail/test">Send a test message</a></p>{{/RUNS}}
<p class="app-result__base">What was sent, failed or was given up is listed for 90 days. Nobody can read a message here: links in it are for its reader alone.</p>
