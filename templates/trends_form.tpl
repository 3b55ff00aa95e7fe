{{%AUTOESCAPE context="HTML"}}<form class="app-filters app-no-print" method="get" novalidate role="search" aria-label="Months">
{{#FILTER}}<div class="app-filters__field"><label class="nhsuk-label" for="trends-{{NAME}}">{{LABEL}}</label>
<select class="nhsuk-select" id="trends-{{NAME}}" name="{{NAME}}">
{{#OPTION}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/OPTION}}{{#GROUP}}<optgroup label="{{LABEL}}">
{{#OPTION}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/OPTION}}</optgroup>
{{/GROUP}}</select></div>
{{/FILTER}}<div class="app-filters__buttons"><button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Show</button></div>
</form>
