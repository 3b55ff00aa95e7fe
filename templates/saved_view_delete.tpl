{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print">{{#TO_LIST}}<a href="{{LIST_LINK}}">{{LIST_TITLE}}</a>{{/TO_LIST}} › {{#TO_VIEWS}}<a href="{{LIST_LINK}}">Saved views</a>{{/TO_VIEWS}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Delete the view “{{VIEW_NAME}}”</h1>
<p>Only its link goes; nothing that it lists.{{#SHARED}} Others who use it will not have it any more.{{/SHARED}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Delete</button>
</form>
</div>
</div>
