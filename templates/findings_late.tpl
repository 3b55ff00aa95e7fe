{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/findings">Findings</a> › <a href="/findings/{{REF}}">{{TITLE}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}: {{TITLE}}</span> Not now</h1>
<p>{{#ANSWERED}}Your organisation’s answer was sent already, and is final.{{/ANSWERED}}{{#LATE}}The time to answer was over at the end of {{DUE_ON}}.{{/LATE}} Nothing was changed.</p>
<p><a href="/findings/{{REF}}">Back to the findings</a></p>
