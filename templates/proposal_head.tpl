{{%AUTOESCAPE context="HTML"}}
<p class="app-trail"><span class="app-no-print"><a href="/proposals">Proposals</a> › </span><a href="/proposals/{{REF}}">{{PROPOSAL}}</a> <strong class="nhsuk-tag nhsuk-tag--{{STAND_COLOUR}}">{{STAND}}</strong></p>
