{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="app-default-button" type="submit" name="go" value="on" tabindex="-1" aria-hidden="true">Continue</button>
<button class="app-back-link" type="submit" name="go" value="back">Back</button>
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Report {{REF}}, draft</span> {{HEADING}}</h1>
<p>Never a name, a date of birth or a number. Everything below the harm is optional.</p>
{{>FIELD}}
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Continue</button>
{{#MAY_REMOVE}}<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="remove">Remove this person</button>{{/MAY_REMOVE}}
</div>
</form>
</div>
</div>
