// account.test.mjs: one's own account: invitations, forgotten passwords, lost devices, recovery codes, and links that do not work.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { Client, forms, signIn, totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { mailFor, mailTo } from "../lib/mail.mjs";
import { text } from "../lib/surveys.mjs";

let it;
before(async () => { it = await sharedInstance(); });
after(() => it.release());

const good = "pelican moat harvest lamp";
const sql = (query) => it.sql(query);
const idOf = async ({ email }) => (await sql(`SELECT person_id FROM person WHERE email = '${email}'`))[0][0];
const over = /This link does not work any more/;

/** A link's token for somebody, whose row is made here: the real ones are only in messages. Its device has a secret that we know. */
async function link(one, purpose, { hours = 1, spent = false } = {}) {
	const token = randomBytes(32).toString("base64url"), device = await it.addUser("author");
	const hash = execFileSync("b2sum", ["-l", "256"], { input: token }).toString().slice(0, 64);
	await sql(`INSERT INTO account_token (token_hash, person_id, purpose, totp_secret, made_at, expires_at, spent_at)
		SELECT UNHEX('${hash}'), ${await idOf(one)}, '${purpose}', totp_secret, UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL ${hours} HOUR,
		${spent ? "UTC_TIMESTAMP()" : "NULL"} FROM person WHERE email = '${device.email}'`);
	return { token, secret: device.secret };
}
/** Somebody who was invited and has not come yet. */
async function invited(roles = "author") {
	const one = await it.addUser(roles);
	await sql(`UPDATE person SET state = 'invited', password_hash = '', totp_secret = '' WHERE email = '${one.email}'`);
	return { email: one.email };
}
async function open(path, client = new Client(it.staffUrl)) {
	return { client, page: await client.get(path) };
}
const sealed = (answer) => answer.text.replace(/name="csrf" value="[^"]*"/g, "").replace(/name="device" value="[^"]*"/g, "");

test("an invitation: password, device, signed in, recovery codes", async () => {
	const one = await invited(), { token, secret } = await link(one, "invite");
	const { client, page } = await open(`/join/${token}`), fixed = client.cookies.get("session");
	assert.equal(page.status, 200);
	assert.match(text(page), /Set up your account.*Author for/);
	assert.match(page.text, /<path fill="#000" d="M4 4h7v1h-7z/, "a QR code begins with the corner of its first square");
	const shown = /app-secret">([A-Z2-7 ]+)</.exec(page.text)[1];
	assert.equal(shown.replaceAll(" ", ""), secret, "the same secret as text");
	assert.equal(sealed(await client.get(`/join/${token}`)), sealed(page), "it is the same at a reload");
	const path = `/join/${token}`;
	for (const [values, sentence] of [
		[{ password: "", code: "" }, /Enter a new password.*Enter the code/],
		[{ password: "too short", code: totp(secret) }, /12 characters or more/],
		[{ password: "password1234", code: totp(secret) }, /harder to guess/],
		[{ password: "Soundings rocks!", code: totp(secret) }, /without “soundings”/],
		[{ password: "test-person-here", code: totp(secret) }, /your own name/],
		[{ password: good, code: totp(secret, { step: 9 }) }, /not the code of the new device/]]) {
		const answer = await client.submit(page, values, { path });
		assert.equal(answer.status, 422, values.password);
		assert.match(text(answer), sentence);
		assert.ok(!values.password || !answer.text.includes(values.password), "a password is never shown again");
		assert.match(answer.text, new RegExp(shown), "the device stays");
	}
	const answer = await client.submit(page, { password: good, code: totp(secret) }, { path });
	assert.equal(answer.location, "/account/recovery-codes");
	assert.notEqual(client.cookies.get("session"), fixed, "session fixation: a new cookie");
	const old = new Client(it.staffUrl);
	old.cookies.set("session", fixed);
	assert.equal((await old.get("/account")).location, "/sign-in");
	const offer = await client.get("/account/recovery-codes");
	assert.match(text(offer), /You have none now/);
	assert.doesNotMatch(offer.text, /name="password"/, "they have just proved who they are");
	const codes = await client.submit(offer, {}, { path: "/account/recovery-codes", form: forms(offer.text).length - 1 });
	assert.equal(codes.status, 200);
	assert.equal([...codes.text.matchAll(/<li>([A-Z2-9]{4}(-[A-Z2-9]{4}){3})<\/li>/g)].length, 10);
	assert.match((await client.get("/account/recovery-codes")).text, /name="password"/, "from now on they prove it again");
	// Sent twice: the second finds the link used.
	const again = await client.submit(page, { password: good, code: totp(secret), csrf: forms(offer.text)[0].fields[0][1] }, { path });
	assert.equal(again.status, 404);
	assert.match(text(again), over);
	assert.equal((await signIn(it, { ...one, password: good, secret }, { step: 1 })).cookies.has("session"), true);
	const [[trail]] = await sql(`SELECT GROUP_CONCAT(action ORDER BY audit_id) FROM audit WHERE person_id = ${await idOf(one)}`);
	assert.match(trail, /^change,sign_in/);
});

test("links that do not work: one page, one status, one time", async () => {
	const one = await invited(), active = await it.addUser("author");
	const whole = await link(active, "password");
	const tokens = {
		spent: ["join", (await link(one, "invite", { spent: true })).token],
		expired: ["join", (await link(one, "invite", { hours: -1 })).token],
		cut: ["reset", whole.token.slice(0, 30)],
		longer: ["reset", `${whole.token}A`],
		foreign: ["join", whole.token],
		"not for who is invited": ["reset", (await link(one, "password")).token],
		"not for who has an account": ["join", (await link(active, "invite")).token],
		unknown: ["device", randomBytes(32).toString("base64url")],
		hostile: ["device", "%27%20OR%201=1"],
	};
	const pages = new Set(), times = {};
	for (const [name, [word, token]] of Object.entries(tokens)) {
		const { client, page } = await open("/sign-in"), path = `/${word}/${token}`;
		const get = await client.get(path), posts = [];
		for (let i = 0; i < 3 || (i < 12 && times[name] >= 100); i++) { // more on a busy machine
			const started = performance.now();
			posts.push(await client.post(path, { csrf: forms(page.text)[0].fields[0][1], password: good, code: "123456" }));
			times[name] = Math.min(times[name] ?? Infinity, performance.now() - started);
		}
		const [post] = posts;
		for (const answer of [get, ...posts]) {
			assert.equal(answer.status, 404, name);
			assert.match(text(answer), over, name);
			pages.add(answer.text.replace(/name="csrf" value="[^"]*"/g, ""));
		}
		assert.deepEqual([...get.headers].filter(([header]) => !["date", "set-cookie"].includes(header)),
			[...post.headers].filter(([header]) => !["date", "set-cookie"].includes(header)));
	}
	assert.equal(pages.size, 1);
	assert.ok(Math.max(...Object.values(times)) < 100, `no password is hashed for them: ${JSON.stringify(times)}`);
	assert.equal((await open(`/reset/${whole.token}`)).page.status, 200, "control: the whole one works");
	await sql(`UPDATE person SET state = 'disabled' WHERE email = '${active.email}'`);
	assert.equal((await open(`/reset/${whole.token}`)).page.status, 404, "not once the account is disabled");
});

test("a forgotten password: a message, a link, the second factor all the same", async () => {
	const one = await it.addUser("author"), signedIn = await signIn(it, one);
	const answers = [];
	for (const email of [one.email, `nobody${process.pid}@test.example`]) {
		const { client, page } = await open("/forgotten");
		answers.push(await client.submit(page, { email }, { path: "/forgotten" }));
	}
	assert.equal(answers[0].status, 200);
	assert.equal(sealed(answers[0]), sealed(answers[1]));
	const mail = await mailTo(it, one.email);
	assert.match(mail.text, /If you did not ask/);
	const path = new URL(mail.links.find((href) => href.includes("/reset/"))).pathname;
	const { client, page } = await open(path), values = { password: good, code: totp(one.secret, { step: 1 }) };
	assert.equal(page.status, 200);
	for (const [change, sentence] of [[{ code: "" }, /Enter a one-time code/], [{ code: "123456" }, /code is not right/],
		[{ code: "ABCD-EFGH-JKLM-NPQR" }, /code is not right/], [{ code: "12345" }, /6 numbers/], [{ password: "qwertyuiop1234" }, /neighbouring/]]) {
		const answer = await client.submit(page, { ...values, ...change }, { path });
		assert.equal(answer.status, 422);
		assert.match(text(answer), sentence);
	}
	assert.equal((await signedIn.get("/account")).status, 200);
	assert.equal((await client.submit(page, values, { path })).location, "/sign-in");
	assert.equal((await signedIn.get("/account")).location, "/sign-in", "every session is over");
	assert.equal((await client.get(path)).status, 404, "the link works once");
	await assert.rejects(signIn(it, one, { step: 1 }), /not right/, "neither the old password nor a used code");
	assert.match((await mailTo(it, one.email, { subject: /was changed/ })).text, /If it was not/);
	// Again at once: no second message, but the page says the same.
	const second = await open("/forgotten");
	await second.client.submit(second.page, { email: one.email }, { path: "/forgotten" });
	await it.soundings(["jobs"]);
	assert.equal((await mailFor(it, one.email)).filter(({ subject }) => /A new password/.test(subject)).length, 1);
	assert.equal((await sql("SELECT COUNT(*) FROM password_request"))[0][0], "0");
	assert.equal((await mailFor(it, `nobody${process.pid}@test.example`)).length, 0);
});

test("a forgotten password of who never joined: use the invitation", async () => {
	const one = await invited(), { client, page } = await open("/forgotten");
	await client.submit(page, { email: one.email }, { path: "/forgotten" });
	const mail = await mailTo(it, one.email);
	assert.match(mail.text, /use the link of your invitation/);
	assert.ok(!mail.links.some((href) => /reset|join/.test(href)));
});

test("the page of one's account, a new password, a new device, out everywhere", async () => {
	const one = await it.addUser("author"), client = await signIn(it, one, { step: -1 }), other = await signIn(it, one);
	const page = await client.get("/account");
	assert.match(text(page), /Test Person.*Author for.*0 left.*In one other browser/);
	const last = async (path, values, asked) => {
		const form = asked ?? await client.get(path);
		return client.submit(form, values, { path, form: forms(form.text).length - 1 });
	};
	const wrong = await last("/account/password", { old_password: "no", code: totp(one.secret, { step: 1 }), password: good });
	assert.equal(wrong.status, 422);
	assert.match(text(wrong), /password or the code is not right/);
	assert.equal((await last("/account/password", { old_password: one.password, code: totp(one.secret, { step: 1 }), password: good })).location, "/account");
	assert.equal((await other.get("/account")).location, "/sign-in", "the other browser is out");
	assert.equal((await client.get("/account")).status, 200, "this one is not");
	await sql(`UPDATE person SET totp_step = 0 WHERE email = '${one.email}'`); // no waiting for the next half minute
	const form = await client.get("/account/device"), secret = /app-secret">([A-Z2-7 ]+)</.exec(form.text)[1].replaceAll(" ", "");
	assert.notEqual(secret, one.secret);
	const values = { password: good, code: totp(one.secret), new_code: totp(secret) };
	assert.equal((await last("/account/device", { ...values, new_code: totp(one.secret, { step: 4 }) }, form)).status, 422);
	const cut = await last("/account/device", { ...values, device: "AAAA" }, form);
	assert.equal(cut.status, 422);
	assert.match(text(cut), /open for too long/);
	const thief = await signIn(it, await it.addUser("author"));
	const theirs = await thief.get("/account/device"), foreign = forms(theirs.text).at(-1).fields.find(([name]) => name === "device")[1];
	assert.match(text(await last("/account/device", { ...values, device: foreign }, form)), /open for too long/, "another person's secret");
	assert.equal((await last("/account/device", values, form)).location, "/account");
	const now = { email: one.email, password: good };
	await assert.rejects(signIn(it, { ...now, secret: one.secret }, { step: 1 }), /not right/, "the old device");
	const elsewhere = await signIn(it, { ...now, secret }, { step: 1 });
	assert.equal((await last("/account/sign-out-everywhere", {})).location, "/sign-in");
	for (const each of [client, elsewhere])
		assert.equal((await each.get("/account")).location, "/sign-in");
	const subjects = (await mailTo(it, one.email, { subject: /device/ })) && (await mailFor(it, one.email)).map(({ subject }) => subject).sort();
	assert.deepEqual(subjects, ["Your device for Soundings was changed", "Your password for Soundings was changed"]);
});

test("recovery codes stand in for the device, each once", async () => {
	const one = await it.addUser("author"), client = await signIn(it, one, { step: -1 });
	const form = await client.get("/account/recovery-codes"), at = { path: "/account/recovery-codes", form: forms(form.text).length - 1 };
	assert.equal((await client.submit(form, { password: one.password, code: "123456" }, at)).status, 422);
	const made = await client.submit(form, { password: one.password, code: totp(one.secret) }, at);
	const codes = [...made.text.matchAll(/<li>([A-Z2-9-]{19})<\/li>/g)].map(([, code]) => code);
	assert.equal(new Set(codes).size, 10);
	assert.match(made.headers.get("cache-control"), /no-store/);
	const use = async (code, change = {}) => {
		const { client: browser, page } = await open("/sign-in/recovery");
		return { browser, answer: await browser.submit(page, { email: one.email, password: one.password, code, ...change }, { path: "/sign-in/recovery" }) };
	};
	const { browser, answer } = await use(codes[0].toLowerCase().replaceAll("-", " "));
	assert.equal(answer.status, 303);
	assert.match(text(await browser.get("/")), /you have 9 left/);
	const pages = new Set();
	for (const [code, change] of [[codes[0]], [codes[1], { password: "not the password" }], [codes[1], { email: "nobody@test.example" }], ["ABCD-EFGH-JKLM-NPQR"]]) {
		const refused = (await use(code, change)).answer;
		assert.equal(refused.status, 422);
		pages.add(sealed(refused).replaceAll(/value="[^"]*@test\.example"/g, ""));
	}
	assert.equal(pages.size, 1, "used, with a wrong password, of nobody, invented: the same page");
	assert.match(text((await use(totp(one.secret, { step: 1 }))).answer), /16 letters and numbers/, "the device's codes are for the other page");
	assert.equal((await use(codes[1])).answer.status, 303, "control");
	const other = await it.addUser("author");
	assert.equal((await use(codes[2], other)).answer.status, 422, "nobody else's");
	assert.equal((await sql(`SELECT COUNT(*) FROM recovery_code WHERE person_id = ${await idOf(one)}`))[0][0], "8");
});

test("a lost device: two administrators agreed, the link asks for the password", async () => {
	const one = await it.addUser("author"), session = await signIn(it, one), { token, secret } = await link(one, "device"), path = `/device/${token}`;
	const { client, page } = await open(path), values = { password: one.password, code: totp(secret) };
	assert.equal(page.status, 200);
	assert.equal((await client.submit(page, { ...values, code: totp(secret, { step: 7 }) }, { path })).status, 422);
	assert.match(text(await client.submit(page, { ...values, password: "not the password" }, { path })), /password is not right/);
	assert.equal((await client.submit(page, values, { path })).location, "/sign-in");
	assert.equal((await session.get("/account")).location, "/sign-in");
	assert.equal((await signIn(it, { ...one, secret }, { step: 1 })).cookies.has("session"), true);
	await assert.rejects(signIn(it, one, { step: 1 }), /not right/);
});

test("two at once with one link: one account, one of them in", async () => {
	const one = await invited(), { token, secret } = await link(one, "invite"), path = `/join/${token}`;
	const both = await Promise.all([1, 2].map(() => open(path)));
	const answers = await Promise.all(both.map(({ client, page }) => client.submit(page, { password: good, code: totp(secret) }, { path })));
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 404]);
});

test("no secret is in the trail, in a table as it is, or in a log", async () => {
	const rows = JSON.stringify(await sql("SELECT who, subject, ref, detail FROM audit"));
	assert.ok(!rows.includes(good) && rows.includes("password"));
	assert.ok(!it.logs().includes(good));
});
