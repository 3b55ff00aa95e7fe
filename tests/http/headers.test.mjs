// headers.test.mjs: every header of promises.md on every status that a whole instance gives; cookies; caching; static files.
// 429, 502, 503 and 504 need an instance of their own: tests/torture/away.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expectHeaders } from "../lib/headers.mjs";
import { Client, raw, signIn } from "../lib/http.mjs";
import { root, sharedInstance } from "../lib/instance.mjs";
import { publish, stateOf } from "../lib/surveys.mjs";

let it, slug, staff;
before(async () => {
	it = await sharedInstance();
	slug = await publish(it);
	staff = await signIn(it, await it.addUser("author"));
});
after(() => it.release());

const form = "Content-Type: application/x-www-form-urlencoded\r\n";
const get = (path, more = "") => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}Connection: close\r\n\r\n`;
const post = (path, body, more = form) =>
	`POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n${more}Connection: close\r\n\r\n${body}`;

const cases = () => [
	["public", 200, get("/")], ["public", 200, get(`/s/${slug}`)], ["public", 200, get(`/s/${slug}/1`)], ["public", 200, get("/health")],
	["public", 303, get(`/s/${slug}/2`)], ["public", 400, get("/%zz")], ["public", 400, "nonsense\r\n\r\n"], ["public", 400, post(`/s/${slug}/1`, "state=x")],
	["public", 404, get("/nothing")], ["public", 404, get("/s/nothing")], ["public", 404, get("/static/nothing.css")], ["public", 404, get("/favicon.ico")],
	["public", 405, post("/", "a=b")], ["public", 405, get("/").replace("GET", "PUT")], ["public", 405, get("/").replace("GET", "TRACE")],
	["public", 413, post(`/s/${slug}/1`, "x".repeat(70_000))], ["public", 415, post(`/s/${slug}/1`, "{}", "Content-Type: application/json\r\n")],
	["public", 421, get("/").replace("localhost", "evil.example")], ["public", 400, `POST /s/${slug}/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: +5\r\n\r\n`],
	["public", 411, `POST /s/${slug}/1 HTTP/1.1\r\nHost: localhost\r\n${form}Connection: close\r\n\r\n`],
	["staff", 200, get("/sign-in")], ["staff", 303, get("/")], ["staff", 400, get("/%zz")], ["staff", 403, post("/sign-in", "a=b")],
	["staff", 404, get("/nothing")], ["staff", 405, get("/sign-out")], ["staff", 405, get("/").replace("GET", "DELETE")],
	["staff", 413, post("/sign-in", "x".repeat(70_000))], ["staff", 415, post("/sign-in", "x", "")], ["staff", 421, get("/").replace("localhost", "evil.example")],
	["staff", 404, get("/static/nothing.css")],
];

test("every header on every status, on both servers", async () => {
	for (const [pool, status, bytes] of cases()) {
		const answer = await raw(it[`${pool}Port`], bytes);
		const what = `${pool} ${bytes.split("\r\n")[0]}: ${answer.status}`;
		assert.equal(answer.status, status, what);
		expectHeaders(answer, what);
		assert.match(answer.headers["cache-control"], status === 200 && bytes.includes(`/s/${slug}/1`) ? /^private, no-cache$/ : /^no-store$/, what);
		if (pool === "public")
			assert.equal(answer.headers["set-cookie"], undefined, `${what}: no cookie on the public pool, ever`);
	}
});

test("422 on both, with the same headers", async () => {
	const client = new Client(it.publicUrl), page = await client.get(`/s/${slug}/1`);
	const body = `state=${stateOf(page)}&go=on`;
	const answer = await raw(it.publicPort, post(`/s/${slug}/1`, body));
	assert.equal(answer.status, 422);
	expectHeaders(answer, "public 422");
	assert.equal(answer.headers["set-cookie"], undefined);
	const signIn = new Client(it.staffUrl), shown = await signIn.get("/sign-in");
	const csrf = /name="csrf" value="([^"]+)"/.exec(shown.text)[1];
	const refused = await raw(it.staffPort, post("/sign-in", `csrf=${csrf}&email=x`, `${form}Cookie: session=${signIn.cookies.get("session")}\r\n`));
	assert.equal(refused.status, 422);
	expectHeaders(refused, "staff 422");
	assert.equal(refused.headers["cache-control"], "no-store");
});

test("control: a header that is missing or doubled is noticed", async () => {
	const answer = await raw(it.publicPort, get("/"));
	for (const name of Object.keys(answer.headers).filter((header) => /^content-sec|^x-con|^refer|^cross/.test(header))) {
		assert.throws(() => expectHeaders({ ...answer, headers: { ...answer.headers, [name]: undefined } }, "without"));
		assert.throws(() => expectHeaders({ ...answer, all: { ...answer.all, [name]: ["a", "a"] } }, "twice"));
	}
});

test("staff pages and files are never kept, cookies are HttpOnly and SameSite=Strict", async () => {
	for (const path of ["/", "/surveys", "/help", "/surveys.csv", "/privacy", "/nothing"]) {
		const answer = await staff.get(path);
		assert.equal(answer.headers.get("cache-control"), "no-store", path);
		assert.equal(answer.headers.get("content-encoding"), null, `${path}: not compressed beside a token`);
	}
	const cookies = (await raw(it.staffPort, get("/sign-in"))).all["set-cookie"];
	assert.equal(cookies.length, 1);
	assert.match(cookies[0], /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
});

test("over TLS cookies are __Host- and Secure", async () => {
	// The program decides by its own address: the same settings with https, from the command line.
	const { writeFileSync } = await import("node:fs");
	const settings = readFileSync(join(it.var, "soundings.conf"), "utf8").replace(/^(staff_url = )http:/m, "$1https:");
	writeFileSync(join(it.var, "tls.conf"), settings, { mode: 0o600 });
	const answer = await it.soundings(["GET", "/sign-in", "--pool", "staff"], { conf: "tls.conf" });
	assert.match(answer.stdout, /^Set-Cookie: __Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure\r?$/m);
});

test("static files: hashed, immutable, compressed with gzip and brotli, all the same bytes; both servers", async () => {
	const manifest = Object.values(JSON.parse(readFileSync(join(root, "build/static/manifest.json"), "utf8")));
	const page = (await raw(it.publicPort, get("/"))).text;
	const linked = [...page.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path);
	assert.ok(linked.length >= 2 && manifest.length >= 2);
	for (const path of linked)
		for (const port of [it.publicPort, it.staffPort]) {
			assert.match(path, /^\/static\/[\w-]+\.[0-9a-f]{8}\.\w+$/);
			const plain = await raw(port, get(path));
			assert.equal(plain.status, 200, path);
			expectHeaders(plain, path);
			assert.equal(plain.headers["cache-control"], "public, max-age=31536000, immutable");
			assert.match(plain.headers["content-type"], /^(text\/css|text\/javascript|image\/svg\+xml)/);
			for (const [coding, open] of [["gzip", gunzipSync], ["br", brotliDecompressSync]]) {
				const packed = await raw(port, get(path, `Accept-Encoding: ${coding}\r\n`));
				if (packed.headers["content-encoding"] === coding)
					assert.deepEqual(open(packed.body), plain.body, `${path} ${coding}`);
				else
					assert.ok(coding === "br" || plain.body.length < 1000, `${path} is not compressed with ${coding}`);
			}
		}
	for (const path of ["/static/manifest.json", "/static/", "/static", "/static/soundings.css", `${linked[0]}.gz`, `${linked[0]}.br`,
		"/errors/404.html", "/templates/error.tpl", "/soundings", "/../var/soundings.conf"]) {
		const status = (await raw(it.publicPort, get(path))).status;
		assert.ok(status === 404 || status === 400, `${path}: ${status}`);
	}
});

test("first view of a survey: at most 60 KB over the wire in 4 requests, and nothing from another host", async () => {
	const packed = "Accept-Encoding: gzip, br\r\n";
	const page = await raw(it.publicPort, get("/s/fft/1"));
	const parts = [...page.text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path);
	assert.doesNotMatch(page.text.replace(/xmlns="[^"]*"/g, ""), /(?:href|src|action)="(?:https?:)?\/\//);
	let bytes = (await raw(it.publicPort, get("/s/fft/1", packed))).text.length;
	for (const path of parts) {
		const file = await raw(it.publicPort, get(path, packed));
		bytes += file.text.length;
		if (path.endsWith(".css"))
			assert.ok(!/url\(["']?(?!data:)[^)]*:\/\/|url\(["']?\/\//.test((await raw(it.publicPort, get(path))).body), "a picture from elsewhere");
	}
	assert.ok(parts.length + 1 <= 4, `${parts.length + 1} requests`);
	assert.ok(bytes <= 60 * 1024, `${bytes} bytes`);
});

test("nothing in a page is inline: no style, script or handler", async () => {
	const pages = [...["/", `/s/${slug}`, `/s/${slug}/1`, "/privacy", "/nothing"].map((path) => raw(it.publicPort, get(path)).then(({ text }) => text)),
		...["/", "/surveys", "/surveys/fft/results", "/surveys/joint-commissioning/results", "/help"].map((path) => staff.get(path).then(({ text }) => text)),
		...readdirSync(join(root, "build/errors")).map((file) => readFileSync(join(root, "build/errors", file), "utf8"))];
	for (const page of await Promise.all(pages)) {
		assert.doesNotMatch(page, /<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i);
	}
});
