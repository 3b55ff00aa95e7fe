{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/responses">Responses</a></p>
<h1 class="nhsuk-heading-l">Response {{RESPONSE}}</h1>
{{#REPLACED}}<div class="nhsuk-inset-text"><p>It was replaced by <a href="/proposals/{{REF}}/responses/{{OTHER}}">{{OTHER}}</a>, and counts no more.</p></div>{{/REPLACED}}
{{#APART}}<div class="nhsuk-inset-text"><p>{{WHY}}</p></div>{{/APART}}
{{#DUPLICATE}}<div class="nhsuk-inset-text"><p>The same people sent <a href="/proposals/{{REF}}/responses/{{OTHER}}">{{OTHER}}</a> too. This one is counted apart.</p></div>{{/DUPLICATE}}
<dl class="nhsuk-summary-list">
{{#FACT}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{LABEL}}</dt><dd class="nhsuk-summary-list__value app-text">{{TEXT:pre_escape}}</dd></div>
{{/FACT}}</dl>
<h2 class="nhsuk-heading-m">What it says</h2>
{{#NO_POINT}}<p>No gains, concerns or comments.</p>{{/NO_POINT}}
{{#POINT}}<section class="app-point">
<h3 class="nhsuk-heading-s">{{LABEL}}</h3>
<blockquote class="app-quote app-text">{{TEXT:pre_escape}}</blockquote>
<p class="app-result__base">{{#SECTION_GIVEN}}About: {{HEADING}}. {{/SECTION_GIVEN}}{{#THEMES_GIVEN}}Themes: {{THEMES_TEXT}}. {{/THEMES_GIVEN}}{{#IS_QUOTED}}Quoted in results.{{/IS_QUOTED}}</p>
</section>
{{/POINT}}
{{#ASKS_GIVEN}}<h2 class="nhsuk-heading-m">Asks for more information</h2>
<blockquote class="app-quote app-text">{{ASKS:pre_escape}}</blockquote>{{/ASKS_GIVEN}}
{{#MAY_CHANGE}}<p class="app-no-print"><a href="/proposals/{{REF}}/responses/{{RESPONSE}}/duplicate">Is it a duplicate?</a></p>{{/MAY_CHANGE}}
{{#VERSIONS}}<h2 class="nhsuk-heading-m">Earlier versions</h2>
<ul class="nhsuk-list">{{#VERSION}}<li><a href="/proposals/{{REF}}/responses/{{OTHER}}">{{OTHER}}</a>, {{RECEIVED}}</li>{{/VERSION}}</ul>{{/VERSIONS}}
