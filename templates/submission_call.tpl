{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/submissions">Plans and bids</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">{{CALL_TITLE}}</h1>
<p><strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#HAS_CLOSES}} until the end of <strong>{{CLOSES}}</strong>{{/HAS_CLOSES}}</p>
{{#CLOSED}}<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>This call has closed. Nothing more can be sent.</p></div>{{/CLOSED}}
{{>MARKDOWN}}
<h2 class="nhsuk-heading-m">What you are asked</h2>
<ol class="nhsuk-list nhsuk-list--number">
{{#PART}}<li>{{PART_TITLE}}</li>
{{/PART}}</ol>
<p>Each page is kept when you leave it. You can stop at any time, and your colleagues can carry on. {{COMMISSIONER}} reads it when it is sent, and not before.</p>
{{#HAS_DRAFT}}<p class="app-no-print"><a class="nhsuk-button" href="/submissions/{{MINE}}">Carry on with yours</a></p>{{/HAS_DRAFT}}
{{#HAS_SENT}}<p class="app-no-print"><a class="nhsuk-button nhsuk-button--secondary" href="/submissions/{{MINE}}">See what you sent</a></p>{{/HAS_SENT}}
{{#MAY_BEGIN}}<form class="app-no-print" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="submission" value="{{SUBMISSION}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Begin</button>
</form>{{/MAY_BEGIN}}
{{#MAY_BEGIN_MORE}}<form class="app-no-print" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="submission" value="{{SUBMISSION}}">
<button class="nhsuk-button nhsuk-button--secondary" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Begin another one</button>
</form>{{/MAY_BEGIN_MORE}}
</div>
</div>
