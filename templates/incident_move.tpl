{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/incidents">Incidents</a> › <a href="/incidents/{{REF}}">{{REF}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{TITLE}}</span> {{HEADING}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong> now. Afterwards: {{TO}}.</p>
{{#IMPOSSIBLE}}<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>An incident that is “{{STATE}}” cannot become “{{TO}}”. <a href="/incidents/{{REF}}">See what can be done with it</a>, or <a href="/help/incidents">how an incident is handled</a>.</p></div>{{/IMPOSSIBLE}}
{{#MEANWHILE}}<details class="nhsuk-details" open>
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What has happened so far</span></summary>
<div class="nhsuk-details__text">{{>TIMELINE}}</div>
</details>{{/MEANWHILE}}
{{#NAMELESS}}<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>This was reported without a name. Nobody can be written to: the question is read only when whoever reported it comes back with their code, and the answer may never come. You can go on without it at any time.</p></div>{{/NAMELESS}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD}}
{{#TELLS_DAY}}<p>The reporter is told until when their report has to wait, not why.</p>{{/TELLS_DAY}}
{{#DUPLICATES}}<p>Whoever reported the same is told the same words, so name no practice in them. Duplicates of this report:{{#DUPLICATE_ROW}} <a href="/incidents/{{DUPLICATE}}">{{DUPLICATE}}</a>{{/DUPLICATE_ROW}}.</p>{{/DUPLICATES}}
{{#POSSIBLE}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{HEADING}}</button>{{/POSSIBLE}}
</form>
</div>
</div>
