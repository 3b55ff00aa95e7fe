{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a> › <a href="/contracts/calendar">Calendar</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Your calendar address</h1>
<p>Calendar programs (Outlook, Google, Apple and others) can read the days of the calendar by a private address: “add a calendar from the internet”. They ask for it anew every few hours.</p>
<p>Whoever knows the address can read it. Do not pass it on. It shows what you may see at that moment, and stops when you are no contract reviewer any more. It never shows a review in which you have a conflict of interest.</p>
{{#LIVE}}<h2 class="nhsuk-heading-m">The address you have</h2>
<dl class="nhsuk-summary-list">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">In it</dt><dd class="nhsuk-summary-list__value">{{WHAT}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Made</dt><dd class="nhsuk-summary-list__value">{{MADE_ON}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Last read</dt><dd class="nhsuk-summary-list__value">{{USED}}</dd></div>
</dl>
<form method="post" action="/contracts/calendar/feed/revoke" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button nhsuk-button--secondary" type="submit">Revoke this address</button>
</form>
<h2 class="nhsuk-heading-m">Make a new one</h2>
<p>The address that you have stops working then.</p>{{/LIVE}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Make an address</button>
</form>
</div>
</div>
