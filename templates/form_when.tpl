{{%AUTOESCAPE context="HTML"}}
{{! A question that is asked only after a certain answer on the same page. soundings.mjs hides it until then. }}
<div class="app-when" data-when-name="{{WHEN_NAME}}" data-when-value="{{WHEN_VALUE}}">
<p class="nhsuk-hint app-when__hint" id="{{NAME}}-when">Answer this only if you chose “{{WHEN_LABEL}}” above.</p>
{{>FIELD}}
</div>
