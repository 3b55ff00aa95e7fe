{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/submissions">Plans and bids</a> › <a href="/submissions/{{REF}}">{{TITLE}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{TITLE}}</span> Withdraw it?</h1>
<p>Nobody judges what was withdrawn. It stays in your list, as you sent it.{{#CLOSED}} <strong>The call has closed: you cannot send another one in its place.</strong>{{/CLOSED}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Withdraw it</button>
</form>
</div>
</div>
