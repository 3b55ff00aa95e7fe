{{%AUTOESCAPE context="HTML"}}
<div class="{{GROUP_CLASS}}">
<fieldset class="nhsuk-fieldset"{{#WRONG}} aria-describedby="themes-error"{{/WRONG}}>
<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">Themes</legend>
{{#WRONG}}<span class="nhsuk-error-message" id="themes-error"><span class="nhsuk-u-visually-hidden">Error: </span>{{ERROR}}</span>
{{/WRONG}}<div class="nhsuk-checkboxes nhsuk-checkboxes--small app-themes" data-module="nhsuk-checkboxes">
{{#OPTION}}
{{#SUGGESTED_FIRST}}<p class="app-themes__part">Suggested by its words</p>
{{/SUGGESTED_FIRST}}{{#TREE_FIRST}}<p class="app-themes__part">Other themes</p>
{{/TREE_FIRST}}{{#DIVIDED}}<div class="nhsuk-checkboxes__divider">or</div>
{{/DIVIDED}}<div class="nhsuk-checkboxes__item {{LEVEL}}">
<input class="nhsuk-checkboxes__input" id="{{OPTION_ID}}" name="themes" type="checkbox" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}{{#EXCLUSIVE}} data-behaviour="exclusive"{{/EXCLUSIVE}}{{#OPTION_HINTED}} aria-describedby="{{OPTION_ID}}-item-hint"{{/OPTION_HINTED}}>
<label class="nhsuk-label nhsuk-checkboxes__label" for="{{OPTION_ID}}">{{#PARENT_SHOWN}}{{PARENT}}: {{/PARENT_SHOWN}}{{#PARENT_HIDDEN}}<span class="nhsuk-u-visually-hidden">{{PARENT}}: </span>{{/PARENT_HIDDEN}}{{OPTION_LABEL}}</label>
{{#OPTION_HINTED}}<div class="nhsuk-hint nhsuk-checkboxes__hint" id="{{OPTION_ID}}-item-hint">{{OPTION_HINT}}</div>
{{/OPTION_HINTED}}</div>
{{/OPTION}}
</div>
</fieldset>
</div>
