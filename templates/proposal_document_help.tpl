{{%AUTOESCAPE context="HTML"}}<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What happens to a file</span></summary>
<div class="nhsuk-details__text">
<ul class="nhsuk-list nhsuk-list--bullet">
<li>Everybody can download it once the proposal is published.</li>
<li>From a picture we take out what the camera wrote into it. PDF, Word and email files stay as they are: their properties may name people.</li>
<li>{{#SCANNED}}Each file is scanned for viruses before it is stored.{{/SCANNED}}{{#NOT_SCANNED}}Files are not scanned for viruses here. Add only what you know.{{/NOT_SCANNED}}</li>
<li>What it says should stand in the full text too: not everybody can open a file.</li>
</ul>
</div>
</details>
