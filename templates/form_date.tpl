{{%AUTOESCAPE context="HTML"}}
<div class="nhsuk-form-group{{#WRONG}} nhsuk-form-group--error{{/WRONG}}">
<fieldset class="nhsuk-fieldset" role="group"{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
{{#LABEL_HEADING}}<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--l"><h1 class="nhsuk-fieldset__heading">{{LABEL}}</h1></legend>
{{/LABEL_HEADING}}{{#LABEL_PLAIN}}<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{{LABEL}}</legend>
{{/LABEL_PLAIN}}{{#HINTED}}<div class="nhsuk-hint" id="{{NAME}}-hint">{{HINT}}</div>
{{/HINTED}}{{#WRONG}}<span class="nhsuk-error-message" id="{{NAME}}-error"><span class="nhsuk-u-visually-hidden">Error: </span>{{ERROR}}</span>
{{/WRONG}}<div class="nhsuk-date-input" id="{{NAME}}">
<div class="nhsuk-date-input__item"><div class="nhsuk-form-group">
<label class="nhsuk-label nhsuk-date-input__label" for="{{NAME}}-day">Day</label>
<input class="nhsuk-input nhsuk-input--width-2 nhsuk-date-input__input{{#DAY_WRONG}} nhsuk-input--error{{/DAY_WRONG}}" id="{{NAME}}-day" name="{{NAME}}-day" type="text" inputmode="numeric"{{#HAS_DAY}} value="{{DAY}}"{{/HAS_DAY}}{{#BIRTHDAY}} autocomplete="bday-day"{{/BIRTHDAY}}>
</div></div>
<div class="nhsuk-date-input__item"><div class="nhsuk-form-group">
<label class="nhsuk-label nhsuk-date-input__label" for="{{NAME}}-month">Month</label>
<input class="nhsuk-input nhsuk-input--width-2 nhsuk-date-input__input{{#MONTH_WRONG}} nhsuk-input--error{{/MONTH_WRONG}}" id="{{NAME}}-month" name="{{NAME}}-month" type="text" inputmode="numeric"{{#HAS_MONTH}} value="{{MONTH}}"{{/HAS_MONTH}}{{#BIRTHDAY}} autocomplete="bday-month"{{/BIRTHDAY}}>
</div></div>
<div class="nhsuk-date-input__item"><div class="nhsuk-form-group">
<label class="nhsuk-label nhsuk-date-input__label" for="{{NAME}}-year">Year</label>
<input class="nhsuk-input nhsuk-input--width-4 nhsuk-date-input__input{{#YEAR_WRONG}} nhsuk-input--error{{/YEAR_WRONG}}" id="{{NAME}}-year" name="{{NAME}}-year" type="text" inputmode="numeric"{{#HAS_YEAR}} value="{{YEAR}}"{{/HAS_YEAR}}{{#BIRTHDAY}} autocomplete="bday-year"{{/BIRTHDAY}}>
</div></div>
</div>
</fieldset>
</div>
