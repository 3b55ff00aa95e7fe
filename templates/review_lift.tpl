{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews/{{REF}}">{{TITLE}}</a> › <a href="/reviews/{{REF}}/interests">Declarations of interest</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{TITLE}}</span> Lift the declaration of {{PERSON_NAME}}</h1>
<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>{{KIND}}, declared on {{DAY}}</p><p class="app-text">{{DESCRIPTION:pre_escape}}</p></div>
<p>Only a declaration that was a mistake is lifted: it was made for the wrong review, or what it says is not so. An interest that has become small stays a conflict for this review.</p>
<p>{{PERSON_NAME}} then finds the review again, and declares anew if they had declared nothing before. What was declared, who lifted it and why stays in the record.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Lift the declaration</button>
</form>
</div>
</div>
