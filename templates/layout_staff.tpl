{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{{#TITLE_ERROR}}Error: {{/TITLE_ERROR}}{{TITLE}} – Soundings</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="{{THEME_COLOUR}}">
<link rel="stylesheet" href="/static/soundings.css">
{{#BRAND_ICON}}<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">{{/BRAND_ICON}}
<script src="/static/soundings.mjs" type="module"></script>
</head>
<body class="app-theme-{{COLOUR}}">
<a class="nhsuk-skip-link" href="#maincontent">Skip to main content</a>
<header class="nhsuk-header{{#BRAND_BESIDE}} nhsuk-header--organisation{{/BRAND_BESIDE}} app-header" role="banner" data-module="nhsuk-header">
<div class="nhsuk-header__container nhsuk-width-container app-width-staff">
<div class="nhsuk-header__service">
<a class="nhsuk-header__service-logo" href="/" aria-label="{{BRAND_LABEL}} Soundings home">
{{>BRAND}}
{{#BRAND_INSIDE}}<span class="nhsuk-header__service-name">Soundings</span>{{/BRAND_INSIDE}}
</a>
{{#BRAND_BESIDE}}<span class="nhsuk-header__service-name">Soundings</span>{{/BRAND_BESIDE}}
</div>
{{#SIGNED_IN}}
<nav class="nhsuk-header__account" aria-label="Account">
<ul class="nhsuk-header__account-list">
<li class="nhsuk-header__account-item"><span><a class="app-header__account-name" href="/account">{{PERSON}}<span class="nhsuk-u-visually-hidden">: my account</span></a>, for {{ORGANISATION}}{{#ONE_ROLE}} as {{ROLE}} only{{/ONE_ROLE}}</span></li>
{{#MAY_CHOOSE}}<li class="nhsuk-header__account-item"><a class="nhsuk-header__account-link" href="/acting">Change<span class="nhsuk-u-visually-hidden"> for whom you act</span></a></li>{{/MAY_CHOOSE}}
<li class="nhsuk-header__account-item">
<form class="nhsuk-header__account-form" method="post" action="/sign-out" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-header__account-button" type="submit">Sign out</button>
</form>
</li>
</ul>
</nav>
{{/SIGNED_IN}}
</div>
{{#SIGNED_IN}}
<nav class="nhsuk-header__navigation" aria-label="Menu">
<div class="nhsuk-header__navigation-container nhsuk-width-container app-width-staff">
<ul class="nhsuk-header__navigation-list">
{{#MENU_ITEM}}<li class="nhsuk-header__navigation-item"><a class="nhsuk-header__navigation-link" href="{{MENU_PATH}}"{{#MENU_CURRENT}} aria-current="true"{{/MENU_CURRENT}}>{{MENU_LABEL}}</a></li>
{{/MENU_ITEM}}
<li class="nhsuk-header__menu" hidden><button class="nhsuk-header__menu-toggle nhsuk-header__navigation-link" id="toggle-menu" type="button" aria-expanded="false"><span class="nhsuk-u-visually-hidden">Browse </span>More</button></li>
</ul>
</div>
</nav>
{{/SIGNED_IN}}
</header>
<div class="nhsuk-width-container app-width-staff">
<main class="nhsuk-main-wrapper nhsuk-main-wrapper--s" id="maincontent" tabindex="-1">
{{#FLASH}}
<div class="nhsuk-notification-banner nhsuk-notification-banner--success" role="alert" aria-labelledby="banner-title">
<div class="nhsuk-notification-banner__header"><h2 class="nhsuk-notification-banner__title" id="banner-title">Done</h2></div>
<div class="nhsuk-notification-banner__content"><p class="nhsuk-notification-banner__heading">{{SENTENCE}}</p></div>
</div>
{{/FLASH}}
{{#NOTICE}}
<div class="nhsuk-notification-banner" role="region" aria-labelledby="notice-title">
<div class="nhsuk-notification-banner__header"><h2 class="nhsuk-notification-banner__title" id="notice-title">Important</h2></div>
<div class="nhsuk-notification-banner__content"><p class="nhsuk-notification-banner__heading">{{SENTENCE}}</p></div>
</div>
{{/NOTICE}}
{{>CONTENT}}
</main>
</div>
<footer class="nhsuk-footer" role="contentinfo">
<div class="nhsuk-width-container app-width-staff">
<div class="nhsuk-footer__meta">
<h2 class="nhsuk-u-visually-hidden">Support links</h2>
<ul class="nhsuk-footer__list">
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/accessibility">Accessibility</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/privacy">Privacy</a></li>
</ul>
<p class="nhsuk-body-s">{{COMMISSIONER}}</p>
</div>
</div>
</footer>
</body>
</html>
