// hostile.test.mjs: the hostile cases of promises.md through nginx, on every route of the table: a clear page, nothing changed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, raw, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, fill, fingerprint, publish, stateOf, stored, text, visit } from "../lib/surveys.mjs";

let it, slug, staff, routes, workers;
const account = {};
before(async () => {
	it = await sharedInstance();
	slug = await publish(it);
	Object.assign(account, await it.addUser("author,auditor,administrator"));
	staff = await signIn(it, account);
	routes = (await it.soundings(["--routes"])).stdout.trim().split("\n").map((line) => {
		const [method, path, pools] = line.split("\t");
		return { method, path, pools: pools.split(",") };
	});
	assert.ok(routes.length >= 20);
	await visit(it, slug, { stance: "for", words: "here already" });
	workers = pids();
});
after(() => it.release());

const pids = () => JSON.stringify([it.workers("public").sort(), it.workers("staff").sort()]);
const pathOf = (route) => route.path.replace(":slug", slug).replace(":page", "1").replace(":token", "abc").replace(":question", "words");
const port = (pool) => it[`${pool}Port`];
const cookie = (pool) => (pool === "staff" ? `Cookie: session=${staff.cookies.get("session")}\r\n` : "");
const head = (pool, more = "") => `Host: localhost:${port(pool)}\r\n${cookie(pool)}Connection: close\r\n${more}\r\n`;
const form = "Content-Type: application/x-www-form-urlencoded\r\n";

/** Sends the same to every route; what comes back is a page of ours, and nothing has changed. */
async function everywhere(make, expected) {
	const before = await fingerprint(it);
	for (const route of routes)
		for (const pool of route.pools) {
			const answer = await raw(port(pool), make(route, pool, pathOf(route)), { timeout: 15_000 });
			const what = `${route.method} ${pathOf(route)} on ${pool}: ${answer.status}`;
			assert.ok(expected(answer, route), what);
			assert.ok(answer.status < 500, what);
			assert.ok(answer.headers["content-security-policy"], `${what}: headers`);
			if (answer.status >= 400)
				assert.match(answer.text, /<h1/, `${what}: a page`);
		}
	assert.equal(await fingerprint(it), before, "nothing changed");
	assert.equal(pids(), workers, "the workers live on");
}
const refused = (answer) => answer.status >= 400 && answer.status < 500;

test("control: honest requests to every route are answered, and most are no refusals", async () => {
	let fine = 0;
	await everywhere((route, pool, path) => `GET ${path} HTTP/1.1\r\n${head(pool)}`, (answer) => {
		fine += answer.status === 200;
		return answer.status > 0;
	});
	assert.ok(fine >= 14, `${fine}`);
});

for (const length of ["-1", "+5", "0x10", "9223372036854775808", "18446744073709551616", "abc", "5, 5"])
	test(`Content-Length: ${length}`, () => everywhere((route, pool, path) =>
		`POST ${path} HTTP/1.1\r\n${form}Content-Length: ${length}\r\n${head(pool)}go=on`, refused));

test("Content-Length empty, missing, twice, or with chunks as well", async () => {
	await everywhere((route, pool, path) => `POST ${path} HTTP/1.1\r\n${form}Content-Length:\r\n${head(pool)}go=on`, refused);
	await everywhere((route, pool, path) => `POST ${path} HTTP/1.1\r\n${form}${head(pool)}`, refused);
	await everywhere((route, pool, path) =>
		`POST ${path} HTTP/1.1\r\n${form}Content-Length: 5\r\nContent-Length: 6\r\n${head(pool)}go=on`, refused);
	await everywhere((route, pool, path) =>
		`POST ${path} HTTP/1.1\r\n${form}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n${head(pool)}5\r\ngo=on\r\n0\r\n\r\n`, refused);
});

test("more than 64 KB", () => everywhere((route, pool, path) =>
	`POST ${path} HTTP/1.1\r\n${form}Content-Length: 70000\r\n${head(pool)}${"a=".padEnd(70_000, "b")}`, (answer) => answer.status === 413));

for (const [word, body] of [["%00", "state=%00&stance=for"], ["a raw NUL", "state=\0"], ["%0a in a name", "sta%0ate=x"], ["invalid UTF-8", "words=%ff%fe"],
	["overlong", "words=%c0%af"], ["a surrogate", "words=%ed%a0%80"], ["beyond Unicode", "words=%f5%80%80%80"], ["a broken escape", "words=%zz"],
	["a cut escape", "words=%e"], ["an empty name", "=x"], ["a control character", "words=%08"], ["DEL", "words=%7f"], ["600 parameters", "a=b&".repeat(600)],
	["%n%s", "words=%25n%25s%25n&state=%25s%25n"], ["only ampersands", "&&&&"], ["role=admin", "role=administrator&admin=1&person_id=1"],
	["two states", "state=a&state=b"], ["two csrf", "csrf=a&csrf=b"]])
	test(`a body with ${word}`, () => everywhere((route, pool, path) =>
		`POST ${path} HTTP/1.1\r\n${form}Content-Length: ${Buffer.byteLength(body, "latin1")}\r\n${head(pool)}${body}`, refused));

for (const type of ["", "Content-Type: text/plain\r\n", "Content-Type: application/json\r\n", "Content-Type: multipart/form-data; boundary=x\r\n",
	"Content-Type: application/x-www-form-urlencodedx\r\n"])
	test(`a body of ${type.trim() || "no type"}`, () => everywhere((route, pool, path) =>
		`POST ${path} HTTP/1.1\r\n${type}Content-Length: 5\r\n${head(pool)}go=on`,
	// A route that takes files reads such a body, and finds that it is none.
	(answer, route) => [415, 405].includes(answer.status) || (type.includes("multipart") && /^\/(organisations|contracts)\/import$|\/files$|\/documents\/[^/]+$/.test(route.path) && answer.status === 400)));

for (const bad of ["%00", "%0a", "%0d%0aSet-Cookie:%20x=1", "%ff", "%c0%ae%c0%ae", "%ed%a0%80", "%zz", "%", "%2f..%2f", "..%2f", "%5c", "%7f"])
	test(`a path ending in ${bad}`, () => everywhere((route, pool, path) => `GET ${path === "/" ? "" : path}/${bad} HTTP/1.1\r\n${head(pool)}`,
		(answer) => refused(answer) && !answer.headers["set-cookie"]?.startsWith("x=")));

test("/../ and // and /./", async () => {
	for (const bad of ["/../../etc/passwd", "//", "/./x", "/..", "/static/../../cgi/serve.c", "/%2e%2e/%2e%2e/etc/passwd"])
		await everywhere((route, pool, path) => `GET ${path === "/" ? "" : path}${bad} HTTP/1.1\r\n${head(pool)}`,
			(answer) => refused(answer) || (answer.status < 400 && !answer.text.includes("root:")));
});

for (const query of ["sort=1;DROP TABLE response", "per_page=1 UNION SELECT 1", "page=-1", "page=99999999999999999999", "sort=title'--", "page=1&page=2",
	"month=2026-13-45'%20OR%201=1", "role=admin", "q=%25n%25s", "q=%F0%9F%98%80", "q=%E2%80%AEabc", `q=${"x".repeat(4000)}`])
	test(`?${query.slice(0, 40)}`, () => everywhere((route, pool, path) =>
		`GET ${path}?${query.replaceAll(" ", "%20")} HTTP/1.1\r\n${head(pool)}`, (answer) => answer.status > 0));

test("?%00, ?%ff, ?%zz are refused", async () => {
	for (const query of ["a=%00", "a=%ff", "%zz", "a=%0"])
		await everywhere((route, pool, path) => `GET ${path}?${query} HTTP/1.1\r\n${head(pool)}`, refused);
});

test("a forged or missing Host", async () => {
	for (const host of ["evil.example", "localhost.evil.example", "evil.example:8080", "\"><script>", "[::2]", "localhost@evil.example"])
		await everywhere((route, pool, path) => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
			(answer) => [400, 421].includes(answer.status) && !answer.text.includes("evil.example"));
	await everywhere((route, pool, path) => `GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`, refused);
	// A forged name in other headers changes nothing of what we answer.
	await everywhere((route, pool, path) => `GET ${path} HTTP/1.1\r\nX-Forwarded-Host: evil.example\r\nX-Original-URL: /surveys\r\n${head(pool)}`,
		(answer) => !answer.text.includes("evil.example"));
});

test("headers with NUL, CR, LF, or too many or too long", async () => {
	for (const line of ["X-Bad: a\0b\r\n", "X-Bad : a\r\n", "X\nBad: a\r\n", `X-Long: ${"x".repeat(40_000)}\r\n`, `${"X-Many: 1\r\n".repeat(3000)}`])
		await everywhere((route, pool, path) => `GET ${path} HTTP/1.1\r\n${line}${head(pool)}`, (answer) => answer.status > 0);
	const junk = await raw(it.publicPort, "\x16\x03\x01 hello\r\n\r\n");
	assert.ok([0, 400].includes(junk.status));
});

test("cookies of any shape: the same page as without", async () => {
	for (const value of ["session=", "session", "session=%00", `session=${"A".repeat(43)}`, `session=${"A".repeat(43)}; session=${"B".repeat(43)}`,
		"flash=abc", "flash=\xff", "session=' OR 1=1 --", `a=${"b".repeat(3000)}`, "__Host-session=abc"]) {
		const answer = await raw(it.staffPort, `GET /surveys HTTP/1.1\r\nHost: localhost\r\nCookie: ${value}\r\nConnection: close\r\n\r\n`);
		assert.equal(answer.status, 303, value);
		assert.equal(answer.headers.location, "/sign-in");
	}
});

test("the state: altered, cut, foreign, of another purpose, twice", async () => {
	const client = new Client(it.publicUrl), other = await publish(it);
	const state = stateOf(await client.get(`/s/${slug}/1`)), foreign = stateOf(await client.get(`/s/${other}/1`));
	const flip = (at) => state.slice(0, at) + (state[at] === "A" ? "B" : "A") + state.slice(at + 1);
	const before = (await stored(it, slug)).length;
	for (const bad of ["", "x", state.slice(0, -1), state.slice(1), flip(0), flip(20), flip(Math.floor(state.length / 2)), `${state}AAAA`,
		foreign, state.split("").reverse().join(""), "A".repeat(60_000), `${state}=`, ` ${state}`]) {
		for (const place of ["1", "2", "check", "start"]) {
			const answer = await client.post(`/s/${slug}/${place}`, { state: bad, stance: "for", go: "on" });
			assert.equal(answer.status, 400, `${bad.slice(0, 20)} at ${place}`);
		}
	}
	assert.equal((await client.post(`/s/${slug}/check`, [["state", state], ["state", state], ["go", "on"]])).status, 400);
	assert.equal((await client.get(`/s/${slug}/sent/${state}`)).status, 404);
	assert.equal((await stored(it, slug)).length, before);
	// control: the state itself is good
	assert.equal((await client.post(`/s/${slug}/1`, { state, stance: "for", go: "on" })).status, 200);
});

test("places that a survey does not have", async () => {
	const client = new Client(it.publicUrl), page = await client.get(`/s/${slug}/1`);
	for (const place of ["0", "-1", "3", "256", "1000", "99999999999", "01", "1x", "Check", "%31%30", "'", "sent"]) {
		assert.equal((await client.post(`/s/${slug}/${place}`, { state: stateOf(page), stance: "for" })).status, 404, place);
		const answer = await client.get(`/s/${slug}/${place}`);
		assert.equal(answer.status, 303, place);
		assert.equal(answer.location, `/s/${slug}`);
	}
	assert.equal((await client.get(`/s/${slug}/2`)).status, 303);
	assert.equal((await client.get("/s/nothing-here")).status, 404);
	assert.equal((await client.get(`/s/${slug.toUpperCase()}`)).location, `/s/${slug}`);
	assert.equal((await client.get("/s/NOTHING-HERE")).status, 404);
	assert.equal((await client.get(`/s/${"a".repeat(200)}`)).status, 404);
});

test("values: unknown choice, unknown field, twice, too long, emoji, bidi, %n%s, HTML; kept, refused or stored as they are", async () => {
	const one = await publish(it, definition({ settings: { one_page: true, check_answers: false } })), client = new Client(it.publicUrl);
	const send = async (values) => {
		const page = await client.get(`/s/${one}/1`);
		return client.post(`/s/${one}/1`, [["state", stateOf(page)], ...values, ["go", "on"]]);
	};
	for (const [word, values] of [["unknown choice", [["stance", "maybe"]]], ["two choices", [["stance", "for"], ["stance", "against"]]],
		["no choice", []], ["too long", [["stance", "for"], ["words", "x".repeat(501)]]], ["far too long", [["stance", "for"], ["words", "x".repeat(50_000)]]],
		["no number", [["stance", "for"], ["visits", "many"]]], ["too large", [["stance", "for"], ["visits", "101"]]],
		["unknown tick", [["stance", "for"], ["ticks", "z"]]], ["none and some", [["stance", "for"], ["ticks", "a"], ["ticks", "none"]]]]) {
		const answer = await send(values);
		assert.equal(answer.status, 422, word);
		assert.match(answer.text, /<title>Error: /, word);
		assert.match(answer.text, /There is a problem/);
	}
	assert.equal((await stored(it, one)).length, 0);
	const words = "%n%s \u{1F469}\u200D\u2695\uFE0F <b>&amp;</b> \"'`  {{X}} \\ \\n 1' OR '1'='1\nsecond line\u202E";
	const answer = await send([["stance", "for"], ["words", words], ["role", "admin"], ["survey_id", "1"], ["reason", "not asked"]]);
	assert.equal(answer.status, 303);
	assert.deepEqual((await stored(it, one)).map(({ answers }) => answers), [{ stance: "for", words: words.replace("\u202E", "") }]);
});

test("100 at once: every one is answered", async () => {
	const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => [
		() => fetch(`${it.publicUrl}/s/${slug}/1`), () => fetch(`${it.publicUrl}/s/${slug}/1`, { method: "POST", body: "x" }),
		() => fetch(`${it.staffUrl}/sign-in`), () => fetch(`${it.publicUrl}/nothing`),
	][i % 4]().then(async (answer) => [answer.status, (await answer.text()).length > 100])));
	assert.deepEqual(answers.map(([status]) => status), Array.from({ length: 100 }, (_, i) => [200, 415, 200, 404][i % 4]));
	assert.ok(answers.every(([, page]) => page));
});

test("slow clients hold up nobody", async () => {
	const slow = Array.from({ length: 40 }, (_, i) => {
		const socket = connect(it.publicPort, "127.0.0.1").on("error", () => {});
		socket.write(i % 2 ? "GET / HTTP/1.1\r\nHost: loc" : `POST /s/${slug}/1 HTTP/1.1\r\nHost: localhost\r\n${form}Content-Length: 5000\r\n\r\nstate=`);
		return socket;
	});
	await sleep(100);
	const started = Date.now();
	for (let i = 0; i < 20; i++)
		assert.equal((await fetch(`${it.publicUrl}/s/${slug}`)).status, 200);
	assert.ok(Date.now() - started < 1000, `${Date.now() - started} ms`);
	slow.forEach((socket) => socket.destroy());
	assert.equal(pids(), workers);
});

test("what somebody typed is text on the next page too", async () => {
	const client = new Client(it.publicUrl), page = await client.get(`/s/${slug}/1`);
	const next = await fill(client, page, { words: "</textarea><script>alert(1)</script>" });
	assert.equal(next.status, 422);
	assert.doesNotMatch(next.text, /<script>alert/);
	assert.match(text(next), /There is a problem/);
});
