{{%AUTOESCAPE context="HTML"}}
{{#REPORT_PART}}
<div class="app-part">
<div class="app-part__head"><h2 class="nhsuk-heading-m">{{PART}}</h2>
{{#PART_STEP}}<a class="app-no-print" href="/reports/{{REF}}/draft/{{STEP}}">Change<span class="nhsuk-u-visually-hidden">: {{PART}}</span></a>{{/PART_STEP}}
{{#PART_PERSON}}<a class="app-no-print" href="/reports/{{REF}}/people/{{NUMBER}}">Change<span class="nhsuk-u-visually-hidden">: {{PART}}</span></a>{{/PART_PERSON}}
{{#PART_GO}}<button class="app-link-button app-no-print" type="submit" name="go" value="{{GO}}">Change<span class="nhsuk-u-visually-hidden">: {{PART}}</span></button>{{/PART_GO}}</div>
{{>SUMMARY}}
</div>
{{/REPORT_PART}}
