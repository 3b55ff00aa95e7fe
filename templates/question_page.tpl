{{%AUTOESCAPE context="HTML"}}{{>CALL_HEAD}}{{>PROPOSAL_HEAD}}
{{#LINK_LIST}}<p class="app-trail app-no-print"><a href="{{LIST_LINK}}">Questions</a></p>{{/LINK_LIST}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{#HAS_CAPTION}}<span class="nhsuk-caption-l">{{CAPTION}}</span> {{/HAS_CAPTION}}{{HEADING}}</h1>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>
</form>
</div>
</div>
