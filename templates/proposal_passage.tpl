{{%AUTOESCAPE context="HTML"}}
<section class="app-passage" aria-labelledby="passage">
<h2 class="nhsuk-heading-m" id="passage">{{KIND}}{{#HAS_GRADE}}, {{GRADE}}{{/HAS_GRADE}}</h2>
<blockquote class="app-passage__words app-text">{{TEXT:pre_escape}}</blockquote>
<ul class="nhsuk-list app-passage__facts">
{{#HAS_SECTION}}<li>About “{{SECTION_NAME}}”</li>
{{/HAS_SECTION}}{{#HAS_STANCE}}<li>{{STANCE}}</li>
{{/HAS_STANCE}}{{#HAS_GROUP}}<li>Speaks for: {{GROUP}}</li>
{{/HAS_GROUP}}<li><a href="/proposals/{{REF}}/responses/{{RESPONSE}}">Response {{RESPONSE}}</a></li>
</ul>
{{#APART}}<p>It came from a duplicate or a campaign, which are counted apart.</p>{{/APART}}
{{#REPLACED}}<p>The response was changed or withdrawn since: this passage does not count any more.</p>{{/REPLACED}}
{{#BESIDE}}<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">{{BESIDE_WORDS}}</span></summary>
<div class="nhsuk-details__text">
{{#POINT}}<h3 class="nhsuk-heading-xs">{{KIND}}{{#HAS_GRADE}}, {{GRADE}}{{/HAS_GRADE}}{{#HAS_SECTION}}, about “{{SECTION_NAME}}”{{/HAS_SECTION}}</h3>
<p class="app-text">{{TEXT:pre_escape}}</p>
{{/POINT}}</div>
</details>{{/BESIDE}}
</section>
