{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">My work</h1>
<p>Hello {{NAME}}.</p>
{{#KEPT}}
<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-m">You were signed out while you typed</h2>
<p>It has been kept for you, for a week.</p>
<ul class="nhsuk-list">
{{#KEPT_ROW}}<li class="app-kept"><a href="/kept/{{KEPT_ID}}">What you typed on {{KEPT_AT}}</a>
<form method="post" action="/kept/{{KEPT_ID}}/remove" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><button class="app-link-button" type="submit">Throw it away<span class="nhsuk-u-visually-hidden">: what you typed on {{KEPT_AT}}</span></button></form></li>
{{/KEPT_ROW}}
</ul>
</div>
{{/KEPT}}
{{#DEVICES}}
<h2 class="nhsuk-heading-m">Lost devices</h2>
<p><a href="/people/devices">{{N}} for you to agree or refuse</a></p>
{{/DEVICES}}
{{#MAIL_TROUBLE}}
<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Mail has not arrived</h2>
{{#MAIL_FAILED}}<p>Messages that could not be sent: {{N}}. <a href="/mail?state=failed">See what failed</a>, and try again or give up.</p>{{/MAIL_FAILED}}
{{#MAIL_WAITS}}<p>A message has waited since {{MAIL_SINCE}}. <a href="/mail?state=waiting">See what waits</a></p>{{/MAIL_WAITS}}
</div>
{{/MAIL_TROUBLE}}
{{#TO_SURVEYS}}
<h2 class="nhsuk-heading-m">Surveys</h2>
<p><a href="/surveys">See the surveys, their answers and results</a></p>
{{/TO_SURVEYS}}
{{#NOTHING_YET}}
<p>Nothing waits for you. This version has surveys only, which are for authors and auditors. People and surveys are added on the server, by whoever runs Soundings there.</p>
{{/NOTHING_YET}}
<h2 class="nhsuk-heading-m">Your roles</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#ROLE_ROW}}<li>{{ROLE}}</li>
{{/ROLE_ROW}}
</ul>
