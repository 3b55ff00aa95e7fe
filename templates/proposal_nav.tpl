{{%AUTOESCAPE context="HTML"}}
<nav class="app-no-print" aria-label="This proposal">
<ul class="nhsuk-list app-result__links">
{{#PART}}<li><a href="/proposals/{{REF}}/{{PART_PATH}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/PART}}</ul>
</nav>
