{{%AUTOESCAPE context="HTML"}}
<p class="app-result__links app-no-print"><a href="/proposals/{{REF}}/themes">Themes</a>
<a href="/proposals/{{REF}}/code">Coding</a>
<a href="/proposals/{{REF}}/agreement">Agreement</a>
<a href="/proposals/{{REF}}/outcomes">What came of it</a>
<a href="/proposals/{{REF}}/questions">Questions asked</a></p>
