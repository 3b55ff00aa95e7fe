{{%AUTOESCAPE context="HTML"}}
<div class="app-no-print"><a class="nhsuk-back-link" href="/p">Proposals</a></div>
<h1 class="nhsuk-heading-xl">{{PROPOSAL}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STAND_COLOUR}}">{{STAND}}</strong>{{#UNTIL_GIVEN}} until the end of {{UNTIL}}{{/UNTIL_GIVEN}}</p>
{{#WITHDRAWN_GIVEN}}<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-s">We have withdrawn this proposal</h2>
<p class="app-text">{{WITHDRAWN:pre_escape}}</p>
</div>
{{/WITHDRAWN_GIVEN}}<p class="nhsuk-lede-text app-text">{{SUMMARY_TEXT:pre_escape}}</p>
{{#BEGIN}}<a class="nhsuk-button" href="/p/{{SLUG}}/answer/1" role="button" data-visit-end="begin" draggable="false" data-module="nhsuk-button">Give your views</a>
{{/BEGIN}}{{#BEGIN_FOR_GROUP}}<div class="nhsuk-inset-text"><p>With this link you answer for this group: <strong>{{GROUP}}</strong>. We do not see who in the group you are.</p></div>
<form id="begin" method="post" action="/p/{{SLUG}}/answer/start" novalidate>
<input type="hidden" name="state" value="{{STATE}}" data-visit="{{MARK}}" data-step="{{STEP}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button">Give your views</button>
</form>
{{/BEGIN_FOR_GROUP}}{{#RESUME}}<form method="post" action="/p/{{SLUG}}/answer/start" novalidate>
<input type="hidden" name="state" value="{{STATE}}" data-visit="{{MARK}}" data-step="{{STEP}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button">Go on with your answers</button>
</form>
{{/RESUME}}{{#BY_LINK_ALONE}}<div class="nhsuk-inset-text"><p>Here we ask some groups, and each was sent a link of its own. If you belong to one of them, please answer by that link.</p></div>
{{/BY_LINK_ALONE}}{{#IS_COMING}}<div class="nhsuk-inset-text"><p>You can answer from {{OPENS}}. Please come back then.</p></div>
{{/IS_COMING}}{{#IS_CLOSED}}<div class="nhsuk-inset-text"><p>It closed on {{CLOSES}} and takes no more answers. Thank you to everybody who answered.</p></div>
{{/IS_CLOSED}}{{#RESULTS_GIVEN}}<p><a href="/p/{{SLUG}}/results">What people told us</a></p>
{{/RESULTS_GIVEN}}{{#DECIDED}}<p><a href="/p/{{SLUG}}/decided">We asked, you said, we did: what came of it</a></p>
{{/DECIDED}}{{>PROPOSAL_BODY}}
<section class="app-no-print">
<h2 class="nhsuk-heading-l">Read it another way</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#TEXT_ROW}}<li>{{#IS_EASY}}Easy read: {{/IS_EASY}}<a href="/p/{{SLUG}}/text/{{CODE}}" lang="{{LANGUAGE}}" dir="{{DIRECTION}}">{{TEXT_TITLE}}</a></li>
{{/TEXT_ROW}}{{#DOCUMENT_ROW}}<li><a href="/p/{{SLUG}}/files/{{DOCUMENT}}">{{DOCUMENT_TITLE}}</a> ({{DOCUMENT_IS}})</li>
{{/DOCUMENT_ROW}}<li><a href="/p/{{SLUG}}/print">All on one page, to print</a></li>
</ul>
</section>
{{#BEGIN}}<a class="nhsuk-button app-no-print" href="/p/{{SLUG}}/answer/1" role="button" data-visit-end="begin" draggable="false" data-module="nhsuk-button">Give your views<span class="nhsuk-u-visually-hidden"> now that you have read it</span></a>
{{/BEGIN}}{{#BEGIN_FOR_GROUP}}<button class="nhsuk-button app-no-print" type="submit" form="begin" data-module="nhsuk-button">Give your views<span class="nhsuk-u-visually-hidden"> now that you have read it</span></button>
{{/BEGIN_FOR_GROUP}}
