{{%AUTOESCAPE context="HTML"}}<div class="app-judge">
<div class="app-judge__body">
<div class="app-judge__form">
{{>FIELD}}
</div>
<div class="app-judge__evidence">
{{>EVIDENCE}}
</div>
</div>
</div>
