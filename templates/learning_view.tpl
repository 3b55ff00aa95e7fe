{{%AUTOESCAPE context="HTML"}}<div class="app-no-print"><a class="nhsuk-back-link" href="/learning">What we have learned</a></div>
{{>BULLETIN}}
