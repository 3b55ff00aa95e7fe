{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">You were signed out before this was sent</h1>
<p>Nothing has been done yet. You can still do it.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#TYPED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">
{{/TYPED}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button">Do it now</button>
</form>
<p><a href="/">Do not do it, go to My work</a></p>
</div>
</div>
