{{%AUTOESCAPE context="HTML"}}
<form method="post"{{#VISIT_SURVEY}} action="/s/{{VISIT_SLUG}}/{{VISIT_PLACE}}"{{/VISIT_SURVEY}}{{#VISIT_PROPOSAL}} action="/p/{{VISIT_SLUG}}/answer/{{VISIT_PLACE}}"{{/VISIT_PROPOSAL}} novalidate>
<input type="hidden" name="state" value="{{STATE}}" data-visit="{{MARK}}" data-step="{{STEP}}">
<button class="app-back-link" type="submit" name="go" value="back">Back</button>
<span class="nhsuk-caption-l">{{SURVEY}}</span>
<h1 class="nhsuk-heading-l">Check your answers before sending</h1>
<div class="nhsuk-inset-text app-hidden" data-visit-sent="notice">
<p>You have already sent these answers, and we have them. You do not need to send them again.</p>
</div>
{{#NOTICE_GIVEN}}<div class="nhsuk-inset-text"><p>{{NOTICE}}</p></div>
{{/NOTICE_GIVEN}}{{>SUMMARY}}
<p>{{AGREES}}</p>
<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Send my answers</button>
</form>
