{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-form-group{{#WRONG}} nhsuk-form-group--error{{/WRONG}}">
<fieldset class="nhsuk-fieldset"{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
{{#LABEL_HEADING}}<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--l"><h1 class="nhsuk-fieldset__heading">{{LABEL}}</h1></legend>
{{/LABEL_HEADING}}{{#LABEL_PLAIN}}<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{{LABEL}}</legend>
{{/LABEL_PLAIN}}{{#HINTED}}<div class="nhsuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HINTED}}{{#WRONG}}<span class="nhsuk-error-message" id="{{NAME}}-error"><span class="nhsuk-u-visually-hidden">Error: </span>{{ERROR}}</span>
{{/WRONG}}<div class="nhsuk-checkboxes" data-module="nhsuk-checkboxes">
{{#OPTION}}
{{#DIVIDED}}<div class="nhsuk-checkboxes__divider">or</div>
{{/DIVIDED}}<div class="nhsuk-checkboxes__item">
<input class="nhsuk-checkboxes__input" id="{{OPTION_ID}}" name="{{NAME}}" type="checkbox" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}{{#EXCLUSIVE}} data-behaviour="exclusive"{{/EXCLUSIVE}}{{#OPTION_HINTED}} aria-describedby="{{OPTION_ID}}-item-hint"{{/OPTION_HINTED}}>
<label class="nhsuk-label nhsuk-checkboxes__label" for="{{OPTION_ID}}">{{OPTION_LABEL}}</label>
{{#OPTION_HINTED}}<div class="nhsuk-hint nhsuk-checkboxes__hint" id="{{OPTION_ID}}-item-hint">{{OPTION_HINT}}</div>
{{/OPTION_HINTED}}</div>
{{/OPTION}}
</div>
</fieldset>
</div>
