{{%AUTOESCAPE context="HTML"}}<svg class="app-chart" viewBox="0 0 {{CHART_W}} {{CHART_H}}" width="{{CHART_W}}" height="{{CHART_H}}" role="img" aria-labelledby="{{CHART_ID}}-title {{CHART_ID}}-text">
<title id="{{CHART_ID}}-title">{{CHART_TITLE}}</title>
<desc id="{{CHART_ID}}-text">{{CHART_DESCRIPTION}}</desc>
{{#RULE}}<line class="{{CLASS}}" x1="{{X}}" y1="{{Y}}" x2="{{X2}}" y2="{{Y2}}"/>
{{/RULE}}{{#RECTANGLE}}<rect class="{{CLASS}}" x="{{X}}" y="{{Y}}" width="{{W}}" height="{{H}}"/>
{{/RECTANGLE}}{{#PATH}}<path class="{{CLASS}}" d="{{POINTS}}"/>
{{/PATH}}{{#DOT}}<circle class="{{CLASS}}" cx="{{X}}" cy="{{Y}}" r="4"/>
{{/DOT}}{{#WORDS}}<text class="{{CLASS}}" x="{{X}}" y="{{Y}}">{{TEXT}}</text>
{{/WORDS}}</svg>
