// investigation.test.mjs: requests to other organisations: asked, answered, asked again, accepted, taken back; who reported stays
// unsaid where it is to stay so; two people at one answer; an answer is sent once.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { decode, signIn } from "../lib/http.mjs";
import { incident, investigation, report } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, manager, auditor, first, second, stranger, asker;
const code = (name) => `${name}${randomBytes(3).toString("hex").toUpperCase()}`.slice(0, 12);
const practice = code("IP"), provider = code("IV"), other = code("IO"), lonely = code("IL");
const canary = randomBytes(4).toString("hex");
const practiceName = `Canary Surgery ${canary}`, reporterName = `Reporter Canary${canary}`, reporterEmail = `canary-${canary}@test.example`;
const one = async (query) => (await it.sql(query))[0]?.[0];
const words = (html) => decode(html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ")).replace(/\s+/g, " ");
const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const date = (name, iso) => Object.fromEntries([["year", 0], ["month", 1], ["day", 2]].map(([part, i]) => [`${name}-${part}`, iso.split("-")[i]]));

before(async () => {
	it = await sharedInstance();
	for (const [organisation, name, kind] of [[practice, practiceName, "practice"], [provider, `Trust ${canary}`, "provider"], [other, `Other ${canary}`, "provider"],
		[lonely, `Lonely ${canary}`, "voluntary"]])
		await it.sql(`INSERT INTO organisation (code, name, kind) VALUES ('${organisation}', '${name}', '${kind}')`);
	const made = async (roles, options) => ({ ...await it.addUser(roles, options) });
	await made("practice_member", { organisation: practice, name: reporterName, email: reporterEmail });
	asker = await made("incident_manager", { name: "Mo Manager" });
	const [one_, two] = [await made("provider_member", { organisation: provider, name: "First Fixer" }), await made("provider_member", { organisation: provider, name: "Second Fixer" })];
	manager = await signIn(it, asker);
	auditor = await signIn(it, await made("auditor"));
	first = await signIn(it, one_);
	second = await signIn(it, two);
	first.email = one_.email;
	stranger = await signIn(it, await made("provider_member", { organisation: other }));
});
after(() => it.release());

const sent = (share) => report({ share, what_happened: `The letter of ${practiceName} (${practice.toLowerCase()}) came late; ${reporterName} (${reporterEmail}) rang.`, where: "other" });
const reported = (share, columns = {}) => incident(it, { organisation: practice, reporter: reporterEmail, state: "triage", about: provider, report: sent(share), ...columns });
const asking = { subject: "A letter that came late", brief: "A discharge letter came eleven days after the patient went home.", questions: "What held it up?" };
async function ask(ref, changes = {}) {
	const page = await manager.get(`/incidents/${ref}/ask`);
	assert.equal(page.status, 200);
	const answer = await manager.submit(page, { ...asking, ...changes });
	return { page, answer, ref: answer.location?.split("/").at(-1) };
}
const answering = { found: "It waited in a tray.\nFor nine days.", why: "Nobody was told to look.", done: "Somebody looks every morning now.", learn: "Give each tray a person." };
async function write(client, ref, changes = {}, button = "check") {
	return client.submit(await client.get(`/investigations/${ref}/answer`), { ...answering, ...changes }, { button });
}
async function send(client, ref) {
	return client.submit(await client.get(`/investigations/${ref}/check`));
}

test("asked, saved, checked, sent, asked again, answered again, accepted; and the reporter hears of it", async () => {
	const of = await reported("practice");
	const { answer, ref } = await ask(of);
	assert.equal(answer.status, 303, words(answer.text));
	assert.equal(await one(`SELECT state FROM incident WHERE ref = '${of}'`), "provider");
	const read = await manager.get(answer.location);
	assert.match(words(read.text), /Waiting for an answer/);
	assert.match(words(read.text), new RegExp(`${practiceName}`));
	assert.match((await manager.get(`/incidents/${of}`)).text, new RegExp(`/incidents/${of}/requests/${ref}`));
	assert.equal((await auditor.get(answer.location)).status, 200);
	assert.doesNotMatch((await auditor.get(answer.location)).text, /withdraw|\/record/);
	const mail = await it.sql(`SELECT subject FROM mail WHERE kind = 'investigation' AND recipient = '${first.email}'`);
	assert.deepEqual(mail, [["A request waits for your organisation"]]);

	assert.match(words((await first.get("/")).text), /request to look into something waits|requests to look into something wait/);
	assert.match((await first.get("/investigations")).text, new RegExp(`/investigations/${ref}`));
	assert.match(words((await first.get(`/investigations/${ref}`)).text), new RegExp(`Reported by ${practiceName}`));

	const saved = await write(first, ref, { done: "" }, "save"); // not whole yet
	assert.equal(saved.location, `/investigations/${ref}`);
	assert.match(words((await second.get(saved.location)).text), /First Fixer saved it last/);
	assert.equal((await second.get(`/investigations/${ref}/check`)).location, `/investigations/${ref}/answer`);
	const short = await write(second, ref, { done: "" });
	assert.equal(short.status, 422);
	assert.match(short.text, /Write what you have done or will do/);
	assert.match(short.text, /It waited in a tray\./);
	assert.equal((await write(second, ref, date("done_on", "2099-01-31"))).location, `/investigations/${ref}/check`);
	const check = await second.get(`/investigations/${ref}/check`);
	assert.match(words(check.text), /Give each tray a person\./);
	assert.doesNotMatch((await manager.get(`/incidents/${of}/requests/${ref}`)).text, /waited in a tray/, "nobody else reads what is not sent");
	const done = await second.submit(check);
	assert.equal(done.location, `/investigations/${ref}`);
	assert.match(words((await first.get(done.location)).text), /Sent here by Second Fixer/);
	assert.equal(await one(`SELECT state FROM incident WHERE ref = '${of}'`), "investigating");
	assert.match(await one(`SELECT text FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${of}' AND e.kind = 'told' ORDER BY event_id DESC LIMIT 1`),
		/has answered/);
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'investigation' AND recipient = '${asker.email}'`), "1");

	// Twice: the same place, one answer.
	assert.equal((await second.submit(check)).location, `/investigations/${ref}`);
	assert.equal(await one(`SELECT COUNT(*) FROM investigation_answer a JOIN investigation_request q USING (request_id) WHERE q.ref = '${ref}'`), "1");
	assert.equal((await write(first, ref).catch(() => ({ status: 303 }))).status, 303);

	const more = await first.get(`/investigations/${ref}/add`);
	for (const tap of [1, 2])
		assert.equal((await first.submit(more, { more: "The tray has gone." })).status, 303, `tap ${tap}`);
	const page = await manager.get(`/incidents/${of}/requests/${ref}`);
	assert.equal(page.text.match(/The tray has gone\./g).length, 1);

	const again = await manager.submit(await manager.get(`/incidents/${of}/requests/${ref}/again`), { question: "Since when is it like that?" });
	assert.equal(again.status, 303, words(again.text));
	assert.equal(await one(`SELECT state FROM incident WHERE ref = '${of}'`), "provider");
	assert.match(words((await first.get(`/investigations/${ref}/answer`)).text), /Since when is it like that\?/);
	await write(first, ref, { found: "Since May." });
	assert.equal((await send(first, ref)).status, 303);
	const both = words((await manager.get(`/incidents/${of}/requests/${ref}`)).text);
	assert.match(both, /Answer 1 .*It waited in a tray.*Answer 2 .*Since May/);
	const thanks = await manager.submit(await manager.get(`/incidents/${of}/requests/${ref}/accept`), { thanks: "Thank you, all of you." });
	assert.equal(thanks.status, 303);
	assert.match(words((await first.get(`/investigations/${ref}`)).text), /Answer accepted .*Thank you, all of you\./);
	assert.match((await first.get("/investigations.csv")).text, new RegExp(`${ref},A letter that came late`));
});

for (const share of ["name", "practice", "nobody"])
	for (const shown of ["name", "practice", "nobody"])
		test(`who reported: allowed ${share}, chosen ${shown}: in nothing that a provider can fetch is more than that`, async () => {
			const of = await reported(share), order = ["name", "practice", "nobody"], allowed = order.indexOf(shown) >= order.indexOf(share);
			const { page, answer, ref } = await ask(of, { shown });
			assert.equal(answer.status, allowed ? 303 : 422, words(answer.text));
			// What the form begins with has nothing in it that the reporter did not allow.
			const brief = /<textarea[^>]*name="brief"[^>]*>([\s\S]*?)<\/textarea>/.exec(page.text)[1];
			assert.equal(brief.includes(practiceName), share !== "nobody");
			assert.equal(brief.includes(reporterName), share === "name");
			if (!allowed)
				return assert.equal(await one(`SELECT COUNT(*) FROM investigation_request q JOIN incident i USING (incident_id) WHERE i.ref = '${of}'`), "0");
			const secrets = [...(shown === "name" ? [] : [reporterName]), reporterEmail, of, practice, ...(shown === "nobody" ? [practiceName] : [])];
			const fetched = new Map(), queue = ["/", "/investigations", "/investigations.csv", "/investigations?state=asked", "/investigations?sort=-asked", `/investigations/${ref}`,
				`/investigations/${ref}/answer`, `/investigations/${ref}/add`, "/investigations/2222-2222", `/incidents/${of}`, `/incidents/${of}/requests/${ref}`];
			await write(first, ref);
			queue.push(`/investigations/${ref}/check`);
			while (queue.length) {
				const path = queue.shift();
				if (fetched.has(path) || fetched.size > 80)
					continue;
				const got = await first.get(path);
				fetched.set(path, `${JSON.stringify([...got.headers])}${got.text}`);
				for (const [, href] of got.text.matchAll(/href="(\/[^"#]*)"/g))
					// (Another request of theirs may tell more.)
					if (!/^\/static/.test(href) && (!/^\/investigations\/\w{4}-/.test(href) || href.includes(ref)))
						queue.push(decode(href));
			}
			fetched.set("a slip", (await write(first, ref, { found: "" })).text);
			fetched.set("sent", JSON.stringify([...(await send(first, ref)).headers]));
			fetched.set("after", (await first.get(`/investigations/${ref}`)).text);
			await manager.submit(await manager.get(`/incidents/${of}/requests/${ref}/accept`));
			fetched.set("accepted", (await first.get(`/investigations/${ref}`)).text);
			assert.ok(fetched.size > 12, `${fetched.size} pages`);
			for (const [path, text] of fetched)
				for (const secret of secrets)
					assert.ok(path.includes(secret) || !decode(text).toLowerCase().includes(secret.toLowerCase()), `${path} tells ${secret}`);
			// control: what may be known is there
			assert.equal(fetched.get(`/investigations/${ref}`).includes(practiceName), shown !== "nobody");
			assert.equal(fetched.get(`/investigations/${ref}`).includes(reporterName), shown === "name");
			await it.soundings(["jobs"]);
			const bodies = await fetch(`http://127.0.0.1:${it.mailPort}/email`).then((list) => list.json()).catch(() => []);
			for (const mail of bodies.filter(({ to }) => to?.some(({ address }) => address === first.email)))
				for (const secret of [reporterName, reporterEmail, practiceName, practice, asking.subject, asking.brief])
					assert.ok(!`${mail.subject} ${mail.text}`.includes(secret), `a message tells ${secret}`);
		});

test("a manager's own words are looked through for who reported", async () => {
	const of = await reported("nobody");
	for (const [name, slip] of [["brief", `It came from ${practiceName.toUpperCase()}.`], ["questions", `Did you ring ${reporterName}?`], ["subject", `A letter to ${practice}`]]) {
		const { answer } = await ask(of, { [name]: slip });
		assert.equal(answer.status, 422);
		assert.match(answer.text, /they are not to know it/);
		assert.ok(decode(answer.text).includes(slip), "what was typed is kept");
	}
	const { ref } = await ask(of);
	await write(first, ref);
	await send(first, ref);
	const again = await manager.submit(await manager.get(`/incidents/${of}/requests/${ref}/again`), { question: `Was it ${reporterName}?` });
	assert.equal(again.status, 422);
	const thanks = await manager.submit(await manager.get(`/incidents/${of}/requests/${ref}/accept`), { thanks: `${practiceName} thanks you.` });
	assert.equal(thanks.status, 422);
});

test("what looks like a person's identity is asked about once, on either side, and never blocked", async () => {
	const of = await reported("nobody"), passage = "943 476 5919";
	const { answer: warned } = await ask(of, { brief: `The letter about ${passage} came late.` });
	assert.equal(warned.status, 422);
	assert.match(words(warned.text), /This may say who somebody is .*“ ?943 476 5919/);
	assert.equal(await one(`SELECT COUNT(*) FROM investigation_request q JOIN incident i USING (incident_id) WHERE i.ref = '${of}'`), "0");
	const removed = await manager.submit(warned, { identity_remove: passage });
	assert.equal(removed.status, 422);
	assert.match(removed.text, /The letter about \[removed\] came late\./);
	const kept = await manager.submit(warned, { identity_reason: "They need it to find the letter" });
	assert.equal(kept.status, 303, words(kept.text));
	const ref = kept.location.split("/").at(-1);
	assert.match(words((await manager.get(kept.location)).text), /“943 476 5919”: They need it to find the letter/);

	const found = `It was the letter about ${passage}.`;
	assert.equal((await write(first, ref, { found }, "save")).status, 303, "only what is to be sent is asked about");
	const slip = await write(first, ref, { found });
	assert.equal(slip.status, 422);
	assert.match(words(slip.text), /This may say who somebody is/);
	assert.ok(decode(slip.text).includes(found));
	const seen = await first.submit(slip, { identity_reason: "You asked about it" }, { button: "check" });
	assert.equal(seen.location, `/investigations/${ref}/check`);
	assert.equal((await write(first, ref, { found, why: "Nobody knows." })).location, `/investigations/${ref}/check`, "not asked about again");
	assert.equal((await send(first, ref)).status, 303);
	assert.match(words((await manager.get(`/incidents/${of}/requests/${ref}`)).text), /“943 476 5919”: You asked about it/);
	const more = await first.submit(await first.get(`/investigations/${ref}/add`), { more: "Ring 07700 900123." });
	assert.equal(more.status, 422);
	assert.equal((await first.submit(more)).status, 303);
});

test("the database widens nothing, whoever asks it", async () => {
	const of = await reported("practice"), ref = await investigation(it, { incident: of, organisation: provider, by: asker.email, shown: "nobody" });
	const id = await one(`SELECT request_id FROM investigation_request WHERE ref = '${ref}'`);
	const refused = async (statement, why) => assert.rejects(it.sqlAs("staff", statement), (error) => why.test(error.stderr), statement);
	await refused(`UPDATE investigation_request SET shown = 'practice' WHERE request_id = ${id}`, /stays as it was asked/);
	await refused(`UPDATE investigation_request SET shown = 'name' WHERE request_id = ${id}`, /stays as it was asked/);
	await refused(`UPDATE investigation_request SET organisation_id = 1 WHERE request_id = ${id}`, /stays as it was asked/);
	await refused(`UPDATE incident SET share = 'name' WHERE ref = '${of}'`, /stays as it was sent/);
	await refused(`INSERT INTO investigation_request (ref, submission, incident_id, organisation_id, asked_by, asked_at, due_on, subject, brief, questions, shown, state_at)
		SELECT '3333-3333', RANDOM_BYTES(16), incident_id, organisation_id, asked_by, asked_at, due_on, subject, brief, questions, 'name', state_at
		FROM investigation_request WHERE request_id = ${id}`, /does not want that to be shown/);
	await refused(`UPDATE investigation_who SET practice = 'x' WHERE request_id = ${id}`, /not updatable|command denied/);
	assert.deepEqual(await it.sql(`SELECT practice IS NULL, reporter IS NULL FROM investigation_who WHERE request_id = ${id}`), [["1", "1"]]);
	// control: what is theirs to change can be changed
	await it.sqlAs("staff", `UPDATE investigation_request SET due_on = '2099-01-01' WHERE request_id = ${id}`);
});

test("two colleagues at one answer: what was typed is kept, and a sent one is what was seen", async () => {
	const { ref } = await ask(await reported("nobody"));
	const [mine, theirs] = await Promise.all([first, second].map((client) => client.get(`/investigations/${ref}/answer`)));
	assert.equal((await second.submit(theirs, { ...answering, found: "Second found this." }, { button: "check" })).status, 303);
	const conflict = await first.submit(mine, { ...answering, found: "First found this." }, { button: "save" });
	assert.equal(conflict.status, 422);
	assert.match(words(conflict.text), /Second Fixer saved this answer while you were writing/);
	assert.match(conflict.text, /First found this\./);
	assert.match(words(conflict.text), /Second found this\./);
	const seen = await second.get(`/investigations/${ref}/check`);
	assert.equal((await first.submit(conflict, {}, { button: "save" })).status, 303, "having seen it, theirs is saved");
	const changed = await second.submit(seen);
	assert.equal(changed.status, 422);
	assert.match(words(changed.text), /Not sent yet .*First found this\./);
	assert.equal(await one(`SELECT COUNT(*) FROM investigation_answer a JOIN investigation_request q USING (request_id) WHERE q.ref = '${ref}'`), "0");
	const both = await Promise.all([first, second].map((client) => client.submit(changed, { csrf: undefined }).catch(() => undefined)));
	assert.ok(both.every((answer) => answer.status === 403), "without a token nothing is sent");
	const pages = await Promise.all([first, second].map((client) => client.get(`/investigations/${ref}/check`)));
	const sends = await Promise.all([...pages, ...pages].map((page, i) => [first, second][i % 2].submit(page)));
	assert.deepEqual(sends.map(({ status }) => status), [303, 303, 303, 303]);
	assert.equal(await one(`SELECT COUNT(*) FROM investigation_answer a JOIN investigation_request q USING (request_id) WHERE q.ref = '${ref}'`), "1");
});

test("out of order, by direct POST: nothing happens", async () => {
	const of = await reported("nobody"), { ref, page } = await ask(of);
	assert.equal((await manager.submit(page, asking)).location, `/incidents/${of}/requests/${ref}`, "the form sent again finds its request");
	assert.equal(await one(`SELECT COUNT(*) FROM investigation_request q JOIN incident i USING (incident_id) WHERE i.ref = '${of}'`), "1");
	const csrf = async (client) => /name="csrf" value="([^"]+)"/.exec((await client.get("/")).text)[1];
	const [ours, mine, foreign] = await Promise.all([manager, first, stranger].map(csrf));
	for (const path of ["answer", "check", "add"]) {
		assert.equal((await stranger.get(`/investigations/${ref}/${path}`)).status, 404);
		assert.equal((await stranger.post(`/investigations/${ref}/${path}`, { csrf: foreign, ...answering, more: "x", row_version: "1" })).status, 404, `another provider: ${path}`);
	}
	assert.equal((await stranger.get(`/investigations/${ref}`)).status, 404);
	assert.doesNotMatch((await stranger.get("/investigations.csv")).text, new RegExp(ref));
	assert.equal((await first.post(`/investigations/${ref}/check`, { csrf: mine, row_version: "1" })).status, 422, "nothing is written yet");
	for (const path of ["accept", "again"]) {
		const answer = await manager.post(`/incidents/${of}/requests/${ref}/${path}`, { csrf: ours, row_version: "1", thanks: "x", question: "x", ...date("due_on", later(9)) });
		assert.equal(answer.location, `/incidents/${of}/requests/${ref}`);
	}
	assert.equal(await one(`SELECT state FROM investigation_request WHERE ref = '${ref}'`), "asked");
	for (const client of [first, auditor])
		assert.equal((await client.post(`/incidents/${of}/requests/${ref}/withdraw`, { csrf: await csrf(client), reason: "x", row_version: "1" })).status, 403);
	// Another incident's address does not lead there.
	const elsewhere = await reported("nobody");
	assert.equal((await manager.get(`/incidents/${elsewhere}/requests/${ref}`)).status, 404);
	// Of an incident that is over, nobody is asked.
	const closed = await reported("nobody", { state: "closed" });
	assert.equal((await manager.get(`/incidents/${closed}/ask`)).location, `/incidents/${closed}`);
	assert.equal((await manager.post(`/incidents/${closed}/ask`, { csrf: ours, ...asking })).location, `/incidents/${closed}`);
	const back = await manager.submit(await manager.get(`/incidents/${of}/requests/${ref}/withdraw`), { reason: `It was ${practiceName} itself` });
	assert.equal(back.status, 303, words(back.text));
	const gone = await first.get(`/investigations/${ref}`);
	assert.equal(gone.status, 404);
	assert.match(words(gone.text), /This request was taken back/);
	for (const gist of [practiceName, asking.subject, asking.brief, asking.questions])
		assert.ok(!decode(gone.text).includes(gist), gist);
	assert.equal((await first.post(`/investigations/${ref}/answer`, { csrf: mine, ...answering })).status, 404);
	assert.equal(await one(`SELECT state FROM incident WHERE ref = '${of}'`), "investigating");
});

test("several are asked: the incident goes on with the last answer; nobody can sign in: it is written down", async () => {
	const of = await reported("nobody");
	const requests = [(await ask(of)).ref, (await ask(of, { organisation: other })).ref];
	const page = await manager.get(`/incidents/${of}/ask`);
	assert.match(page.text, new RegExp(`Lonely ${canary} \\(nobody can sign in\\)`));
	const { ref } = await ask(of, { organisation: lonely });
	assert.match(words((await manager.get(`/incidents/${of}/requests/${ref}`)).text), /Nobody can sign in for Lonely/);
	const record = await manager.submit(await manager.get(`/incidents/${of}/requests/${ref}/record`), { channel: "letter", ...answering });
	assert.equal(record.status, 303, words(record.text));
	assert.match(words((await auditor.get(record.location)).text), /Came by letter, written down by Mo Manager/);
	assert.equal(await one(`SELECT state FROM incident WHERE ref = '${of}'`), "provider");
	// The last two at once: one of them is the last.
	await Promise.all([write(first, requests[0]), write(stranger, requests[1])]);
	await Promise.all([send(first, requests[0]), send(stranger, requests[1])]);
	assert.equal(await one(`SELECT state FROM incident WHERE ref = '${of}'`), "investigating");
	assert.equal(await one(`SELECT COUNT(*) FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${of}' AND e.state_to = 'investigating'`), "1");
});

test("an organisation that was merged: whoever goes on for it answers", async () => {
	const ref = await investigation(it, { incident: await reported("nobody", { state: "provider" }), organisation: lonely, by: asker.email });
	assert.equal((await first.get(`/investigations/${ref}`)).status, 404);
	await it.sql(`UPDATE organisation SET successor_id = (SELECT organisation_id FROM (SELECT * FROM organisation) o WHERE o.code = '${provider}'), closed_on = '2026-01-01' WHERE code = '${lonely}'`);
	try {
		assert.match(words((await first.get(`/investigations/${ref}`)).text), new RegExp(`to Lonely ${canary}`));
		assert.match(words((await first.get("/investigations")).text), new RegExp(`For Lonely ${canary}`));
		await write(first, ref);
		assert.equal((await send(first, ref)).status, 303);
	} finally {
		await it.sql(`UPDATE organisation SET successor_id = NULL, closed_on = NULL WHERE code = '${lonely}'`);
	}
});

test("reminders: once before the day and once after it, however often the jobs run", async () => {
	const of = await reported("nobody", { state: "provider" });
	const due = async (days, columns) => investigation(it, { incident: of, organisation: provider, by: asker.email, due_on: later(days), ...columns });
	const [soon, overdue, far, answered] = [await due(1), await due(-3), await due(40), await due(1, { state: "answered" })];
	await Promise.all([1, 2, 3].map(() => it.soundings(["jobs"])));
	await it.soundings(["jobs"]);
	const told = async (ref) => it.sql(`SELECT reminded_at IS NOT NULL, overdue_at IS NOT NULL FROM investigation_request WHERE ref = '${ref}'`);
	assert.deepEqual(await told(soon), [["1", "0"]]);
	assert.deepEqual(await told(overdue), [["0", "1"]]);
	assert.deepEqual(await told(far), [["0", "0"]]);
	assert.deepEqual(await told(answered), [["0", "0"]]);
	const count = (subject) => one(`SELECT COUNT(*) FROM mail WHERE recipient = '${first.email}' AND subject = '${subject}'`);
	assert.equal(await count("A request still waits for your organisation"), "1");
	assert.equal(await count("A request to your organisation is overdue"), "1");
	// Another day: told at once, and reminded again before it.
	const page = await manager.get(`/incidents/${of}/requests/${overdue}/due`);
	assert.equal((await manager.submit(page, date("due_on", later(60)))).status, 303);
	assert.deepEqual(await told(overdue), [["0", "0"]]);
});

test("why a passage is needed is for managers: whoever is asked does not read it", async () => {
	const of = await reported("nobody"), brief = "A discharge letter came late. The desk is 0161 496 0123.";
	const reason = `${practiceName} rang from it`;
	const warned = await ask(of, { brief });
	assert.equal(warned.answer.status, 422);
	const asked = await manager.submit(warned.answer, { ...asking, brief, identity_reason: reason });
	assert.equal(asked.status, 303, words(asked.text));
	const ref = asked.location.split("/").at(-1), theirs = words((await first.get(`/investigations/${ref}`)).text);
	assert.match(theirs, /0161 496 0123/);
	assert.ok(!theirs.includes(canary + " rang") && !theirs.includes(practiceName), theirs);
	assert.ok(words((await manager.get(`/incidents/${of}`)).text).includes(reason), "control: managers do");
});
