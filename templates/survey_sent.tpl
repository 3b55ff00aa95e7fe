{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-panel" data-visit-end="sent">
<h1 class="nhsuk-panel__heading">Thank you</h1>
<div class="nhsuk-panel__body">We have your answers{{#REFERENCE_GIVEN}}<br>Your reference<br><strong>{{REFERENCE}}</strong>{{/REFERENCE_GIVEN}}</div>
</div>
{{#ALREADY}}
<div class="nhsuk-inset-text">
<p>You had already sent this form once. Your first answers stand; what you changed afterwards was not added. To say more, <a href="/s/{{SLUG}}">start again</a>.</p>
</div>
{{/ALREADY}}
<h2 class="nhsuk-heading-m">What happens next</h2>
{{#NEXT_GIVEN}}<p class="app-text">{{NEXT:pre_escape}}</p>{{/NEXT_GIVEN}}
{{#REFERENCE_GIVEN}}<p>The reference is your receipt: it says that we have your answers, and nothing of who you are.</p>{{/REFERENCE_GIVEN}}
<p>You can close this page. Thank you for helping {{ASKED_BY}}.</p>
<p><a href="/">Other open surveys</a></p>
