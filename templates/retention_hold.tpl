{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print">{{#OF_INCIDENT}}<a href="/incidents/{{REF}}">Incident {{REF}}</a>{{/OF_INCIDENT}}{{#OF_CONTRACT}}<a href="/contracts/{{REF}}">The contract</a>{{/OF_CONTRACT}}{{#OF_LIST}}<a href="/retention">Retention</a>{{/OF_LIST}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Keep {{REF}} for longer</h1>
<p>{{RULE}} {{#IS_DUE}}The years of this one are over on {{DUE_DAY}}.{{/IS_DUE}}{{#NOT_DUE}}The years of this one have not begun.{{/NOT_DUE}} While it is held nobody can destroy it.</p>
{{#HELD}}<p>It is held {{UNTIL}}, by {{WHO}} since {{AT}}:</p>
<p class="app-text">{{WHY:pre_escape}}</p>
<p><a class="nhsuk-button nhsuk-button--secondary" href="/retention/holds/{{REF}}/lift">Lift the hold</a></p>{{/HELD}}
{{#NOT_HELD}}<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{/NOT_HELD}}
{{>FIELD}}
{{#NOT_HELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Hold it</button>
</form>{{/NOT_HELD}}
</div>
</div>
