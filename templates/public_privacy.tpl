{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">Privacy</h1>
{{>MARKDOWN}}
