// http.mjs: HTTP as tests need it: raw bytes over a socket, requests that follow nothing, cookies, forms, signing in.
import { createHmac } from "node:crypto";
import { connect } from "node:net";

/** Sends bytes as they are; gives what came back until the other end closed: { status, headers, body, text }. */
export function raw(port, bytes, { timeout = 20_000, half = true } = {}) {
	return new Promise((resolve, reject) => {
		const parts = [];
		const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => {
			socket.write(bytes);
			if (!half)
				socket.end();
		});
		const done = () => {
			clearTimeout(timer);
			socket.destroy();
			resolve(parse(Buffer.concat(parts)));
		};
		const timer = setTimeout(done, timeout);
		socket.on("data", (part) => parts.push(part)).on("end", done)
			.on("error", (error) => (parts.length ? done() : (clearTimeout(timer), reject(error))));
	});
}

/** An answer as bytes, taken apart. Header names in lower case; equal ones become a list in `all`. */
export function parse(bytes) {
	const text = bytes.toString("latin1");
	const end = text.indexOf("\r\n\r\n");
	const [first, ...lines] = (end < 0 ? text : text.slice(0, end)).split("\r\n");
	const headers = {}, all = {};
	for (const line of lines) {
		const colon = line.indexOf(":");
		const name = line.slice(0, colon).toLowerCase();
		headers[name] = line.slice(colon + 1).trim();
		(all[name] ??= []).push(headers[name]);
	}
	const body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4);
	return { status: Number(first.split(" ")[1]) || 0, first, headers, all, body, text };
}

const entities = { amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'", "#x27": "'", apos: "'" };
export const decode = (html) => html.replace(/&(\w+|#\d+|#x[0-9a-f]+);/gi, (all, name) =>
	entities[name.toLowerCase()] ?? (name[0] === "#"
		? String.fromCodePoint(name[1].toLowerCase() === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1)))
		: all));

function attributes(tag) {
	const found = {};
	for (const [, name, quoted, single, bare] of tag.matchAll(/\s([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g))
		found[name.toLowerCase()] = decode(quoted ?? single ?? bare ?? "");
	return found;
}

/** The forms of a page: [{ action, method, fields: [[name, value]…], buttons: [[name, value]…] }], as a browser would send them. */
export function forms(html) {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, head, inside]) => {
		const form = { ...{ action: "", method: "get" }, ...attributes(head), fields: [], buttons: [] };
		const pattern = /<(input|button)\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/gi;
		for (const [, tag, rest, area, text, choice, options] of inside.matchAll(pattern)) {
			const at = attributes(` ${rest ?? area ?? choice}`);
			if (!at.name || "disabled" in at)
				continue;
			if (area !== undefined)
				form.fields.push([at.name, decode(text.replace(/^\r?\n/, ""))]);
			else if (choice !== undefined) {
				const list = [...options.matchAll(/<option\b([^>]*)>/gi)].map(([, option]) => attributes(` ${option}`));
				form.fields.push([at.name, (list.find((option) => "selected" in option) ?? list[0])?.value ?? ""]);
			} else if (tag.toLowerCase() === "button" || at.type === "submit")
				form.buttons.push([at.name, at.value ?? ""]);
			else if (!["checkbox", "radio"].includes(at.type) || "checked" in at)
				form.fields.push([at.name, at.value ?? (at.type === "checkbox" ? "on" : "")]);
		}
		return form;
	});
}

/** A browser without a face: keeps cookies, follows nothing. */
export class Client {
	constructor(base) {
		this.base = base;
		this.cookies = new Map();
	}

	async request(path, options = {}) {
		const headers = new Headers(options.headers);
		if (this.cookies.size)
			headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
		const answer = await fetch(new URL(path, this.base), { redirect: "manual", ...options, headers });
		for (const line of answer.headers.getSetCookie?.() ?? [answer.headers.get("set-cookie")].filter(Boolean)) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
			if (value === "" || /max-age=0\b/i.test(line))
				this.cookies.delete(name);
			else
				this.cookies.set(name, value);
		}
		const text = await answer.text();
		return { status: answer.status, headers: answer.headers, location: answer.headers.get("location"), text, path };
	}

	get(path, options) {
		return this.request(path, options);
	}

	/** fields: [[name, value]…], an object, or a string that is sent as it is. */
	post(path, fields, options = {}) {
		return this.request(path, {
			...options, method: "POST", body: typeof fields === "string" ? fields : new URLSearchParams(fields).toString(),
			headers: { "content-type": "application/x-www-form-urlencoded", ...options.headers },
		});
	}

	/** Sends a page's form again with changes: an object of name → value or list of values (undefined: left out). Of several the
	 * first of its main part that posts, or the one with the number `form` on the whole page; to its action, `path`, or the page's own address. */
	submit(page, changes = {}, { form, button, path = page.path } = {}) {
		const main = /<main[^>]*>[\s\S]*<\/main>/.exec(page.text)?.[0] ?? page.text;
		const list = form === undefined ? forms(main) : [forms(page.text)[form]];
		const { action, fields, buttons } = list.find(({ method }) => method.toLowerCase() === "post") ?? list[0] ?? forms(page.text)[0];
		const sent = fields.filter(([name]) => !(name in changes));
		for (const [name, value] of Object.entries(changes))
			for (const one of [value].flat())
				if (one !== undefined)
					sent.push([name, one]);
		const pressed = buttons.find(([name, value]) => button === name || button === value);
		if (pressed)
			sent.push(pressed);
		return this.post(action || path, sent);
	}
}

/** RFC 6238, SHA-1, 6 digits, 30 seconds; step moves it by so many half minutes. */
export function totp(secret, { time = Date.now(), step = 0 } = {}) {
	const bits = [...secret.replace(/[\s=]/g, "").toUpperCase()]
		.map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000) + step));
	const hash = createHmac("sha1", key).update(counter).digest();
	const offset = hash[19] & 15;
	return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Signs in through the form; gives a Client that is signed in, or throws with what the page said. */
export async function signIn(instance, account, { step = 0 } = {}) {
	const client = new Client(instance.staffUrl);
	const page = await client.get("/sign-in");
	const answer = await client.submit(page, {
		email: account.email, password: account.password, code: totp(account.secret, { step }),
	}, { path: "/sign-in" });
	if (answer.status !== 303)
		throw new Error(`sign-in of ${account.email}: ${answer.status} ${answer.text.replace(/<[^>]+>|\s+/g, " ").slice(0, 400)}`);
	return client;
}
