{{%AUTOESCAPE context="HTML"}}
<form method="post" action="/s/{{SLUG}}/check" novalidate>
<input type="hidden" name="state" value="{{STATE}}" data-visit="{{MARK}}" data-step="{{STEP}}">
<button class="app-back-link" type="submit" name="go" value="back">Back</button>
<span class="nhsuk-caption-l">{{SURVEY}}</span>
<h1 class="nhsuk-heading-l">Check your answers before sending</h1>
<div class="nhsuk-inset-text app-hidden" data-visit-sent="notice">
<p>You have already sent these answers, and we have them. You do not need to send them again.</p>
</div>
{{>SUMMARY}}
<p>By sending your answers you agree that {{ASKED_BY}} may use them in the way that the first page of this survey describes.</p>
<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Send my answers</button>
</form>
