// lint_templates.mjs: refuses every hole in a template that ctemplate's automatic escaping leaves open, and markup that
// would shut somebody out.
// lintTemplate(name, text) gives [{ line, rule, message }]; the build stops on any. A message says what to do instead.
import { scan } from './lint_scan.mjs';

export const pragma = '{{%AUTOESCAPE context="HTML"}}';

const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

// What may act, load or change the meaning of what follows; no page of ours has a use for it.
const elementsRefused = new Set(['style', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'param',
	'plaintext', 'xmp', 'listing', 'noembed', 'noscript', 'template', 'portal', 'math', 'foreignobject', 'animate',
	'animatemotion', 'animatetransform', 'set', 'handler', 'listener', 'use', 'image', 'feimage', 'marquee']);

// Attributes in which a marker cannot act. Whoever adds one asks first what a hostile value would do there.
const attributesOpen = new Set(['id', 'name', 'value', 'class', 'for', 'list', 'alt', 'title', 'lang', 'dir', 'content', 'placeholder',
	'autocomplete', 'inputmode', 'type', 'min', 'max', 'maxlength', 'minlength', 'rows', 'cols', 'size', 'step', 'datetime',
	'colspan', 'rowspan', 'scope', 'headers', 'label', 'role', 'tabindex', 'width', 'height', 'x', 'y', 'x1', 'x2', 'y1', 'y2',
	'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'd', 'points', 'viewbox', 'transform', 'download', 'form', 'start', 'open']);
const urls = new Set(['href', 'action', 'src']);
const urlsNever = new Set(['formaction', 'xlink:href', 'srcset', 'imagesrcset', 'poster', 'data', 'cite', 'background', 'ping',
	'manifest', 'longdesc', 'usemap', 'codebase', 'classid', 'profile', 'icon', 'xml:base', 'archive', 'itemid', 'itemtype']);
// Whole addresses that no person typed, or that were taken apart before: template, marker. Whoever adds one says who vouches for it.
const urlsVouched = new Map([
	['layout_staff', 'MENU_PATH'], // a literal of menu.c
	['staff_home', 'MENU_PATH'], // a literal of menu.c or home.c
	['survey_page', 'VISIT_POST'], ['survey_check', 'VISIT_POST'], // the path of a door of visit_pages.c
	['markdown', 'MD_URL'], // markdown.c looked at its scheme, and ctemplate does again
]);
// These keep the line breaks of their text (static/soundings.scss).
const keepsLines = /(^|\s)app-(text|keep-lines)(\s|$)/;
// Templates of the public pool: their forms carry sealed `state`, since patients have no session and so no CSRF token.
const publicPool = /^(survey_|public_|anonymous_(?!link|poster))/;
// A code is looked up by POST, so that it stands in no address; nothing is changed by it.
const looksUp = /^anonymous_progress\b/;

const attribute = (tag, name) => tag.attributes.find((item) => item.name === name);
const text = (tag, name) => attribute(tag, name)?.value ?? '';
const isOpen = (name) => attributesOpen.has(name) || /^(aria|data)-[a-z-]+$/.test(name);
const under = (path, other) => path.every((part, i) => part === other[i]);

function checkPragma(source, report) {
	if (!source.startsWith(pragma))
		report(1, 'pragma', `begin with ${pragma}, with nothing before it: without it nothing in this file is escaped`);
}

// Markers by their own spelling: names, modifiers, pragmas.
function checkMarker(marker, report) {
	const { line, kind, name, modifiers, raw, place } = marker;
	if (kind === '%') {
		if (marker.offset !== 0)
			report(line, 'pragma', `${raw}: one AUTOESCAPE line, at the very beginning, and no other pragma`);
		return;
	}
	if (kind === '!')
		return;
	if (kind === '=')
		return report(line, 'marker-syntax', 'do not change the delimiters: this linter reads only {{ and }}');
	if (kind === '?')
		return report(line, 'marker-syntax', `${raw} is not a marker: write {{NAME}}, {{#NAME}}, {{/NAME}} or {{>NAME}}`);
	if (!/^[A-Z][A-Z0-9_]*$/.test(name))
		report(line, 'marker-name', `${raw}: a marker is called [A-Z][A-Z0-9_]*`);
	if (name.startsWith('BI_'))
		report(line, 'marker-name', `${raw}: ctemplate's own markers are not used here: write the character`);
	if (modifiers === '' || (kind === 'v' && modifiers === ':pre_escape'))
		return;
	if (raw === '{{MD_ADDRESS:x-mailto}}' && place === 'value' && marker.attr.value === `mailto:${raw}`)
		return;
	const why = /:(none|safe|raw)/.test(modifiers) ? 'never switch escaping off: set plain text and let it be escaped'
		: 'no modifier but :pre_escape: ctemplate chooses the escaping itself';
	report(line, 'modifier', `${raw}: ${why}`);
}

const wrongPlaces = {
	tagname: 'a marker cannot be a tag\'s name: write the tags out, in sections',
	attributename: 'a marker cannot be an attribute or its name: write {{#SHOWN}} checked{{/SHOWN}} with literal names',
	unquoted: 'put quotes around the attribute\'s value',
	comment: 'no marker in an HTML comment: use {{! … }}, which is not sent',
	raw: 'no marker in script or style: give the value to a data- attribute',
};

// Where a value or include stands in the HTML.
function checkPlace(marker, report) {
	const { line, kind, raw, place, modifiers } = marker;
	if (['%', '!', '=', '?'].includes(kind))
		return;
	if (wrongPlaces[place] && !(place === 'attributename' && kind !== 'v' && kind !== '>' && marker.between))
		return report(line, 'marker-place', `${raw}: ${wrongPlaces[place]}`);
	if (place === 'value' && kind === '>')
		return report(line, 'marker-place', `${raw}: no include inside an attribute: set a value`);
	if (kind !== 'v')
		return;
	const inside = marker.inside.at(-1);
	const keeps = marker.inside.some((tag) => ['textarea', 'pre'].includes(tag.name) || keepsLines.test(text(tag, 'class')));
	const hidden = place === 'value' && marker.attr.name === 'value' && text(marker.tag, 'type') === 'hidden';
	if (modifiers === ':pre_escape' && !hidden && (place !== 'text' || !keeps))
		report(line, 'pre-escape', `${raw}: only inside textarea, pre, a hidden input's value, or an element of class app-text, ` +
			'which keep line breaks');
	if (place === 'text' && inside?.name === 'textarea' && modifiers !== ':pre_escape')
		report(line, 'pre-escape', `${raw}: in a textarea write :pre_escape, or its line breaks become spaces`);
}

// Every {{#X}} is closed by its {{/X}}, in the same place of the HTML: ctemplate reads the file as if each were shown once.
function checkSections(markers, report) {
	const stack = [];
	for (const marker of markers) {
		if (marker.kind === '#')
			stack.push(marker);
		if (marker.kind !== '/')
			continue;
		const open = stack.pop();
		if (!open)
			report(marker.line, 'section', `${marker.raw} closes nothing`);
		else if (open.name !== marker.name) {
			report(marker.line, 'section', `${marker.raw} closes {{#${open.name}}} of line ${open.line}`);
			stack.push(open);
		} else if (open.state !== marker.state)
			report(marker.line, 'section', `${marker.raw} stands ${marker.state}, its beginning (line ${open.line}) ${open.state}: ` +
				'a section begins and ends in the same place of the HTML, so that escaping knows where it is');
	}
	for (const open of stack)
		report(open.line, 'section', `${open.raw} is never closed`);
}

// Tags nest; one that was opened inside a section is closed inside it (the same section, here or further down).
function checkBalance(tags, report) {
	const stack = [];
	for (const tag of tags) {
		if (tag.kind === 'open') {
			if (voids.has(tag.name) || (tag.selfClosing && tag.foreign))
				continue;
			if (tag.selfClosing)
				report(tag.line, 'tags', `<${tag.name} />: HTML does not close it like that: write </${tag.name}>`);
			stack.push(tag);
			continue;
		}
		const open = stack.at(-1);
		if (voids.has(tag.name))
			report(tag.line, 'tags', `</${tag.name}>: ${tag.name} has no end tag`);
		else if (!open)
			report(tag.line, 'tags', `</${tag.name}> closes nothing`);
		else if (open.name !== tag.name) {
			report(tag.line, 'tags', `</${tag.name}> where </${open.name}> is due (<${open.name}> of line ${open.line})`);
			const at = stack.findLastIndex((item) => item.name === tag.name);
			if (at >= 0)
				stack.length = at;
		} else {
			if (open.path.join('/') !== tag.path.join('/'))
				report(tag.line, 'tags', `</${tag.name}> is in section "${tag.path.join('/')}", <${open.name}> of line ` +
					`${open.line} in "${open.path.join('/')}": open and close a tag in sections of the same name`);
			stack.pop();
		}
	}
	for (const open of stack)
		report(open.line, 'tags', `<${open.name}> is never closed`);
}

const hasMarker = (value) => value.includes('{{');

// A URL with a marker: a literal beginning of ours, one letter of a path at least ("/{{X}}" could become "//elsewhere").
function checkUrl(template, tag, attr, report) {
	if (!hasMarker(attr.value) || attr.value === `{{${urlsVouched.get(template)}}}`)
		return;
	if (attr.name === 'href' && attr.value === '{{LIST_LINK}}')
		return; // tpl_set lets only a query or a path of ours into it: a list's address has many parameters
	if (attr.value === 'mailto:{{MD_ADDRESS:x-mailto}}') // tpl.cc escapes it
		return;
	if (/^(mailto|tel|sms):/i.test(attr.value))
		return report(attr.line, 'url', 'ctemplate turns mailto: and tel: links with a marker into "#": show the address as text');
	if (attr.value.includes('{{#'))
		return report(attr.line, 'url', `${attr.name}: no section inside: ctemplate then forgets to check the scheme. ` +
			'Write two whole elements, each in its section');
	if (!/^(\/[A-Za-z0-9][A-Za-z0-9_./-]*|#[A-Za-z0-9_-]*|\?[A-Za-z0-9_&=%-]+)[^{]*\{\{/.test(attr.value))
		report(attr.line, 'url', `${attr.name}="${attr.value}": begin with a literal path of ours ("/surveys/{{SLUG}}"), ` +
			'"?name=" or "#"; show a whole address as text');
}

function checkLiteralUrl(tag, attr, report) {
	const value = attr.value.trim();
	if (/^\s|\s$/.test(attr.value))
		report(attr.line, 'url', `${attr.name}: no white space around a URL: it hides its scheme from ctemplate`);
	if (/^[a-z][a-z0-9+.-]*:/i.test(value) && !/^(https|mailto|tel):/i.test(value))
		report(attr.line, 'url', `${attr.name}="${attr.value}": only https:, mailto:, tel: and our own paths`);
	if (/^(https?:)?\/\//i.test(value) && (tag.name !== 'a' || value.startsWith('//')))
		report(attr.line, 'other-host', `<${tag.name} ${attr.name}>: no page loads from, or sends to, another host: ` +
			'serve it from /static/ or link it with <a href="https://…">');
}

function checkAttribute(template, tag, attr, report) {
	const { name, line } = attr;
	const marked = hasMarker(attr.value);
	if (name === 'style')
		return report(line, 'inline', 'no style attribute (our policy blocks it): use a class');
	if (/^on/.test(name))
		return report(line, 'inline', `no event attribute ${name} (our policy blocks it): soundings.mjs finds elements by class or data-`);
	if (name === 'srcdoc')
		return report(line, 'inline', 'no srcdoc: its text is escaped once only, and needs it twice');
	if (/(java|vb)script\s*:|data\s*:\s*text\/html/i.test(attr.value))
		return report(line, 'url', `${name}: no javascript: address: use a form or soundings.mjs`);
	if (!attr.quoted && attr.value !== '')
		report(line, 'quotes', `${name}=${attr.value}: put quotes around the value`);
	if (urls.has(name) || urlsNever.has(name))
		checkLiteralUrl(tag, attr, report);
	if (!marked)
		return;
	if (urlsNever.has(name))
		report(line, 'url', `no marker in ${name}: ctemplate does not check a URL there`);
	else if (urls.has(name))
		checkUrl(template, tag, attr, report);
	else if (tag.name === 'meta' && attribute(tag, 'http-equiv'))
		report(line, 'marker-attribute', 'no marker in a meta http-equiv: nginx sends headers');
	else if (tag.name === 'script' || tag.name === 'link')
		report(line, 'marker-attribute', `no marker in <${tag.name}>`);
	else if (!isOpen(name))
		report(line, 'marker-attribute', `no marker in ${name}: set a value where the list in lint_templates.mjs allows it, ` +
			'or write the alternatives out in sections');
}

function checkElement(template, tag, report) {
	const { line, name } = tag;
	if (elementsRefused.has(name))
		return report(line, 'element', `no <${name}> in our pages`);
	if (name === 'script' && (!/^\/static\/[\w.-]+$/.test(text(tag, 'src')) || tag.content.trim() !== ''))
		report(line, 'inline', 'no script in the page: <script type="module" src="/static/soundings.mjs"></script>, empty');
	if (attribute(tag, 'target') && !/\bnoopener\b/.test(text(tag, 'rel')))
		report(line, 'target', 'target needs rel="noreferrer noopener"; better leave both out');
	if (name === 'img' && !attribute(tag, 'alt'))
		report(line, 'alt', 'img needs alt="what it shows", or alt="" when it is decoration');
	for (const attr of tag.attributes)
		checkAttribute(template, tag, attr, report);
	const seen = new Map();
	for (const attr of tag.attributes) {
		if (seen.has(attr.name) && under(seen.get(attr.name), attr.path))
			report(attr.line, 'tags', `${attr.name} twice in one <${name}>`);
		seen.set(attr.name, attr.path);
	}
}

function checkForm(template, form, tags, markers, report) {
	const method = text(form, 'method').toLowerCase();
	const inside = (item) => item.inside.includes(form);
	if (!['get', 'post'].includes(method))
		report(form.line, 'form', 'a form says method="get" or method="post"');
	if (!attribute(form, 'novalidate'))
		report(form.line, 'form', 'a form has novalidate: our own messages are the ones people can read');
	if (method !== 'post' || looksUp.test(template))
		return;
	const csrf = markers.some((item) => inside(item) && item.name === 'CSRF');
	const state = tags.some((item) => item.kind === 'open' && inside(item) && item.name === 'input' && text(item, 'name') === 'state');
	if (publicPool.test(template) ? !state && !csrf : !csrf)
		report(form.line, 'form', publicPool.test(template)
			? 'a public form carries <input type="hidden" name="state" value="{{STATE}}">'
			: 'a staff form that posts carries <input type="hidden" name="csrf" value="{{CSRF}}"> or {{>CSRF}}');
}

const unlabelled = new Set(['hidden', 'submit', 'button', 'reset', 'image']);

function checkLabels(tags, report) {
	const labels = tags.filter((tag) => tag.kind === 'open' && tag.name === 'label').map((tag) => text(tag, 'for'));
	for (const tag of tags) {
		if (tag.kind !== 'open' || !['input', 'select', 'textarea'].includes(tag.name) || unlabelled.has(text(tag, 'type')))
			continue;
		const id = text(tag, 'id');
		if (text(tag, 'aria-label') || text(tag, 'aria-labelledby') || (id && labels.includes(id)) ||
			tag.inside.some((item) => item.name === 'label'))
			continue;
		report(tag.line, 'label', `<${tag.name}> needs <label for="…"> with the same text as its id, or aria-label`);
	}
}

function checkPictures(tags, report) {
	for (const svg of tags.filter((tag) => tag.kind === 'open' && tag.name === 'svg')) {
		const title = tags.some((tag) => tag.kind === 'open' && tag.name === 'title' && tag.inside.at(-1) === svg);
		if (text(svg, 'aria-hidden') === 'true' || (text(svg, 'role') === 'img' && title))
			continue;
		report(svg.line, 'svg', '<svg> has role="img" and <title> as its first child, or aria-hidden="true" beside words that say it');
	}
}

function checkIds(tags, report) {
	const seen = [];
	for (const tag of tags.filter((item) => item.kind === 'open')) {
		const id = attribute(tag, 'id');
		if (!id || hasMarker(id.value))
			continue;
		const first = seen.find((item) => item.value === id.value && (under(item.path, tag.path) || under(tag.path, item.path)));
		if (first)
			report(tag.line, 'id', `id "${id.value}" was given in line ${first.line} already`);
		seen.push({ value: id.value, path: tag.path, line: tag.line });
	}
}

function checkSpaces(source, report) {
	source.split('\n').forEach((line, i) => {
		if (/[ \t\r]$/.test(line))
			report(i + 1, 'space', 'white space at the end of the line');
		if (/[^\t].*\t/.test(line.replace(/^\t+/, '')) || /^\t* +\t/.test(line))
			report(i + 1, 'space', 'tabs only for indentation');
		if (/[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(line))
			report(i + 1, 'space', 'an invisible control character');
	});
}

export function lintTemplate(fileName, source) {
	const name = fileName.replace(/^.*\//, '').replace(/\.tpl$/, '');
	const findings = [];
	const report = (line, rule, message) => findings.push({ line, rule, message });
	const { tags, markers, faults } = scan(source);

	checkPragma(source, report);
	faults.forEach((fault) => report(fault.line, 'tags', fault.message));
	for (const marker of markers) {
		checkMarker(marker, report);
		checkPlace(marker, report);
	}
	checkSections(markers, report);
	checkBalance(tags, report);
	for (const tag of tags.filter((item) => item.kind === 'open')) {
		checkElement(name, tag, report);
		if (tag.name === 'form')
			checkForm(name, tag, tags, markers, report);
	}
	checkLabels(tags, report);
	checkPictures(tags, report);
	checkIds(tags, report);
	checkSpaces(source, report);
	return findings.sort((a, b) => a.line - b.line);
}
