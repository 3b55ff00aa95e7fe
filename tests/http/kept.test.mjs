// kept.test.mjs: promise 11 for sessions: what was typed while a session ended comes back, to the same person and nobody else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn, totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it;
before(async () => { it = await sharedInstance(); });
after(() => it.release());

const idOf = async ({ email }) => (await it.sql(`SELECT person_id FROM person WHERE email = '${email}'`))[0][0];
/** An account with two organisations, so that there is a form with something to choose. */
async function twoHats() {
	const account = await it.addUser("author,auditor");
	await it.sql(`INSERT INTO organisation (code, name, kind) VALUES ('KEPT-1', 'Kept Practice', 'practice') ON DUPLICATE KEY UPDATE name = name`);
	await it.sql(`INSERT INTO membership SELECT ${await idOf(account)}, organisation_id, 'practice_member' FROM organisation WHERE code = 'KEPT-1'`);
	const [[practice]] = await it.sql("SELECT organisation_id FROM organisation WHERE code = 'KEPT-1'");
	return { account, practice: `${practice}-all` };
}
const endSessions = async (account) => it.sql(`UPDATE session SET seen_at = seen_at - INTERVAL 1 HOUR WHERE person_id = ${await idOf(account)}`);
/** Signs in on a client that has its cookies; gives where it is sent. A used code is never taken twice: each time the next step. */
async function signInAgain(client, account, step) {
	const page = await client.get("/sign-in");
	return client.submit(page, { email: account.email, password: account.password, code: totp(account.secret, { step }) }, { path: "/sign-in" });
}
const kept = async (account) => Number((await it.sql(`SELECT COUNT(*) FROM kept_form WHERE person_id = ${await idOf(account)}`))[0][0]);

test("a session that ends while somebody types: after signing in the form is back, filled in, and can be sent", async () => {
	const { account, practice } = await twoHats(), client = await signIn(it, account);
	const form = await client.get("/acting");
	await endSessions(account);
	const late = await client.submit(form, { acting: practice }, { path: "/acting" });
	assert.equal(late.location, "/sign-in");
	assert.match(text(await client.get("/sign-in")), /What you typed has been kept/);
	const [[body]] = await it.sql(`SELECT body FROM kept_form WHERE person_id = ${await idOf(account)}`);
	assert.ok(!body.includes(practice), "sealed");
	const back = await signInAgain(client, account, 1);
	assert.match(back.location, /^\/acting\?kept=[\w-]{22}$/);
	const page = await client.get(back.location);
	assert.equal(page.status, 200);
	assert.match(text(page), /Nothing you typed is lost/);
	assert.doesNotMatch(page.text, /<title>Error/);
	assert.match(page.text, new RegExp(`value="${practice}"[^>]*checked`));
	assert.equal((await it.sql(`SELECT COUNT(*) FROM session WHERE person_id = ${await idOf(account)} AND role IS NOT NULL`))[0][0], "0", "looking changed nothing");
	const sent = await client.submit(page, {}, { path: back.location });
	assert.equal(sent.location, "/");
	assert.match(text(await client.get("/")), /You act for Kept Practice/);
	assert.equal(await kept(account), 0, "once it was sent it is forgotten");
});

test("nobody else is given it: not another person, not with the address, not acting for somebody else", async () => {
	const { account, practice } = await twoHats(), client = await signIn(it, account);
	const form = await client.get("/acting");
	await endSessions(account);
	await client.submit(form, { acting: practice }, { path: "/acting" });
	const other = (await twoHats()).account;
	// The next person at the same browser, with the same cookies.
	const there = await signInAgain(client, other, 0);
	assert.equal(there.location, "/");
	assert.doesNotMatch((await client.get("/")).text, /kept for you/);
	const back = (await it.sql(`SELECT TO_BASE64(kept_id) FROM kept_form WHERE person_id = ${await idOf(account)}`))[0][0]
		.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
	const page = await client.get(`/acting?kept=${back}`);
	assert.doesNotMatch(text(page), /Nothing you typed is lost/);
	assert.equal((await client.get(`/kept/${back}`)).status, 404);
	const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	assert.equal((await client.post(`/kept/${back}/remove`, { csrf })).status, 404);
	assert.equal(await kept(account), 1);
});

test("signed out in another tab, in again, and then an old form: it is shown again with what was typed", async () => {
	const { account, practice } = await twoHats(), client = await signIn(it, account);
	const form = await client.get("/acting");
	await client.submit(await client.get("/"), {}, { form: 0 }); // sign out
	await signInAgain(client, account, 1);
	const late = await client.submit(form, { acting: practice }, { path: "/acting" });
	assert.match(late.location, /^\/acting\?kept=/);
	const page = await client.get(late.location);
	assert.match(page.text, new RegExp(`value="${practice}"[^>]*checked`));
});

test("acting for somebody else meanwhile: listed again when one acts for the same organisation", async () => {
	const { account, practice } = await twoHats(), client = await signIn(it, account);
	const form = await client.get("/acting");
	await endSessions(account);
	await client.submit(form, { acting: practice }, { path: "/acting" });
	const back = await signInAgain(client, account, 1);
	await client.submit(await client.get("/acting"), { acting: practice }, { path: "/acting" });
	assert.doesNotMatch(text(await client.get("/")), /It has been kept for you/);
	assert.equal((await client.get(back.location.replace(/.*=/, "/kept/"))).status, 404);
	const home = (await client.get("/acting")).text.match(/value="(\d+-all)"/g).map((found) => /\d+-all/.exec(found)[0]).find((code) => code !== practice);
	await client.submit(await client.get("/acting"), { acting: home }, { path: "/acting" });
	const page = await client.get("/");
	assert.match(text(page), /It has been kept for you/);
	const thrown = await client.submit(page, {});
	assert.equal(thrown.location, "/");
	assert.equal(await kept(account), 0);
});

test("secrets are not kept; a token that is nobody's keeps nothing; 20 at most", async () => {
	const { account, practice } = await twoHats(), client = await signIn(it, account);
	const form = await client.get("/acting"), csrf = /name="csrf" value="([^"]+)"/.exec(form.text)[1];
	await endSessions(account);
	assert.equal((await client.post("/acting", { csrf: `${csrf.slice(0, -1)}x`, acting: practice })).location, "/sign-in");
	assert.equal((await client.post("/acting", { acting: practice })).location, "/sign-in");
	assert.equal((await client.post("/acting", { csrf, password: "secret words", code: "123456" })).location, "/sign-in");
	assert.equal(await kept(account), 0);
	for (let i = 0; i < 22; i++)
		await client.post("/acting", { csrf, acting: practice, i: String(i) });
	assert.equal(await kept(account), 20);
});

test("one who was disabled meanwhile keeps nothing to see, and what was typed waits", async () => {
	const { account, practice } = await twoHats(), client = await signIn(it, account);
	const form = await client.get("/acting");
	await it.sql(`UPDATE person SET state = 'disabled' WHERE person_id = ${await idOf(account)}`);
	assert.equal((await client.submit(form, { acting: practice }, { path: "/acting" })).location, "/sign-in");
	assert.equal((await signInAgain(client, account, 1)).status, 422, "nor can they sign in");
});

test("for whom one acts is in the header, and decides what one may open", async () => {
	const { account, practice } = await twoHats(), client = await signIn(it, account);
	assert.equal((await client.get("/surveys")).status, 200);
	const at = await client.get("/acting");
	await client.submit(at, { acting: practice }, { path: "/acting" });
	assert.match((await client.get("/")).text, /for Kept Practice/);
	assert.equal((await client.get("/surveys")).status, 403);
	const one = /value="(\d+-auditor)"/.exec(at.text)[1];
	await client.submit(await client.get("/acting"), { acting: one }, { path: "/acting" });
	const home = await client.get("/");
	assert.match(home.text, /as Auditor only/);
	assert.equal((await client.get("/surveys")).status, 200);
	// Not theirs: refused beside the question.
	const [[foreign]] = await it.sql("SELECT organisation_id FROM organisation WHERE code NOT IN ('KEPT-1') AND kind = 'practice' LIMIT 1");
	assert.equal((await client.submit(await client.get("/acting"), { acting: `${foreign}-all` }, { path: "/acting" })).status, 422);
	// A membership taken away is gone at the very next request.
	await it.sql(`DELETE FROM membership WHERE person_id = ${await idOf(account)} AND role IN ('author', 'auditor')`);
	assert.equal((await client.get("/surveys")).status, 403);
});

test("what is given back shows no recovery codes that were never stored", async () => {
	const account = await it.addUser("author"), client = await signIn(it, account);
	await it.sql(`UPDATE person SET password_at = UTC_TIMESTAMP() WHERE email = '${account.email}'`);
	const codes = (page) => [...page.text.matchAll(/\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}\b/g)].length;
	const stored = async () => Number((await it.sql(`SELECT COUNT(*) FROM recovery_code WHERE person_id = ${await idOf(account)}`))[0][0]);
	const csrf = /name="csrf" value="([^"]+)"/.exec((await client.get("/account/recovery-codes")).text)[1];
	await endSessions(account);
	await client.post("/account/recovery-codes", { csrf, go: "on" });
	const back = await signInAgain(client, account, 1);
	assert.match(back.location, /^\/account\/recovery-codes\?kept=/);
	const page = await client.get(back.location);
	assert.deepEqual([page.status, codes(page), await stored()], [200, 0, 0]);
	const made = await client.submit(page, {}, { path: back.location });
	assert.deepEqual([made.status, codes(made), await stored()], [200, 10, 10], "control: a moment after joining they need no password");
});

test("whoever looks at a record through what is given back leaves a row of the trail", async () => {
	const account = await it.addUser("administrator"), other = await it.addUser("administrator"), lost = await it.addUser("author");
	await it.sql(`INSERT INTO device_request (person_id, asked_by, asked_at, reason) VALUES (${await idOf(lost)}, ${await idOf(other)}, UTC_TIMESTAMP(), 'Dropped it into the Tamar')`);
	const [[ref]] = await it.sql(`SELECT ref FROM device_request WHERE person_id = ${await idOf(lost)}`);
	const client = await signIn(it, account), path = `/people/devices/${ref}/answer`;
	const csrf = /name="csrf" value="([^"]+)"/.exec((await client.get(path)).text)[1];
	await endSessions(account);
	await client.post(path, { csrf, other: "on" });
	const back = await signInAgain(client, account, 1);
	const looks = async () => Number((await it.sql(`SELECT COUNT(*) FROM audit WHERE action = 'look' AND person_id = ${await idOf(account)}`))[0][0]);
	const before = await looks(), page = await client.get(back.location);
	assert.match(text(page), /Dropped it into the Tamar/);
	assert.equal(await looks(), before + 1);
	assert.deepEqual(await it.sql(`SELECT outcome FROM device_request WHERE ref = '${ref}'`), [["waiting"]]);
});
