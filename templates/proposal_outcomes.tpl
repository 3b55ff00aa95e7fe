{{%AUTOESCAPE context="HTML"}}
{{>PROPOSAL_HEAD}}
<h1 class="nhsuk-heading-l">What came of it</h1>
{{>PROPOSAL_NAV}}
<p>{{STATE}} <a class="app-no-print" href="/help/proposals#outcomes">How you come back to people</a></p>
{{#MAY_CHANGE}}<p class="app-result__links app-no-print"><a class="nhsuk-button nhsuk-button--small nhsuk-button--secondary" href="/proposals/{{REF}}/outcomes/new">Add an outcome</a>
{{#MAY_PUBLISH}}<a href="/proposals/{{REF}}/outcomes/publish">Publish what was decided</a>{{/MAY_PUBLISH}}</p>{{/MAY_CHANGE}}
{{#UNANSWERED}}<section aria-labelledby="unanswered">
<h2 class="nhsuk-heading-s" id="unanswered">Themes without an outcome</h2>
<ul class="nhsuk-list nhsuk-list--bullet">{{#THEME_ROW}}<li>{{#MAY_ANSWER}}<a href="/proposals/{{REF}}/outcomes/new?theme={{THEME_REF}}">{{NAME}}</a>{{/MAY_ANSWER}}{{#READS_ONLY}}{{NAME}}{{/READS_ONLY}}</li>
{{/THEME_ROW}}</ul>
</section>{{/UNANSWERED}}
{{#NONE}}<p>There are no outcomes yet.</p>{{/NONE}}
{{#OUTCOME}}<section class="app-difference" aria-labelledby="o-{{OUTCOME_REF}}">
<h2 class="nhsuk-heading-m" id="o-{{OUTCOME_REF}}">{{THEME}}</h2>
<dl class="nhsuk-summary-list app-facts">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">You said</dt><dd class="nhsuk-summary-list__value app-text">{{SAID:pre_escape}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">{{DID}}</dt><dd class="nhsuk-summary-list__value app-text">{{WHAT:pre_escape}}</dd></div>
{{#HAS_WHY}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Why</dt><dd class="nhsuk-summary-list__value app-text">{{WHY:pre_escape}}</dd></div>
{{/HAS_WHY}}{{#HAS_PROGRESS}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Progress</dt><dd class="nhsuk-summary-list__value app-text">{{PROGRESS_TEXT:pre_escape}}</dd></div>
{{/HAS_PROGRESS}}{{#HAS_OWNER}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Who does it</dt><dd class="nhsuk-summary-list__value">{{OWNER}}</dd></div>
{{/HAS_OWNER}}{{#HAS_DUE}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">By when</dt><dd class="nhsuk-summary-list__value">{{DUE}}{{#LATE}} <strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>{{/LATE}}</dd></div>
{{/HAS_DUE}}{{#HAS_DONE}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Done</dt><dd class="nhsuk-summary-list__value">{{DONE}}</dd></div>
{{/HAS_DONE}}{{#HAS_CHANGED}}<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Changed since it was published</dt><dd class="nhsuk-summary-list__value">{{CHANGED}}</dd></div>
{{/HAS_CHANGED}}</dl>
{{#MAY_EDIT}}<div class="app-moves app-no-print"><a href="/proposals/{{REF}}/outcomes/{{OUTCOME_REF}}/edit">Change<span class="nhsuk-u-visually-hidden"> what came of {{THEME}}</span></a>
<form method="post" action="/proposals/{{REF}}/outcomes/{{OUTCOME_REF}}/move" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">{{#MAY_RISE}}<button class="app-link-button" type="submit" name="to" value="up">Move up<span class="nhsuk-u-visually-hidden"> {{THEME}}</span></button>{{/MAY_RISE}}{{#MAY_SINK}} <button class="app-link-button" type="submit" name="to" value="down">Move down<span class="nhsuk-u-visually-hidden"> {{THEME}}</span></button>{{/MAY_SINK}}</form></div>{{/MAY_EDIT}}
</section>{{/OUTCOME}}
