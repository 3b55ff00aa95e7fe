{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">{{TITLE}}</h1>
<p>Your answers to &#8220;{{PROPOSAL}}&#8221; are then not counted and not published. This cannot be undone; you can answer again from the beginning.</p>
<form method="post" action="/p/{{SLUG}}/mine/{{LINK_TOKEN}}/withdraw" novalidate>
<input type="hidden" name="state" value="{{STATE}}">
<button class="nhsuk-button nhsuk-button--warning" type="submit" name="sure" value="yes" data-module="nhsuk-button" data-prevent-double-click="true">Withdraw my answers</button>
</form>
<p><a href="/p/{{SLUG}}/mine/{{LINK_TOKEN}}">Keep them</a></p>
