{{%AUTOESCAPE context="HTML"}}
{{! The picture that an authenticator app reads, and the same to type. }}
<ol class="nhsuk-list nhsuk-list--number">
<li>Open the authenticator app on your telephone, for example Microsoft Authenticator or Google Authenticator. If you have none, get one from your app store; it is free.</li>
<li>In the app choose to add an account, and point the camera at this square.</li>
<li>Type the 6 numbers that the app then shows into the box below.</li>
</ol>
<svg class="app-qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-labelledby="qr-title" shape-rendering="crispEdges">
<title id="qr-title">QR code for your authenticator app. The same as text is below.</title>
<path fill="#fff" d="M0 0h{{QR_SIZE}}v{{QR_SIZE}}H0z"/>
<path fill="#000" d="{{QR_PATH}}"/>
</svg>
<details class="nhsuk-details">
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">I cannot scan the square, or the app is on this telephone</span></summary>
<div class="nhsuk-details__text">
<p>Choose to type a key in the app, and enter these. The kind is “time based”. Spaces and capitals do not matter.</p>
<dl class="nhsuk-summary-list nhsuk-summary-list--no-border">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Account</dt><dd class="nhsuk-summary-list__value">{{EMAIL}}</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Key</dt><dd class="nhsuk-summary-list__value app-secret">{{SECRET}}</dd></div>
</dl>
</div>
</details>
