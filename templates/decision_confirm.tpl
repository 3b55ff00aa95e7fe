{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/reviews">Reviews</a> › <a href="/reviews/{{REF}}">{{REF}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{ORGANISATION}}: {{TITLE}}</span> Confirm the decision</h1>
<h2 class="nhsuk-heading-m">What the panel decided</h2>
{{>DECISION}}
{{#RETURNS_ONLY}}<p>{{WHY}}. You can return it to the panel: nothing takes effect, and the panel decides again.</p>
{{/RETURNS_ONLY}}{{#OWN}}<p>You wrote this decision down, so somebody else who was there confirms or returns it.</p>
{{/OWN}}{{#NOT_OWN}}<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="decision" value="{{DECISION_REF}}">
{{#RETURNS}}<input type="hidden" name="answer" value="return">
{{/RETURNS}}{{/NOT_OWN}}{{>DECISION_FIELDS}}{{#NOT_OWN}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">{{#EITHER}}Send{{/EITHER}}{{#RETURNS}}Return it to the panel{{/RETURNS}}</button>
</form>{{/NOT_OWN}}
</div>
</div>
