{{%AUTOESCAPE context="HTML"}}
<svg class="app-qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-labelledby="qr-title" shape-rendering="crispEdges">
<title id="qr-title">QR code of your practice’s link. The address is below.</title>
<path fill="#fff" d="M0 0h{{QR_SIZE}}v{{QR_SIZE}}H0z"/>
<path fill="#000" d="{{QR_PATH}}"/>
</svg>
<p><strong class="app-address">{{ADDRESS}}</strong></p>
<p>Made on {{AT}} by {{MAKER}}.</p>
<p><a class="nhsuk-button" href="/reports/link/poster">Poster for the staff room</a></p>
