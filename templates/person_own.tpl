{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/people">People</a> › <a href="/people/{{REF}}">{{PERSON_NAME}}</a></p>
<h1 class="nhsuk-heading-l">Another administrator does this</h1>
<p>This is your own account. Nobody changes their own roles, disables their own account or asks for a new device for themselves here: ask another administrator.</p>
