// mail.test.mjs: the outbox: sent after the commit, once, encrypted, to a server that is who it says; tried again where it failed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { forms, signIn } from "../lib/http.mjs";
import { root, startInstance } from "../lib/instance.mjs";
import { mailTo } from "../lib/mail.mjs";
import { certificate, smtpServer } from "../lib/smtp.mjs";

let it, here, servers = [];
before(async () => {
	it = await startInstance({ demo: false });
	mkdirSync(join(it.var, "certificates"));
	here = certificate(join(it.var, "certificates"), "localhost", "DNS:localhost,IP:127.0.0.1");
});
after(() => it?.stop());
beforeEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
	await it.sql("DELETE FROM mail");
});

async function server(options) {
	const one = await smtpServer({ certificate: here, ...options });
	servers.push(one);
	return one;
}

/** The jobs with these lines about mail instead of the instance's own. */
function jobs(lines = {}) {
	const settings = readFileSync(join(it.var, "soundings.conf"), "utf8").split("\n").filter((line) => !line.startsWith("smtp."));
	for (const [key, value] of Object.entries(lines))
		settings.push(`smtp.${key} = ${value}`);
	writeFileSync(join(it.var, "other-mail.conf"), `${settings.join("\n")}\n`);
	return it.soundings(["jobs"], { conf: "other-mail.conf" });
}
const at = ({ port }, more = {}) => ({ url: `smtps://localhost:${port}`, ca: here.file, ...more });
let n = 0;
async function add({ to = `m${++n}@test.example`, subject, text } = {}) {
	const result = await it.soundings(["mail", to, ...(subject ? ["--subject", subject] : []), ...(text ? ["--text", text] : [])]);
	assert.equal(result.status, 0, result.stderr);
	return to;
}
const row = async (to) => {
	const [[state, tries, wait, error, body]] = await it.sql(`SELECT state, tries, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), next_try_at),
		last_error, body IS NULL FROM mail WHERE recipient = '${to}'`);
	return { state, tries: Number(tries), wait: Number(wait), error, empty: body === "1" };
};
const known = async (to) => {
	const { wait, ...rest } = await row(to);
	return rest;
};
const due = () => it.sql("UPDATE mail SET next_try_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND, claimed_at = NULL");
const near = (value, expected) => assert.ok(Math.abs(value - expected) <= 10, `${value} is not about ${expected}`);

test("a message arrives at the mail page, whole, in UTF-8; nothing of its text stays", async () => {
	const secret = "https://staff.example/join/c2VjcmV0LXRva2Vu";
	const to = await add({ subject: "Grüße an Zoë 😀", text: `Dear Zoë,\n.a dot\n${secret}\n` });
	const [[stored]] = await it.sql(`SELECT CONCAT_WS(' ', body, subject, recipient, kind) FROM mail WHERE recipient = '${to}'`);
	assert.ok(!stored.includes("join") && !stored.includes("Dear"), "sealed in the table");
	const mail = await mailTo(it, to);
	assert.equal(mail.subject, "Grüße an Zoë 😀");
	assert.equal(mail.text, `Dear Zoë,\n.a dot\n${secret}\n`);
	assert.deepEqual(mail.links, [secret]);
	assert.equal(mail.headers["auto-submitted"], "auto-generated");
	assert.equal(mail.from.address, it.setting("contact"));
	assert.match(mail.headers["message-id"], /^<[0-9a-f]{32}@localhost>$/);
	assert.deepEqual(await known(to), { state: "sent", tries: 1, error: "", empty: true });
});

test("line breaks in a subject make no headers", async () => {
	const one = await server();
	await add({ subject: "Hello\r\nBcc: victim@test.example\r\n\r\nBody" });
	assert.equal((await jobs(at(one))).status, 0);
	assert.deepEqual(one.messages[0].to.length, 1);
	assert.doesNotMatch(one.messages[0].text, /^Bcc/m);
	assert.match(one.messages[0].text, /^Subject: Hello {2}Bcc: victim/m);
});

test("nothing is sent before the commit of what it tells of, and nothing after a rollback", async () => {
	const one = await server();
	await add({ to: "model@test.example" });
	await it.sql("UPDATE mail SET next_try_at = UTC_TIMESTAMP() + INTERVAL 1 DAY");
	const copy = (to, end) => it.sql(`START TRANSACTION; INSERT INTO mail (kind, recipient, subject, body, message_id, made_at, next_try_at, give_up_at)
		SELECT kind, '${to}', subject, body, MD5('${to}'), made_at, made_at, give_up_at FROM mail WHERE recipient = 'model@test.example';
		SELECT SLEEP(5); ${end}`);
	const both = [copy("kept@test.example", "COMMIT"), copy("dropped@test.example", "ROLLBACK")];
	await new Promise((resolve) => setTimeout(resolve, 500));
	assert.equal((await jobs(at(one))).status, 0);
	assert.equal(one.messages.length, 0, "while the transactions are open");
	await Promise.all(both);
	assert.equal((await jobs(at(one))).status, 0);
	assert.deepEqual(one.messages.map(({ to }) => to[0]), ["kept@test.example"]);
});

test("a hundred messages, three runs at once: each once, over few connections", async () => {
	const one = await server({ reply: async (line) => void (line === "DATA-END" && await new Promise((resolve) => setTimeout(resolve, 5))) });
	await add({ to: "model@test.example" });
	await it.sql(`INSERT INTO mail (kind, recipient, subject, body, message_id, made_at, next_try_at, give_up_at)
		SELECT kind, CONCAT('r', seq, '@test.example'), subject, body, MD5(seq), made_at, made_at, give_up_at FROM mail, seq_1_to_99`);
	const results = await Promise.all([1, 2, 3].map(() => jobs(at(one))));
	assert.deepEqual(results.map(({ status }) => status), [0, 0, 0], results.map(({ stderr }) => stderr).join(""));
	const sent = one.messages.map(({ to }) => to[0]);
	assert.equal(sent.length, 100);
	assert.equal(new Set(sent).size, 100);
	assert.ok(one.commands.filter(({ line }) => /^EHLO/.test(line)).length <= 3, "one connection a run");
	assert.deepEqual(await it.sql("SELECT state, tries, COUNT(*) FROM mail GROUP BY state, tries"), [["sent", "1", "100"]]);
});

test("killed between sending and noting it: sent again, a minute later, under the same Message-ID", async () => {
	let child;
	const one = await server({ reply: (line) => {
		if (line === "DATA-END" && child) {
			child.kill("SIGKILL");
			child = undefined;
		}
	} });
	const to = await add();
	await jobs(); // writes the settings without a server, and sends nothing
	const settings = join(it.var, "other-mail.conf");
	writeFileSync(settings, `${readFileSync(settings, "utf8")}smtp.url = smtps://localhost:${one.port}\nsmtp.ca = ${here.file}\n`);
	child = spawn(it.program, ["jobs"], { cwd: root, env: { ...process.env, ...it.env, SOUNDINGS_CONF: settings }, stdio: "ignore" });
	await new Promise((resolve) => child.on("exit", resolve));
	assert.equal(one.messages.length, 1);
	near((await row(to)).wait, 60);
	await it.sql("UPDATE mail SET next_try_at = UTC_TIMESTAMP()");
	assert.equal((await jobs(at(one))).status, 0);
	assert.equal(one.messages.length, 1, "not while the claim holds");
	await due();
	assert.equal((await jobs(at(one))).status, 0);
	assert.equal(one.messages.length, 2);
	const ids = one.messages.map(({ text }) => /^Message-ID: .*$/m.exec(text)[0]);
	assert.equal(ids[0], ids[1]);
	assert.equal((await row(to)).state, "sent");
});

test("a server that is away: it waits longer each time, is given up after three days, and the others are not held up", async () => {
	const away = await server(), lines = at(away);
	await away.close();
	const to = await add();
	for (const [i, minutes] of [1, 2, 5, 15, 60, 60].entries()) {
		const result = await jobs(lines);
		assert.equal(result.status, 1);
		assert.match(result.stderr, /does not answer/);
		const now = await row(to);
		assert.deepEqual([now.state, now.tries, now.error], ["waiting", i + 1, "The mail server does not answer."]);
		near(now.wait, minutes * 60);
		assert.equal((await jobs(lines)).status, 0, "nothing is due");
		assert.equal((await row(to)).tries, i + 1);
		await due();
	}
	const back = await server();
	assert.equal((await jobs(at(back))).status, 0);
	assert.equal((await row(to)).state, "sent");
	assert.equal(back.messages.length, 1);
	const late = await add();
	await it.sql(`UPDATE mail SET give_up_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE recipient = '${late}'`);
	await jobs(lines);
	assert.deepEqual([(await row(late)).state, (await row(late)).empty], ["failed", false]);
});

test("who the server is, and encryption, are not taken on trust", async () => {
	const folder = join(it.var, "certificates"), other = certificate(folder, "other.example");
	const to = await add();
	const refused = async (options, lines, words) => {
		await due();
		const one = await server(options);
		const result = await jobs({ url: `smtps://localhost:${one.port}`, ca: here.file, user: "soundings", password: "very-secret", ...lines(one) });
		assert.equal(result.status, 1);
		assert.match(result.stderr, words);
		assert.match((await row(to)).error, words);
		assert.equal(one.messages.length, 0);
		assert.ok(!one.commands.some(({ line, secure }) => /^AUTH|^MAIL|^RCPT/.test(line) && !secure), "nothing in clear");
		assert.ok(!one.commands.some(({ line }) => /^AUTH/.test(line)), "no password");
	};
	await refused({ certificate: other }, () => ({}), /certificate/); // signed by nobody that smtp.ca knows
	await refused({ certificate: other }, () => ({ ca: other.file }), /certificate/); // another host's
	await refused({}, () => ({ ca: "" }), /certificate/); // not in the system's list
	await refused({}, () => ({ ca: "/nowhere.crt" }), /certificate/);
	await refused({ tls: "none" }, ({ port }) => ({ url: `smtp://localhost:${port}` }), /encrypt/);
	await refused({ tls: "none" }, ({ port }) => ({ url: `http://localhost:${port}` }), /smtp:\/\/ or smtps:\/\//);
	// control: the same server is good enough with its own certificate, both ways
	for (const [tls, scheme] of [["implicit", "smtps"], ["starttls", "smtp"]]) {
		await it.sql("DELETE FROM mail");
		const next = await add(), one = await server({ tls });
		const result = await jobs({ url: `${scheme}://localhost:${one.port}`, ca: here.file, user: "soundings", password: "very-secret" });
		assert.equal(result.status, 0, result.stderr);
		assert.deepEqual(one.messages.map(({ to: [address], secure, user }) => [address, secure, user]), [[next, true, "soundings:very-secret"]]);
	}
});

test("what the server says of one message is that message's alone; its words are not kept, they may quote a secret", async () => {
	const one = await server({ reply: (line) => /^RCPT.*gone@/.test(line) ? "550 5.1.1 no such user, you said https://secret.example/x"
		: /^RCPT.*full@/.test(line) ? "452 4.2.2 mailbox full" : undefined });
	for (const to of ["gone@test.example", "full@test.example", "fine@test.example"])
		await add({ to });
	assert.equal((await jobs(at(one))).status, 0);
	assert.deepEqual(await known("gone@test.example"), { state: "failed", tries: 1,
		error: "The mail server refused the address (550 5.1.1).", empty: false });
	const full = await row("full@test.example");
	assert.deepEqual([full.state, full.error], ["waiting", "The mail server does not take mail for this address at the moment (452 4.2.2)."]);
	assert.equal((await row("fine@test.example")).state, "sent");
	const refuses = await server({ reply: (line) => line === "DATA-END" ? "554 5.7.1 spam: https://secret.example/y" : undefined });
	const to = await add();
	assert.equal((await jobs(at(refuses))).status, 0);
	assert.deepEqual([(await row(to)).state, (await row(to)).error], ["failed", "The mail server refused the message (554 5.7.1)."]);
	assert.doesNotMatch(JSON.stringify(await it.sql("SELECT last_error FROM mail")), /secret|no such/);
});

test("a wrong password is said, and is in no log; a server that breaks off gets it again later", async () => {
	const to = await add();
	for (const [reply, words] of [
		[(line) => line === "AUTH-END" ? "535 5.7.8 no" : undefined, /user name and password \(535 5\.7\.8\)/],
		[(line) => line === "GREETING" ? "554 go away" : undefined, /broke off/],
		[(line) => /^MAIL/.test(line) ? "550 not from you" : undefined, /broke off .*\(550\)/],
	]) {
		await due();
		const one = await server({ reply });
		const result = await jobs(at(one, { user: "soundings", password: "very-secret-password" }));
		assert.equal(result.status, 1);
		assert.match((await row(to)).error, words);
		assert.equal((await row(to)).state, "waiting");
		assert.doesNotMatch(result.stderr + result.stdout, /very-secret|test message/);
	}
	assert.doesNotMatch(it.logs(), /very-secret|tried? the mail server/);
	for (const conf of ["public.conf", "staff.conf"])
		assert.doesNotMatch(readFileSync(join(it.var, conf), "utf8"), /smtp/);
});

test("a server that says nothing holds a run for seconds, not for ever, and one message only", async () => {
	const silent = createServer(() => {});
	await new Promise((resolve) => silent.listen(0, "127.0.0.1", resolve));
	const list = [await add(), await add()], began = Date.now();
	const result = await jobs(at(silent.address()));
	assert.ok(Date.now() - began < 15_000);
	assert.match(result.stderr, /took too long/);
	assert.deepEqual([(await row(list[0])).tries, (await row(list[1])).tries], [1, 0]);
	silent.close();
	silent.closeAllConnections?.();
});

test("without a server messages wait, and say why; a text that cannot be opened fails", async () => {
	const to = await add();
	assert.equal((await jobs()).status, 0);
	assert.deepEqual(await known(to), { state: "waiting", tries: 0,
		error: "The settings file names no mail server (smtp.url).", empty: false });
	await it.sql("UPDATE mail SET body = CONCAT(body, 'x')");
	const one = await server();
	await jobs(at(one));
	assert.equal((await row(to)).state, "failed");
	assert.equal(one.messages.length, 0);
});

test("texts of failed messages go after a week, and rows after three months", async () => {
	for (const [days, state] of [[8, "failed"], [6, "failed"], [91, "sent"], [89, "sent"], [91, "failed"], [100, "waiting"]]) {
		const to = await add({ to: `${state}${days}@test.example` });
		await it.sql(`UPDATE mail SET state = '${state}', ended_at = IF('${state}' = 'waiting', NULL, UTC_TIMESTAMP() - INTERVAL ${days} DAY),
			made_at = UTC_TIMESTAMP() - INTERVAL ${days} DAY, next_try_at = UTC_TIMESTAMP() + INTERVAL 1 DAY WHERE recipient = '${to}'`);
	}
	assert.equal((await jobs()).status, 0);
	assert.deepEqual(await it.sql("SELECT recipient, body IS NULL FROM mail WHERE state <> 'sent' ORDER BY mail_id"),
		[["failed8@test.example", "1"], ["failed6@test.example", "0"], ["waiting100@test.example", "0"]]);
	assert.deepEqual(await it.sql("SELECT recipient FROM mail WHERE state = 'sent'"), [["sent89@test.example"]]);
});

/* ---- The pages ---------------------------------------------------------------------------------- */

const person = async (role, options) => signIn(it, await it.addUser(role, options));

test("the list says what waits, failed and was sent, and never what a message says", async () => {
	const [runs, watches] = [await person("administrator"), await person("auditor")];
	const secret = "https://staff.example/join/c2VjcmV0LXRva2Vu";
	const list = { waiting: await add({ text: secret }), failed: await add({ text: secret }), sent: await add({ text: secret }), given_up: await add({ text: secret }) };
	for (const [state, to] of Object.entries(list))
		await it.sql(`UPDATE mail SET state = '${state}', last_error = IF('${state}' = 'failed', 'The mail server refused the address (550).', ''),
			ended_at = IF('${state}' = 'waiting', NULL, UTC_TIMESTAMP()) WHERE recipient = '${to}'`);
	for (const client of [runs, watches]) {
		const { text } = await client.get("/mail"), { text: csv } = await client.get("/mail.csv");
		for (const to of Object.values(list))
			assert.ok(text.includes(to) && csv.includes(to));
		assert.match(text, /refused the address \(550\)/);
		for (const [state, to] of Object.entries(list)) {
			const { text: some } = await client.get(`/mail?state=${state}`);
			assert.deepEqual(Object.values(list).filter((other) => some.includes(other)), [to]);
		}
		assert.match((await client.get(`/mail?to=${list.sent}`)).text, /1 message/);
		assert.ok(!(text + csv).includes("c2VjcmV0") && !(text + csv).includes("staff.example"));
	}
	// Who watches reads; who runs acts.
	const path = /href="(\/mail\/[0-9a-f]{32})"/.exec((await runs.get("/mail?state=failed")).text)[1];
	const [own, read] = [(await runs.get(path)).text, (await watches.get(path)).text];
	assert.deepEqual([/\/retry"/.test(own), /\/give-up"/.test(own), /\/retry"/.test(read), /\/give-up"/.test(read)], [true, true, false, false]);
	assert.ok(!own.includes("c2VjcmV0"));
	assert.doesNotMatch(own, /mail_id|\/mail\/\d{1,9}"/);
	assert.equal((await runs.get("/mail/1")).status, 404);
	// "My work" says it to whoever can do something.
	assert.match((await runs.get("/")).text, /could not be sent: 1/);
	assert.doesNotMatch((await watches.get("/")).text, /could not be sent/);
});

test("tried again, given up: once, by whoever runs it, and it is in the trail", async () => {
	const runs = await person("administrator"), to = await add(), one = await server();
	const [[id]] = await it.sql(`SELECT message_id FROM mail WHERE recipient = '${to}'`);
	await it.sql("UPDATE mail SET state = 'failed', tries = 9, ended_at = UTC_TIMESTAMP(), give_up_at = UTC_TIMESTAMP() - INTERVAL 1 DAY");
	const press = async (action) => {
		const page = await runs.get(`/mail/${id}`);
		const form = forms(page.text).findIndex(({ action: path }) => path.endsWith(`/${action}`));
		assert.ok(form >= 0, action);
		return runs.submit(page, {}, { form });
	};
	assert.equal((await press("retry")).location, `/mail/${id}`);
	assert.deepEqual([(await row(to)).state, (await row(to)).tries], ["waiting", 0]);
	const stale = await runs.get(`/mail/${id}`);
	const arrived = () => one.messages.filter(({ to: [address] }) => address.startsWith("m")).length; // anchors of the trail go too
	assert.equal((await jobs(at(one))).status, 0);
	assert.equal(arrived(), 1);
	// Somebody who still sees the old page presses: nothing is sent twice, and they are told.
	assert.equal((await runs.submit(stale, {}, { form: forms(stale.text).findIndex(({ action }) => action.endsWith("/retry")) })).status, 303);
	assert.match((await runs.get(`/mail/${id}`)).text, /Nothing was changed/);
	assert.equal((await row(to)).state, "sent");
	await jobs(at(one));
	assert.equal(arrived(), 1);

	await it.sql("DELETE FROM mail");
	const other = await add();
	const [[next]] = await it.sql(`SELECT message_id FROM mail WHERE recipient = '${other}'`);
	const page = await runs.get(`/mail/${next}`);
	await runs.submit(page, {}, { form: forms(page.text).findIndex(({ action }) => action.endsWith("/give-up")) });
	await jobs(at(one));
	assert.deepEqual([(await row(other)).state, (await row(other)).empty], ["given_up", true]);
	assert.equal(arrived(), 1);
	assert.deepEqual((await it.sql("SELECT action, subject, ref FROM audit WHERE subject = 'mail' AND action = 'change' ORDER BY audit_id")),
		[["change", "mail", id], ["change", "mail", next]]);
});

test("without a server, and while nothing runs, the page says so; a test message arrives", async () => {
	const runs = await person("administrator");
	const form = await runs.get("/mail/test");
	assert.equal((await runs.submit(form, { email: "nobody" }, { form: 1, path: "/mail/test" })).status, 422);
	assert.equal((await runs.submit(form, { email: "tried@test.example" }, { form: 1, path: "/mail/test" })).location, "/mail");
	assert.doesNotMatch((await runs.get("/mail")).text, /not set up|Nothing is being sent/);
	await jobs();
	assert.match((await runs.get("/mail")).text, /Mail is not set up/);
	assert.match((await runs.get("/")).text, /has waited since/);
	await it.sql("UPDATE mail SET last_error = '', next_try_at = UTC_TIMESTAMP() - INTERVAL 20 MINUTE");
	assert.match((await runs.get("/mail")).text, /Nothing is being sent/);
	assert.match((await mailTo(it, "tried@test.example")).text, /mail works/);
});
