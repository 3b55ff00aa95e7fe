{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{{#TITLE_ERROR}}Error: {{/TITLE_ERROR}}{{TITLE}} – {{SITE}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="{{THEME_COLOUR}}">
<link rel="stylesheet" href="/static/soundings.css">
{{#BRAND_ICON}}<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">{{/BRAND_ICON}}
<script src="/static/soundings.mjs" type="module"></script>
</head>
<body class="app-theme-{{COLOUR}}">
<a class="nhsuk-skip-link" href="#maincontent">Skip to main content</a>
<header class="nhsuk-header{{#BRAND_BESIDE}} nhsuk-header--organisation{{/BRAND_BESIDE}}" role="banner">
<div class="nhsuk-header__container nhsuk-width-container">
<div class="nhsuk-header__service">
<a class="nhsuk-header__service-logo" href="/" aria-label="{{BRAND_LABEL}} Have your say home">
{{>BRAND}}
{{#BRAND_INSIDE}}<span class="nhsuk-header__service-name">Have your say</span>{{/BRAND_INSIDE}}
</a>
{{#BRAND_BESIDE}}<span class="nhsuk-header__service-name">Have your say</span>{{/BRAND_BESIDE}}
</div>
</div>
</header>
<div class="nhsuk-width-container">
<main class="nhsuk-main-wrapper" id="maincontent" tabindex="-1">
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-{{#WIDE}}full{{/WIDE}}{{#COLUMN}}two-thirds{{/COLUMN}}">
{{>CONTENT}}
</div>
</div>
</main>
</div>
<footer class="nhsuk-footer" role="contentinfo">
<div class="nhsuk-width-container">
<div class="nhsuk-footer__meta">
<h2 class="nhsuk-u-visually-hidden">Support links</h2>
<ul class="nhsuk-footer__list">
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/">Open surveys</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/p">Proposals</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/learning">What we have learned</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/contracts">Contracts and grants</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/interests">Register of interests</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/accessibility">Accessibility</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/privacy">Privacy</a></li>
</ul>
<p class="nhsuk-body-s">{{COMMISSIONER}}</p>
</div>
</div>
</footer>
</body>
</html>
