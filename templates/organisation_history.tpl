{{%AUTOESCAPE context="HTML"}}<section aria-labelledby="history">
<h2 class="nhsuk-heading-m" id="history">History</h2>
{{#NONE}}<p>Nothing was changed yet.</p>{{/NONE}}
<ul class="nhsuk-list app-facts">
{{#HISTORY}}<li>{{AT}}, {{WHO}}: {{ACTION}}{{#HAS_DETAIL}}<br><span class="app-muted app-text">{{DETAIL}}</span>{{/HAS_DETAIL}}</li>
{{/HISTORY}}
</ul>
</section>
