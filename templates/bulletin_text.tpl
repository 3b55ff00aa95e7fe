{{%AUTOESCAPE context="HTML"}}<article class="app-bulletin">
<p class="app-bulletin__kind">Learning bulletin{{#IS_PUBLISHED}}, {{PUBLISHED}}{{/IS_PUBLISHED}}</p>
{{#AS_PAGE}}<h1 class="nhsuk-heading-l">{{BULLETIN_TITLE}}</h1>{{/AS_PAGE}}{{#AS_PART}}<h2 class="nhsuk-heading-l">{{BULLETIN_TITLE}}</h2>{{/AS_PART}}
<p class="nhsuk-lede-text">{{BULLETIN_SUMMARY}}</p>
{{#BULLETIN_THEMES}}<ul class="app-bulletin__themes" aria-label="Themes">
{{#BULLETIN_THEME}}<li><span class="nhsuk-tag nhsuk-tag--white">{{THEME}}</span></li>
{{/BULLETIN_THEME}}</ul>
{{/BULLETIN_THEMES}}{{>MARKDOWN}}
</article>
