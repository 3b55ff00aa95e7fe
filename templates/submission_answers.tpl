{{%AUTOESCAPE context="HTML"}}
{{#PART}}
<div class="app-part">
<div class="app-part__head"><h2 class="nhsuk-heading-m">{{PART_TITLE}}</h2>
{{#PART_CHANGE}}<a class="app-no-print" href="/submissions/{{REF}}/pages/{{NUMBER}}?from=check">Change<span class="nhsuk-u-visually-hidden">: {{PART_TITLE}}</span></a>{{/PART_CHANGE}}</div>
{{>SUMMARY}}
</div>
{{/PART}}
