{{%AUTOESCAPE context="HTML"}}{{#FORM}}<form class="app-filters app-no-print" method="get" novalidate role="search">
{{#SEARCH}}<div class="app-filters__field app-filters__field--wide"><label class="nhsuk-label" for="list-q">{{SEARCH_LABEL}}</label>
<input class="nhsuk-input" id="list-q" name="q" type="search" maxlength="200" autocomplete="off" value="{{Q}}"></div>
{{/SEARCH}}{{>LIST_FILTER}}{{#MORE_FILTERS}}<details class="app-filters__more"{{#OPENED}} open{{/OPENED}}><summary>More filters</summary>
<div class="app-filters__rest">{{>LIST_FILTER}}</div></details>
{{/MORE_FILTERS}}{{#SORTED}}<input type="hidden" name="sort" value="{{SORT}}">
{{/SORTED}}<div class="app-filters__buttons"><button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Show</button>{{#CLEARABLE}} <a href="?">Clear</a>{{/CLEARABLE}}</div>
</form>
{{/FORM}}{{#SOME}}<p class="app-found">{{FOUND}}</p>{{/SOME}}
{{#NO_MATCH}}<p class="app-found">No {{MANY}} match. Use fewer words, or the beginnings of words, or <a href="?">clear the search</a>.</p>{{/NO_MATCH}}
{{#NONE}}<p class="app-found">No {{MANY}} yet.</p>{{/NONE}}{{#NONE_NOW}}<p class="app-found">No {{MANY}} here now.</p>{{/NONE_NOW}}
