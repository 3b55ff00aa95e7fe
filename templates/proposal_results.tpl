{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">Results</h1>
{{>PROPOSAL_NAV}}
<p class="app-result__base">As of {{TODAY}}. {{#IS_PUBLISHED}}Published as they were on {{AT}}.{{/IS_PUBLISHED}}{{#NOT_PUBLISHED}}Not published.{{/NOT_PUBLISHED}}</p>
<p class="app-result__links app-no-print">{{#MAY_CHANGE}}<a href="/proposals/{{REF}}/results/publish">Publish these results</a> {{/MAY_CHANGE}}<a href="/proposals/{{REF}}/results.csv">Download (CSV)</a> <a href="/proposals/{{REF}}/results.xlsx">Download (XLSX)</a></p>
{{>RESULTS}}
