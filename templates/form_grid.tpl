{{%AUTOESCAPE context="HTML"}}
{{! Rows on one scale: a fieldset for each row, made to look like a table where there is room (app-grid). }}
<div class="nhsuk-form-group{{#WRONG}} nhsuk-form-group--error{{/WRONG}}">
<fieldset class="nhsuk-fieldset"{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
{{#LABEL_HEADING}}<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--l"><h1 class="nhsuk-fieldset__heading">{{LABEL}}</h1></legend>
{{/LABEL_HEADING}}{{#LABEL_PLAIN}}<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{{LABEL}}</legend>
{{/LABEL_PLAIN}}{{#HINTED}}<div class="nhsuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HINTED}}{{#WRONG}}<span class="nhsuk-error-message" id="{{NAME}}-error"><span class="nhsuk-u-visually-hidden">Error: </span>{{ERROR}}</span>
{{/WRONG}}<div class="app-grid" id="{{NAME}}">
{{#GRID_ROW}}
<fieldset class="nhsuk-fieldset app-grid__row{{#ROW_WRONG}} app-grid__row--error{{/ROW_WRONG}}"{{#ROW_DESCRIBED}} aria-describedby="{{ROW_DESCRIBED_BY}}"{{/ROW_DESCRIBED}}>
<legend class="app-grid__label">{{ROW_LABEL}}</legend>
{{#ROW_HINTED}}<div class="nhsuk-hint" id="{{ROW_ID}}-hint">{{ROW_HINT}}</div>
{{/ROW_HINTED}}<div class="nhsuk-radios app-grid__choices">
{{#OPTION}}
<div class="nhsuk-radios__item">
<input class="nhsuk-radios__input" id="{{OPTION_ID}}" name="{{ROW_NAME}}" type="radio" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}>
<label class="nhsuk-label nhsuk-radios__label" for="{{OPTION_ID}}">{{OPTION_LABEL}}</label>
</div>
{{/OPTION}}
</div>
</fieldset>
{{/GRID_ROW}}
</div>
</fieldset>
</div>
