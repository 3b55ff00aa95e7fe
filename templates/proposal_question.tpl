{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/questions">Questions asked</a></p>
<h1 class="nhsuk-heading-l">Answer a question</h1>
<blockquote class="app-passage__words app-text">{{ASKS:pre_escape}}</blockquote>
<p>{{TOLD}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>
</form>
</div>
</div>
