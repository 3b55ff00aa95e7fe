{{%AUTOESCAPE context="HTML"}}
<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="files">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="files">Files</h2>{{#NONE}}<p class="app-section__none">None yet</p>{{/NONE}}
{{#MAY_CHANGE}}<p class="app-section__add app-no-print"><a href="/incidents/{{REF}}/files">Add a file</a></p>{{/MAY_CHANGE}}</div>
{{>FILES}}
</section>
