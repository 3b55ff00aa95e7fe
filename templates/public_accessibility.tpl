{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">Accessibility statement</h1>
{{>MARKDOWN}}
