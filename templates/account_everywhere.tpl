{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Sign out everywhere</h1>
<p>This ends your sign-in in every browser, this one too. Do it when you have left a computer unlocked. If somebody may know your password, <a href="/account/password">change it</a> instead: that signs out the others as well.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Sign out everywhere</button>
</form>
<p><a href="/account">Back to my account</a></p>
</div>
</div>
