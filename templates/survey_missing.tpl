{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">{{TITLE}}</h1>
<p>If you typed the address, check that it is right, or scan the code again.</p>
<p>If you followed a link, the survey may have been moved or ended.</p>
<p><a href="/">See what is open now</a></p>
