{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/responses">Responses</a> › <a href="/proposals/{{REF}}/responses/{{RESPONSE}}">{{RESPONSE}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#FRESH}}{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Is it a duplicate?</h1>
<p>When the same people sent several responses, one is counted, and the others apart. None is dropped.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Count it apart</button>
</form>{{/FRESH}}
{{#DUPLICATE}}
<h1 class="nhsuk-heading-l">Count it again?</h1>
<p>It is counted apart, as a duplicate of <a href="/proposals/{{REF}}/responses/{{OTHER}}">{{OTHER}}</a>.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button" type="submit" name="undo" value="yes" data-module="nhsuk-button" data-prevent-double-click="true">Count it with the others</button>
</form>{{/DUPLICATE}}
</div>
</div>
