{{%AUTOESCAPE context="HTML"}}
<div class="app-progress">
<p class="app-progress__line"><label for="progress-mine">Coded by you: {{MINE}} of {{PASSAGES}}</label> <progress class="app-progress__bar" id="progress-mine" max="{{MOST}}" value="{{MINE_DONE}}"></progress></p>
<p class="app-progress__line"><label for="progress-both">Coded by two people: {{TWICE}} of {{PASSAGES}}</label> <progress class="app-progress__bar" id="progress-both" max="{{MOST}}" value="{{TWICE_DONE}}"></progress></p>
</div>
