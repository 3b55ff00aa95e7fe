{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-panel">
<h1 class="nhsuk-panel__heading">Report sent</h1>
<div class="nhsuk-panel__body">Your reference<br><strong>{{REF}}</strong></div>
</div>
{{#ALREADY}}<div class="nhsuk-inset-text"><p>You had already sent this form once. Your first report stands; what you changed afterwards was not added. You can add it with your code.</p></div>{{/ALREADY}}
{{#HAS_CODE}}
<h2 class="nhsuk-heading-m">Keep this code</h2>
<p class="app-code" id="code">{{CODE}}</p>
<p>Write it down, or take a photograph. With it you can see what came of your report, answer a question and add to it. We do not keep it, and nobody can find it again for you. Whoever has it can read the same as you, so keep it to yourself.</p>
<p class="app-no-print">This page shows it again for a day, in this browser only.</p>
{{/HAS_CODE}}
{{#NO_CODE}}<p>Your code is not shown here any more. If you did not keep it, nobody can find it again; your report is safe all the same.</p>{{/NO_CODE}}
<h2 class="nhsuk-heading-m">What happens next</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>Somebody at {{COMMISSIONER}} looks at your report by the end of <strong>{{DUE}}</strong>.</li>
<li>They may have a question, and cannot reach you. Come back in a week or two with your code.</li>
<li>What came of it is shown to you there. What can be learned is shared with every practice, with nobody recognisable.</li>
</ul>
<p class="app-no-print"><a href="/r/progress">See what came of a report</a></p>
<p class="app-no-print"><a href="/r/{{LINK_TOKEN}}">Report something else</a></p>
