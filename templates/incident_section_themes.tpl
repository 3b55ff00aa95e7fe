{{%AUTOESCAPE context="HTML"}}
<section class="app-section app-section--empty" aria-labelledby="themes">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="themes">Themes</h2><p class="app-section__none">{{#NONE}}None yet{{/NONE}}{{#THEME_ROW}}<span class="nhsuk-tag nhsuk-tag--white">{{NAME}}</span> {{/THEME_ROW}}</p>
{{#MAY_CHANGE}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/themes">Choose themes</a></p>{{/MAY_CHANGE}}</div>
</section>
