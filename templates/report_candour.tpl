{{%AUTOESCAPE context="HTML"}}
<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What the duty of candour asks of a practice</span></summary>
<div class="nhsuk-details__text">
<p>Regulation 20 of the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014. As soon as reasonably practicable, tell the person, or somebody who acts for them, in person: a true account of all you know, what you will look into further, and an apology. Keep a written record, follow it with a letter, and offer support.</p>
<p>The law names no number of days. You can send this report first.</p>
</div>
</details>
