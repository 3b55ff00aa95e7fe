{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">This link does not work any more</h1>
<p>Links in our messages work once, and not for long. A newer message makes the links before it stop.</p>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>If you have used it already, <a href="/sign-in">sign in</a>.</li>
<li>If you were invited and have no password yet, ask whoever invited you for a new invitation.</li>
<li>If you have forgotten your password, <a href="/forgotten">ask for a new link</a>.</li>
<li>If you have lost your device, ask whoever looks after Soundings in your organisation.</li>
</ul>
<p>If a line break cut the link in your message, copy the whole of it into the address bar.</p>
</div>
</div>
