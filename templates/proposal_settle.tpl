{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/agreement">Agreement</a></p>
<h1 class="nhsuk-heading-l">Settle a passage</h1>
<div class="app-judge__body">
<div>
{{>PASSAGE}}
<h2 class="nhsuk-heading-s">What each coder gave it</h2>
<dl class="app-sides">{{#CODER}}<div class="app-sides__one"><dt>{{PERSON}}</dt>{{#GIVEN}}<dd>{{THEME}}</dd>{{/GIVEN}}</div>{{/CODER}}</dl>
</div>
<form class="app-judge__form" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>THEMES}}
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Settle</button>
</form>
</div>
