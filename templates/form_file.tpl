{{%AUTOESCAPE context="HTML"}}
{{! One file. Browsers never send back what was chosen: it is chosen again after an error. }}
<div class="nhsuk-form-group{{#WRONG}} nhsuk-form-group--error{{/WRONG}}">
{{#LABEL_HEADING}}<h1 class="nhsuk-label-wrapper"><label class="nhsuk-label nhsuk-label--l" for="{{NAME}}">{{LABEL}}</label></h1>
{{/LABEL_HEADING}}{{#LABEL_PLAIN}}<label class="nhsuk-label nhsuk-label--m" for="{{NAME}}">{{LABEL}}</label>
{{/LABEL_PLAIN}}{{#HINTED}}<div class="nhsuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HINTED}}{{#WRONG}}<span class="nhsuk-error-message" id="{{NAME}}-error"><span class="nhsuk-u-visually-hidden">Error: </span>{{ERROR}}</span>
{{/WRONG}}<input class="app-file" id="{{NAME}}" name="{{NAME}}" type="file"{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
</div>
