{{%AUTOESCAPE context="HTML"}}
{{! Text of several lines, with a count of its characters. }}
<div class="nhsuk-form-group{{#WRONG}} nhsuk-form-group--error{{/WRONG}} nhsuk-character-count" data-module="nhsuk-character-count" data-maxlength="{{LIMIT}}">
{{#LABEL_HEADING}}<h1 class="nhsuk-label-wrapper"><label class="nhsuk-label nhsuk-label--l" for="{{NAME}}">{{LABEL}}</label></h1>
{{/LABEL_HEADING}}{{#LABEL_PLAIN}}<label class="nhsuk-label nhsuk-label--m" for="{{NAME}}">{{LABEL}}</label>
{{/LABEL_PLAIN}}{{#HINTED}}<div class="nhsuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HINTED}}{{#WRONG}}<span class="nhsuk-error-message" id="{{NAME}}-error"><span class="nhsuk-u-visually-hidden">Error: </span>{{ERROR}}</span>
{{/WRONG}}{{>BESIDE}}{{! A text area swallows its first line break: that one is ours. }}
<textarea class="nhsuk-textarea nhsuk-js-character-count{{#WRONG}} nhsuk-textarea--error{{/WRONG}}" id="{{NAME}}" name="{{NAME}}" rows="5"{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
{{VALUE:pre_escape}}</textarea>
<div class="nhsuk-hint nhsuk-character-count__message" id="{{NAME}}-info">You can enter up to {{LIMIT_TEXT}} characters</div>
</div>
