{{%AUTOESCAPE context="HTML"}}
{{#SHOWN}}<section class="app-section" aria-labelledby="retention">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="retention">How long it is kept</h2>
{{#MAY_HOLD}}<p class="app-section__add app-no-print"><a href="/retention/holds/{{REF}}">Keep it for longer</a></p>{{/MAY_HOLD}}{{#MAY_LIFT}}<p class="app-section__add app-no-print"><a href="/retention/holds/{{REF}}/lift">Lift the hold</a></p>{{/MAY_LIFT}}</div>
<p>{{#IS_DUE}}Until {{DUE_DAY}}, as things stand; then two administrators may decide to destroy it.{{/IS_DUE}}{{#NOT_DUE}}{{RULE}} Its years have not begun.{{/NOT_DUE}}</p>
{{#HELD}}<p>It is held {{UNTIL}}, by {{WHO}} since {{AT}}: <span class="app-text">{{WHY}}</span></p>{{/HELD}}
</section>{{/SHOWN}}
