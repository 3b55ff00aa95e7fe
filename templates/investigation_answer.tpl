{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/investigations">Investigations</a> › <a href="/investigations/{{REF}}">{{SUBJECT}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{SUBJECT}}</span> Your answer</h1>
<div class="nhsuk-inset-text">
<h2 class="nhsuk-heading-s">What is asked</h2>
<div class="app-text">{{QUESTIONS:pre_escape}}</div>
</div>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>FIELD}}
<p>Your colleagues can read and change it until it is sent. {{ASKED_FOR}} reads it when you send it, and not before.</p>
<button class="nhsuk-button" type="submit" name="go" value="check" data-module="nhsuk-button" data-prevent-double-click="true">Save and check</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="save" data-module="nhsuk-button" data-prevent-double-click="true">Save and come back later</button>
</form>
</div>
</div>
