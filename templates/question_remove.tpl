{{%AUTOESCAPE context="HTML"}}{{>CALL_HEAD}}{{>PROPOSAL_HEAD}}
{{#LINK_LIST}}<p class="app-trail app-no-print"><a href="{{LIST_LINK}}">Questions</a></p>{{/LINK_LIST}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#REFUSED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Not removed</h2>
<p>{{WHY}}</p>
</div>{{/REFUSED}}
<h1 class="nhsuk-heading-l">{{#HAS_CAPTION}}<span class="nhsuk-caption-l">{{CAPTION}}</span> {{/HAS_CAPTION}}Remove this question?</h1>
<p class="nhsuk-body-l">{{QUESTION}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Remove the question</button>
</form>
{{#LINK_KEEP}}<p><a href="{{LIST_LINK}}">Keep it</a></p>{{/LINK_KEEP}}
</div>
</div>
