{{%AUTOESCAPE context="HTML"}}{{#FORM}}<form class="app-filters app-no-print" method="get" novalidate role="search">
{{#SEARCH}}<div class="app-filters__field app-filters__field--wide"><label class="nhsuk-label" for="list-q">{{SEARCH_LABEL}}</label>
<input class="nhsuk-input" id="list-q" name="q" type="search" maxlength="200" autocomplete="off" value="{{Q}}"></div>
{{/SEARCH}}{{#FILTER}}<div class="app-filters__field"><label class="nhsuk-label" for="list-{{NAME}}">{{LABEL}}</label>
{{#IS_SELECT}}<select class="nhsuk-select" id="list-{{NAME}}" name="{{NAME}}">
{{#OPTIONAL}}<option value="">All</option>
{{/OPTIONAL}}{{#OPTION}}<option value="{{CODE}}"{{#CHECKED}} selected{{/CHECKED}}>{{OPTION_LABEL}}</option>
{{/OPTION}}</select>{{/IS_SELECT}}{{#IS_TEXT}}<input class="nhsuk-input" id="list-{{NAME}}" name="{{NAME}}" type="text" value="{{VALUE}}">{{/IS_TEXT}}{{#IS_DATE}}<input class="nhsuk-input" id="list-{{NAME}}" name="{{NAME}}" type="date" value="{{VALUE}}">{{/IS_DATE}}</div>
{{/FILTER}}{{#SORTED}}<input type="hidden" name="sort" value="{{SORT}}">
{{/SORTED}}<div class="app-filters__buttons"><button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Show</button>{{#CLEARABLE}} <a href="?">Clear</a>{{/CLEARABLE}}</div>
</form>
{{/FORM}}{{#SOME}}<p class="app-found">{{FOUND}}</p>{{/SOME}}
{{#NO_MATCH}}<p class="app-found">No {{MANY}} match. Use fewer words, or the beginnings of words, or <a href="?">clear the search</a>.</p>{{/NO_MATCH}}
{{#NONE}}<p class="app-found">No {{MANY}} yet.</p>{{/NONE}}
