// xml.mjs: a strict reader of the XML that we write (1.0, no document type): it throws at the first thing that is not well-formed.
const name = "[A-Za-z_][\\w.-]*";
const allowed = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;
const named = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };

function decoded(text) {
	if (/[<]/.test(text) || /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text))
		throw new Error(`not well-formed: ${text.slice(0, 80)}`);
	const out = text.replace(/&(\w+|#\d+|#x[0-9a-f]+);/gi, (all, word) => named[word]
		?? String.fromCodePoint(word[1] === "x" ? parseInt(word.slice(2), 16) : Number(word.slice(1))));
	if (!allowed.test(out))
		throw new Error("a character that XML cannot have");
	return out;
}

/** { name, attributes, children, text } of the one element. */
export function parseXml(source) {
	const head = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/.exec(source);
	if (!head || !allowed.test(source))
		throw new Error("no declaration, or a character that XML cannot have");
	const root = { children: [], text: "" }, stack = [root];
	const token = new RegExp(`<(${name})((?:\\s+[\\w:.-]+="[^"<]*")*)\\s*(/?)>|</(${name})\\s*>|([^<]+)`, "y");
	token.lastIndex = head[0].length;
	while (token.lastIndex < source.length) {
		const at = token.lastIndex, found = token.exec(source);
		if (!found)
			throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 60)}`);
		const [, open, attributes, empty, close, text] = found, inside = stack.at(-1);
		if (open) {
			const element = { name: open, attributes: {}, children: [], text: "" };
			for (const [, key, value] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
				if (key in element.attributes)
					throw new Error(`${key} twice`);
				element.attributes[key] = decoded(value);
			}
			inside.children.push(element);
			if (!empty)
				stack.push(element);
		} else if (close) {
			if (inside.name !== close)
				throw new Error(`</${close}> where </${inside.name}> is due`);
			stack.pop();
		} else
			inside.text += decoded(text);
	}
	if (stack.length !== 1 || root.children.length !== 1 || root.text.trim())
		throw new Error("one element, closed, and nothing beside it");
	return root.children[0];
}
