{{%AUTOESCAPE context="HTML"}}
<div class="app-no-print"><a class="nhsuk-back-link" href="/p/{{SLUG}}">{{PROPOSAL}}</a></div>
<h1 class="nhsuk-heading-l">What you told us</h1>
{{#CHANGED}}<div class="nhsuk-inset-text"><p>These answers were changed meanwhile, perhaps on another device. This is what we have now.</p></div>
{{/CHANGED}}{{#IS_WITHDRAWN}}<div class="nhsuk-inset-text"><p>You withdrew what you told us. It is not counted.</p></div>
<p>To say something else, <a href="/p/{{SLUG}}">begin again on the page of the proposal</a>.</p>
{{/IS_WITHDRAWN}}{{#IS_SENT}}<p>Your reference is <strong>{{REF}}</strong>. This page is for whoever has its address: keep it to yourself.</p>
{{/IS_SENT}}{{#ANSWERED}}<section>
<h2 class="nhsuk-heading-m">Our answer to your question</h2>
<div class="app-text">{{ANSWER:pre_escape}}</div>
<p class="app-muted">{{AT}}</p>
</section>
{{/ANSWERED}}{{#IS_SENT}}<h2 class="nhsuk-heading-m">Your answers</h2>
{{/IS_SENT}}{{>SUMMARY}}
{{#MAY_CHANGE}}<p class="app-no-print">You can change or withdraw this until the end of {{CLOSES}}.</p>
<form class="app-no-print" method="post" action="/p/{{SLUG}}/mine/{{LINK_TOKEN}}/change" novalidate>
<input type="hidden" name="state" value="{{STATE}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button">Change my answers</button>
</form>
<form class="app-no-print" method="post" action="/p/{{SLUG}}/mine/{{LINK_TOKEN}}/withdraw" novalidate>
<input type="hidden" name="state" value="{{STATE}}">
<button class="nhsuk-button nhsuk-button--secondary" type="submit" data-module="nhsuk-button">Withdraw my answers</button>
</form>
{{/MAY_CHANGE}}{{#MAY_NOT_CHANGE}}<p>The proposal takes no more answers, so this cannot be changed here. If it must be, tell us: {{CONTACT}}</p>
{{/MAY_NOT_CHANGE}}
