{{%AUTOESCAPE context="HTML"}}
<form method="post"{{#VISIT_SURVEY}} action="/s/{{VISIT_SLUG}}/{{VISIT_PLACE}}"{{/VISIT_SURVEY}}{{#VISIT_PROPOSAL}} action="/p/{{VISIT_SLUG}}/answer/{{VISIT_PLACE}}"{{/VISIT_PROPOSAL}} novalidate>
<input type="hidden" name="state" value="{{STATE}}" data-visit="{{MARK}}" data-step="{{STEP}}">
<button class="app-default-button" type="submit" name="go" value="on" tabindex="-1" aria-hidden="true">Continue</button>
<button class="app-back-link" type="submit" name="go" value="back">Back</button>
{{>ERROR_SUMMARY}}
<span class="nhsuk-caption-l">{{CAPTION}}{{#PROGRESS}} <span class="app-together">(page {{NUMBER}} of {{OF}})</span>{{/PROGRESS}}</span>
{{#HEADING_GIVEN}}<h1 class="nhsuk-heading-l">{{HEADING}}</h1>{{/HEADING_GIVEN}}
{{#INTRO_GIVEN}}<p class="app-text">{{INTRO:pre_escape}}</p>{{/INTRO_GIVEN}}
{{>FIELD}}
{{#CONTINUE}}<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Continue</button>{{/CONTINUE}}
{{#SEND}}<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Send my answers</button>{{/SEND}}
</form>
