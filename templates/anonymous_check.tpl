{{%AUTOESCAPE context="HTML"}}
<form method="post" action="/r/{{LINK_TOKEN}}/check" novalidate>
<input type="hidden" name="state" value="{{STATE}}">
<button class="app-default-button" type="submit" name="go" value="send" tabindex="-1" aria-hidden="true">Send report</button>
<button class="app-back-link" type="submit" name="go" value="back">Back</button>
{{#AGAIN}}<div class="nhsuk-error-summary" role="alert"><h2 class="nhsuk-error-summary__title">Your report was not sent</h2><p>Something on our side was in the way. Send it once more.</p></div>{{/AGAIN}}
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{PRACTICE}}, without a name</span> Check your report before you send it</h1>
{{>REPORT}}
<p>Nothing is stored until you send it. Afterwards it cannot be changed, but you can add to it with your code. {{COMMISSIONER}} looks at every report within 5 working days.</p>
<button class="nhsuk-button" type="submit" name="go" value="send" data-module="nhsuk-button" data-prevent-double-click="true">Send report</button>
{{>DETAILS}}
</form>
