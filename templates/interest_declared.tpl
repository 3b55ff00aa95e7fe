{{%AUTOESCAPE context="HTML"}}<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">Your conflict of interest is declared</h1>
<p class="nhsuk-body-l">You have no part in that review any more. From now on it is not there for you: on no page, in no file, list, export or search.</p>
<h2 class="nhsuk-heading-m">What happens next</h2>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>Those who work on the review see that you declared a conflict, and go on without you. If you had scored, your scores do not count.</li>
<li>Pages of it that are still open in your browser answer “Page not found”. Please close them, and do not talk about the review with those who work on it.</li>
<li>If it was a mistake, ask somebody else who works on the review to lift your declaration. You cannot do that yourself.</li>
</ul>
<p><a href="/reviews">Your other reviews</a></p>
<p><a href="/interests">Register of interests</a></p>
</div>
</div>
