{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/bulletins">Learning bulletins</a> › <a href="/bulletins/{{SLUG}}">{{BULLETIN_NAME}}</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">Approve or send back</h1>
<p>Written by {{WRITER}}. {{#IS_PUBLIC}}When it is published, everybody can read it, on the public site too.{{/IS_PUBLIC}}{{#NOT_PUBLIC}}When it is published, practices and everybody else who signs in can read it.{{/NOT_PUBLIC}} This is exactly what they will read:</p>
{{#REPLACES}}<p>It takes the place of “{{REPLACED_TITLE}}”, which is withdrawn when this is published.</p>
{{/REPLACES}}<div class="app-bulletin__frame">
{{>BULLETIN}}
</div>
{{>BULLETIN_WARNING}}
{{#NO_WARNING}}<p>We found no name or code of an organisation here, and nothing that looks like a person&#39;s identity. Only you can tell whether somebody would recognise the story.</p>
{{/NO_WARNING}}
{{#OWN}}<p>You wrote, changed or sent this bulletin, so another incident manager approves it. You can take it back to change it.</p>
{{/OWN}}
<form method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD}}
{{#OWN}}<button class="nhsuk-button nhsuk-button--secondary" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Take it back</button>{{/OWN}}
{{#NOT_OWN}}<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Confirm</button>{{/NOT_OWN}}
</form>
</div>
</div>
