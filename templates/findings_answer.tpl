{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/findings">Findings</a> › <a href="/findings/{{REF}}">{{TITLE}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{TITLE}}</span> Answer the findings</h1>
<p>Save as often as you like, until the end of {{DUE_ON}}. Once sent, the answer is final and part of the record.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>FIELD}}
<div class="app-result__links">
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="save" data-module="nhsuk-button" data-prevent-double-click="true">Save as a draft</button>
<button class="nhsuk-button" type="submit" name="go" value="send" data-module="nhsuk-button" data-prevent-double-click="true">Send the answer</button>
</div>
</form>
</div>
</div>
