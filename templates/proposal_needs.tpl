{{%AUTOESCAPE context="HTML"}}<ul class="nhsuk-list app-needs">
{{#NEED}}<li>{{#DONE}}<strong class="nhsuk-tag nhsuk-tag--green">Done</strong>{{/DONE}}{{#LACKS}}<strong class="nhsuk-tag nhsuk-tag--yellow">Missing</strong>{{/LACKS}}
{{#NEED_EDIT}}<a href="/proposals/{{REF}}/edit">{{WORDS}}</a>{{/NEED_EDIT}}{{#NEED_SECTION}}<a href="/proposals/{{REF}}/sections/new">{{WORDS}}</a>{{/NEED_SECTION}}{{#NEED_GROUPS}}<a href="/proposals/{{REF}}/groups">{{WORDS}}</a>{{/NEED_GROUPS}}</li>
{{/NEED}}
</ul>
