{{%AUTOESCAPE context="HTML"}}
{{! Beside a text: passages that look like somebody's identity. The unseen button is the one that Enter presses. }}
<div class="app-identity" id="{{NAME}}-beside">
<p class="app-identity__heading">This may say who somebody is</p>
<button class="app-default-button" type="submit" tabindex="-1" aria-hidden="true">Continue</button>
{{#PASSAGE_ROW}}
<div class="app-identity__passage">
<p>“<strong>{{PASSAGE}}</strong>” {{WORDS}}.</p>
<input type="hidden" name="identity_passage" value="{{PASSAGE}}">
<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit" name="identity_remove" value="{{PASSAGE}}">Remove it<span class="nhsuk-u-visually-hidden">: {{PASSAGE}}</span></button>
<label class="nhsuk-label" for="identity-reason-{{PASSAGE_ID}}">Or it is needed, because<span class="nhsuk-u-visually-hidden">: {{PASSAGE}}</span></label>
<input class="nhsuk-input" id="identity-reason-{{PASSAGE_ID}}" name="identity_reason" type="text" value="{{REASON}}">
</div>
{{/PASSAGE_ROW}}
<p class="app-identity__note">“Remove it” puts [removed] in its place. If you go on without either, it stays as it is.</p>
</div>
