{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/retention">Retention</a> › <a href="/retention/certificates/{{REF}}">{{REF}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Decide on destruction {{REF}}</h1>
<p>{{PROPOSER}} proposed on {{AT}} to destroy these records ({{MANY}}):</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#ITEM}}<li>{{ITEM_REF}}{{#SERIOUS}} (serious){{/SERIOUS}}, from {{BEGUN_ON}}, ended: {{ENDED_ON}}</li>
{{/ITEM}}
</ul>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save the decision</button>
</form>
</div>
</div>
