{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{TITLE}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Request {{REQUEST}} to <a href="/organisations/{{ORGANISATION_CODE}}">{{ORGANISATION}}</a></span> {{SUBJECT}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{REQUEST_COLOUR}}">{{REQUEST_STATE}}</strong> since {{STATE_SINCE}}{{#REMINDED}}, reminded on {{REMINDED_AT}}{{/REMINDED}}{{#DRAFTED}}. They have begun an answer{{/DRAFTED}}</p>
{{#NO_MEMBERS}}
<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>Nobody can sign in for {{ORGANISATION}} and answer, so nobody was written to. Send your request another way, and write the answer down here when it comes.</p>
</div>
{{/NO_MEMBERS}}
{{#ACTIONS}}
<p class="app-result__links app-no-print">
{{#MAY_ACCEPT}}<a class="nhsuk-button nhsuk-button--small" href="/incidents/{{REF}}/requests/{{REQUEST}}/accept">Accept the answer</a>
{{/MAY_ACCEPT}}{{#MAY_ASK}}<a href="/incidents/{{REF}}/requests/{{REQUEST}}/again">Ask something more</a>
{{/MAY_ASK}}{{#OPEN}}<a href="/incidents/{{REF}}/requests/{{REQUEST}}/due">Change the day</a>
<a href="/incidents/{{REF}}/requests/{{REQUEST}}/record">Write down an answer</a>
<a href="/incidents/{{REF}}/requests/{{REQUEST}}/withdraw">Take it back</a>
{{/OPEN}}</p>
{{/ACTIONS}}
{{>BODY}}
<section aria-labelledby="files">
<h2 class="nhsuk-heading-m" id="files">Files</h2>
{{>FILES}}
</section>
<section aria-labelledby="timeline">
<h2 class="nhsuk-heading-m" id="timeline">History of this request</h2>
{{>TIMELINE}}
</section>
