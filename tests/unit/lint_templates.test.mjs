// lint_templates.test.mjs: the template linter catches each hole, and lets the harmless neighbour pass.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { lintTemplate, pragma } from '../../cgi/gen/lint_templates.mjs';

const rules = (name, body) => lintTemplate(name, body).map((finding) => finding.rule);
const page = (body) => `${pragma}\n${body}\n`;
const token = '<input type="hidden" name="csrf" value="{{CSRF}}">';

// [what, rule, the hole, the harmless neighbour, template's name]
const holes = [
	['an unquoted marker', 'marker-place', '<p id={{X}}>a</p>', '<p id="{{X}}">a</p>'],
	['a marker as tag name', 'marker-place', '<{{X}}>a</p>', '<p>{{X}}</p>'],
	['a marker in an end tag', 'marker-place', '<p>a</{{X}}>', '<p>a</p>'],
	['a marker as attribute', 'marker-place', '<p {{X}}>a</p>', '<p{{#X}} id="x"{{/X}}>a</p>'],
	['a marker in an attribute\'s name', 'marker-place', '<p data-{{X}}="a">a</p>', '<p data-x="{{X}}">a</p>'],
	['a marker after a section in a tag', 'marker-place', '<p{{#A}} {{X}}{{/A}}>a</p>', '<p{{#A}} id="{{X}}"{{/A}}>a</p>'],
	['a marker in a comment', 'marker-place', '<!-- {{X}} -->', '{{! X }}'],
	['a section in a comment', 'marker-place', '<!-- {{#X}} --><!-- {{/X}} -->', '<!-- plain -->'],
	['a marker in a script', 'marker-place', '<script src="/static/a.mjs">{{X}}</script>', '<script src="/static/a.mjs"></script>'],
	['a marker in a style sheet', 'marker-place', '<style>p { color: {{X}} }</style>', '<p class="{{X}}">a</p>'],
	['an include in an attribute', 'marker-place', '<p id="{{>X}}">a</p>', '<p>{{>X}}</p>'],
	['an include between attributes', 'marker-place', '<p {{>X}}>a</p>', '<p>{{>X}}</p>'],
	['a marker in formaction', 'url', '<button formaction="{{X}}">a</button>', '<button formaction="/a">a</button>'],
	['formaction after our path', 'url', '<button formaction="/a/{{X}}">a</button>', '<button value="{{X}}">a</button>'],
	['a marker in xlink:href', 'url', '<a xlink:href="{{X}}">a</a>', '<a href="#{{X}}">a</a>'],
	['a marker in srcset', 'url', '<img alt="" srcset="{{X}}">', '<img alt="{{X}}" src="/static/a.svg">'],
	['srcdoc', 'inline', '<p srcdoc="{{X}}">a</p>', '<p title="{{X}}">a</p>'],
	['a marker in style', 'inline', '<p style="color: {{X}}">a</p>', '<p class="{{X}}">a</p>'],
	['a style without a marker', 'inline', '<p style="color: red">a</p>', '<p class="red">a</p>'],
	['an event attribute', 'inline', '<p onclick="a()">a</p>', '<p data-on="a">a</p>'],
	['an event attribute in capitals', 'inline', '<p ONclick="{{X}}">a</p>', '<p data-on="{{X}}">a</p>'],
	['a script in the page', 'inline', '<script>alert(1)</script>', '<script type="module" src="/static/a.mjs"></script>'],
	['a script of another host', 'inline', '<script src="https://a.example/a.js"></script>', '<script src="/static/a.js"></script>'],
	['a marker in http-equiv', 'marker-attribute', '<meta http-equiv="refresh" content="{{X}}">', '<meta name="description" content="{{X}}">'],
	['a marker in an unknown attribute', 'marker-attribute', '<p is="{{X}}">a</p>', '<p lang="{{X}}">a</p>'],
	['a marker in target', 'marker-attribute', '<a href="/a" target="{{X}}" rel="noopener">a</a>', '<a href="/a">{{X}}</a>'],
	['a URL that begins with a marker', 'url', '<a href="{{X}}">a</a>', '<a href="/surveys/{{X}}">a</a>'],
	['a form\'s action of many parameters', 'url', `<form method="post" novalidate action="{{LIST_LINK}}">${token}</form>`,
		'<a href="{{LIST_LINK}}">a</a>'],
	['a URL with a space first', 'url', '<a href=" {{X}}">a</a>', '<a href="/s/{{X}}">a</a>'],
	['a URL with a line break first', 'url', '<a href="\n{{X}}">a</a>', '<a href="?page={{X}}">a</a>'],
	['a URL with a section first', 'url', '<a href="{{#A}}{{/A}}{{X}}">a</a>', '{{#A}}<a href="/s/{{X}}">a</a>{{/A}}'],
	['a URL with a section inside', 'url', '<a href="/s/{{#A}}b/{{/A}}{{X}}">a</a>', '<a href="/s/b/{{X}}">a</a>'],
	['a URL that may name a host', 'url', '<a href="/{{X}}">a</a>', '<a href="/a{{X}}">a</a>'],
	['a URL with an open scheme', 'url', '<a href="java{{X}}">a</a>', '<a href="/java/{{X}}">a</a>'],
	['an action that is a marker', 'url', `<form method="post" novalidate action="{{X}}">${token}</form>`,
		`<form method="post" novalidate action="/surveys/{{X}}">${token}</form>`],
	['a picture\'s src', 'url', '<img alt="" src="{{X}}">', '<img alt="" src="/static/a.svg">'],
	['javascript:', 'url', '<a href="javascript:history.back()">a</a>', '<a href="/">a</a>'],
	['javascript: in capitals', 'url', '<a href="JavaScript:a()">a</a>', '<a href="/javascript">a</a>'],
	['data:', 'url', '<a href="data:text/html,a">a</a>', '<a href="/data">a</a>'],
	['plain http', 'url', '<a href="http://www.nhs.uk/">a</a>', '<a href="https://www.nhs.uk/">a</a>'],
	['mailto: with a marker', 'url', '<a href="mailto:{{X}}">a</a>', '<a href="mailto:help@example.nhs.uk">a</a>'],
	['tel: with a marker', 'url', '<a href="tel:{{X}}">{{X}}</a>', '<span>{{X}}</span>'],
	['another host\'s style sheet', 'other-host', '<link rel="stylesheet" href="https://a.example/a.css">',
		'<link rel="stylesheet" href="/static/soundings.css">'],
	['another host\'s picture', 'other-host', '<img alt="" src="//a.example/a.png">', '<img alt="" src="/static/a.png">'],
	['a form to another host', 'other-host', `<form method="post" novalidate action="https://a.example/">${token}</form>`,
		`<form method="post" novalidate action="/a">${token}</form>`],
	['target without rel', 'target', '<a href="/a" target="_blank">a</a>', '<a href="/a" target="_blank" rel="noreferrer noopener">a</a>'],
	['a frame', 'element', '<iframe src="/a"></iframe>', '<p>a</p>'],
	['a base', 'element', '<base href="/a/"><p>a</p>', '<p>a</p>'],
	['an SVG animation of a link', 'element', '<svg role="img"><title>a</title><set attributeName="href" to="a"></set></svg>',
		'<svg role="img"><title>a</title><rect width="{{X}}"/></svg>'],
	[':none', 'modifier', '<p>{{X:none}}</p>', '<p>{{X}}</p>'],
	[':h, which is never needed', 'modifier', '<p>{{X:h}}</p>', '<p>{{X}}</p>'],
	['two modifiers', 'modifier', '<pre>{{X:pre_escape:none}}</pre>', '<pre>{{X:pre_escape}}</pre>'],
	['a modifier of an include', 'modifier', '<p>{{>X:h}}</p>', '<p>{{>X}}</p>'],
	[':pre_escape where lines are lost', 'pre-escape', '<p>{{X:pre_escape}}</p>', '<p class="app-text">{{X:pre_escape}}</p>'],
	[':pre_escape in an attribute', 'pre-escape', '<textarea aria-label="{{X:pre_escape}}"></textarea>',
		'<textarea aria-label="{{X}}">{{Y:pre_escape}}</textarea>'],
	[':pre_escape in a visible input', 'pre-escape', '<input aria-label="a" value="{{X:pre_escape}}" type="text">',
		'<input value="{{X:pre_escape}}" type="hidden">'],
	['a textarea that loses lines', 'pre-escape', '<textarea aria-label="a">{{X}}</textarea>',
		'<textarea aria-label="a">{{X:pre_escape}}</textarea>'],
	['a marker in small letters', 'marker-name', '<p>{{title}}</p>', '<p>{{TITLE}}</p>'],
	['a built-in marker', 'marker-name', '<p>{{BI_SPACE}}</p>', '<p>{{B}}</p>'],
	['other delimiters', 'marker-syntax', '{{=<% %>=}}<p><%X%></p>', '<p>{{X}}</p>'],
	['a marker with spaces', 'marker-syntax', '<p>{{ X }}</p>', '<p>{{X}}</p>'],
	['a second pragma', 'pragma', '{{%AUTOESCAPE context="HTML" state="IN_TAG"}}<p>a</p>', '<p>a</p>'],
	['the pragma that switches off', 'pragma', '{{%AUTOESCAPE context="MANUAL"}}<p>{{X}}</p>', '<p>{{X}}</p>'],
	['a section never closed', 'section', '<p>{{#A}}a</p>', '<p>{{#A}}a{{/A}}</p>'],
	['a section closed twice', 'section', '<p>{{#A}}a{{/A}}{{/A}}</p>', '<p>{{#A}}a{{/A}}</p>'],
	['sections that cross', 'section', '<p>{{#A}}{{#B}}a{{/A}}{{/B}}</p>', '<p>{{#A}}{{#B}}a{{/B}}{{/A}}</p>'],
	['a section that ends elsewhere in the HTML', 'section', '<p{{#A}} id="a">{{/A}}b</p>', '<p{{#A}} id="a"{{/A}}>b</p>'],
	['a section that opens a quote', 'section', '{{#A}}<p id="{{/A}}a">b</p>', '<p id="{{#A}}c{{/A}}a">b</p>'],
	['a tag never closed', 'tags', '<div><p>a</p>', '<div><p>a</p></div>'],
	['tags that cross', 'tags', '<b><i>a</b></i>', '<b><i>a</i></b>'],
	['a tag opened in a section only', 'tags', '{{#A}}<h1>{{/A}}a</h1>', '{{#A}}<h1>{{/A}}a{{#A}}</h1>{{/A}}'],
	['a name put together by a section', 'tags', '<p on{{#A}}click{{/A}}="a">b</p>', '<p{{#A}} data-click="a"{{/A}}>b</p>'],
	['a name that a section leaves open', 'tags', '<p{{#A}} on{{/A}}click="a">b</p>', '<p{{#A}} lang="a"{{/A}} title="b">b</p>'],
	['an attribute twice', 'tags', '<p id="a" class="b" id="c">a</p>', '<p id="a" class="b">a</p>'],
	['a bare <', 'tags', '<p>1 < 2</p>', '<p>1 &lt; 2</p>'],
	['no space between attributes', 'tags', '<p id="a"class="b">a</p>', '<p id="a" class="b">a</p>'],
	['an unquoted value', 'quotes', '<p id=a>a</p>', '<p id="a">a</p>'],
	['a staff form without its token', 'form', '<form method="post" novalidate action="/a"></form>',
		`<form method="post" novalidate action="/a">${token}</form>`],
	['the token outside its form', 'form', `<form method="post" novalidate action="/a"></form>${token}`,
		'<form method="post" novalidate action="/a">{{>CSRF}}</form>'],
	['a public form without state', 'form', '<form method="post" novalidate action="/a"></form>',
		'<form method="post" novalidate action="/a"><input type="hidden" name="state" value="{{STATE}}"></form>', 'survey_page'],
	['a form without novalidate', 'form', `<form method="post" action="/a">${token}</form>`, '<form method="get" novalidate action="/a"></form>'],
	['a form without a method', 'form', '<form novalidate action="/a"></form>', '<form method="get" novalidate action="/a"></form>'],
	['another method', 'form', '<form method="dialog" novalidate></form>', '<form method="get" novalidate></form>'],
	['an input without a label', 'label', '<label for="b">b</label><input id="a" name="a">', '<label for="a">a</label><input id="a" name="a">'],
	['an input with another\'s label', 'label', '<label for="{{ID}}">b</label><input id="{{ID}}-x" name="a">',
		'<label for="{{ID}}-x">b</label><input id="{{ID}}-x" name="a">'],
	['a select without a label', 'label', '<select name="a"></select>', '<label>a <select name="a"></select></label>'],
	['a picture without alt', 'alt', '<img src="/static/a.svg">', '<img src="/static/a.svg" alt="">'],
	['a chart without a title', 'svg', '<svg role="img"><rect/></svg>', '<svg role="img"><title>{{X}}</title><rect/></svg>'],
	['an icon without a role', 'svg', '<svg><path d="M0 0"/></svg>', '<svg aria-hidden="true"><path d="M0 0"/></svg>'],
	['an id twice', 'id', '<p id="a">a</p><p id="a">b</p>', '<p id="a">a</p><p id="b">b</p>'],
	['an id twice, once in a section', 'id', '<p id="a">a</p>{{#A}}<p id="a">b</p>{{/A}}',
		'{{#B}}<p id="a">a</p>{{/B}}{{#A}}<p id="a">b</p>{{/A}}'],
	['space at the end of a line', 'space', '<p>a</p> ', '<p>a</p>'],
	['a tab inside a line', 'space', '<p>a\tb</p>', '\t<p>a b</p>'],
	['a bidi mark', 'space', '<p>a\u202eb</p>', '<p>a – b</p>'],
];

for (const [what, rule, hole, neighbour, name = 'incident_view'] of holes) {
	test(`templates: ${what} is refused`, () => {
		assert.ok(rules(name, page(hole)).includes(rule), `${hole}: ${rules(name, page(hole)).join(' ') || 'nothing said'}`);
		assert.deepEqual(lintTemplate(name, page(neighbour)), [], `${neighbour} must pass`);
	});
}

test('templates: the first bytes are the pragma', () => {
	assert.deepEqual(rules('a', '<p>{{X}}</p>\n'), ['pragma']);
	assert.ok(rules('a', ` ${page('<p>{{X}}</p>')}`).includes('pragma'));
	assert.ok(rules('a', `\ufeff${page('<p>{{X}}</p>')}`).includes('pragma'));
	assert.ok(rules('a', page('<p>{{X}}</p>').replace('HTML', 'HTML" state="x')).includes('pragma'));
	assert.deepEqual(rules('a', page('<p>{{X}}</p>')), []);
});

test('templates: a whole address only where somebody vouches for it', () => {
	assert.deepEqual(rules('layout_staff', page('<a href="{{MENU_PATH}}">a</a>')), []);
	assert.deepEqual(rules('layout_public', page('<a href="{{MENU_PATH}}">a</a>')), ['url']);
	assert.deepEqual(rules('layout_staff', page('<a href="{{X}}">a</a>')), ['url']);
	assert.deepEqual(rules('layout_staff', page('<a href=" {{MENU_PATH}}">a</a>')), ['url', 'url']);
});

test('templates: a finding names its line and says what to do', () => {
	const [finding] = lintTemplate('a', page('<p>a</p>\n<a href="{{X}}">a</a>'));
	assert.equal(finding.line, 3);
	assert.match(finding.message, /literal path of ours/);
});

test('templates: a whole page passes', () => {
	assert.deepEqual(lintTemplate('layout_staff', page(`<!DOCTYPE html>
<html lang="en" class="no-js">
<head>
<meta charset="utf-8">
<title>{{TITLE}}</title>
<link rel="stylesheet" href="/static/soundings.css">
</head>
<body>
{{#PERSON}}
<form method="post" action="/sign-out" novalidate>
	<input type="hidden" name="csrf" value="{{CSRF}}">
	<button class="nhsuk-button{{#RED}} nhsuk-button--warning{{/RED}}" type="submit">Sign out</button>
</form>
{{/PERSON}}
<main id="main">{{>CONTENT}}</main>
<input type="radio" id="{{ID}}" name="{{NAME}}" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}{{#HINT}}
	aria-describedby="{{ID}}-hint"{{/HINT}}><label for="{{ID}}">{{LABEL}}</label>
<script type="module" src="/static/soundings.mjs"></script>
</body>
</html>`)), []);
});

test('templates: all of ours pass', () => {
	if (!fs.existsSync('templates'))
		return;
	for (const name of fs.readdirSync('templates').filter((entry) => entry.endsWith('.tpl')))
		assert.deepEqual(lintTemplate(name, fs.readFileSync(`templates/${name}`, 'utf8')), [], name);
});
