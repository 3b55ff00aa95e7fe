{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Who it asks</h1>
{{>PROPOSAL_NAV}}
<p>Each group has one link. Who answers through it answers for that group, and nobody can tell which member it was. Give a group its own link alone. <span class="app-no-print"><a href="/proposals/groups">Stakeholder groups</a></span></p>
{{#NONE}}<p>It asks no group yet.</p>{{/NONE}}
{{#ANY}}<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#GROUP_ROW}}<section class="app-part">
<div class="app-part__head"><h2 class="nhsuk-heading-m">{{NAME}}</h2>
<span class="app-moves app-no-print">{{#MAY_UP}}<button class="app-link-button" type="submit" name="up" value="{{GROUP_REF}}">Up<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></button>
{{/MAY_UP}}{{#MAY_DOWN}}<button class="app-link-button" type="submit" name="down" value="{{GROUP_REF}}">Down<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></button>{{/MAY_DOWN}}</span></div>
<p>{{#KNOWN}}Asked: {{MEMBERS}}{{/KNOWN}}{{#NOT_KNOWN}}How many are asked is not known{{/NOT_KNOWN}}; <a href="/proposals/groups/{{GROUP_REF}}">{{LISTED_WORDS}}<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a>.{{#WRITTEN}} Written to on {{WRITTEN_ON}}.{{/WRITTEN}}{{#REMINDED}} Reminded on {{REMINDED_ON}}.{{/REMINDED}}</p>
{{#HAS_LINK}}<p class="app-text">{{GROUP_LINK}}</p>{{/HAS_LINK}}
{{#MAY_CHANGE}}<p class="app-result__links app-no-print">{{#MAY_WRITE}}<a href="/proposals/{{REF}}/groups/{{GROUP_REF}}/write">Write to them<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a>{{/MAY_WRITE}}{{#MAY_REMIND}}<a href="/proposals/{{REF}}/groups/{{GROUP_REF}}/write">Remind them<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a>{{/MAY_REMIND}}
<a href="/proposals/{{REF}}/groups/{{GROUP_REF}}">Change how many are asked<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a>
{{#MAY_REMOVE}}<a href="/proposals/{{REF}}/groups/{{GROUP_REF}}/remove">Do not ask it<span class="nhsuk-u-visually-hidden">: {{NAME}}</span></a>{{/MAY_REMOVE}}</p>{{/MAY_CHANGE}}
</section>
{{/GROUP_ROW}}
</form>{{/ANY}}
{{#NO_MORE}}<p class="app-no-print">Every group is asked. <a href="/proposals/groups/new">Make a new group</a></p>{{/NO_MORE}}
{{#MAY_ADD}}<h2 class="nhsuk-heading-m app-no-print">Ask a group</h2>
<form class="app-no-print" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELD}}
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Ask it</button>
</form>{{/MAY_ADD}}
