{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">Privacy</h1>
<h2 class="nhsuk-heading-m">When you answer a survey</h2>
<p>Each survey says on its first page who asks, why, and what happens to your answers.</p>
<p>An anonymous survey stores your answers and the week or the month they came in. It does not store your name, your internet address, what device you use, or where you came from. It sets no cookie.</p>
<p>Until you send them, your answers are only in the page you have open. Nothing is kept by us if you close it.</p>
<p>Please do not write your own or anybody else&#39;s name, or anything a person could be recognised by, into an anonymous survey.</p>
<h2 class="nhsuk-heading-m">When you sign in as staff</h2>
<p>One cookie keeps you signed in for up to 8 hours, and ends after 15 minutes without use. Another carries one sentence from one page to the next. Nothing else is stored in your browser.</p>
<h2 class="nhsuk-heading-m">Questions</h2>
<p>{{COMMISSIONER}} is responsible for this site. Write to {{CONTACT}}.</p>
