// anonymous.test.mjs: a report without a name: by a practice's link, sent once, followed with a code; and nothing of who sent it.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client, signIn } from "../lib/http.mjs";
import { incident } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it, member, stranger, manager, link;
const canary = `canary${randomBytes(4).toString("hex")}`;
const one = async (query) => (await it.sql(query))[0]?.[0];
const stateOf = (page) => /name="state" value="([^"]+)"/.exec(page.text)?.[1];
const jobs = async () => assert.equal((await it.soundings(["jobs"])).status, 0);

/** From an address of its own, so that the limits of one test are not another's, with every header that tells on somebody. */
let last = 10;
function asker(address = `127.0.98.${last++}`) {
	const ask = (method, path, fields) => new Promise((resolve, reject) => {
		const body = fields && new URLSearchParams(fields).toString();
		const sent = request({ host: "127.0.0.1", localAddress: address, port: it.publicPort, method, path, headers: { host: "localhost",
			"user-agent": `agent-${canary}`, referer: `http://referrer-${canary}.example/`, cookie: `session=cookie-${canary}`, "x-forwarded-for": "203.0.113.91",
			"accept-language": `xx-${canary}`, ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) }) } },
		(answer) => {
			let page = "";
			answer.setEncoding("utf8").on("data", (part) => { page += part; })
				.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, location: answer.headers.location, text: page }));
		});
		sent.on("error", reject).end(body);
	});
	return { address, get: (path) => ask("GET", path), post: (path, fields) => ask("POST", path, fields) };
}
const what = { what_happened: `A prescription was printed twice, ${canary}. It was noticed at the desk.`, kind: "incident" };
const when = { "happened_on-day": "3", "happened_on-month": "November", "happened_on-year": "2025", where: "own" };
const harm = { physical: "5", psychological: "4" };

before(async () => {
	it = await sharedInstance();
	for (const code of ["ANONA", "ANONB"])
		await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}', 'Nameless Practice ${code}', 'practice')`);
	member = await signIn(it, await it.addUser("practice_member", { organisation: "ANONA" }));
	stranger = await signIn(it, await it.addUser("practice_member", { organisation: "ANONB" }));
	manager = await signIn(it, it.accounts["incident_manager"] ?? await it.addUser("incident_manager"));
	link = await newLink(member);
});
after(() => it.release());

async function newLink(client) {
	const done = await client.submit(await client.get("/reports/link"));
	assert.equal(done.location, "/reports/link");
	return /\/r\/([2-9B-Z]{12})/.exec((await client.get("/reports/link")).text)[1];
}
/** Up to the check page. */
async function filled(who = asker(), changes = {}, of = link) {
	let page = await who.get(`/r/${of}/what`);
	page = await who.post(`/r/${of}/what`, { state: stateOf(page), ...what, ...changes, go: "on" });
	assert.match(page.text, /When and where/, text(page));
	page = await who.post(`/r/${of}/when`, { state: stateOf(page), ...when, go: "on" });
	assert.match(page.text, /Of the person who was harmed most/, text(page));
	page = await who.post(`/r/${of}/harm`, { state: stateOf(page), ...harm, go: "on" });
	assert.match(page.text, /Check your report/, text(page));
	return { who, check: page, send: () => who.post(`/r/${of}/check`, { state: stateOf(page), go: "send" }) };
}
const codeOf = (page) => /id="code">([^<]+)</.exec(page.text)?.[1];
const refOf = (page) => /<strong>([2-9B-Z]{4}-[2-9B-Z]{4})<\/strong>/.exec(page.text)?.[1];
/** Sent; gives its reference and code. */
async function sent(who = asker(), changes = {}) {
	const form = await filled(who, changes), done = await form.send();
	assert.equal(done.status, 303, text(done));
	const confirmation = await who.get(done.location);
	return { who, form, location: done.location, confirmation, ref: refOf(confirmation), code: codeOf(confirmation) };
}
const look = (who, code) => who.post("/r/progress", { progress_code: code });

test("the journey: start page, the same pages, a check, a reference and a code; the day is kept, no time and no person", async () => {
	const who = asker(), start = await who.get(`/r/${link}`);
	assert.equal(start.status, 200);
	assert.match(text(start), /Nameless Practice ANONA.*no name, no internet address.*the day you sent it.*cannot open it.*may show who you are.*code.*cannot add files/s);
	assert.equal(start.headers["set-cookie"], undefined);
	assert.match(start.headers["x-robots-tag"], /noindex/);
	const { ref, code, confirmation, location } = await sent(who);
	assert.match(code, /^[2-9B-Z]{4}( [2-9B-Z]{4}){3}$/);
	assert.match(text(confirmation), /by the end of \d+ \w+ 20\d\d/);
	assert.equal(codeOf(await who.get(location)), code, "reloaded");
	const [row] = await it.sql(`SELECT state, reporter_id, code_hash IS NOT NULL, TIME(submitted_at), TIME(made_at), TIME(state_at), due_at > submitted_at, urgency > 0 FROM incident WHERE ref = '${ref}'`);
	assert.deepEqual(row, ["submitted", "NULL", "1", "00:00:00", "00:00:00", "00:00:00", "1", "1"]);
	assert.match(text(await look(who, code)), /Nobody has looked at it yet/);
	await jobs();
	assert.equal(await one(`SELECT GROUP_CONCAT(e.kind, e.state_to, TIME(e.at)) FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${ref}'`), "movedsubmitted00:00:00");
	assert.match(text(await manager.get(`/incidents/${ref}`)), /somebody without a name/i);
	assert.ok((await manager.get(`/incidents?q=${canary}`)).text.includes(ref), "found by its words");
	assert.ok((await manager.get("/incidents.csv")).text.includes(ref));
});

test("its words are found too where a page of figures counted it before the jobs did", async () => {
	const word = `rare${randomBytes(4).toString("hex")}`, { ref } = await sent(asker(), { what_happened: `The printer was ${word}.` });
	assert.equal((await manager.get("/incidents/trends")).status, 200);
	await jobs();
	assert.ok((await manager.get(`/incidents?q=${word}`)).text.includes(ref));
});

test("Back loses nothing, a slip keeps all, more detail comes by buttons, and a name may not be shown", async () => {
	const who = asker();
	let page = await who.get(`/r/${link}/what`);
	page = await who.post(`/r/${link}/what`, { state: stateOf(page), kind: "incident", go: "on" });
	assert.equal(page.status, 422);
	page = await who.post(`/r/${link}/what`, { state: stateOf(page), ...what, go: "on" });
	page = await who.post(`/r/${link}/when`, { state: stateOf(page), ...when, where: "other", about_name: "The pharmacy", share: "name", go: "on" });
	assert.equal(page.status, 422, "a name cannot be shown that nobody has");
	page = await who.post(`/r/${link}/when`, { state: stateOf(page), ...when, where: "other", about_name: "The pharmacy", share: "practice", go: "back" });
	assert.ok(page.text.includes(canary), "what was typed comes back");
	page = await who.post(`/r/${link}/what`, { state: stateOf(page), ...what, go: "on" });
	page = await who.post(`/r/${link}/harm`, { state: stateOf(page), ...harm, go: "on" });
	assert.match(text(page), /Check your report.*The pharmacy.*That it was our practice/s);
	page = await who.post(`/r/${link}/check`, { state: stateOf(page), go: "to-done" });
	page = await who.post(`/r/${link}/done`, { state: stateOf(page), done_at_once: "Told the pharmacy.", go: "on" });
	assert.match(text(page), /Told the pharmacy/);
	page = await who.post(`/r/${link}/check`, { state: stateOf(page), go: "to-person-2" });
	assert.match(text(page), /About person 2/);
	page = await who.post(`/r/${link}/person-2`, { state: stateOf(page), physical: "4", psychological: "4", go: "on" });
	assert.match(text(page), /Harm to person 2/);
	const done = await who.post(`/r/${link}/check`, { state: stateOf(page), go: "send" });
	const ref = refOf(await who.get(done.location)), report = JSON.parse(await one(`SELECT report FROM incident WHERE ref = '${ref}'`));
	assert.equal(report.people.length, 2);
	assert.equal(report.answers.share, "practice");
});

test("an identity in the text: the passage is shown, and it goes on when it is needed", async () => {
	const who = asker(), first = await who.get(`/r/${link}/what`);
	const page = await who.post(`/r/${link}/what`, { state: stateOf(first), what_happened: "NHS number 943 476 5919 was read out.", kind: "incident", go: "on" });
	assert.equal(page.status, 422);
	assert.match(text(page), /943 476 5919/);
	const on = await who.post(`/r/${link}/what`, { state: stateOf(page), what_happened: "NHS number 943 476 5919 was read out.", kind: "incident", go: "on",
		identity_passage: "943 476 5919", identity_reason: "to find it" });
	assert.match(text(on), /When and where/);
});

test("sent a hundred times, at once and in turn: one report, one code; what was changed after it was sent is not added", async () => {
	const who = asker(), form = await filled(who);
	const answers = await Promise.all(Array.from({ length: 60 }, () => form.send()));
	for (let i = 0; i < 40; i++)
		answers.push(await form.send());
	const fine = answers.filter(({ status }) => status === 303);
	for (const { status } of answers)
		assert.ok([303, 503].includes(status), String(status));
	assert.ok(fine.length > 60);
	const pages = await Promise.all([fine[0], fine.at(-1), fine[30]].map(({ location }) => who.get(location)));
	assert.equal(new Set(pages.map(codeOf)).size, 1);
	assert.equal(await one(`SELECT COUNT(*) FROM incident WHERE ref = '${refOf(pages[0])}'`), "1");
	const changed = await who.post(`/r/${link}/check`, { state: stateOf(form.check), go: "to-done" });
	const check = await who.post(`/r/${link}/done`, { state: stateOf(changed), done_at_once: "Something else.", go: "on" });
	const again = await who.get((await who.post(`/r/${link}/check`, { state: stateOf(check), go: "send" })).location);
	assert.match(text(again), /You had already sent this form once/);
	assert.equal(codeOf(again), codeOf(pages[0]));
	await jobs();
	await jobs();
	assert.equal(await one(`SELECT COUNT(*) FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${refOf(again)}'`), "1");
});

test("wrong codes have one answer; a code in capitals, small letters, with strokes or spaces is the same", async () => {
	const who = asker(), { code } = await sent(who);
	for (const same of [code.toLowerCase(), code.replaceAll(" ", "-"), code.replaceAll(" ", ""), ` ${code} `])
		assert.equal((await look(who, same)).status, 200, same);
	const answer = ({ status, text: page }) => [status, page.replace(/value="[^"]*"/g, "")].join();
	const wrong = asker(), answers = new Set();
	for (const no of ["2222 2222 2222 2222", "x", code.slice(0, -1), `${code}2`, "'; --", "🩺".repeat(10), "AAAA AAAA AAAA AAAA"])
		answers.add(answer(await look(wrong, no)));
	assert.equal(answers.size, 1);
	assert.match([...answers][0], /^422.*No report has this code/s);
});

test("a question is answered with the code: once, however often it is sent; the report goes back to triage", async () => {
	const who = asker(), { ref, code } = await sent(who);
	await jobs();
	const asking = await manager.get(`/incidents/${ref}/move/information`);
	assert.match(text(asking), /the answer may never come/);
	assert.equal((await manager.submit(asking, { question: "Which printer was it?" })).status, 303);
	assert.match(text(await manager.get(`/incidents/${ref}`)), /which may never come/);
	const page = await look(who, code);
	assert.match(text(page), /Which printer was it\?.*Your answer/s);
	assert.equal((await who.post("/r/progress", { state: stateOf(page), text: " " })).status, 422);
	for (let i = 0; i < 3; i++)
		assert.match(text(await who.post("/r/progress", { state: stateOf(page), text: "The one at the desk." })), /Thank you.*on its way/s);
	await jobs();
	await jobs();
	assert.equal((await who.post("/r/progress", { state: stateOf(page), text: "The one at the desk." })).status, 200);
	await jobs();
	assert.equal(await one(`SELECT state FROM incident WHERE ref = '${ref}'`), "triage");
	assert.deepEqual(await it.sql(`SELECT e.kind, e.text, e.person_id, e.organisation_id, TIME(e.at) FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${ref}' AND e.kind IN ('answer', 'added')`),
		[["answer", "The one at the desk.", "NULL", "NULL", "00:00:00"]]);
	assert.equal(await one("SELECT COUNT(*) FROM incident_said WHERE taken = 1 AND text <> ''"), "0");
	const after = await look(who, code);
	assert.match(text(after), /You answered.*The one at the desk\..*/s);
	await who.post("/r/progress", { state: stateOf(after), text: "The toner was new." });
	await jobs();
	assert.match(text(await manager.get(`/incidents/${ref}`)), /The toner was new\./);
	assert.ok(!(await look(who, code)).text.includes(canary), "the report itself is not shown");
});

test("the practice sees neither the report nor its files; its figures may count it", async () => {
	const { ref } = await sent();
	await jobs();
	for (const client of [member, stranger])
		for (const path of ["", "/sent", "/check", "/answer", "/add", "/look-again", "/files", "/draft/what", "/people/1"])
			assert.equal((await client.get(`/reports/${ref}${path}`)).status, 404, path);
	assert.ok(!(await member.get("/reports")).text.includes(ref));
	assert.ok(!(await member.get(`/reports?q=${canary}`)).text.includes(ref));
	assert.ok(!(await member.get("/reports.csv")).text.includes(ref));
	// control: a colleague's with a name is there
	const named = await incident(it, { organisation: "ANONA", reporter: member.email });
	assert.equal((await member.get(`/reports/${named}`)).status, 200);
	await it.sql(`UPDATE incident SET state = 'information' WHERE ref = '${ref}'`);
	assert.equal((await member.get(`/reports?state=information`)).text.includes(ref), false);
	assert.doesNotMatch(text(await member.get("/")), /waits? for your practice to answer/);
});

test("a new link ends the old one; who was writing can still send; reports and codes stay", async () => {
	const owner = await signIn(it, await it.addUser("practice_member", { organisation: "ANONB" })), old = await newLink(owner);
	const writing = await filled(asker(), {}, old), page = await owner.get("/reports/link");
	assert.match(page.text, /<svg[^]*<path fill="#000"/);
	assert.match(text(await owner.get("/reports/link/poster")), /Nameless Practice ANONB/);
	const now = await newLink(owner);
	assert.notEqual(now, old);
	assert.match((await owner.submit(page)).location, /\/reports\/link$/);
	assert.ok((await owner.get("/reports/link")).text.includes(now), "a form of before makes no other");
	for (const path of ["", "/what"])
		assert.equal((await asker().get(`/r/${old}${path}`)).status, 404);
	assert.equal((await asker().get(`/r/${now.toLowerCase()}`)).status, 200);
	assert.equal((await writing.send()).status, 303);
	const late = await filled(asker(), {}, now);
	await it.sql(`UPDATE incident_link SET is_open = NULL, ended_at = UTC_TIMESTAMP() - INTERVAL 1 DAY WHERE token = '${now}'`);
	assert.equal((await late.send()).status, 404, "begun after it ended");
	assert.equal(await one("SELECT COUNT(*) FROM incident_link WHERE is_open = 1 AND token = '" + old + "'"), "0");
	assert.equal(await one("SELECT COUNT(*) > 1 FROM audit WHERE subject = 'report_link'"), "1");
});

test("another practice's form, an altered one, none: nothing is stored", async () => {
	const other = await newLink(stranger), form = await filled(), before = await one("SELECT COUNT(*) FROM incident"), state = stateOf(form.check), who = asker();
	for (const [path, fields, status] of [[`/r/${other}/check`, { state, go: "send" }, 400], [`/r/${link}/check`, { state: `${state.slice(0, -3)}AAA`, go: "send" }, 400],
		[`/r/${link}/check`, { go: "send" }, 400], [`/r/${link}/nothing`, { state, go: "on" }, 404], [`/r/${link}/person-0`, { state }, 404], [`/r/${link}/person-99`, { state }, 404],
		["/r/222222222222/check", { state, go: "send" }, 404], ["/r/x/what", { state }, 404], ["/r/progress", { state: "x", text: "y" }, 422], ["/r/progress", {}, 422]])
		assert.equal((await who.post(path, fields)).status, status, path);
	for (const path of [`/r/${link}/sent/x`, `/r/${link}/sent/${state}`, `/r/${other}${(await form.send()).location.slice(15)}`, "/r/%00", "/r/..%2f", `/r/${"2".repeat(300)}`])
		assert.ok([400, 404].includes((await who.get(path)).status), path);
	assert.equal((await who.post(`/r/${link}`, { state })).status, 405);
	assert.equal((await who.post(`/r/${link}/sent/x`, { state })).status, 405);
	assert.equal(Number(await one("SELECT COUNT(*) FROM incident")), Number(before) + 1, "only the one that was sent");
});

test("the public pages' database user adds what they add, and reads no report", async () => {
	const organisation = await one("SELECT organisation_id FROM organisation WHERE code = 'ANONA'"), who = asker(), { ref } = await sent(who);
	const row = { ref: "'2222-2223'", submission: "RANDOM_BYTES(16)", organisation_id: organisation, code_hash: "RANDOM_BYTES(32)", state: "'submitted'", state_at: "UTC_DATE()",
		made_at: "UTC_DATE()", saved_at: "UTC_DATE()", submitted_at: "UTC_DATE()", report: "'{}'", share: "'nobody'", kind: "'risk'", about: "'own'" };
	const insert = (changes) => {
		const all = Object.entries({ ...row, ...changes });
		return it.sqlAs("public", `INSERT INTO incident_anonymous (${all.map(([name]) => name)}) VALUES (${all.map(([, value]) => value)})`);
	};
	for (const changes of [{ state: "'closed'" }, { state: "'draft'" }, { code_hash: "NULL" }, { share: "'name'" }, { report: "'x'" }, { submitted_at: "UTC_DATE() + INTERVAL 1 HOUR" }])
		await assert.rejects(insert(changes), /ERROR (1369|4025|1048)/, JSON.stringify(changes));
	// What the queue and the trends could not read would stop them for everybody.
	for (const changes of [{ kind: "NULL" }, { about: "NULL" }, { submitted_at: "'0000-00-00 00:00:00'" }, { physical: "7" }, { psychological: "5" }, { worry: "0" }])
		await assert.rejects(insert(changes), /ERROR (1369|1644|1292)/, JSON.stringify(changes));
	for (const [detail, day] of [["[]", "UTC_DATE()"], ["5", "UTC_DATE()"], ["{}", "'0000-00-00 00:00:00'"]])
		await assert.rejects(it.sqlAs("public", `INSERT INTO incident_said_new (submission, code_hash, kind, text, detail, said_on)
			VALUES (RANDOM_BYTES(16), RANDOM_BYTES(32), 'answer', 'x', '${detail}', ${day})`), /ERROR (1369|1292)/, detail + day);
	for (const statement of ["INSERT INTO incident_anonymous (reporter_id) VALUES (1)", "SELECT ref FROM incident_anonymous", "SELECT * FROM incident", "UPDATE incident_anonymous SET title = 'x'",
		"DELETE FROM incident_anonymous", "SELECT * FROM incident_said", "SELECT text FROM incident_said_new", "UPDATE incident_said_new SET text = 'x'", "DELETE FROM incident_said_new",
		"SELECT * FROM incident_link", "INSERT INTO incident_link (token) VALUES ('x')", "UPDATE incident_link_known SET ended_at = NULL", "INSERT INTO incident_event (kind) VALUES ('told')",
		"INSERT INTO incident (state) VALUES ('submitted')", "INSERT INTO incident_said_new (taken) VALUES (1)", "HANDLER incident_anonymous OPEN"])
		await assert.rejects(it.sqlAs("public", statement), /ERROR (1142|1143|1347|1054|1044)/, statement);
	assert.deepEqual(await it.sqlAs("public", "SELECT incident_told(RANDOM_BYTES(32)), incident_is_sent(RANDOM_BYTES(32), '{}')"), [["NULL", "NULL"]]);
	// control: what they need
	await insert({});
	await it.sql("DELETE FROM incident WHERE ref = '2222-2223'");
	// Something for a code that no report has goes nowhere.
	await it.sqlAs("public", "INSERT INTO incident_said_new (submission, code_hash, kind, text, detail, said_on) VALUES (RANDOM_BYTES(16), RANDOM_BYTES(32), 'answer', 'x', '{}', UTC_DATE())");
	await jobs();
	assert.equal(await one("SELECT COUNT(*) FROM incident_said WHERE taken = 0"), "0");
	assert.equal(await one(`SELECT state FROM incident WHERE ref = '${ref}'`), "submitted");
});

function filesOf(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesOf(path) : entry.isFile() ? [path] : [];
	});
}
test("nothing of who sent it is anywhere: address, agent, referrer, cookie, code, the form's state", async () => {
	const who = asker("127.0.98.201"), { code, location, form, ref } = await sent(who), page = await look(who, code);
	await who.post("/r/progress", { state: stateOf(page), text: `added-${canary}` });
	await look(who, `wrong-${canary}`);
	await who.post(`/r/${link}/what`, { state: "x", what_happened: `lost-${canary}` });
	await jobs();
	const words = [`agent-${canary}`, `referrer-${canary}`, `cookie-${canary}`, `xx-${canary}`, `wrong-${canary}`, `lost-${canary}`, "127.0.98.201", "203.0.113.91", code, code.replaceAll(" ", ""),
		stateOf(form.check).slice(0, 40), location.split("/").at(-1).slice(0, 40)];
	const found = {};
	for (const path of filesOf(it.var).filter((name) => statSync(name).size < 512 << 20)) {
		const bytes = readFileSync(path);
		for (const word of [...words, `printed twice, ${canary}`])
			if (bytes.includes(word))
				(found[word] ??= []).push(path.slice(it.var.length + 1));
	}
	assert.deepEqual(Object.keys(found), [`printed twice, ${canary}`], JSON.stringify(found)); // what is kept on purpose: the search can find
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE ref = '${ref}' AND subject = 'incident'`), "0");
});
