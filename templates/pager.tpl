{{%AUTOESCAPE context="HTML"}}<nav class="nhsuk-pagination" aria-label="Pages">
	<ul class="nhsuk-list nhsuk-pagination__list">
		{{#BACK}}<li class="nhsuk-pagination-item--previous"><a class="nhsuk-pagination__link nhsuk-pagination__link--prev" href="{{LIST_LINK}}" rel="prev"><span class="nhsuk-pagination__title">Previous</span></a></li>{{/BACK}}
		{{#NEXT}}<li class="nhsuk-pagination-item--next"><a class="nhsuk-pagination__link nhsuk-pagination__link--next" href="{{LIST_LINK}}" rel="next"><span class="nhsuk-pagination__title">Next</span></a></li>{{/NEXT}}
	</ul>
</nav>
