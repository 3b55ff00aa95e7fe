{{%AUTOESCAPE context="HTML"}}
<section class="app-section" aria-labelledby="report">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="report">The report</h2></div>
{{>REPORT}}
</section>
