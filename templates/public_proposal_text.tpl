{{%AUTOESCAPE context="HTML"}}
<div class="app-no-print"><a class="nhsuk-back-link" href="/p/{{SLUG}}">{{PROPOSAL}}</a></div>
{{#IS_EASY}}<p class="nhsuk-caption-l">Easy read</p>
{{/IS_EASY}}<div lang="{{LANGUAGE}}" dir="{{DIRECTION}}">
<h1 class="nhsuk-heading-l">{{TEXT_TITLE}}</h1>
{{>BODY}}
</div>
<p class="app-no-print"><a href="/p/{{SLUG}}">The proposal, and how to give your views</a></p>
