{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{#BACK_LINK}}<p><a class="nhsuk-back-link" href="/reports">Back to reports</a></p>{{/BACK_LINK}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#BEGINS}}<input type="hidden" name="submission" value="{{SUBMISSION}}">{{/BEGINS}}
<button class="app-default-button" type="submit" name="go" value="on" tabindex="-1" aria-hidden="true">Continue</button>
{{#BACK_BUTTON}}<button class="app-back-link" type="submit" name="go" value="back">Back</button>{{/BACK_BUTTON}}
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{#HAS_REF}}<span class="nhsuk-caption-l">Report {{REF}}, draft</span> {{/HAS_REF}}{{HEADING}}</h1>
{{#HAS_INTRO}}<p>{{INTRO}}</p>{{/HAS_INTRO}}
{{#OPTIONAL}}<p>Answer what you can. None of this is needed.</p>{{/OPTIONAL}}
{{>FIELD}}
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Continue</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="later">Save and finish later</button>
</div>
</form>
{{>CANDOUR_MORE}}
</div>
</div>
