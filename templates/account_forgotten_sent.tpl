{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Look for our message</h1>
<p>If there is an account for that email address, a message with a link is on its way. It can take a few minutes, and it may be in your junk folder.</p>
<p>The link works for {{MINUTES}} minutes. If you ask again soon, the link you have stays the right one.</p>
<p>If nothing comes, check that the address was right, or ask whoever looks after Soundings in your organisation.</p>
<p><a href="/sign-in">Back to sign in</a></p>
</div>
</div>
