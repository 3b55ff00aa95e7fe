{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-xl">Proposals</h1>
<p class="nhsuk-lede-text">Before we change a service we say what we propose and ask what you think. Afterwards we tell you what people said, and what we did because of it.</p>
<form method="get" action="/p" role="search" class="app-no-print" novalidate>
<div class="nhsuk-form-group">
<label class="nhsuk-label" for="q">Search proposals</label>
<input class="nhsuk-input nhsuk-input--width-20" id="q" name="q" type="search" value="{{QUERY}}">
</div>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" data-module="nhsuk-button">Search</button>
</form>
{{#EMPTY}}<p>There are no proposals yet.</p>
{{/EMPTY}}{{#NOTHING_FOUND}}<p>No proposal has all these words in its title or summary. <a href="/p">See all proposals</a></p>
{{/NOTHING_FOUND}}{{#STANDING}}<h2 class="nhsuk-heading-l">{{HEADING}}</h2>
<ul class="nhsuk-list app-open-list">
{{#PROPOSAL_ROW}}<li>
<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1"><a href="/p/{{SLUG}}">{{PROPOSAL}}</a></h3>
<p>{{SUMMARY_TEXT}}<br><span class="app-muted">{{#IS_OPEN}}Open until {{CLOSES}}{{/IS_OPEN}}{{#IS_COMING}}Opens on {{OPENS}}{{/IS_COMING}}{{#IS_CLOSED}}Closed on {{CLOSES}}{{/IS_CLOSED}}{{#IS_WITHDRAWN}}Withdrawn{{/IS_WITHDRAWN}}</span>{{#TOLD}}<br><a href="/p/{{SLUG}}/decided">What came of it<span class="nhsuk-u-visually-hidden">: {{PROPOSAL}}</span></a>{{/TOLD}}</p>
</li>
{{/PROPOSAL_ROW}}</ul>
{{/STANDING}}{{>PAGER}}
<p class="app-no-print"><a href="/p.atom">Follow our proposals with a feed reader (Atom)</a></p>
