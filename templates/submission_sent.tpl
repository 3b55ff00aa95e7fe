{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<div class="nhsuk-panel">
<h1 class="nhsuk-panel__heading">{{KIND}} sent</h1>
<div class="nhsuk-panel__body">Your reference<br><strong>{{REF}}</strong></div>
</div>
<p>“{{TITLE}}” was sent on {{AT}}.</p>
<h2 class="nhsuk-heading-m">What happens next</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>{{COMMISSIONER}} reads it, and people without an interest in it judge it by the same criteria as all others.</li>
<li>A panel decides. You find the outcome, with its conditions, on its own page here.</li>
</ul>
<p class="app-no-print"><a href="/submissions/{{REF}}">See, print or withdraw what you sent</a></p>
<p class="app-no-print"><a href="/submissions">Plans and bids</a></p>
</div>
</div>
