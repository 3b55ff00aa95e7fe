{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">Help</h1>
{{#HELP_PEOPLE}}
<h2 class="nhsuk-heading-m">People</h2>
<p>Invite somebody with their name, their own email address, their organisation and their roles. They are sent a link that works once and not for long, choose a password and set up an authenticator app. Until then nobody can use the account; you can send the invitation again, or withdraw it.</p>
<p>Roles add up, and hold from the very next page that a person opens. Disabling an account signs the person out at once; nothing that they did is removed. Nobody changes their own roles or disables themselves, so there is always an administrator left.</p>
<p>When somebody has lost their device and has no recovery code left, one administrator asks for a new one on that person&#39;s page, and another agrees within 3 days. Make sure that it is really them who asks. Where no two administrators can agree, whoever runs the server can: <code>soundings user device</code>.</p>
<h2 class="nhsuk-heading-m">Bank holidays</h2>
<p>The working days for incidents leave out the days under <a href="/holidays">Bank holidays</a> in Settings. Add those of a year when GOV.UK has published them; Settings says when a year is missing.</p>
<h2 class="nhsuk-heading-m">Retention</h2>
<p>The settings say how many years records are kept. Under Retention are the incident reports, contracts, plans and bids, interests and breaches whose years are over, and from when the years of each kind are counted. A contract goes with its returns, reviews and documents; an interest stays as long as a review that is kept names it. Hold what is to be kept for longer, with a reason. To destroy the others, one administrator proposes them and another confirms. Then each goes with everything that belongs to it; its reference and dates stay on a certificate, and the audit trail stays.</p>
{{/HELP_PEOPLE}}
{{#HELP_REPORTS}}
<h2 class="nhsuk-heading-m">Reports</h2>
<p>Report what went wrong, what might, and what went well: what happened, when and where, and who was harmed. That is all it needs; if in doubt, report. Every step is saved as a draft, which only you see, and which you can carry on with on another device. Behind &#8220;Add detail&#8221; is what helps others to learn, if you have the time.</p>
<p>Name nobody. Where a text looks as if it says who somebody is, you are shown the passage and can take it out, or say why it is needed. Nothing is blocked.</p>
<p>Somebody looks at every report within 5 working days. On the report&#8217;s page your practice sees where it stands and what you were told, answers questions, and adds to it. What was sent stays as it was sent.</p>
<h2 class="nhsuk-heading-m">Reports without a name</h2>
<p>Your practice can have a <a href="/reports/link">link</a> by which anybody there reports without signing in and without a name. Put the poster up in the staff room. Such a report goes to the incident managers; nobody in the practice can open it, because a colleague who gives no name should be safe from being guessed at. It is counted in the figures of your practice, where small numbers are hidden.</p>
<p>Whoever sends one gets a code, with which they see what came of it and answer questions. Nobody can find a lost code again. If the link has come into the wrong hands, make a new one: the old link and its posters stop working, and reports that were sent stay.</p>
{{/HELP_REPORTS}}
{{#HELP_ASKED}}
<h2 class="nhsuk-heading-m">Investigations</h2>
<p>Somebody reported something that your organisation may know more about, and an incident manager asks you to look into it. You read what they wrote for you and what they want to know, never the report itself. Who reported it is shown only where the reporter allowed that; please do not try to find out, so that everybody can go on reporting.</p>
<p>Write what you found, why it happened and what you have done or will do. The answer is saved as you go, and your colleagues can read and change it until one of you sends it. What was sent stays as it was sent; you can add to it. Add letters and reports as files on the page of the request. If you need more time, write that there. You are reminded by email before an answer is due.</p>
{{/HELP_ASKED}}
{{#HELP_ASKING}}
<h2 class="nhsuk-heading-m">Asking an organisation</h2>
<p>On the page of an incident, &#8220;Ask an organisation to look into it&#8221; sends a request to one of our organisations. They read your words alone: what happened, your questions, and as much of who reported it as the reporter allowed and you choose. A file reaches them only if you add it for their request; what the practice added never does. Where nobody can sign in for an organisation, send your request another way, and write the answer down when it comes.</p>
<p>Several organisations can be asked. When the last of them has answered, the incident is being investigated again, and you are told by email. Read the answer, then accept it, or ask something more; take a request back if it was a mistake.</p>
{{/HELP_ASKING}}
{{#HELP_SURVEYS}}
<h2 class="nhsuk-heading-m">Surveys</h2>
<p>The list of surveys shows who asks, whether each is open, and how many have answered. Open one to see its questions and its address, or go straight to its results.</p>
<p>Surveys are added on the server by whoever runs Soundings there: <code>soundings import survey</code>.</p>
<h2 class="nhsuk-heading-m">Results</h2>
<p>Results are exact to the last answer that was sent. Each chart has its table. Percentages are rounded to whole numbers, a half upwards.</p>
<p>For the Friends and Family Test, positive is &#8220;very good&#8221; and &#8220;good&#8221; together, divided by all answers, &#8220;don&#39;t know&#8221; included; negative is &#8220;poor&#8221; and &#8220;very poor&#8221; together, divided in the same way.</p>
<p>A question that was shown only to some counts only those who were asked it.</p>
{{/HELP_SURVEYS}}
{{#HELP_QUEUE}}
<h2 class="nhsuk-heading-m">The list of incidents</h2>
<p>What nobody has looked at comes first, the most overdue at the top: the clock is 5 working days from when a report was sent, or opened again. Then comes what is in triage, what is being worked on, what waits for somebody else, and what is over. Type a reference to find one report wherever it stands, or the beginnings of words; the filters narrow the list, and the headings order it.</p>
<p>What you search and filter by can be saved as a view, a link above the list, for you or for everybody who opens it. Tick reports to have one person look after all of them; that counts as a first look. A report that somebody else changed meanwhile is left as it is and named to you. The files (CSV, and a workbook for Excel) hold the rows that the list shows, on all its pages.</p>
{{/HELP_QUEUE}}
<h2 class="nhsuk-heading-m">Learning bulletins</h2>
<p>A <a href="/bulletins">learning bulletin</a> says what happened, what we learnt and what to do, in words in which nobody is recognised. Read it, and press “We have read this” once for your organisation: your colleagues see that it was read, and no reminder comes. A bulletin that was corrected or withdrawn is not shown any more; practices that have read it are told by email. There is no feed for what only practices may read, since a feed reader cannot sign in; what is public has one, at /learning.atom of the public site.</p>
{{#HELP_BULLETINS}}
<p><a href="/incidents/trends">Trends</a> show how many reports came in each month, of which kind, about whom, with what harm, and how long they took to be looked at and closed. A dashed line is the median of the whole months. Six or more months in a row on one side of it, or five in a row that rise or fall, are more than chance, and have a bracket. <a href="/incidents/trends/practices">Practices compared</a> divides reports by patients: small practices spread further by chance alone, so only outside the curved lines does a difference mean something. Few reports are no good sign.</p>
<p>Write a bulletin on the page of a closed incident, or from nothing in the list of bulletins. Before it is saved, Preview shows it and warns of what may give somebody away: names and codes of organisations, and what looks like a person&#39;s identity. It is a warning; you decide. Then send it for approval: another incident manager, who never wrote or changed it, reads exactly what will be published, and publishes it or sends it back. What is published never changes: write a corrected version, which takes its place when it is approved, or withdraw it. Who has read it shows which practices have and have not; those can be reminded once a week. Readers never learn from which incidents a bulletin was made.</p>
{{/HELP_BULLETINS}}
{{#HELP_ORGANISATIONS}}
<h2 class="nhsuk-heading-m">Organisations</h2>
<p>An organisation that ends is closed, never deleted: its records stay, and the people who belong to it can still read what is theirs. When another one carries on its work, merge it into that one. Merging closes the one that ends and makes its page lead to the one that goes on. Each keeps its own surveys, list sizes and records; nothing is added together, so last year’s figures stay what they were. A merge can be undone on the page of the one that ended.</p>
<p>A practice is in one locality (practices that are near each other) and in one peer group (practices whose patients are alike). Only an administrator of the commissioner changes organisations.</p>
{{/HELP_ORGANISATIONS}}
{{#HELP_FILES}}
<h2 class="nhsuk-heading-m">CSV files</h2>
<p>A list downloads as a CSV file with the rows that its filters show; responses to a survey with one row a response. A cell that a spreadsheet would take for a formula begins with an apostrophe. A file holds what people wrote, or who they are: keep it where only those who need it can see it.</p>
{{/HELP_FILES}}
<h2 class="nhsuk-heading-m">Incidents</h2>
<p><a href="/help/incidents">How an incident is handled</a>: its states, who may move it from which to which, and what the reporter is told.</p>
{{#HELP_BULLETINS}}<p>An incident&#39;s page has a line for each part of the work on it: notes, actions, what happened step by step, what was found and why, the duty of candour, letters. A note stays as it was written; another one corrects it. Everything else keeps in the incident&#39;s history what it said before. An action has an owner and a day: the owner is written to 3 working days before it is due, and once more when it is overdue; <a href="/actions/mine">My actions</a> lists your own. A letter is written here and printed; names and addresses of patients are added on paper. Once it was sent, it stays as it went.</p>{{/HELP_BULLETINS}}
<h2 class="nhsuk-heading-m">Contracts and reviews</h2>
<p><a href="/help/contracts">How contracts are reviewed</a>: the register, monitoring returns, interests, scores and decisions; plans and bids too.</p>
<p><a href="/help/proposals">How a proposal is made and heard</a>: writing it, who it asks, publishing it, hearing what people say, coming back to them.</p>
<h2 class="nhsuk-heading-m">Signing in</h2>
<p>You sign in with your email address, your password and the 6 digits of your authenticator app. A code works once; wait for the next one if you have just used it. You are signed out after {{IDLE}} minutes without use, and after {{MOST}} hours in any case. What you were typing is kept for a week, and given back to you when you sign in again.</p>
<p>If you do not have your device, sign in with a recovery code. If you have none left, ask an administrator of Soundings: two of them agree to a new device. If you forgot your password, “I have forgotten my password” on the sign-in page sends you a link; you need your device for it too. You change your password, your device and your recovery codes in <a href="/account">My account</a>.</p>
<p>After 10 wrong tries from one place within 15 minutes, wait 15 minutes.</p>
<h2 class="nhsuk-heading-m">Somebody to ask</h2>
<p>Write to {{CONTACT}}.</p>
