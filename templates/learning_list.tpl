{{%AUTOESCAPE context="HTML"}}<h1 class="nhsuk-heading-xl">What we have learned</h1>
<p class="nhsuk-lede-text">General practices tell {{COMMISSIONER}} when something went wrong or could have, in the practice or in a service that we pay for. We find out why, and share what we learn.</p>
<p>Nobody is named here. Practices read more when they sign in.</p>
{{#EMPTY}}<p>Nothing has been published yet.</p>{{/EMPTY}}
{{#LIST}}
<ul class="nhsuk-list app-open-list">
{{#BULLETIN_ROW}}
<li>
<h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1"><a href="/learning/{{SLUG}}">{{BULLETIN_TITLE}}</a></h2>
<p>{{BULLETIN_SUMMARY}}<br><span class="app-muted">{{PUBLISHED}}</span></p>
</li>
{{/BULLETIN_ROW}}
</ul>
{{/LIST}}
{{>PAGER}}
<p class="app-no-print"><a href="/learning.atom">Follow what we learn with a feed reader (Atom)</a></p>
