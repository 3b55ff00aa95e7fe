{{%AUTOESCAPE context="HTML"}}{{>PROPOSAL_HEAD}}
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
<p>This goes to all of its {{PEOPLE}}, each alone: nobody sees the others.{{#LAST}} The last message went on {{LAST_ON}}.{{/LAST}}</p>
<div class="nhsuk-inset-text">
<p><strong>{{SUBJECT}}</strong></p>
<p>Dear …,</p>
<p class="app-text">{{LETTER:pre_escape}}</p>
</div>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="again" value="{{AGAIN}}">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Send it</button>
</form>
</div>
</div>
