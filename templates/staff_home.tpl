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
{{#MAIL_TROUBLE}}
<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Mail has not arrived</h2>
{{#MAIL_FAILED}}<p>Messages that could not be sent: {{N}}. <a href="/mail?state=failed">See what failed</a>, and try again or give up.</p>{{/MAIL_FAILED}}
{{#MAIL_WAITS}}<p>A message has waited since {{MAIL_SINCE}}. <a href="/mail?state=waiting">See what waits</a></p>{{/MAIL_WAITS}}
</div>
{{/MAIL_TROUBLE}}
<h2 class="nhsuk-heading-m">Waiting for you</h2>
{{#NO_TASK}}<p>Nothing waits for you.</p>{{/NO_TASK}}
{{#TASK}}<p><a href="{{MENU_PATH}}">{{TASK_WORDS}}</a></p>
{{/TASK}}<h2 class="nhsuk-heading-m">Where to go</h2>
<dl class="app-places">
{{#PLACE}}<div><dt><a href="{{MENU_PATH}}">{{PLACE_LABEL}}</a></dt><dd>{{PLACE_ABOUT}}</dd></div>
{{/PLACE}}{{#OWN_ORGANISATION}}<div><dt><a href="/organisations/{{CODE}}">{{ORGANISATION}}</a></dt><dd>What Soundings knows of your organisation</dd></div>
{{/OWN_ORGANISATION}}<div><dt><a href="/account">My account</a></dt><dd>Your password, your authenticator app, your recovery codes</dd></div>
<div><dt><a href="/help">Help</a></dt><dd>How things are done here, and whom to ask</dd></div>
</dl>
<h2 class="nhsuk-heading-m">Your roles for {{ORGANISATION}}</h2>
{{#NO_ROLE}}<p>You have none. Ask an administrator of Soundings to give you one.</p>{{/NO_ROLE}}
<ul class="nhsuk-list nhsuk-list--bullet">
{{#ROLE_ROW}}<li>{{ROLE}}</li>
{{/ROLE_ROW}}
</ul>
