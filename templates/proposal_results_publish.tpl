{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/results">Results</a></p>
<h1 class="nhsuk-heading-l">Publish the results</h1>
{{#STILL_OPEN}}<div class="nhsuk-inset-text"><p>People can answer until {{CLOSES}}. What comes later is not in what you publish now.</p></div>{{/STILL_OPEN}}
{{#IS_PUBLISHED}}<p>Everybody can read the results as they were on {{AT}}. Publish again to replace them by what is below.</p>{{/IS_PUBLISHED}}
{{#NOT_PUBLISHED}}<p>This is what everybody will read, on the page of the proposal.</p>{{/NOT_PUBLISHED}}
<ul class="nhsuk-list nhsuk-list--bullet">
	<li>Numbers from 1 to 4 are hidden, and others that would give them away.</li>
	{{#BEFORE}}<li>So are numbers that changed by 1 to 4 since they were published before: nobody can work out what a few people said by subtracting.</li>{{/BEFORE}}
	<li>Words are shown that you chose to quote and that their writers let us publish; names where they let us.</li>
	<li>Themes, campaigns and groups are shown by their names.</li>
</ul>
<p class="app-no-print"><a href="/help/proposals#results">What is published, and what is hidden</a></p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nhsuk-button" type="submit" name="do" value="publish" data-module="nhsuk-button" data-prevent-double-click="true">{{#IS_PUBLISHED}}Publish again{{/IS_PUBLISHED}}{{#NOT_PUBLISHED}}Publish{{/NOT_PUBLISHED}}</button>
{{#IS_PUBLISHED}}<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="do" value="unpublish">Stop publishing</button>{{/IS_PUBLISHED}}
</form>
<h2 class="nhsuk-heading-m">What everybody will read</h2>
{{>RESULTS}}
