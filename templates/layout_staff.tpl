{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{{#TITLE_ERROR}}Error: {{/TITLE_ERROR}}{{TITLE}} – Soundings</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#005eb8">
<link rel="stylesheet" href="/static/soundings.css">
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<script src="/static/soundings.mjs" type="module"></script>
</head>
<body>
<a class="nhsuk-skip-link" href="#maincontent">Skip to main content</a>
<header class="nhsuk-header app-header" role="banner" data-module="nhsuk-header">
<div class="nhsuk-header__container nhsuk-width-container">
<div class="nhsuk-header__service">
<a class="nhsuk-header__service-logo" href="/" aria-label="NHS Soundings home">
<svg class="nhsuk-header__logo" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" height="40" width="100" focusable="false" role="img" aria-label="NHS">
<title>NHS</title>
<path fill="currentcolor" d="M200 0v80H0V0h200Zm-27.5 5.5c-14.5 0-29 5-29 22 0 10.2 7.7 13.5 14.7 16.3l.7.3c5.4 2 10.1 3.9 10.1 8.4 0 6.5-8.5 7.5-14 7.5s-12.5-1.5-16-3.5L135 70c5.5 2 13.5 3.5 20 3.5 15.5 0 32-4.5 32-22.5 0-19.5-25.5-16.5-25.5-25.5 0-5.5 5.5-6.5 12.5-6.5a35 35 0 0 1 14.5 3l4-13.5c-4.5-2-12-3-20-3Zm-131 2h-22l-14 65H22l9-45h.5l13.5 45h21.5l14-65H64l-9 45h-.5l-13-45Zm63 0h-18l-13 65h17l6-28H117l-5.5 28H129l13.5-65H125L119.5 32h-20l5-24.5Z"/>
</svg>
<span class="nhsuk-header__service-name">Soundings</span>
</a>
</div>
{{#SIGNED_IN}}
<nav class="nhsuk-header__account" aria-label="Account">
<ul class="nhsuk-header__account-list">
<li class="nhsuk-header__account-item"><a class="nhsuk-header__account-link" href="/account">{{PERSON}}<span class="nhsuk-u-visually-hidden">: my account</span></a>, for {{ORGANISATION}}{{#ONE_ROLE}} as {{ROLE}} only{{/ONE_ROLE}}</li>
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
<div class="nhsuk-header__navigation-container nhsuk-width-container">
<ul class="nhsuk-header__navigation-list">
{{#MENU_ITEM}}<li class="nhsuk-header__navigation-item"><a class="nhsuk-header__navigation-link" href="{{MENU_PATH}}"{{#MENU_CURRENT}} aria-current="true"{{/MENU_CURRENT}}>{{MENU_LABEL}}</a></li>
{{/MENU_ITEM}}
<li class="nhsuk-header__menu" hidden><button class="nhsuk-header__menu-toggle nhsuk-header__navigation-link" id="toggle-menu" type="button" aria-expanded="false"><span class="nhsuk-u-visually-hidden">Browse </span>More</button></li>
</ul>
</div>
</nav>
{{/SIGNED_IN}}
</header>
<div class="nhsuk-width-container">
<main class="nhsuk-main-wrapper nhsuk-main-wrapper--s" id="maincontent" tabindex="-1">
{{#FLASH}}
<div class="nhsuk-notification-banner nhsuk-notification-banner--success" role="alert" aria-labelledby="banner-title">
<div class="nhsuk-notification-banner__header"><h2 class="nhsuk-notification-banner__title" id="banner-title">Done</h2></div>
<div class="nhsuk-notification-banner__content"><p class="nhsuk-notification-banner__heading">{{SENTENCE}}</p></div>
</div>
{{/FLASH}}
{{>CONTENT}}
</main>
</div>
<footer class="nhsuk-footer" role="contentinfo">
<div class="nhsuk-width-container">
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
