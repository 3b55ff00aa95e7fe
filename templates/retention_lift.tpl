{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print">{{#OF_INCIDENT}}<a href="/incidents/{{REF}}">Incident {{REF}}</a>{{/OF_INCIDENT}}{{#OF_CONTRACT}}<a href="/contracts/{{REF}}">The contract</a>{{/OF_CONTRACT}}{{#OF_LIST}}<a href="/retention">Retention</a>{{/OF_LIST}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Lift the hold on {{REF}}</h1>
{{#HELD}}<p>It is held {{UNTIL}}, by {{WHO}} since {{AT}}:</p>
<p class="app-text">{{WHY:pre_escape}}</p>{{/HELD}}
<p>{{RULE}} {{#IS_DUE}}The years of this one are over on {{DUE_DAY}}.{{/IS_DUE}}{{#NOT_DUE}}The years of this one have not begun.{{/NOT_DUE}} Without the hold it can be proposed for destruction.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Lift the hold</button>
</form>
</div>
</div>
