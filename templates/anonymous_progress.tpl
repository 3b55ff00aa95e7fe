{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">See what came of your report</h1>
<p>For a report that was sent without a name. You were shown a code when you sent it. If you have lost it, nobody can find it again.</p>
<form method="post" action="/r/progress" autocomplete="off" novalidate>
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button">Continue</button>
</form>
