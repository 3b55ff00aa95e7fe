{{%AUTOESCAPE context="HTML"}}
<section aria-labelledby="add">
<h2 class="nhsuk-heading-m" id="add">Add a theme</h2>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Add</button>
</form>
</section>
