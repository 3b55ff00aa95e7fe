{{%AUTOESCAPE context="HTML"}}
<form method="post" action="/r/{{LINK_TOKEN}}/person-{{NUMBER}}" novalidate>
<input type="hidden" name="state" value="{{STATE}}">
<button class="app-default-button" type="submit" name="go" value="on" tabindex="-1" aria-hidden="true">Continue</button>
<button class="app-back-link" type="submit" name="go" value="back">Back</button>
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{PRACTICE}}, without a name</span> {{HEADING}}</h1>
<p>Never a name, a date of birth or a number. Everything below the harm is optional.</p>
{{>FIELD}}
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Continue</button>
{{#MAY_REMOVE}}<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="remove">Remove this person</button>{{/MAY_REMOVE}}
</div>
</form>
