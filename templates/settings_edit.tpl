{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/settings">Settings</a></p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{GROUP_TITLE}}</h1>
{{#DEFAULTS_SHOWN}}
<div class="nhsuk-inset-text"><p>The form shows what holds by default. Nothing has changed yet: save it, or leave this page.</p></div>
{{/DEFAULTS_SHOWN}}
{{#PREVIEW_HEADER}}
<h2 class="nhsuk-heading-m">Preview</h2>
<p>Nothing is saved yet.</p>
{{>HEADER}}
{{/PREVIEW_HEADER}}
{{#PREVIEW_TEXT}}
<section aria-labelledby="preview">
<h2 class="nhsuk-heading-m" id="preview">Preview</h2>
<p>Nothing is saved yet. The page will say:</p>
<div class="app-preview">{{>MARKDOWN}}</div>
</section>
{{/PREVIEW_TEXT}}
{{#ABOUT_IDENTITY}}<p>An organisation of the NHS uses the NHS logo with its own name. Who is not of the NHS may not use the logo. See <a href="https://www.england.nhs.uk/nhsidentity/">the NHS identity guidelines</a>.</p>{{/ABOUT_IDENTITY}}
{{#ABOUT_NOTHING}}{{/ABOUT_NOTHING}}
{{#ABOUT_SESSIONS}}<p>The upper limits are those of the software: nobody can set a session to last longer.</p>{{/ABOUT_SESSIONS}}
{{#ABOUT_KEEPING}}<p>How many years each kind of record is kept. Records whose years are over are <a href="/retention">proposed for destruction</a>: nothing goes by itself, two people decide. Of responses to surveys and of complaints these years say what is meant; nothing of them, or of proposals, is destroyed yet.</p>{{/ABOUT_KEEPING}}
{{#ABOUT_CONTRACTS}}<p>Decisions that were made keep the quorum they were made with. Returns that are due already keep their day.</p>{{/ABOUT_CONTRACTS}}
{{#ABOUT_MAIL}}<p>The mail server and its password are not here, so that nobody can read them in a browser. They are in the settings file on the server: <code>man soundings</code> says how.</p>{{/ABOUT_MAIL}}
<form class="app-settings" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
{{>FIELD}}
{{#ABOUT_TEXT}}
<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">How to write this</span></summary>
<div class="nhsuk-details__text">
<p>Write plain text, an empty line between paragraphs. A few signs give it form:</p>
<table class="app-table">
<caption><span class="nhsuk-u-visually-hidden">Signs, and what they become</span></caption>
<thead><tr><th scope="col">You write</th><th scope="col">It becomes</th></tr></thead>
<tbody>
<tr><td><code>## What we keep</code></td><td>A heading; ### is a smaller one</td></tr>
<tr><td><code>- one thing</code></td><td>A line of a list; 1. of a numbered one. Two spaces before it put it into the line above</td></tr>
<tr><td><code>*now* and **never**</code></td><td><em>now</em> and <strong>never</strong></td></tr>
<tr><td><code>[our rules](https://www.example.nhs.uk/rules)</code></td><td>A link. It may go to http, https, mailto, or a page here: (/privacy)</td></tr>
<tr><td><code>&gt; as they said</code></td><td>A quotation</td></tr>
<tr><td><code>`R-1`</code></td><td><code>R-1</code>, exactly as typed</td></tr>
<tr><td><code>---</code></td><td>A line across, with an empty line above it</td></tr>
<tr><td><code>\*</code></td><td>The sign itself</td></tr>
</tbody>
</table>
<p>HTML is shown as it is typed. There are no pictures and no tables. “#” and “##” are the same, since the page has a title of its own.</p>
</div>
</details>
{{/ABOUT_TEXT}}
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" name="go" value="save" data-module="nhsuk-button" data-prevent-double-click="true">Save</button>
{{#MAY_PREVIEW}}<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="go" value="preview">Preview</button>{{/MAY_PREVIEW}}
</div>
<p><button class="app-link-button" type="submit" name="go" value="defaults">Go back to the default</button></p>
</form>
</div>
</div>
