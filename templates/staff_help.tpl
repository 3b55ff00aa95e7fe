{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">Help</h1>
{{#HELP_PEOPLE}}
<h2 class="nhsuk-heading-m">People</h2>
<p>Invite somebody with their name, their own email address, their organisation and their roles. They are sent a link that works once and not for long, choose a password and set up an authenticator app. Until then nobody can use the account; you can send the invitation again, or withdraw it.</p>
<p>Roles add up, and hold from the very next page that a person opens. Disabling an account signs the person out at once; nothing that they did is removed. Nobody changes their own roles or disables themselves, so there is always an administrator left.</p>
<p>When somebody has lost their device and has no recovery code left, one administrator asks for a new one on that person&#39;s page, and another agrees within 3 days. Make sure that it is really them who asks. Where no two administrators can agree, whoever runs the server can: <code>soundings user device</code>.</p>
{{/HELP_PEOPLE}}
{{#HELP_SURVEYS}}
<h2 class="nhsuk-heading-m">Surveys</h2>
<p>The list of surveys shows who asks, whether each is open, and how many have answered. Open one to see its questions and its address, or go straight to its results.</p>
<p>Surveys are added on the server by whoever runs Soundings there: <code>soundings import survey</code>.</p>
<h2 class="nhsuk-heading-m">Results</h2>
<p>Results are exact to the last answer that was sent. Each chart has its table. Percentages are rounded to whole numbers, a half upwards.</p>
<p>For the Friends and Family Test, positive is &#8220;very good&#8221; and &#8220;good&#8221; together, divided by all answers, &#8220;don&#39;t know&#8221; included; negative is &#8220;poor&#8221; and &#8220;very poor&#8221; together, divided in the same way.</p>
<p>A question that was shown only to some counts only those who were asked it.</p>
{{/HELP_SURVEYS}}
{{#HELP_ORGANISATIONS}}
<h2 class="nhsuk-heading-m">Organisations</h2>
<p>An organisation that ends is closed, never deleted: its records stay, and the people who belong to it can still read what is theirs. When another one carries on its work, merge it into that one. Merging closes the one that ends and makes its page lead to the one that goes on. Each keeps its own surveys, list sizes and records; nothing is added together, so last year’s figures stay what they were. A merge can be undone on the page of the one that ended.</p>
<p>A practice is in one locality (practices that are near each other) and in one peer group (practices whose patients are alike). Only an administrator of the commissioner changes organisations.</p>
{{/HELP_ORGANISATIONS}}
{{#HELP_FILES}}
<h2 class="nhsuk-heading-m">CSV files</h2>
<p>A list downloads as a CSV file with the rows that its filters show; responses to a survey with one row a response. A cell that a spreadsheet would take for a formula begins with an apostrophe. A file holds what people wrote, or who they are: keep it where only those who need it can see it.</p>
{{/HELP_FILES}}
<h2 class="nhsuk-heading-m">Signing in</h2>
<p>You sign in with your email address, your password and the 6 digits of your authenticator app. A code works once; wait for the next one if you have just used it. You are signed out after {{IDLE}} minutes without use, and after {{MOST}} hours in any case. What you were typing is kept for a week, and given back to you when you sign in again.</p>
<p>If you do not have your device, sign in with a recovery code. If you have none left, ask an administrator of Soundings: two of them agree to a new device. If you forgot your password, “I have forgotten my password” on the sign-in page sends you a link; you need your device for it too. You change your password, your device and your recovery codes in <a href="/account">My account</a>.</p>
<p>After 10 wrong tries from one place within 15 minutes, wait 15 minutes.</p>
<h2 class="nhsuk-heading-m">Somebody to ask</h2>
<p>Write to {{CONTACT}}.</p>
