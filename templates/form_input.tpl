{{%AUTOESCAPE context="HTML"}}
{{! One line of text: short, e-mail, number, NHS number, postcode, password, one-time code. }}
<div class="nhsuk-form-group{{#WRONG}} nhsuk-form-group--error{{/WRONG}}">
{{#LABEL_HEADING}}<h1 class="nhsuk-label-wrapper"><label class="nhsuk-label nhsuk-label--l" for="{{NAME}}">{{LABEL}}</label></h1>
{{/LABEL_HEADING}}{{#LABEL_PLAIN}}<label class="nhsuk-label nhsuk-label--m" for="{{NAME}}">{{LABEL}}</label>
{{/LABEL_PLAIN}}{{#HINTED}}<div class="nhsuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HINTED}}{{#WRONG}}<span class="nhsuk-error-message" id="{{NAME}}-error"><span class="nhsuk-u-visually-hidden">Error: </span>{{ERROR}}</span>
{{/WRONG}}{{>BESIDE}}{{#WRAPPED}}<div class="nhsuk-input-wrapper">{{/WRAPPED}}{{#PREFIXED}}<div class="nhsuk-input-wrapper__prefix" aria-hidden="true">{{PREFIX}}</div>{{/PREFIXED}}<input class="nhsuk-input{{INPUT_CLASS}}{{#WRONG}} nhsuk-input--error{{/WRONG}}" id="{{NAME}}" name="{{NAME}}"{{#IS_TEXT}} type="text"{{/IS_TEXT}}{{#IS_EMAIL}} type="email" spellcheck="false"{{/IS_EMAIL}}{{#IS_DECIMAL}} type="text" inputmode="decimal" spellcheck="false"{{/IS_DECIMAL}}{{#IS_NUMERIC}} type="text" inputmode="numeric" spellcheck="false"{{/IS_NUMERIC}}{{#IS_PASSWORD}} type="password" spellcheck="false" autocapitalize="none"{{/IS_PASSWORD}}{{#HAS_VALUE}} value="{{VALUE}}"{{/HAS_VALUE}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}{{#AUTOCOMPLETED}} autocomplete="{{AUTOCOMPLETE}}"{{/AUTOCOMPLETED}}{{#OFFERS}} list="{{NAME}}-list"{{/OFFERS}}>{{#SUFFIXED}}<div class="nhsuk-input-wrapper__suffix" aria-hidden="true">{{SUFFIX}}</div>{{/SUFFIXED}}{{#WRAPPED}}</div>{{/WRAPPED}}
{{#OFFER_LIST}}<datalist id="{{NAME}}-list">{{#OFFER}}<option value="{{OFFERED}}"></option>{{/OFFER}}</datalist>
{{/OFFER_LIST}}</div>
