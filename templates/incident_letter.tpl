{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{REF}}</a></p>
<div class="app-no-print">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{INCIDENT_TITLE}}</span> {{HEADING}}</h1>
{{#WAS_SENT}}<p><strong class="nhsuk-tag nhsuk-tag--green">Sent</strong> {{SENT}}. It stays as it went.</p>{{/WAS_SENT}}
{{#BRACKETS}}
<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label"><span role="text"><span class="nhsuk-u-visually-hidden">Important: </span>Still in square brackets</span></h2>
<p>Say it in the letter, or add it on paper. Names and addresses of patients belong on the paper alone.</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#BRACKET}}<li>{{BRACKET_TEXT}}</li>
{{/BRACKET}}
</ul>
</div>
{{/BRACKETS}}
{{#MAY_CHANGE}}<p class="app-result__links">
<a class="nhsuk-button nhsuk-button--small" href="/incidents/{{REF}}/letters/{{LETTER}}/edit">Change the letter</a>
<a href="/incidents/{{REF}}/letters/{{LETTER}}/sent">It was sent</a>
</p>{{/MAY_CHANGE}}
<p>To print it, or save it as a PDF, use Print in your browser. Only what is in the frame is printed.</p>
</div>
<div class="app-letter">
<p class="app-letter__from">{{ORGANISATION}}</p>
<p class="app-text">{{WHOM:pre_escape}}</p>
<p>{{DAY}}</p>
<p class="app-muted">Our reference: {{REF}}</p>
<div class="app-text">{{BODY:pre_escape}}</div>
</div>
