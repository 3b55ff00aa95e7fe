{{%AUTOESCAPE context="HTML"}}
<span class="nhsuk-caption-l">{{ASKED_BY}}</span>
<h1 class="nhsuk-heading-l">{{SURVEY}}</h1>
{{#WHY_GIVEN}}<p class="app-text">{{WHY:pre_escape}}</p>{{/WHY_GIVEN}}
<p>It takes about {{#ONE_MINUTE}}1 minute{{/ONE_MINUTE}}{{#MORE_MINUTES}}{{MINUTES}} minutes{{/MORE_MINUTES}}. You do not need an account.{{#CLOSES_GIVEN}} You can answer until {{CLOSES}}.{{/CLOSES_GIVEN}}</p>
<h2 class="nhsuk-heading-m">What happens to your answers</h2>
{{#OPEN_ANONYMOUS}}<p>Your answers are anonymous: we do not know, and do not store, who you are.</p>{{/OPEN_ANONYMOUS}}
{{#HAPPENS_GIVEN}}<p class="app-text">{{HAPPENS:pre_escape}}</p>{{/HAPPENS_GIVEN}}
{{#BEGIN}}<a class="nhsuk-button" href="/s/{{SLUG}}/1" role="button" data-visit-end="begin" draggable="false" data-module="nhsuk-button">Start now</a>{{/BEGIN}}
{{#RESUME}}
<form method="post" action="/s/{{SLUG}}/start" novalidate>
<input type="hidden" name="state" value="{{STATE}}" data-visit="{{MARK}}" data-step="{{STEP}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button">Continue</button>
</form>
{{/RESUME}}
