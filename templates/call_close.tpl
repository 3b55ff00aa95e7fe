{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/calls">Plans and bids</a> › <a href="/calls/{{REF}}">{{CALL_TITLE}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#REFUSED}}<div class="nhsuk-warning-callout">
<h2 class="nhsuk-warning-callout__label">Not closed</h2>
<p>{{WHY}}</p>
</div>{{/REFUSED}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{CALL_TITLE}}</span> Close this call?</h1>
<p>Nothing more can be sent. Drafts stay readable for who wrote them. A call that was closed is not opened again.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Close the call</button>
</form>
</div>
</div>
