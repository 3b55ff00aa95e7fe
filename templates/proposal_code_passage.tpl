{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/code">Coding</a></p>
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
{{>PROGRESS}}
<div class="app-judge__body">
<div>
{{>PASSAGE}}
{{#SETTLED}}<div class="nhsuk-inset-text"><p>{{WHO}} settled it on {{DAY}}: {{COUNTS}}. Your codes do not change that any more.</p></div>{{/SETTLED}}
{{#OTHERS}}<h2 class="nhsuk-heading-s">What others gave it</h2>
{{#CODER}}<p>{{PERSON}}:{{#GIVEN}} <strong class="nhsuk-tag nhsuk-tag--white">{{THEME}}</strong>{{/GIVEN}}</p>
{{/CODER}}{{/OTHERS}}
</div>
<form class="app-judge__form" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>THEMES}}
{{>FIELD}}
{{#NOT_QUOTED}}<p class="nhsuk-hint">They did not agree to their words being published, so this cannot be quoted.</p>{{/NOT_QUOTED}}
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" name="do" value="save">Save and next</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="do" value="add">Add the new theme</button>
<a href="/proposals/{{REF}}/code/next?behind={{BEHIND}}&amp;kind={{KIND_CODE}}&amp;grade={{GRADE_CODE}}">Skip this one</a>
</div>
</form>
</div>
