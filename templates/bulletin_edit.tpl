{{%AUTOESCAPE context="HTML"}}<p class="app-trail app-no-print"><a href="/bulletins">Learning bulletins</a>{{#EXISTING}} › <a href="/bulletins/{{SLUG}}">{{BULLETIN_TITLE}}</a>{{/EXISTING}}</p>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-two-thirds">
{{>ERROR_SUMMARY}}
<h1 class="nhsuk-heading-l">{{HEADING}}</h1>
{{#FROM_INCIDENT}}<p>From incident <a href="/incidents/{{REF}}">{{REF}}</a>. Readers never see from which incident it was made: write it anew, so that nobody recognises the practice, the provider or the patient.</p>
{{/FROM_INCIDENT}}
{{#PREVIEW}}<p>This is a preview. Nothing is saved yet: press “Save the draft” at the end of the form.</p>
<div class="app-bulletin__frame">
{{>BULLETIN}}
</div>
{{/PREVIEW}}{{>BULLETIN_WARNING}}
{{#NO_WARNING}}<p>We found no name or code of an organisation here, and nothing that looks like a person&#39;s identity. Only you can tell whether somebody would recognise the story.</p>
{{/NO_WARNING}}<form class="app-bulletin__form" method="post" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<input type="hidden" name="token" value="{{TOKEN}}">
<input type="hidden" name="seen" value="{{SEEN}}">
{{>FIELD}}
<div class="nhsuk-button-group">
<button class="nhsuk-button" type="submit" data-module="nhsuk-button" data-prevent-double-click="true">Save the draft</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="preview" value="yes">Preview</button>
</div>
</form>
</div>
</div>
