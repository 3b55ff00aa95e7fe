{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/calls">Plans and bids</a> › <a href="/calls/{{REF}}">{{CALL_TITLE}}</a></p>
