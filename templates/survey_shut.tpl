{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">{{TITLE}}</h1>
{{#NOT_YET}}<p>&#8220;{{SURVEY}}&#8221; opens on {{DATE}}. Please come back then.</p>{{/NOT_YET}}
{{#CLOSED}}<p>&#8220;{{SURVEY}}&#8221; closed on {{DATE}} and takes no more answers. Thank you for wanting to help.</p>{{/CLOSED}}
<p><a href="/">See what is open now</a></p>
