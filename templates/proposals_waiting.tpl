{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/proposals">Proposals</a></p>
<h1 class="nhsuk-heading-l">What waits in proposals</h1>
{{#NONE}}<p>Nothing waits.</p>{{/NONE}}
{{#PROPOSAL_ROW}}<h2 class="nhsuk-heading-s"><a href="/proposals/{{REF}}">{{TITLE}}</a></h2>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#QUESTIONS}}<li><a href="/proposals/{{REF}}/questions">{{WORDS}}</a></li>
{{/QUESTIONS}}{{#PASSAGES_WAIT}}<li><a href="/proposals/{{REF}}/code">{{WORDS}}</a></li>
{{/PASSAGES_WAIT}}{{#LATE}}<li><a href="/proposals/{{REF}}/outcomes">{{WORDS}}</a></li>
{{/LATE}}</ul>
{{/PROPOSAL_ROW}}
