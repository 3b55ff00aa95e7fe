{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<p class="app-trail app-no-print"><a href="/proposals/{{REF}}/responses">Responses</a></p>
<h1 class="nhsuk-heading-l">Same text several times</h1>
<p>Found by their words alone. Nothing is dropped: what is counted apart has figures of its own in the results. <a class="app-no-print" href="/help/proposals#twice">How late and repeated responses are counted</a></p>
{{#NONE}}<p>No text came twice.</p>{{/NONE}}
{{#SAME}}<section class="app-result" aria-labelledby="same-{{CODE}}">
<h2 class="nhsuk-heading-m" id="same-{{CODE}}">{{N}} responses</h2>
<p class="app-result__base">{{COUNTED_N}} counted with the others. {{#IS_CAMPAIGN}}Campaign: <a href="/proposals/{{REF}}/responses?campaign={{OTHER}}">{{NAME}}</a>. {{/IS_CAMPAIGN}}One of them: <a href="/proposals/{{REF}}/responses/{{RESPONSE}}">{{RESPONSE}}</a></p>
<blockquote class="app-quote app-text">{{TEXT:pre_escape}}</blockquote>
{{#FORM_GIVEN}}<form method="post" novalidate class="app-no-print">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="text" value="{{CODE}}">
{{#FRESH}}<div class="nhsuk-form-group"><label class="nhsuk-label" for="name-{{CODE}}">Name of the campaign</label>
<input class="nhsuk-input nhsuk-input--width-20" id="name-{{CODE}}" name="name" type="text" maxlength="150" autocomplete="off"></div>
<button class="nhsuk-button nhsuk-button--small" type="submit" name="do" value="campaign">This is a campaign</button>
<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit" name="do" value="duplicates">The same people: count the first</button>
{{/FRESH}}{{#EXISTING}}<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit" name="do" value="undo">Count them with the others</button>
{{/EXISTING}}</form>{{/FORM_GIVEN}}
</section>
{{/SAME}}
