{{%AUTOESCAPE context="HTML"}}
{{! How the head of every page looks, on a page about it. }}
<div class="app-preview app-theme-{{COLOUR}}">
<div class="nhsuk-header{{#BRAND_BESIDE}} nhsuk-header--organisation{{/BRAND_BESIDE}}">
<div class="nhsuk-header__container app-preview__header">
<div class="nhsuk-header__service">
<span class="nhsuk-header__service-logo">
{{>BRAND}}
{{#BRAND_INSIDE}}<span class="nhsuk-header__service-name">Have your say</span>{{/BRAND_INSIDE}}
</span>
{{#BRAND_BESIDE}}<span class="nhsuk-header__service-name">Have your say</span>{{/BRAND_BESIDE}}
</div>
</div>
</div>
</div>
