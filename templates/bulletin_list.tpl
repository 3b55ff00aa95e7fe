{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-l">Learning bulletins</h1>
<p>What came of incidents that practices reported: what happened, what we learnt and what to do.</p>
{{#MAY_CHANGE}}<p class="app-result__links app-no-print"><a class="nhsuk-button nhsuk-button--small" href="/bulletins/new">Write a bulletin</a></p>
{{/MAY_CHANGE}}{{>LIST_FILTERS}}
{{#LIST}}
<table class="app-table app-table--list app-table--sorts" role="table">
	<caption><span class="nhsuk-u-visually-hidden">Learning bulletins</span></caption>
	<thead role="rowgroup">
		<tr role="row">{{>LIST_HEADINGS}}</tr>
	</thead>
	<tbody role="rowgroup">
		{{#BULLETIN_ROW}}
		<tr role="row">
			<th role="rowheader" scope="row"><a href="/bulletins/{{SLUG}}">{{BULLETIN_TITLE}}</a><span class="app-bulletin__summary">{{BULLETIN_SUMMARY}}</span></th>
			<td role="cell"><span class="app-cell-name" aria-hidden="true">State</span><span>{{#STATES}}<strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#IS_PUBLIC}} <strong class="nhsuk-tag nhsuk-tag--white">Public</strong>{{/IS_PUBLIC}}{{/STATES}}{{#UNREAD}}<strong class="nhsuk-tag nhsuk-tag--blue">To read</strong>{{/UNREAD}}{{#HAS_READ}}Read on {{READ_ON}}{{/HAS_READ}}</span></td>
			<td role="cell" class="app-nowrap"><span class="app-cell-name" aria-hidden="true">Date</span><span>{{DATE}}</span></td>
		</tr>
		{{/BULLETIN_ROW}}
	</tbody>
</table>
{{#CSV}}<p class="app-no-print"><a href="{{LIST_LINK}}">Download this list (CSV)</a></p>{{/CSV}}
{{/LIST}}
{{>PAGER}}
