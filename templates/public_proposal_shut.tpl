{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">{{TITLE}}</h1>
{{#IS_COMING}}<p>You can answer &#8220;{{PROPOSAL}}&#8221; from {{OPENS}}. Please come back then.</p>{{/IS_COMING}}
{{#IS_CLOSED}}<p>&#8220;{{PROPOSAL}}&#8221; closed on {{CLOSES}} and takes no more answers. Thank you for wanting to help.</p>{{/IS_CLOSED}}
{{#IS_WITHDRAWN}}<p>&#8220;{{PROPOSAL}}&#8221; was withdrawn. Its page says why.</p>{{/IS_WITHDRAWN}}
{{#BY_LINK_ALONE}}<p>For &#8220;{{PROPOSAL}}&#8221; we ask some groups, and each was sent a link of its own. If you belong to one of them, please answer by that link.</p>{{/BY_LINK_ALONE}}
<p><a href="/p/{{SLUG}}">Read the proposal</a></p>
<p><a href="/p">See other proposals</a></p>
