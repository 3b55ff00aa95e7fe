{{%AUTOESCAPE context="HTML"}}<section aria-labelledby="people">
<h2 class="nhsuk-heading-m" id="people">People</h2>
{{#NONE}}<p>Nobody signs in for it yet.</p>{{/NONE}}
<ul class="nhsuk-list app-facts">
{{#PERSON_ROW}}<li><a href="/people/{{REF}}">{{NAME}}</a>{{#INVITED}} <strong class="nhsuk-tag nhsuk-tag--blue">Invited</strong>{{/INVITED}}{{#DISABLED}} <strong class="nhsuk-tag nhsuk-tag--grey">Disabled</strong>{{/DISABLED}}<br><span class="app-muted"><span class="app-text">{{EMAIL}}</span>: {{ROLES}}</span></li>
{{/PERSON_ROW}}
</ul>
{{#MORE}}<p>The first {{N}} are shown. The others are in the list of people.</p>{{/MORE}}
</section>
