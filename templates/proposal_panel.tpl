{{%AUTOESCAPE context="HTML"}}
{{#ASK_PANEL}}<p><a href="/proposals/{{REF}}/review">Ask the panel to decide</a></p>{{/ASK_PANEL}}
{{#PANEL_REVIEW}}<p>Review by the panel: <strong class="nhsuk-tag nhsuk-tag--{{STATE_COLOUR}}">{{STATE}}</strong>{{#WAITS}}, due by {{DUE_ON}}{{/WAITS}}.{{#LINKED}} <a href="/reviews/{{REVIEW_REF}}">Read it</a>{{/LINKED}}</p>{{/PANEL_REVIEW}}
