{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">Accessibility statement</h1>
<p>This statement is about the surveys and staff pages of {{COMMISSIONER}} on this site.</p>
<p>We want as many people as possible to be able to use them. You should be able to:</p>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>change colours, contrast and fonts with your browser or device</li>
<li>zoom in up to 400% without the text spilling off the screen</li>
<li>use every page with a keyboard alone, or with speech recognition</li>
<li>listen to every page with a screen reader</li>
<li>answer a survey with JavaScript switched off</li>
</ul>
<h2 class="nhsuk-heading-m">How accessible this site is</h2>
<p>The site is built to the Web Content Accessibility Guidelines version 2.2, level AA, from the NHS design system. Each page is checked by an automated tool whenever the software changes. It has not yet been checked by people who use assistive technology every day.</p>
<h2 class="nhsuk-heading-m">Tell us about a problem, or ask for another format</h2>
<p>Write to {{CONTACT}}. Say if you need the questions on paper, in large print or in easy read, or would rather answer by telephone.</p>
<h2 class="nhsuk-heading-m">Enforcement</h2>
<p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how we answer, contact the Equality Advisory and Support Service.</p>
