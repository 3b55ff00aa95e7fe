{{%AUTOESCAPE context="HTML"}}<div class="app-filters__field"><label class="nhsuk-label" for="list-{{NAME}}">{{LABEL}}</label>
{{#IS_SELECT}}<select class="nhsuk-select" id="list-{{NAME}}" name="{{NAME}}">
{{#OPTIONAL}}<option value="">All</option>
{{/OPTIONAL}}{{#OPTION}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/OPTION}}</select>{{/IS_SELECT}}{{#IS_TEXT}}<input class="nhsuk-input" id="list-{{NAME}}" name="{{NAME}}" type="text" value="{{VALUE}}">{{/IS_TEXT}}{{#IS_DATE}}<input class="nhsuk-input" id="list-{{NAME}}" name="{{NAME}}" type="date" value="{{VALUE}}">{{/IS_DATE}}</div>
