{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">{{TITLE}}</h1>
<p>{{SENTENCE}}</p>
{{#RETRY}}
<p>What you typed has been kept. It is sent again when you choose Try again.</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#TYPED}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">
{{/TYPED}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button">Try again</button>
</form>
{{/RETRY}}
<p>If this goes on, tell us: {{CONTACT}}</p>
