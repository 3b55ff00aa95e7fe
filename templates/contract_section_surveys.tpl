{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="surveys">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="surveys">Surveys</h2>{{#NONE}}<p class="app-section__none">None asks about this service</p>{{/NONE}}
{{#MAY_CHANGE}}<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/surveys">Choose surveys</a></p>{{/MAY_CHANGE}}</div>
<ul class="nhsuk-list app-facts">
{{#SURVEY}}<li>{{#OPENS}}<a href="/surveys/{{SLUG}}">{{SURVEY_TITLE}}</a>{{/OPENS}}{{#SHUT}}{{SURVEY_TITLE}}{{/SHUT}}</li>
{{/SURVEY}}
</ul>
</section>
