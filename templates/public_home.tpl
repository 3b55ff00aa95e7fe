{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-xl">Have your say</h1>
<p class="nhsuk-lede-text">{{COMMISSIONER}} and the services it pays for want to hear from you. You do not need an account, and you choose what to answer.</p>
{{#PROPOSALS}}
<h2 class="nhsuk-heading-l">Proposals</h2>
<ul class="nhsuk-list app-open-list">
{{#PROPOSAL_ROW}}
<li>
<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1"><a href="/p/{{SLUG}}">{{PROPOSAL}}</a></h3>
<p>Open until {{CLOSES}}</p>
</li>
{{/PROPOSAL_ROW}}
<li><a href="/p">All proposals, and what came of them</a></li>
</ul>
{{/PROPOSALS}}
{{#LIST}}
<h2 class="nhsuk-heading-l">Open now</h2>
<ul class="nhsuk-list app-open-list">
{{#SURVEY_ROW}}
<li>
<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1"><a href="/s/{{SLUG}}">{{SURVEY}}</a></h3>
<p>Asked by {{ASKED_BY}}{{#CLOSES_GIVEN}}. Open until {{CLOSES}}{{/CLOSES_GIVEN}}</p>
</li>
{{/SURVEY_ROW}}
</ul>
{{/LIST}}
{{#EMPTY}}
<p>No survey is open to everybody at the moment. If you were sent a link, use that link.</p>
{{/EMPTY}}
{{#REGISTERED}}
<h2 class="nhsuk-heading-l">Contracts and grants</h2>
<p>See what we pay voluntary organisations for, how much, and <a href="/contracts">what we decided when we reviewed it</a>. Who decides with us has declared their interests in the <a href="/interests">register of interests</a>.</p>
{{/REGISTERED}}
{{#LEARNED}}
<h2 class="nhsuk-heading-l">What we have learned</h2>
<p>When something goes wrong in a general practice or in a service that we pay for, we find out why and share what we learn. <a href="/learning">Read what we have learned</a>.</p>
{{/LEARNED}}
