{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print">{{#OF_RETURN}}<a href="/returns">Monitoring returns</a> › <a href="/returns/{{REF}}">{{NAME}}</a>{{/OF_RETURN}}{{#OF_SUBMISSION}}<a href="/submissions">Plans and bids</a> › <a href="/submissions/{{REF}}">{{NAME}}</a>{{/OF_SUBMISSION}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{NAME}}, draft</span> Discard this draft?</h1>
{{#CHANGED}}<div class="nhsuk-warning-callout"><h2 class="nhsuk-warning-callout__label">It was changed meanwhile</h2><p>A colleague saved it after you opened this page. Look at it again before you discard it.</p></div>
{{/CHANGED}}<p>{{WHO}} saved it last, on {{AT}}. Discarded, it cannot be brought back. {{STAYS}}</p>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<div class="nhsuk-button-group">
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Discard draft</button>
{{#OF_RETURN}}<a href="/returns/{{REF}}">Keep it</a>{{/OF_RETURN}}{{#OF_SUBMISSION}}<a href="/submissions/{{REF}}">Keep it</a>{{/OF_SUBMISSION}}
</div>
</form>
</div>
</div>
