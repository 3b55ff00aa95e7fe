{{%AUTOESCAPE context="HTML"}}<div class="nhsuk-warning-callout app-no-print">
<h2 class="nhsuk-warning-callout__label">Would anybody recognise them?</h2>
<p>Look at these passages once more. It is a warning: you decide whether they can stay.</p>
<ul class="nhsuk-list nhsuk-list--bullet">
{{#WARNING_ROW}}<li>“{{PASSAGE}}” {{WHY}}</li>
{{/WARNING_ROW}}</ul>
</div>
