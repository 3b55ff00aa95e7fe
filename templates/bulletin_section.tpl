{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty app-no-print{{/NONE}}" aria-labelledby="bulletins">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="bulletins">Learning</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_WRITE}}<p class="app-section__add app-no-print"><a href="/bulletins/new?incident={{REF}}">Write a learning bulletin</a></p>{{/MAY_WRITE}}</div>
{{#BULLETIN_ROW}}<p><a href="/bulletins/{{SLUG}}">{{BULLETIN_TITLE}}</a> <strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong></p>
{{/BULLETIN_ROW}}
</section>
