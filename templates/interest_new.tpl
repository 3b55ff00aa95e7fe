{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/interests">Interests</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Declare an interest</h1>
<p>It goes on the register, which is published, with your name. It stays as you declare it: if something of it changes, end it and declare it anew. It is shown for {{YEARS}} years after its end.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="token" value="{{TOKEN}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Declare</button>
</form>
</div>
</div>
