{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/bulletins">Learning bulletins</a> › <a href="/bulletins/{{SLUG}}">{{BULLETIN_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Withdraw the bulletin</h1>
{{#WAS_PUBLISHED}}<p>Nobody can read it any more, but those who look after bulletins and the auditor. Practices that have read it are told by email. To correct something, write a corrected version instead: it takes the place of this one when it is approved.</p>{{/WAS_PUBLISHED}}{{#NEVER_PUBLISHED}}<p>It was never published. It leaves the drafts for good; nothing is deleted.</p>{{/NEVER_PUBLISHED}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD}}
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Withdraw</button>
</form>
</div>
</div>
