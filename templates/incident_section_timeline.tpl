{{%AUTOESCAPE context="HTML"}}
<section class="app-section" aria-labelledby="timeline">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="timeline">What has happened</h2></div>
{{>TIMELINE}}
</section>
