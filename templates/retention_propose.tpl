{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/retention">Retention</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Propose a destruction</h1>
<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">How long each kind is kept</span></summary><div class="nhsuk-details__text">
{{#RULE_ROW}}<p>{{RULE}}</p>
{{/RULE_ROW}}</div></details>
{{#NONE}}<p>No record is due that nobody holds and nobody has proposed.</p>{{/NONE}}
{{#ANY}}<p>Another administrator confirms or refuses what you propose. Then each record goes with everything that belongs to it. The oldest 100 are here.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{/ANY}}
{{>FIELD}}
{{#ANY}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Propose</button>
</form>{{/ANY}}
</div>
</div>
