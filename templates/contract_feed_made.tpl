{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a> › <a href="/contracts/calendar">Calendar</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Your calendar address</h1>
<p>Copy it into your calendar program now. <strong>It is not shown again.</strong> When you lose it, make a new one.</p>
<p class="app-address">{{ADDRESS}}</p>
<p>Whoever knows the address can read your calendar. Do not pass it on.</p>
<p class="app-no-print"><a class="nhsuk-button" href="/contracts/calendar/feed">I have copied it</a></p>
</div>
</div>
