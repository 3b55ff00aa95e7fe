{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/returns">Monitoring returns</a> › <a href="/returns/{{REF}}">{{PERIOD}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{SERVICE}}</span> Your return for {{PERIOD}}</h1>
{{#ASKED}}<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-s">{{COMMISSIONER}} asks</h2>
<p class="app-text">{{QUESTION:pre_escape}}</p>
</div>
{{/ASKED}}{{#CORRECT}}<div class="nhsuk-inset-text">
<span class="nhsuk-u-visually-hidden">Information: </span>
<p>You sent this return before. What you send now is another version. {{COMMISSIONER}} sees both, and what you say about the difference.</p>
</div>
{{/CORRECT}}<p>Due on {{DUE_ON}}.{{#DRAFTED}} {{DRAFT_BY}} saved it last, on {{DRAFT_AT}}.{{/DRAFTED}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
<h2 class="nhsuk-heading-m">Figures</h2>
{{#NO_KPI}}<p>No figures are asked for in this period.</p>
{{/NO_KPI}}{{#KPI}}{{>FIELD}}
{{#WHY_NOT}}<details class="nhsuk-details"{{#FOLDED_OUT}} open{{/FOLDED_OUT}}>
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Nothing to measure<span class="nhsuk-u-visually-hidden">: {{LABEL}}</span></span></summary>
<div class="nhsuk-details__text">{{>FIELD}}</div>
</details>
{{/WHY_NOT}}{{/KPI}}
<hr class="nhsuk-section-break nhsuk-section-break--m nhsuk-section-break--visible">
<h2 class="nhsuk-heading-m">The period in words</h2>
{{#FIXED}}{{>FIELD}}{{/FIXED}}
<p>Your colleagues can read and change it until it is sent. {{COMMISSIONER}} reads it when you send it, and not before.</p>
<button class="nhsuk-button" type="submit" name="go" value="check" data-module="nhsuk-button" data-prevent-double-click="true">Save and check</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="save" data-module="nhsuk-button" data-prevent-double-click="true">Save and come back later</button>
</form>
</div>
</div>
