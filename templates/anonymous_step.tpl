{{%AUTOESCAPE context="HTML"}}
<form method="post" action="/r/{{LINK_TOKEN}}/{{STEP}}" novalidate>
<input type="hidden" name="state" value="{{STATE}}">
<button class="app-default-button" type="submit" name="go" value="on" tabindex="-1" aria-hidden="true">Continue</button>
<button class="app-back-link" type="submit" name="go" value="back">Back</button>
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{PRACTICE}}, without a name</span> {{HEADING}}</h1>
{{#HAS_INTRO}}<p>{{INTRO}}</p>{{/HAS_INTRO}}
{{#OPTIONAL}}<p>Answer what you can. None of this is needed.</p>{{/OPTIONAL}}
{{>FIELD}}
<button class="nhsuk-button" type="submit" name="go" value="on" data-module="nhsuk-button" data-prevent-double-click="true">Continue</button>
</form>
{{>CANDOUR_MORE}}
