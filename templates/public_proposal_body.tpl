{{%AUTOESCAPE context="HTML"}}
<dl class="nhsuk-summary-list">
{{#DATES}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{#IS_OVER}}You could answer{{/IS_OVER}}{{#NOT_OVER}}You can answer{{/NOT_OVER}}</dt><dd class="nhsuk-summary-list__value">from {{OPENS}} to the end of {{CLOSES}}</dd></div>
{{/DATES}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Who decides</dt><dd class="nhsuk-summary-list__value">{{DECIDES}}</dd></div>
{{#DECIDES_ON_GIVEN}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">When it is decided</dt><dd class="nhsuk-summary-list__value">{{DECIDES_ON}}</dd></div>
{{/DECIDES_ON_GIVEN}}{{#GROUPS_ONLY}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Who is asked</dt><dd class="nhsuk-summary-list__value">Some groups, each by a link of its own</dd></div>
{{/GROUPS_ONLY}}</dl>
{{#SECTION}}<section id="section-{{REF}}">
<h2 class="nhsuk-heading-l">{{HEADING}}</h2>
{{>BODY}}
</section>
{{/SECTION}}{{#EQUALITY_GIVEN}}<section>
<h2 class="nhsuk-heading-l">Equality</h2>
{{>EQUALITY}}
</section>
{{/EQUALITY_GIVEN}}{{#HAPPENS_GIVEN}}<section>
<h2 class="nhsuk-heading-l">What happens to your response</h2>
{{>HAPPENS}}
</section>
{{/HAPPENS_GIVEN}}{{#QUESTIONS}}<section>
<h2 class="nhsuk-heading-l">Questions that people asked</h2>
{{#QUESTION_ROW}}<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{{QUESTION}}</h3>
<div class="app-text">{{ANSWER:pre_escape}}</div>
<p class="app-muted">{{AT}}</p>
{{/QUESTION_ROW}}</section>
{{/QUESTIONS}}{{#CHANGES}}<section>
<h2 class="nhsuk-heading-l">Changed since it was published</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#CHANGE_ROW}}<li>{{AT}}: {{WORDS}}</li>
{{/CHANGE_ROW}}</ul>
</section>
{{/CHANGES}}
