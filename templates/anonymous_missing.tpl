{{%AUTOESCAPE context="HTML"}}
<h1 class="nhsuk-heading-l">This link does not work</h1>
<p>A practice can make a new link at any time, and its old one stops working. Perhaps there is a newer poster, or somebody at the practice can give you the new link.</p>
<p>If you typed the address, check that it is right.</p>
<p>A report that you sent is safe. <a href="/r/progress">Look it up with your code</a></p>
