{{%AUTOESCAPE context="HTML"}}<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{TITLE}}</span> {{#FIRST}}Declare your interests first{{/FIRST}}{{#LATER}}Declare a conflict of interest{{/LATER}}</h1>
<p>What is judged is {{#OF_CONTRACT}}contract {{JUDGED}} with {{/OF_CONTRACT}}<strong>{{ORGANISATION}}</strong>.</p>
{{#FIRST}}<p>Nothing else of this review can be seen before you have declared, for this review, whether you have an interest.</p>{{/FIRST}}
{{#LATER}}<p>You declared on {{DAY}} that you have no interest in it. If that is not so any more, or you have found out since, declare it now. <a href="/reviews/{{REF}}">Back to the review</a></p>{{/LATER}}
<p>An interest is a conflict when somebody who knows of it could fairly ask whether you judge for the public’s good alone. If in doubt, declare it.</p>
<details class="nhsuk-details" data-module="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What the four kinds mean, and what happens next</span></summary>
<div class="nhsuk-details__text">
<dl>
<dt><strong>Financial</strong></dt><dd>You may gain or lose money by the decision: a job, shares, a contract, a fee, a grant.</dd>
<dt><strong>Non-financial professional</strong></dt><dd>It may help your career or standing: an unpaid role with them, advising them, research with them.</dd>
<dt><strong>Non-financial personal</strong></dt><dd>It may benefit you otherwise: you are a trustee, a volunteer or a user there, or have campaigned for or against them.</dd>
<dt><strong>Indirect</strong></dt><dd>Somebody close to you has one of these: a partner, family, a friend, a business partner.</dd>
</dl>
<p>With <strong>no interest</strong> you go on to the review. A later one can be declared at any time.</p>
<p>With <strong>an interest</strong> you take no part: from the moment you declare it the review is not there for you, on no page, in no file, list, export or search, and scores of yours do not count. The review’s history says that you declared a conflict, and not what it is. Those who work on it can read what it is, and lift the declaration if it was a mistake; you cannot do that yourself.</p>
</div>
</details>
{{#STANDING}}
<h2 class="nhsuk-heading-m">What you have on the register</h2>
<ul class="nhsuk-list app-standing">
{{#INTEREST_ROW}}<li><strong>{{ORGANISATION}}</strong>{{#HERE}} <strong class="nhsuk-tag nhsuk-tag--orange">This organisation</strong>{{/HERE}}<br>{{KIND}}: <span class="app-text">{{DESCRIPTION:pre_escape}}</span><br><a href="/reviews/{{REF}}/declare?interest={{INTEREST}}#kind">Declare this one<span class="nhsuk-u-visually-hidden">: {{ORGANISATION}}, {{DESCRIPTION}}</span></a></li>
{{/INTEREST_ROW}}
</ul>
{{/STANDING}}
{{#NONE}}<p>You have nothing on the standing register of interests.</p>{{/NONE}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="interest" value="{{INTEREST}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Declare</button>
</form>
</div>
</div>
