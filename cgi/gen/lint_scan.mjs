// lint_scan.mjs: reads a template as HTML and as ctemplate at once: its tags, and its markers with where they stand.
// Deliberately stricter than a browser: what it does not understand becomes a fault.

const rawText = new Set(['script', 'style']);
const textOnly = new Set(['textarea', 'title']);
const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

const states = {
	text: 'in text',
	tagname: 'in a tag\'s name',
	tag: 'between attributes',
	attributename: 'in an attribute\'s name',
	beforevalue: 'after an attribute\'s =',
	value: 'in an attribute\'s value',
	unquoted: 'in an unquoted value',
	comment: 'in a comment',
	raw: 'in a script or style',
	only: 'in a textarea or title',
};

class Scanner {
	constructor(source) {
		this.source = source;
		this.at = 0;
		this.line = 1;
		this.state = 'text';
		this.path = [];     // the sections around
		this.stack = [];    // the elements around
		this.tags = [];
		this.markers = [];
		this.faults = [];
		this.tag = null;
		this.attr = null;
	}

	fault(message) {
		this.faults.push({ line: this.line, message });
	}

	skip(n) {
		for (let i = 0; i < n; i++)
			if (this.source[this.at + i] === '\n')
				this.line++;
		this.at += n;
	}

	// {{…}}: a marker, whatever the HTML around it.
	marker() {
		const end = this.source.indexOf('}}', this.at);
		const raw = end < 0 ? this.source.slice(this.at, this.at + 20) : this.source.slice(this.at, end + 2);
		const [, sign, name, modifiers] = /^\{\{([#/>%!=]?)([^:}\s]*)((?::[^}]*)?)\}\}$/.exec(raw) ?? [null, null, '', ''];
		let kind = sign === '' ? 'v' : sign;
		if (kind === null)
			kind = /^\{\{([%!=])/.exec(raw)?.[1] ?? '?';
		if (['#', '/'].includes(kind) && ['tagname', 'attributename', 'tag'].includes(this.state))
			this.sectionInTag(kind, raw.length);
		// An attribute of the same name makes "the same place" for a section that begins and ends inside a value.
		const place = { tag: 'attributename', beforevalue: 'unquoted', only: 'text' }[this.state] ?? this.state;
		const state = states[this.state] + (this.state === 'value' ? ` (${this.attr.name})` : '');
		const item = { offset: this.at, line: this.line, kind, name, modifiers, raw, place, state,
			tag: this.tag, attr: this.attr, between: this.state === 'tag', inside: [...this.stack], path: [...this.path] };
		this.markers.push(item);
		if (this.state === 'value' || this.state === 'unquoted')
			this.attr.value += raw;
		else if (this.state === 'beforevalue') {
			this.attr.value = raw;
			this.state = 'unquoted';
		}
		if (kind === '#')
			this.path.push(name);
		else if (kind === '/' && this.path.at(-1) === name)
			this.path.pop();
		if (end < 0)
			this.fault('{{ without }}');
		this.skip(raw.length);
	}

	// A section may hold whole attributes. Its markers end a name only where a browser would see it end too.
	sectionInTag(kind, length) {
		const next = this.source[this.at + length] ?? '';
		const glued = /["'a-zA-Z0-9-]/.test(this.source[this.at - 1]);
		if (glued && !(kind === '#' ? /[\s{]/ : /[\s/>{]/).test(next))
			this.fault('a section inside a tag holds whole attributes, a space before each');
		if (this.state === 'tagname' && this.tag.name !== '')
			this.state = 'tag';
		else if (this.state === 'attributename')
			this.endAttribute();
	}

	startTag() {
		const closing = this.source[this.at + 1] === '/';
		this.tag = { kind: closing ? 'close' : 'open', name: '', line: this.line, attributes: [], content: '',
			path: [...this.path], inside: [...this.stack], selfClosing: false,
			foreign: this.stack.some((item) => item.name === 'svg') };
		this.tags.push(this.tag);
		this.state = 'tagname';
		this.skip(closing ? 2 : 1);
	}

	endAttribute() {
		this.attr = null;
		this.state = 'tag';
	}

	endTag() {
		const { tag } = this;
		this.tag = null;
		this.attr = null;
		this.state = 'text';
		if (tag.name === '')
			this.fault('< begins a tag: write &lt;');
		tag.foreign ||= tag.name === 'svg';
		if (tag.kind === 'close') {
			const at = this.stack.findLastIndex((item) => item.name === tag.name);
			if (at >= 0)
				this.stack.length = at;
		} else if (!voids.has(tag.name) && !(tag.selfClosing && tag.foreign)) {
			this.stack.push(tag);
			if (rawText.has(tag.name) && !tag.foreign)
				this.state = 'raw';
			else if (textOnly.has(tag.name) && !this.stack.some((item) => item.name === 'svg'))
				this.state = 'only';
		}
	}

	text(c) {
		const element = this.stack.at(-1);
		if (this.source.startsWith('<!--', this.at) && this.state === 'text') {
			this.state = 'comment';
			return this.skip(4);
		}
		if (this.state === 'text' ? c === '<' && /[a-zA-Z/{]/.test(this.source[this.at + 1] ?? '')
			: this.source.slice(this.at).toLowerCase().startsWith(`</${element.name}`))
			return this.startTag();
		if (this.state === 'text' && /^<!doctype html>/i.test(this.source.slice(this.at, this.at + 20)))
			return this.skip(15);
		if (c === '<' && this.state === 'text')
			this.fault('a bare <: write &lt;');
		if (element)
			element.content += c;
		this.skip(1);
	}

	comment() {
		if (this.source.startsWith('-->', this.at)) {
			this.state = 'text';
			return this.skip(3);
		}
		this.skip(1);
	}

	tagname(c) {
		if (/[a-zA-Z0-9-]/.test(c)) {
			this.tag.name += c.toLowerCase();
			return this.skip(1);
		}
		this.state = 'tag';
	}

	inTag(c) {
		if (c === '>') {
			this.skip(1);
			return this.endTag();
		}
		if (c === '/') {
			this.tag.selfClosing = true;
			return this.skip(1);
		}
		if (/\s/.test(c))
			return this.skip(1);
		if (/["'<=]/.test(c)) {
			this.fault(`${c} inside a tag, outside an attribute's value`);
			return this.skip(1);
		}
		this.attr = { name: '', value: '', quoted: false, line: this.line, path: [...this.path] };
		this.tag.attributes.push(this.attr);
		this.state = 'attributename';
	}

	attributename(c) {
		if (c === '=') {
			this.state = 'beforevalue';
			return this.skip(1);
		}
		if (/[\s/>]/.test(c))
			return this.endAttribute();
		this.attr.name += c.toLowerCase();
		this.skip(1);
	}

	beforevalue(c) {
		if (c === '"' || c === "'") {
			this.quote = c;
			this.attr.quoted = true;
			this.state = 'value';
			return this.skip(1);
		}
		if (/\s/.test(c)) {
			this.fault('no space after an attribute\'s =');
			return this.skip(1);
		}
		this.state = 'unquoted';
	}

	value(c) {
		if (c === this.quote) {
			this.skip(1);
			if (!/[\s/>{]/.test(this.source[this.at] ?? '>'))
				this.fault('a space is missing between two attributes');
			return this.endAttribute();
		}
		this.attr.value += c;
		this.skip(1);
	}

	unquoted(c) {
		if (/[\s>]/.test(c))
			return this.endAttribute();
		this.attr.value += c;
		this.skip(1);
	}

	step() {
		const c = this.source[this.at];
		if (this.source.startsWith('{{', this.at))
			return this.marker();
		if (this.source.startsWith('}}', this.at)) {
			this.fault('}} without {{');
			return this.skip(2);
		}
		if (this.state === 'tag')
			return this.inTag(c);
		if (['text', 'raw', 'only'].includes(this.state))
			return this.text(c);
		return this[this.state](c);
	}

	run() {
		while (this.at < this.source.length)
			this.step();
		if (this.state !== 'text')
			this.fault(`the file ends ${states[this.state]}`);
		return { tags: this.tags, markers: this.markers, faults: this.faults };
	}
}

export function scan(source) {
	return new Scanner(source).run();
}
