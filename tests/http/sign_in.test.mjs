// sign_in.test.mjs: signing in and out; sessions idle, over and ended; what a wrong try tells (nothing).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, signIn, totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it, account;
before(async () => {
	it = await sharedInstance();
	account = await it.addUser("author");
});
after(() => it.release());

const wrong = /The email address, password or one-time code is not right/;
async function attempt(values) {
	const client = new Client(it.staffUrl), page = await client.get("/sign-in");
	return { client, answer: await client.submit(page, values, { path: "/sign-in" }) };
}
const sql = (query) => it.sql(query);
const idOf = async ({ email }) => (await sql(`SELECT person_id FROM person WHERE email = '${email}'`))[0][0];

test("a wrong password, a wrong code, an unknown address: the same page", async () => {
	const good = { email: account.email, password: account.password, code: totp(account.secret) };
	const pages = [];
	for (const change of [{ password: "not the password" }, { code: "000000" }, { email: "nobody@test.example" }]) {
		const { answer } = await attempt({ ...good, ...change });
		assert.equal(answer.status, 422);
		assert.match(text(answer), wrong);
		assert.ok(!answer.text.includes(good.password) && !answer.text.includes("not the password"), "a password is never shown again");
		pages.push(answer.text.replace(/name="csrf" value="[^"]*"/, "").replaceAll(/(t\d+\.\w+|nobody)@test\.example/g, ""));
	}
	assert.equal(new Set(pages).size, 1);
});

test("they take the same time", async () => {
	const known = await it.addUser("author"), times = { known: [], unknown: [] };
	for (let i = 0; i < 4; i++)
		for (const word of ["known", "unknown"]) {
			const started = performance.now();
			await attempt({ email: word === "known" ? known.email : `nobody${i}@test.example`, password: "not the password", code: "123456" });
			times[word].push(performance.now() - started);
		}
	const [a, b] = [Math.min(...times.known), Math.min(...times.unknown)];
	assert.ok(Math.abs(a - b) < Math.max(a, b) * 0.3, `${a.toFixed()} and ${b.toFixed()} ms`);
});

test("what is missing is said beside the field", async () => {
	const { answer } = await attempt({ email: "", password: "", code: "" });
	assert.equal(answer.status, 422);
	assert.match(text(answer), /There is a problem.*Enter your email address.*Enter your password.*Enter the one-time code/);
});

test("a one-time code is taken once", async () => {
	const one = await it.addUser("author"), code = totp(one.secret);
	assert.equal((await attempt({ ...one, code })).answer.status, 303);
	assert.equal((await attempt({ ...one, code })).answer.status, 422);
	assert.equal((await attempt({ ...one, code: totp(one.secret, { step: -1 }) })).answer.status, 422, "nor an earlier one");
	assert.equal((await attempt({ ...one, code: totp(one.secret, { step: 1 }) })).answer.status, 303, "the next is");
	assert.equal((await attempt({ ...one, code: totp(one.secret, { step: 5 }) })).answer.status, 422, "not one of later");
});

test("ten wrong tries close the account for who tried, for a quarter of an hour", async () => {
	const one = await it.addUser("author");
	for (let i = 0; i < 10; i++)
		assert.equal((await attempt({ email: one.email.toUpperCase(), password: "guess", code: "123456" })).answer.status, 422);
	const { answer } = await attempt({ ...one, code: totp(one.secret) });
	assert.equal(answer.status, 422);
	assert.match(text(answer), wrong);
	await sql("UPDATE sign_in_failure SET failed_at = failed_at - INTERVAL 16 MINUTE");
	assert.equal((await attempt({ ...one, code: totp(one.secret) })).answer.status, 303);
});

test("signing in makes a new session; the old cookie and its token are worth nothing", async () => {
	const one = await it.addUser("author"), client = new Client(it.staffUrl);
	const page = await client.get("/sign-in"), before = client.cookies.get("session");
	await client.submit(page, { ...one, code: totp(one.secret) }, { path: "/sign-in" });
	assert.notEqual(client.cookies.get("session"), before);
	const old = new Client(it.staffUrl);
	old.cookies.set("session", before);
	assert.equal((await old.get("/")).location, "/sign-in");
	assert.equal((await client.get("/")).status, 200);
	assert.equal((await client.get("/sign-in")).location, "/");
});

test("the cookie itself is in no table", async () => {
	const client = await signIn(it, await it.addUser("author")), cookie = client.cookies.get("session");
	assert.equal((await sql(`SELECT COUNT(*) FROM session WHERE token_hash = '${cookie}' OR HEX(token_hash) LIKE '%${Buffer.from(cookie, "base64url").toString("hex")}%'`))[0][0], "0");
});

test("idle for 15 minutes, or 8 hours old: sign in again", async () => {
	const one = await it.addUser("author"), client = await signIn(it, one), id = await idOf(one);
	assert.equal((await client.get("/surveys")).status, 200);
	await sql(`UPDATE session SET seen_at = UTC_TIMESTAMP() - INTERVAL 14 MINUTE WHERE person_id = ${id}`);
	assert.equal((await client.get("/surveys")).status, 200, "14 minutes are not too long, and begin again");
	const [[idle]] = await sql(`SELECT TIMESTAMPDIFF(SECOND, seen_at, UTC_TIMESTAMP()) FROM session WHERE person_id = ${id}`);
	assert.ok(Number(idle) < 60, idle);
	await sql(`UPDATE session SET seen_at = UTC_TIMESTAMP() - INTERVAL 901 SECOND WHERE person_id = ${id}`);
	assert.equal((await client.get("/surveys")).location, "/sign-in");
	await sql(`UPDATE session SET seen_at = UTC_TIMESTAMP(), created_at = UTC_TIMESTAMP() - INTERVAL 479 MINUTE WHERE person_id = ${id}`);
	assert.equal((await client.get("/surveys")).status, 200);
	await sql(`UPDATE session SET created_at = UTC_TIMESTAMP() - INTERVAL 481 MINUTE WHERE person_id = ${id}`);
	assert.equal((await client.get("/surveys")).location, "/sign-in");
	const form = await client.get("/sign-in");
	assert.equal(form.status, 200);
	assert.equal((await client.submit(form, { ...one, code: totp(one.secret, { step: 1 }) }, { path: "/sign-in" })).status, 303);
	assert.equal((await client.get("/surveys")).status, 200);
});

test("signed out: the cookie is worth nothing, on any page", async () => {
	const client = await signIn(it, await it.addUser("author")), cookie = client.cookies.get("session");
	await client.submit(await client.get("/"), {}, { form: 0 });
	const thief = new Client(it.staffUrl);
	thief.cookies.set("session", cookie);
	for (const path of ["/", "/surveys", "/surveys.csv", "/help"])
		assert.equal((await thief.get(path)).location, "/sign-in", path);
});

test("a role that is taken away is gone at the next request", async () => {
	const one = await it.addUser("author"), client = await signIn(it, one);
	assert.equal((await client.get("/surveys")).status, 200);
	await sql(`DELETE FROM membership WHERE person_id = ${await idOf(one)}`);
	assert.equal((await client.get("/surveys")).status, 403);
});

test("hostile texts in the form", async () => {
	for (const value of ["' OR 1=1 --", "%n%s", "\u{1F600}", "<script>alert(1)</script>", "x".repeat(5000), "a@b.example\r\nBcc: c@d.example", "\u202Eabc"]) {
		const { answer } = await attempt({ email: value, password: value, code: value });
		assert.equal(answer.status, 422);
		assert.doesNotMatch(answer.text, /<script>alert/);
	}
});
