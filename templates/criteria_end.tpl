{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/criteria">Criteria</a> › <a href="/criteria/{{REF}}">{{NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{NAME}}</span> {{#ENDS}}End this template{{/ENDS}}{{#AGAIN}}Use this template again{{/AGAIN}}</h1>
{{#ENDS}}<p>No review begins with it any more. Reviews that began with it go on with it, and it can be used again later.</p>{{/ENDS}}
{{#AGAIN}}<p>Reviews can begin with it again, with its newest published version.</p>{{/AGAIN}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{#ENDS}}<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">End it</button>{{/ENDS}}
{{#AGAIN}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Use it again</button>{{/AGAIN}}
</form>
</div>
</div>
