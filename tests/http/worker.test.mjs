// worker.test.mjs: what reaches a worker's socket without nginx in front: nothing may end it, block it or be stored.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ABORT, begin, exchange, GET_VALUES, params, record, request, STDIN } from "../lib/fcgi.mjs";
import { Client } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { countAll, definition, publish, stateOf } from "../lib/surveys.mjs";

let it, socket, slug, workers, responses;
before(async () => {
	it = await sharedInstance();
	socket = join(it.var, "public.sock");
	slug = await publish(it, definition({ settings: { one_page: true, check_answers: false } }));
	workers = it.workers("public").sort();
	responses = await countAll(it);
});
after(() => it.release());

const form = "application/x-www-form-urlencoded";
const get = (path, more) => ({ REQUEST_METHOD: "GET", REQUEST_URI: path, ...more });
const post = (body, more) => ({
	REQUEST_METHOD: "POST", REQUEST_URI: `/s/${slug}/1`, CONTENT_TYPE: form, CONTENT_LENGTH: String(body.length), ...more,
});
/** A body that would be stored, were it believed. */
async function goodBody(words = "never to be stored") {
	const page = await new Client(it.publicUrl).get(`/s/${slug}/1`);
	return `state=${stateOf(page)}&stance=for&words=${encodeURIComponent(words)}&go=on`;
}
async function unharmed() {
	assert.deepEqual(it.workers("public").sort(), workers, "the same workers are alive");
	assert.equal(await countAll(it), responses, "nothing was stored");
	assert.equal((await fetch(`${it.publicUrl}/s/${slug}`)).status, 200);
}

test("control: the same body, honestly sent, is stored", async () => {
	const body = await goodBody("stored by the control");
	const answer = await request(socket, post(body), body);
	assert.equal(answer.status, 303, answer.text);
	responses++;
	await unharmed();
});

for (const length of ["-1", "", undefined, "+5", "0x10", "5 ", " 5", "1e2", "12.0", "9223372036854775808", "18446744073709551616",
	"99999999999999999999999999", "65537", "4294967296", "abc", "5,5", "٥"])
	test(`CONTENT_LENGTH ${JSON.stringify(length) ?? "missing"} is refused`, async () => {
		const body = await goodBody();
		const answer = await request(socket, post(body, { CONTENT_LENGTH: length && Buffer.from(length).toString("latin1") }), body);
		assert.ok([400, 411, 413].includes(answer.status), `status ${answer.status}`);
		assert.match(answer.text, /<h1/);
		await unharmed();
	});

for (const [word, change] of [["shorter than it says", 7], ["longer than it says", -7], ["one byte longer", -1], ["empty", undefined]])
	test(`a body ${word} is refused`, async () => {
		const body = await goodBody();
		const answer = change === undefined ? await request(socket, post(body), "")
			: await request(socket, post(body, { CONTENT_LENGTH: String(body.length + change) }), body);
		assert.equal(answer.status, 400, answer.text);
		await unharmed();
	});

test("a body that is cut by hanging up is not stored", async () => {
	const body = await goodBody();
	await exchange(socket, Buffer.concat([begin(), params(post(body)), record(STDIN, body.slice(0, -3))]), { hangUp: true });
	await exchange(socket, Buffer.concat([begin(), params(post(body)), record(STDIN, body).subarray(0, 40)]), { hangUp: true });
	await sleep(200);
	await unharmed();
});

test("an aborted request stores nothing and ends", async () => {
	const body = await goodBody();
	for (const bytes of [
		[begin(), record(ABORT)],
		[begin(), params(post(body)), record(ABORT)],
		[begin(), params(post(body)), record(STDIN, body.slice(0, 20)), record(ABORT)],
	])
		await exchange(socket, Buffer.concat(bytes), { timeout: 300 });
	await unharmed();
});

test("no parameters, or not the ones we need", async () => {
	for (const values of [{}, { REQUEST_METHOD: "GET" }, { REQUEST_URI: "/" }, { REQUEST_METHOD: "", REQUEST_URI: "" },
		{ REQUEST_METHOD: "GET", REQUEST_URI: "" }, { REQUEST_METHOD: "GET", REQUEST_URI: "s/fft" },
		{ REQUEST_METHOD: "GET", REQUEST_URI: "*" }, { REQUEST_METHOD: "GET", REQUEST_URI: "http://elsewhere/" }]) {
		const answer = await request(socket, values);
		assert.ok(answer.status === 0 || (answer.status >= 400 && answer.status < 500), `${JSON.stringify(values)}: ${answer.status}`);
	}
	await unharmed();
});

test("other records than a request", async () => {
	for (const bytes of [record(GET_VALUES, [], 0), record(77, "x".repeat(40)), Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
		Buffer.alloc(64), Buffer.alloc(64, 255), begin({ role: 2 }), begin({ role: 99 }), record(1, "short"),
		Buffer.concat([begin(), record(4, [127, 127, 1, 2])]), Buffer.concat([begin(), record(4, [255, 255, 255, 255, 1, 65])])])
		await exchange(socket, bytes, { timeout: 200 }).catch(() => undefined);
	await unharmed();
});

test("what nginx would never pass on is refused", async () => {
	const bad = ["/a\nb", "/a\rb", "/%00", "/%0a", "/%0d%0aSet-Cookie:x", "/s/../health", "/s/%2e%2e/health", "//", "/s//1",
		"/./health", "/%zz", "/%", "/%f", "/\\health", "/%5chealth", "/%c0%af", "/%ed%a0%80", "/%f5%80%80%80", "/%80", "/\u00ff", "/s%2ffft", "/\x7f"];
	for (const path of bad) {
		const answer = await request(socket, get(path));
		assert.ok([400, 404].includes(answer.status), `${JSON.stringify(path)}: ${answer.status}`);
		assert.doesNotMatch(answer.text.split("\r\n\r\n")[0], /^set-cookie/im);
	}
	for (const method of ["get", "TRACE", "PUT", "", "GET ", "POST ", "x".repeat(4000)])
		assert.ok([0, 400, 405].includes((await request(socket, get("/", { REQUEST_METHOD: method }))).status), method);
	const long = await request(socket, get(`/s/${"a".repeat(30_000)}`));
	assert.equal(long.status, 404);
	await unharmed();
});

test("cookies and addresses of any shape mean nothing to the public pool, and harm no staff worker", async () => {
	const staff = it.workers("staff").sort();
	for (const cookie of ["session", "session=", "=;;=", "session=a\0b", "session=\r\nX: y", `session=${"A".repeat(43)}; session=${"B".repeat(43)}`,
		`session=${"%".repeat(43)}`, "x".repeat(20_000), "\xff\xfe=\xff", `${"a=b; ".repeat(3000)}`]) {
		for (const at of [socket, join(it.var, "staff.sock")]) {
			const answer = await request(at, get("/privacy", { HTTP_COOKIE: cookie, REMOTE_ADDR: "not an address" }));
			assert.equal(answer.status, 200, cookie.slice(0, 40));
			assert.equal(at === socket && "set-cookie" in answer.headers, false, "no cookie from the public pool");
			assert.doesNotMatch(answer.text, /^X: y/m);
		}
	}
	assert.deepEqual(it.workers("staff").sort(), staff);
	await unharmed();
});

test("connections that say nothing at all cost nobody anything", async () => {
	const quiet = Array.from({ length: 50 }, () => exchange(socket, Buffer.alloc(0), { timeout: 800 }));
	await sleep(50);
	const started = Date.now();
	for (let i = 0; i < 10; i++)
		assert.equal((await fetch(`${it.publicUrl}/s/${slug}`)).status, 200);
	assert.ok(Date.now() - started < 700, `${Date.now() - started} ms`);
	await Promise.all(quiet);
	await unharmed();
});

test("control: a worker that dies is noticed by these tests", async () => {
	const killed = it.killWorker("public");
	for (let i = 0; i < 100 && (it.workers("public").includes(killed) || it.workers("public").length < 2); i++)
		await sleep(50);
	await assert.rejects(unharmed(), /the same workers/);
	workers = it.workers("public").sort();
	await unharmed();
});
