{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print">{{#TO_LIST}}<a href="{{LIST_LINK}}">{{LIST_TITLE}}</a>{{/TO_LIST}} › {{#TO_VIEWS}}<a href="{{LIST_LINK}}">Saved views</a>{{/TO_VIEWS}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
<p>A view is what you searched for, the filters and the order. <a href="{{LIST_LINK}}">See the list as this view shows it</a></p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="query" value="{{QUERY}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>
</form>
{{#MAY_DELETE}}<p><a href="{{LIST_LINK}}">Delete this view</a></p>{{/MAY_DELETE}}
</div>
</div>
