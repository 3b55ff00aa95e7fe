{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#REFUSED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Not published</h2>
<p>{{WHY}}</p>
</div>{{/REFUSED}}
<h1 class="nhsuk-heading-l">Publish this proposal?</h1>
{{#MISSING}}<p>It cannot be published yet.</p>
{{>NEEDS}}{{/MISSING}}
{{#READY}}<p>Everybody can read it from now on. {{#FOR_ALL}}Everybody can answer{{/FOR_ALL}}{{#FOR_GROUPS}}The groups that you ask can answer, each through its link,{{/FOR_GROUPS}} from {{OPENS}} to the end of {{CLOSES}}.</p>
<h2 class="nhsuk-heading-m">What stays as it is</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>Its address: <strong class="app-break">/p/{{SLUG}}</strong></li>
<li>The three stances: “{{IN_FAVOUR}}”, “{{AGAINST}}”, “{{UNSURE}}”</li>
{{#ASKS_OWN}}<li>Its own questions ({{QUESTIONS}}): <a href="/proposals/{{REF}}/form/preview">look at them once more</a></li>
{{/ASKS_OWN}}<li>Which sections it has, who may answer, and the first day</li>
</ul>
<h2 class="nhsuk-heading-m">What can be put right later</h2>
<p>Its words, translations and documents; and the last day, which can only be moved to a later one. Each time you say in public what was changed, and why.</p>
{{#NO_OWN}}<p>It asks no questions of its own. You can still <a href="/proposals/{{REF}}/form">write some</a>.</p>{{/NO_OWN}}
{{#NO_EQUALITY}}<p>It has no equality statement. You can still <a href="/proposals/{{REF}}/edit">write one</a>.</p>{{/NO_EQUALITY}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Publish it</button>
</form>{{/READY}}
</div>
</div>
