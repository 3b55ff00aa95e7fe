{{%AUTOESCAPE context="HTML"}}<section class="app-section" aria-labelledby="evidence">
<div class="app-section__head"><h2 class="nhsuk-heading-s" id="evidence">Evidence</h2>
{{#OF_CONTRACT}}<p class="app-section__add"><a href="/contracts/{{CONTRACT_REF}}">The contract</a></p>{{/OF_CONTRACT}}</div>
<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What is known of it</span></summary>
<div class="nhsuk-details__text">
{{>EVIDENCE}}
</div>
</details>
</section>
