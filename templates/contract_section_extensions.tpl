{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="extensions">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="extensions">Extensions</h2>{{#NONE}}<p class="app-section__none">None possible</p>{{/NONE}}
{{#MAY_CHANGE}}<p class="app-section__add app-no-print"><a href="/contracts/{{REF}}/extensions/new">Add a possible extension</a></p>{{/MAY_CHANGE}}</div>
{{#LIST}}<ul class="nhsuk-list app-facts">
{{#EXTENSION}}<li>Until {{UNTIL}} <strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#CHANGES}} <span class="app-no-print"><a class="app-member" href="/contracts/{{REF}}/extensions/{{EXTENSION_REF}}/take">Take it<span class="nhsuk-u-visually-hidden">: until {{UNTIL}}</span></a><a class="app-member" href="/contracts/{{REF}}/extensions/{{EXTENSION_REF}}/lapse">It lapses<span class="nhsuk-u-visually-hidden">: until {{UNTIL}}</span></a></span>{{/CHANGES}}</li>
{{/EXTENSION}}
</ul>{{/LIST}}
</section>
