{{%AUTOESCAPE context="HTML"}}
{{#LINKED}}<a href="{{LIST_LINK}}">{{N}}<span class="nhsuk-u-visually-hidden"> {{LABEL}}</span></a>{{/LINKED}}{{#PLAIN}}{{N}}{{/PLAIN}}{{#HIDDEN}}<span aria-hidden="true">*</span><span class="nhsuk-u-visually-hidden">hidden</span>{{/HIDDEN}}{{#PERCENT_GIVEN}}<br><span class="app-muted">{{PERCENT}}</span>{{/PERCENT_GIVEN}}
