{{%AUTOESCAPE context="HTML"}}<section class="app-section{{#NONE}} app-section--empty{{/NONE}}" aria-labelledby="findings">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="findings">Findings, and the organisation’s answer</h2>{{#NONE}}<p class="app-section__none">Not there yet</p>{{/NONE}}</div>
{{#SOME}}
{{#SENT}}<p class="app-muted">Sent to the organisation on {{SENT_AT}}, to be answered by {{DUE_ON}}.</p>{{/SENT}}
<div class="app-text">{{TEXT:pre_escape}}</div>
{{#HAS_VALUE}}<h3 class="nhsuk-heading-xs">Value for money</h3>
<div class="app-text">{{VALUE:pre_escape}}</div>{{/HAS_VALUE}}
{{#HAS_EQUALITY}}<h3 class="nhsuk-heading-xs">Effect on equality</h3>
<div class="app-text">{{EQUALITY:pre_escape}}</div>{{/HAS_EQUALITY}}
{{#ANSWERED}}<h3 class="nhsuk-heading-xs">What the organisation answered</h3>
<div class="app-quote app-text">{{ANSWER:pre_escape}}</div>
<p class="app-muted">{{WHO}}, {{AT}}</p>{{/ANSWERED}}
{{#WAITS}}<p>The organisation has not answered yet.</p>{{/WAITS}}
{{#NO_ANSWER}}<p>No answer came.</p>{{/NO_ANSWER}}
{{/SOME}}
</section>
