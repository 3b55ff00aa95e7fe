{{%AUTOESCAPE context="HTML"}}
<div class="app-no-print"><a class="nhsuk-back-link" href="/p/{{SLUG}}">The proposal</a></div>
<span class="nhsuk-caption-l">{{PROPOSAL}}</span>
<h1 class="nhsuk-heading-l">We asked, you said, we did</h1>
<p class="app-muted">{{AT}}</p>
<h2 class="nhsuk-heading-m">We asked</h2>
<p class="app-text">{{SUMMARY_TEXT:pre_escape}}</p>
<p>Who decided: {{DECIDES}}.{{#RESULTS_GIVEN}} <a href="/p/{{SLUG}}/results">All that people told us</a>{{/RESULTS_GIVEN}}</p>
{{#PANEL}}<section aria-labelledby="panel">
<h2 class="nhsuk-heading-m" id="panel">What the panel decided</h2>
<p><strong>{{OUTCOME_TEXT}}</strong>, on {{MET_ON}}</p>
<p class="app-text">{{REASONS:pre_escape}}</p>
<p>{{PRESENT}} members were present; {{QUORUM}} are needed. {{#NO_CONFLICT}}Everybody declared their interests first, and nobody had one in this.{{/NO_CONFLICT}}{{#ONE_CONFLICT}}One person had an interest in this and took no part.{{/ONE_CONFLICT}}{{#SOME_CONFLICTS}}{{CONFLICTS}} people had an interest in this and took no part.{{/SOME_CONFLICTS}}</p>
</section>
{{/PANEL}}{{#EMPTY}}<p>Nothing has been published yet.</p>
{{/EMPTY}}{{#OUTCOME}}<section class="nhsuk-card">
<div class="nhsuk-card__content">
<h2 class="nhsuk-heading-m">{{#THEME_GIVEN}}{{THEME}}{{/THEME_GIVEN}}{{#NO_THEME}}Something else{{/NO_THEME}}</h2>
<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">You said</h3>
<p class="app-text">{{SAID:pre_escape}}</p>
<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">We did</h3>
<p><strong class="nhsuk-tag nhsuk-tag--{{DID_COLOUR}}">{{DID}}</strong></p>
<p class="app-text">{{WHAT:pre_escape}}</p>
{{#WHY_GIVEN}}<p class="app-text"><strong>Why:</strong> {{WHY:pre_escape}}</p>
{{/WHY_GIVEN}}{{#PROGRESS_GIVEN}}<p class="app-text"><strong>How far we are:</strong> {{PROGRESS:pre_escape}}</p>
{{/PROGRESS_GIVEN}}{{#OWNER_GIVEN}}<p><strong>Who does it:</strong> {{OWNER}}</p>
{{/OWNER_GIVEN}}{{#DUE_GIVEN}}<p><strong>By when:</strong> {{DUE}}</p>
{{/DUE_GIVEN}}{{#DONE_GIVEN}}<p><strong>Done:</strong> {{DONE}}</p>
{{/DONE_GIVEN}}</div>
</section>
{{/OUTCOME}}{{#QUESTIONS}}<h2 class="nhsuk-heading-m">Questions that people asked</h2>
{{#QUESTION_ROW}}<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{{QUESTION}}</h3>
<div class="app-text">{{ANSWER:pre_escape}}</div>
<p class="app-muted">{{AT}}</p>
{{/QUESTION_ROW}}{{/QUESTIONS}}
