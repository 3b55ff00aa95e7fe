{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">We cannot find that report</h1>
<p>There is no report with this reference for you to see. A draft that was discarded is gone, and a draft is only for the person who writes it.</p>
<p><a href="/reports">Your practice’s reports</a></p>
