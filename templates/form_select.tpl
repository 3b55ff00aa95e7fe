{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-form-group{{#WRONG}} nhsuk-form-group--error{{/WRONG}}">
{{#LABEL_HEADING}}<h1 class="nhsuk-label-wrapper"><label class="nhsuk-label nhsuk-label--l" for="{{NAME}}">{{LABEL}}</label></h1>
{{/LABEL_HEADING}}{{#LABEL_PLAIN}}<label class="nhsuk-label nhsuk-label--m" for="{{NAME}}">{{LABEL}}</label>
{{/LABEL_PLAIN}}{{#HINTED}}<div class="nhsuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HINTED}}{{#WRONG}}<span class="nhsuk-error-message" id="{{NAME}}-error"><span class="nhsuk-u-visually-hidden">Error: </span>{{ERROR}}</span>
{{/WRONG}}<select class="nhsuk-select{{#WRONG}} nhsuk-select--error{{/WRONG}}" id="{{NAME}}" name="{{NAME}}"{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
<option value="">Select an option</option>
{{#OPTION}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/OPTION}}
</select>
</div>
