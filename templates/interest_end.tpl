{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/interests">Interests</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">End an interest</h1>
<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>{{ORGANISATION}}, {{KIND}}</p><p class="app-text">{{DESCRIPTION:pre_escape}}</p></div>
<p>It stays on the register for {{YEARS}} years after its last day. This cannot be undone.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">End it</button>
</form>
</div>
</div>
