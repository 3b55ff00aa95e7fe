// report.test.mjs: the reporter's door: a report is begun, saved at every step, sent once, followed; nobody else sees a draft.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn, totp } from "../lib/http.mjs";
import { incident, report } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it, writer, account, colleague, stranger;
const one = async (query) => (await it.sql(query))[0]?.[0];
const row = async (ref, columns) => (await it.sql(`SELECT ${columns} FROM incident WHERE ref = '${ref}'`))[0];
before(async () => {
	it = await sharedInstance();
	for (const code of ["REPORTA", "REPORTB"])
		await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}', 'Report Practice ${code}', 'practice')`);
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('REPORTP', 'Report Provider', 'provider')");
	account = await it.addUser("practice_member", { organisation: "REPORTA" });
	writer = await signIn(it, account);
	colleague = await signIn(it, await it.addUser("practice_member", { organisation: "REPORTA" }));
	stranger = await signIn(it, await it.addUser("practice_member", { organisation: "REPORTB" }));
});
after(() => it.release());

const what = { what_happened: "A prescription was printed twice. It was noticed at the desk.", kind: "incident" };
const when = { "happened_on-day": "3", "happened_on-month": "November", "happened_on-year": "2025", where: "own" };
const harm = { physical: "5", psychological: "4" };
const refOf = (answer) => /\/reports\/([\w-]+)\//.exec(answer.location)?.[1];

/** Begins one; gives its reference. */
async function begin(client = writer, answers = what) {
	const answer = await client.submit(await client.get("/reports/new"), answers);
	assert.equal(answer.status, 303, text(answer));
	return refOf(answer);
}
async function step(client, ref, name, answers) {
	return client.submit(await client.get(`/reports/${ref}/draft/${name}`), answers);
}
/** One that could be sent. */
async function ready(client = writer, changes = {}) {
	const ref = await begin(client);
	await step(client, ref, "when", { ...when, ...changes });
	assert.match((await step(client, ref, "harm", harm)).location, /\/check$/);
	return ref;
}

test("the ordinary report: three pages, a check, one reference, a date, and it is on its page and in the list", async () => {
	const ref = await begin();
	assert.match(ref, /^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
	const second = await step(writer, ref, "when", when);
	assert.equal(second.location, `/reports/${ref}/draft/harm`);
	assert.equal((await step(writer, ref, "harm", harm)).location, `/reports/${ref}/check`);
	const check = await writer.get(`/reports/${ref}/check`);
	assert.match(text(check), /printed twice.*3 November 2025.*Our practice.*No physical harm/s);
	const sent = await writer.submit(check);
	assert.equal(sent.location, `/reports/${ref}/sent`);
	assert.match(text(await writer.get(sent.location)), new RegExp(`${ref}.*What happens next.*by the end of \\d+ \\w+ 20\\d\\d`, "s"));
	const [state, kind, about, physical, draft, due] = await row(ref, "state, kind, about, physical, draft, due_at > submitted_at");
	assert.deepEqual([state, kind, about, physical, draft, due], ["submitted", "incident", "own", "5", "NULL", "1"]);
	const stored = JSON.parse((await row(ref, "report"))[0]);
	assert.deepEqual(stored, { answers: { ...what, happened_on: "2025-11-03", where: "own" }, people: [harm], identity_reasons: [] });
	for (const person of [writer, colleague]) {
		assert.match(text(await person.get(`/reports/${ref}`)), /Nobody has looked at it yet/);
		assert.ok((await person.get("/reports?q=printed")).text.includes(ref), "found by its words");
		assert.ok((await person.get("/reports.csv")).text.includes(ref));
	}
	assert.ok(!(await stranger.get("/reports")).text.includes(ref));
	assert.equal((await stranger.get(`/reports/${ref}`)).status, 404);
});

test("sent a hundred times, at once and one after another: one report, one event, the same confirmation", async () => {
	const ref = await ready(), check = await writer.get(`/reports/${ref}/check`);
	const answers = await Promise.all(Array.from({ length: 30 }, () => writer.submit(check)));
	for (let i = 0; i < 10; i++)
		answers.push(await writer.submit(check));
	for (const answer of answers)
		assert.ok(answer.location === `/reports/${ref}/sent` || answer.status === 503, `${answer.status} ${answer.location}`);
	assert.equal(await one(`SELECT COUNT(*) FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${ref}' AND e.kind = 'moved'`), "1");
});

test("ten practices report at the same moment: each is taken, and none waits for another's words of search", async () => {
	const accounts = await Promise.all(Array.from({ length: 10 }, () => it.addUser("practice_member", { organisation: "REPORTB" })));
	const writers = await Promise.all(accounts.map((one) => signIn(it, one)));
	for (let round = 0; round < 3; round++) {
		const checks = await Promise.all(writers.map(async (client) => client.get(`/reports/${await ready(client)}/check`)));
		const sent = await Promise.all(checks.map((check, i) => writers[i].submit(check, {})));
		assert.deepEqual(sent.map(({ status }) => status), writers.map(() => 303));
	}
	const deadlocks = it.logs().split("deadlock detected").slice(1).filter((told) => told.includes("`search_word`"));
	assert.equal(deadlocks.length, 0, deadlocks[0]);
});

test("a double tap on the first page begins one draft, and Back to it changes that one", async () => {
	const page = await writer.get("/reports/new");
	const answers = await Promise.all([1, 2, 3, 4].map(() => writer.submit(page, what)));
	assert.equal(new Set(answers.map(refOf)).size, 1);
	const again = await writer.submit(page, { ...what, what_happened: "It was three times." });
	assert.equal(refOf(again), refOf(answers[0]));
	assert.equal((await row(refOf(again), "title"))[0], "It was three times.");
	// Another person's form begins nothing of theirs.
	const token = /name="submission" value="([^"]+)"/.exec(page.text)[1];
	const other = await colleague.submit(await colleague.get("/reports/new"), { ...what, submission: token });
	assert.equal(other.status, 422);
	assert.ok(!other.text.includes(refOf(again)));
});

test("a draft is carried on elsewhere by the same person, and is nobody else's", async () => {
	const ref = await begin(), phone = await signIn(it, account, { step: 1 });
	assert.ok((await phone.get("/reports")).text.includes(ref));
	assert.match((await phone.get(`/reports/${ref}/draft/what`)).text, /printed twice/);
	await step(phone, ref, "when", when);
	assert.equal((await writer.get(`/reports/${ref}/check`)).location, `/reports/${ref}/draft/harm`);
	const nowhere = await colleague.get("/reports/2222-2222/check");
	assert.equal(nowhere.status, 404);
	for (const person of [colleague, stranger]) {
		assert.ok(!(await person.get("/reports")).text.includes(ref));
		for (const path of ["", "/check", "/draft/what", "/people/1", "/discard", "/sent", "/add"])
			assert.equal((await person.get(`/reports/${ref}${path}`)).status, 404, path);
		const csrf = /name="csrf" value="([^"]+)"/.exec((await person.get("/")).text)[1];
		for (const path of ["/check", "/draft/what", "/people/1", "/discard", "/add"])
			assert.equal((await person.post(`/reports/${ref}${path}`, { csrf, go: "on", text: "x" })).status, 404, path);
	}
	assert.equal((await row(ref, "state"))[0], "draft");
});

test("slips: 422, everything kept, and saved; Back and later save too", async () => {
	const ref = await begin();
	const wrong = await step(writer, ref, "when", { ...when, "happened_on-year": "2099", where: "other" });
	assert.equal(wrong.status, 422);
	assert.match(text(wrong), /must be today or in the past/);
	assert.match(text(wrong), /Choose the organisation/);
	assert.match((await writer.get(`/reports/${ref}/draft/when`)).text, /value="2099"/);
	const back = await writer.submit(await writer.get(`/reports/${ref}/draft/when`), { "happened_on-year": "1" }, { button: "back" });
	assert.equal(back.location, `/reports/${ref}/draft/what`);
	const later = await writer.submit(await writer.get(`/reports/${ref}/draft/when`), { "happened_on-day": "31" }, { button: "later" });
	assert.equal(later.location, "/reports");
	assert.match((await writer.get(`/reports/${ref}/draft/when`)).text, /value="31"/);
	assert.equal((await writer.submit(await writer.get("/reports/new"), {})).status, 422);
	const csrf = /name="csrf" value="([^"]+)"/.exec((await writer.get("/")).text)[1];
	for (const body of [{ kind: "none", where: "'; DROP" }, { happened_on: "%n%s", what_happened: "\u{1F600}".repeat(5001) }])
		for (const path of ["what", "when", "harm", "candour", "involved"])
			assert.match(String((await writer.post(`/reports/${ref}/draft/${path}`, { csrf, ...body })).status), /303|422/, path);
	assert.equal((await writer.get(`/reports/${ref}/draft/nothing`)).status, 404);
	for (const number of ["0", "-1", "3", "99999999999999999999", "x"])
		assert.equal((await writer.get(`/reports/${ref}/people/${number}`)).status, 404, number);
});

test("what looks like somebody's identity: a warning with the passage, removed or needed, never a block", async () => {
	const page = await writer.get("/reports/new");
	const said = { ...what, what_happened: "Mrs Ada Smith, NHS 943 476 5919, rang." };
	const warned = await writer.submit(page, said);
	assert.equal(warned.status, 422);
	assert.match(text(warned), /“ Mrs Ada Smith ” looks like somebody’s name.*“ 943 476 5919 ” looks like an NHS number/s);
	const less = await writer.submit(warned, {}, { button: "Mrs Ada Smith" });
	assert.match(less.text, /\[removed\], NHS 943 476 5919, rang\./);
	const on = await writer.submit(less, { identity_reason: "The pharmacy asks for it" });
	assert.equal(on.status, 303);
	const ref = refOf(on), draft = JSON.parse((await row(ref, "draft"))[0]);
	assert.deepEqual(draft.identity_reasons, [{ field: "what_happened", passage: "943 476 5919", reason: "The pharmacy asks for it" }]);
	assert.equal((await step(writer, ref, "what", {})).status, 303, "it is not asked again");
	// Without a reason it goes on too.
	const second = await writer.submit(await writer.get("/reports/new"), said);
	assert.equal((await writer.submit(second, {})).status, 303);
});

test("the duty of candour is asked when the harm calls for it, and not stored when it does not", async () => {
	const ref = await begin();
	await step(writer, ref, "when", when);
	assert.equal((await step(writer, ref, "harm", { physical: "3", psychological: "4" })).location, `/reports/${ref}/draft/candour`);
	await step(writer, ref, "candour", { candour: "yes", candour_limbs: ["pain", "treatment"], candour_steps: "told" });
	assert.match(text(await writer.get(`/reports/${ref}/check`)), /Prolonged pain/);
	await step(writer, ref, "harm", harm);
	await writer.submit(await writer.get(`/reports/${ref}/check`));
	assert.deepEqual(await row(ref, "candour, JSON_EXTRACT(report, '$.answers.candour_limbs')"), ["NULL", "NULL"]);
});

test("kinds: good care asks no harm, a risk no date; another organisation and what it may be told", async () => {
	const care = await begin(writer, { ...what, kind: "good_care" });
	assert.match((await step(writer, care, "when", when)).location, /check$/);
	const risk = await begin(writer, { ...what, kind: "risk" });
	assert.doesNotMatch((await writer.get(`/reports/${risk}/draft/when`)).text, /name="happened_on-day"/);
	const answer = await step(writer, risk, "when", { risk_theme: "3", risk_timeframe: "1", where: "other", about_organisation: "REPORTP", share: "practice" });
	assert.match(answer.location, /check$/);
	await writer.submit(await writer.get(`/reports/${risk}/check`));
	assert.deepEqual(await row(risk, "state, happened_on, share, (SELECT code FROM organisation o WHERE o.organisation_id = about_organisation_id)"),
		["submitted", "NULL", "practice", "REPORTP"]);
});

test("detail: what was involved leads to its own questions; people are added and removed", async () => {
	const ref = await ready();
	assert.equal((await step(writer, ref, "involved", { involved: ["4", "9"] })).location, `/reports/${ref}/draft/medications`);
	assert.equal((await step(writer, ref, "medications", { medication_name: "Warfarin", drugs_involved: "1", too_much_drug: "1" })).location, `/reports/${ref}/draft/it`);
	await writer.submit(await writer.get(`/reports/${ref}/people/2`), { physical: "4", psychological: "3", age: "10" });
	await writer.submit(await writer.get(`/reports/${ref}/people/3`), { physical: "4", psychological: "3" });
	await writer.submit(await writer.get(`/reports/${ref}/people/3`), {}, { button: "remove" });
	await writer.submit(await writer.get(`/reports/${ref}/check`));
	const { answers, people } = JSON.parse((await row(ref, "report"))[0]);
	assert.deepEqual([answers.involved, answers.medication_name, answers.too_much_drug, people.length, people[1].age], [["4", "9"], "Warfarin", "1", 2, "10"]);
	assert.equal((await row(ref, "physical"))[0], "4", "the worst of all");
});

test("somebody else who was affected: Back keeps what was answered, and nobody is sent without their harm", async () => {
	const ref = await ready(), people = async () => JSON.parse((await row(ref, "draft"))[0]).people;
	const second = await writer.get(`/reports/${ref}/people/2`);
	assert.equal((await writer.submit(second, {}, { button: "back" })).location, `/reports/${ref}/check`);
	assert.equal((await people()).length, 1, "who was only looked for is nobody");
	assert.equal((await writer.submit(second, { age: "10" }, { button: "back" })).location, `/reports/${ref}/draft/harm`);
	assert.equal((await people())[1].age, "10");
	for (const answer of [await writer.get(`/reports/${ref}/check`), await step(writer, ref, "harm", harm)])
		assert.equal(answer.location, `/reports/${ref}/people/2`);
	const csrf = /name="csrf" value="([^"]+)"/.exec((await writer.get("/")).text)[1];
	assert.equal((await writer.post(`/reports/${ref}/check`, { csrf })).location, `/reports/${ref}/people/2`);
	assert.equal((await row(ref, "state"))[0], "draft");
	const wrong = await writer.submit(await writer.get(`/reports/${ref}/people/2`), {});
	assert.equal(wrong.status, 422);
	assert.match(text(wrong), /Choose how much physical harm there was/);
	assert.equal((await writer.submit(wrong, { physical: "3", psychological: "4" })).location, `/reports/${ref}/draft/candour`);
	await step(writer, ref, "candour", { candour: "unknown" });
	await writer.submit(await writer.get(`/reports/${ref}/check`));
	assert.deepEqual(await row(ref, "state, physical, candour"), ["submitted", "3", "unknown"]);
});

test("another organisation's name is looked at for somebody's identity too", async () => {
	const ref = await begin();
	const warned = await step(writer, ref, "when", { ...when, where: "other", about_name: "Mrs Ada Smith, her carer", share: "nobody" });
	assert.equal(warned.status, 422);
	assert.match(text(warned), /“ Mrs Ada Smith ” looks like somebody’s name/);
	assert.equal((await writer.submit(warned, {})).status, 303);
	assert.equal((await step(writer, await begin(), "when", { ...when, where: "other", about_name: "Riverside Nursing Home", share: "nobody" })).status, 303);
	assert.equal((await step(writer, await begin(), "when", { ...when, about_name: "Mrs Ada Smith" })).status, 303, "not asked, not looked at");
});

test("what was sent stays; a late step says so; a draft that was discarded is gone", async () => {
	const ref = await ready(), late = await writer.get(`/reports/${ref}/draft/what`);
	await writer.submit(await writer.get(`/reports/${ref}/check`));
	const answer = await writer.submit(late, { what_happened: "Something else" });
	assert.equal(answer.location, `/reports/${ref}`);
	assert.match(text(await writer.get(answer.location)), /had been sent already/);
	assert.match((await row(ref, "report"))[0], /printed twice/);
	const gone = await begin(), page = await writer.get(`/reports/${gone}/draft/when`);
	assert.equal((await writer.submit(await writer.get(`/reports/${gone}/discard`))).location, "/reports");
	assert.equal(await row(gone, "state"), undefined);
	// Its writer is told; for everybody else it is as if it had never been.
	for (const late of [() => writer.submit(page, when), () => writer.get(`/reports/${gone}`), () => writer.get(`/reports/${gone}/files`)]) {
		assert.equal((await late()).location, "/reports");
		assert.match(text(await writer.get("/reports")), /You (had )?discarded this draft/);
	}
	const missing = await colleague.get(`/reports/${gone}`);
	assert.equal(missing.status, 404);
	assert.match(text(missing), /We cannot find that report/);
});

test("a question is answered once, and goes back to the managers; something is added once; managers' words stay theirs", async () => {
	const ref = await incident(it, { organisation: "REPORTA", reporter: account.email, state: "information" });
	await it.sql(`INSERT INTO incident_event (incident_id, at, kind, audience, text) SELECT incident_id, UTC_TIMESTAMP(), 'question', 'manager,reporter', 'Which clinic was it?'
		FROM incident WHERE ref = '${ref}'`);
	await it.sql(`INSERT INTO incident_event (incident_id, at, kind, audience, text) SELECT incident_id, UTC_TIMESTAMP(), 'note', 'manager', 'For managers alone'
		FROM incident WHERE ref = '${ref}'`);
	assert.match(text(await writer.get("/")), /waits? for your practice to answer/);
	const page = await colleague.get(`/reports/${ref}`);
	assert.match(text(page), /Which clinic was it\?/);
	assert.doesNotMatch(text(page), /For managers alone/);
	const form = await writer.get(`/reports/${ref}/answer`);
	assert.equal((await writer.submit(form, { text: " " })).status, 422);
	for (let i = 0; i < 3; i++)
		assert.equal((await writer.submit(form, { text: "The one on Monday." })).location, `/reports/${ref}`);
	assert.equal((await row(ref, "state"))[0], "triage");
	const add = await writer.get(`/reports/${ref}/add`);
	await Promise.all([1, 2, 3, 4].map(() => writer.submit(add, { text: "It was the second time." })));
	const count = (kind) => one(`SELECT COUNT(*) FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${ref}' AND e.kind = '${kind}'`);
	assert.deepEqual([await count("answer"), await count("added")], ["1", "1"]);
	assert.match(text(await colleague.get(`/reports/${ref}`)), /It was the second time/);
});

test("a session that ends while a report is written: the text is back", async () => {
	const person = await it.addUser("practice_member", { organisation: "REPORTA" }), client = await signIn(it, person);
	const page = await client.get("/reports/new");
	await it.sql(`UPDATE session SET seen_at = seen_at - INTERVAL 1 HOUR WHERE person_id = (SELECT person_id FROM person WHERE email = '${person.email}')`);
	assert.equal((await client.submit(page, what)).location, "/sign-in");
	const back = await client.submit(await client.get("/sign-in"), { email: person.email, password: person.password, code: totp(person.secret, { step: 1 }) }, { path: "/sign-in" });
	const again = await client.get(back.location);
	assert.match(again.text, /printed twice/);
	assert.equal((await client.submit(again, {}, { path: back.location })).status, 303);
});

test("control: a report of tests/lib is what the form stores", async () => {
	const ref = await incident(it, { organisation: "REPORTA", reporter: account.email, state: "draft", report: report() });
	assert.equal((await writer.get(`/reports/${ref}/check`)).status, 200);
	await it.sql(`DELETE FROM incident WHERE ref = '${ref}'`);
});
