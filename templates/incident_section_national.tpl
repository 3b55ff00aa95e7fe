{{%AUTOESCAPE context="HTML"}}
<section class="app-no-print" aria-labelledby="national">
<h2 class="nhsuk-heading-m" id="national">Print, and the national service</h2>
<p>To print this page, or save it as a PDF, use Print in your browser: menus and links that change something are left out.</p>
<p><a href="/incidents/{{REF}}/fhir.json">Download as FHIR (JSON)</a> with the codes of Learn From Patient Safety Events. <a href="/incidents/{{REF}}/national">What the national service would still ask</a>: {{MISSING}}.</p>
</section>
