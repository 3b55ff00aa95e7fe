{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/contracts">Contracts</a> › <a href="/contracts/{{REF}}">{{REFERENCE}}</a></p>
<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{{SERVICE}}</span> Documents</h1>
{{#MAY_CHANGE}}<p class="app-no-print"><a href="/contracts/{{REF}}/documents/new">Add a document</a></p>{{/MAY_CHANGE}}
{{#NONE}}<p>There are no documents yet.</p>{{/NONE}}
{{>DOCUMENTS}}
