{{%AUTOESCAPE context="HTML"}}
<p class="app-trail app-no-print"><a href="/reports">Reports</a> › <a href="/reports/link">Reports without a name</a></p>
<p class="app-no-print">Print this page with your browser, on one sheet of A4.</p>
<div class="app-poster">
<h1 class="nhsuk-heading-xl">Seen something? Say so.</h1>
<p class="nhsuk-body-l">Something that went wrong, nearly did, might, or went well. You need not give your name.</p>
<svg class="app-qr app-poster__qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-labelledby="qr-title" shape-rendering="crispEdges">
<title id="qr-title">QR code of the link below.</title>
<path fill="#fff" d="M0 0h{{QR_SIZE}}v{{QR_SIZE}}H0z"/>
<path fill="#000" d="{{QR_PATH}}"/>
</svg>
<p class="nhsuk-body-l"><strong class="app-address">{{ADDRESS}}</strong></p>
<ul class="nhsuk-list nhsuk-list--bullet">
<li>For people who work at {{PRACTICE}}. About 3 minutes, on your own telephone.</li>
<li>No name, address, device or cookie is kept. That it came from this practice is known, and the day. What you write may still show who you are.</li>
<li>It goes to {{COMMISSIONER}}. Nobody at the practice can open it.</li>
<li>You get a code. With it you see what came of your report, at {{PROGRESS_ADDRESS}}</li>
</ul>
</div>
