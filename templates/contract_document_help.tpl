{{%AUTOESCAPE context="HTML"}}
<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What happens to a file</span></summary>
<div class="nhsuk-details__text">
<ul class="nhsuk-list nhsuk-list--bullet">
<li>Every version stays, and so does who added it. None can be changed or removed.</li>
<li>The organisation can open specifications, agreements and variations that both sides agreed on; drafts and other documents are for the commissioner’s contract reviewers and the auditor alone.</li>
<li>From a picture we take out what the camera wrote into it. PDF, Word and email files stay as they are: their properties may name people.</li>
<li>{{#SCANNED}}Each file is scanned for viruses before it is stored.{{/SCANNED}}{{#NOT_SCANNED}}Files are not scanned for viruses here. Open only what you expect.{{/NOT_SCANNED}}</li>
<li>Files are only downloaded, never shown as a page here. Who downloads one is written down.</li>
</ul>
</div>
</details>
