{{%AUTOESCAPE context="HTML"}}
<span class="nhsuk-caption-l">{{PRACTICE}}</span>
<h1 class="nhsuk-heading-l">Report something without your name</h1>
<p>For people who work at {{PRACTICE}}. Report what went wrong, what might go wrong, or what went well. It takes about 3 minutes, and you do not sign in.</p>
<h2 class="nhsuk-heading-m">What this means</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>We do not ask who you are. We keep no name, no internet address, nothing about your device, and no cookie.</li>
<li>We keep that the report came by the link of {{PRACTICE}}, and the day you sent it, not the time of day.</li>
<li>It goes to the incident managers at {{COMMISSIONER}}. Your colleagues and your practice manager cannot open it. It is counted in figures about your practice, which hide small numbers.</li>
<li>What you write may show who you are: what happened, when, and how you tell it. In a small practice few people may have seen it. Write only what you are content for others to know.</li>
<li>If we have a question, we cannot reach you. When you have sent your report you get a code: come back with it to see what came of your report, and whether we ask anything. Without the code nobody can find out, you included.</li>
<li>You cannot add files.</li>
</ul>
<p>On a shared computer, the browser may remember that you opened this page. Close the window when you have finished, or use your own telephone.</p>
<p>Would you rather hear from us? Sign in and report with your name: you choose who may be told it.</p>
{{#BEGIN}}<a class="nhsuk-button" href="/r/{{LINK_TOKEN}}/what" role="button" draggable="false" data-module="nhsuk-button">Start now</a>{{/BEGIN}}
{{#RESUME}}
<form method="post" action="/r/{{LINK_TOKEN}}/start" novalidate>
<input type="hidden" name="state" value="{{STATE}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button">Continue</button>
</form>
{{/RESUME}}
<p><a href="/r/progress">I have a code, and want to see what came of my report</a></p>
