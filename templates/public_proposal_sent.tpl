{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-panel" data-visit-end="sent">
<h1 class="nhsuk-panel__heading">Thank you</h1>
<div class="nhsuk-panel__body">We have your {{#CHANGED}}changed {{/CHANGED}}answers<br>Your reference<br><strong>{{REF}}</strong></div>
</div>
{{#ALREADY}}<div class="nhsuk-inset-text"><p>You had already sent this form once. Your first answers stand; what you changed afterwards was not added. You can change them with your private link.</p></div>
{{/ALREADY}}{{#HAS_LINK}}<h2 class="nhsuk-heading-m">Keep your private link</h2>
<p><a class="app-address" href="/p/{{SLUG}}/mine/{{LINK_TOKEN}}">{{ADDRESS}}</a></p>
<p>With it you can read your answers again, and change or withdraw them until the end of {{CLOSES}}. Copy it, or keep the page that it opens as a bookmark. Nobody can find it again for you. Whoever has it can do the same as you, so keep it to yourself.</p>
<p class="app-no-print">This page shows it for a day.</p>
{{/HAS_LINK}}{{#NO_LINK}}<p>Your private link is not shown here any more. Your answers are safe all the same.</p>
{{/NO_LINK}}{{#MAILED}}<p>We write to the email address that you left, and only about what you ticked. If you asked for a copy, it comes within some minutes.</p>
{{/MAILED}}<h2 class="nhsuk-heading-m">What happens next</h2>
<p>Every answer is read. Who decides: {{DECIDES}}{{#DECIDES_ON_GIVEN}}, on {{DECIDES_ON}}{{/DECIDES_ON_GIVEN}}. Afterwards the page of the proposal says what people told us, what we did, and why.</p>
<p class="app-no-print"><a href="/p/{{SLUG}}">{{PROPOSAL}}</a></p>
<p class="app-no-print"><a href="/p">Other proposals</a></p>
