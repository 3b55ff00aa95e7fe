{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print">{{#MANAGERS}}<a href="/incidents">Incidents</a>{{/MANAGERS}}{{#PRACTICE_DOOR}}<a href="/reports">Reports</a>{{/PRACTICE_DOOR}}</p>
<h1 class="nhsuk-heading-l">Trends</h1>
{{>FORM}}
{{#NARROWED}}<p class="app-result__base"><strong>{{SENTENCE}}</strong></p>{{/NARROWED}}
<p class="app-result__base">{{REPORTS}} sent from {{PERIOD}}.{{#SO_FAR}} The last month is not over.{{/SO_FAR}} Reporting more is no worse: it is how things come to be known, and how they are learned from.</p>
<nav aria-label="On this page" class="app-no-print"><ul class="nhsuk-list app-anchors">{{#ANCHOR}}<li><a href="#{{CODE}}">{{LABEL}}</a></li>{{/ANCHOR}}{{#MANAGERS}}<li><a href="/incidents/trends/practices">Practices compared</a></li>{{/MANAGERS}}</ul></nav>
{{>SECTION}}
{{>PEERS}}
