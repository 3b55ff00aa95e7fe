// incident_work.test.mjs: the work on an incident: notes, what was found and why, factors, steps, actions and their reminders, the duty of
// candour, letters.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "../lib/http.mjs";
import { incident, newRef, report } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { mailFor, mailTo } from "../lib/mail.mjs";
import { text } from "../lib/surveys.mjs";

const code = `WORK${Math.random().toString(36).slice(2, 6).toUpperCase()}`;
let it, sql, one, two, auditor, author, manager, owner, reporter;
before(async () => {
	it = await sharedInstance();
	sql = (query) => it.sql(query);
	await sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}', 'Practice of work', 'practice')`);
	manager = await it.addUser("incident_manager", { name: "Mona Manager" });
	owner = await it.addUser("author", { name: "Owen Owner" });
	reporter = await it.addUser("practice_member", { organisation: code });
	one = await signIn(it, manager);
	two = await signIn(it, await it.addUser("incident_manager", { name: "Second Manager" }));
	auditor = await signIn(it, await it.addUser("auditor"));
	author = await signIn(it, owner);
});
after(() => it.release());

const first = async (query) => (await sql(query))[0]?.[0];
const begin = (columns = {}) => incident(it, { organisation: code, reporter: reporter.email, state: "investigating", ...columns });
const idOf = (ref) => `(SELECT incident_id FROM incident WHERE ref = '${ref}')`;
const events = async (ref, kind) => (await sql(`SELECT REPLACE(text, '\\n', ' | '), audience FROM incident_event
	WHERE incident_id = ${idOf(ref)} AND kind = '${kind}' ORDER BY event_id`));
const trail = async (ref) => (await sql(`SELECT action, detail FROM audit WHERE subject = 'incident' AND ref = '${ref}' AND action <> 'look' ORDER BY audit_id`))
	.map(([action, detail]) => [action, JSON.parse(detail)]);
/** A page's form filled in and sent. */
async function send(client, path, changes) {
	const page = await client.get(path);
	assert.equal(page.status, 200, `GET ${path}: ${text(page)}`);
	return client.submit(page, changes, { path });
}
async function done(client, path, changes, to) {
	const answer = await send(client, path, changes);
	assert.equal(answer.status, 303, text(answer));
	assert.match(answer.location, to);
	return answer;
}
const day = (field, iso) => Object.fromEntries(["year", "month", "day"].map((part, i) => [`${field}-${part}`, iso.split("-")[i]]));
const inDays = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const held = (page, name) => /<textarea[^>]*name="NAME"[^>]*>\n?([^<]*)/.source.replace("NAME", name);
const typed = (page, name) => new RegExp(held(page, name)).exec(page.text)?.[1];

test("a note is added once, stays as it was, and is put right by another", async () => {
	const ref = await begin(), path = `/incidents/${ref}/notes/new`;
	const page = await one.get(path), words = "Rang the practice.\nThe <b>fridge</b> alarm was off.";
	const answers = [await one.submit(page, { text: words }, { path }), await one.submit(page, { text: words }, { path })];
	assert.deepEqual(answers.map(({ status }) => status), [303, 303]);
	assert.equal(answers[0].location, answers[1].location);
	const note = await first(`SELECT ref FROM incident_note WHERE incident_id = ${idOf(ref)}`);
	assert.equal(await first(`SELECT COUNT(*) FROM incident_note WHERE incident_id = ${idOf(ref)}`), "1", "a double tap");
	assert.deepEqual(await events(ref, "note"), [[words.replace("\n", " | "), "manager"]]);
	await done(two, `/incidents/${ref}/notes/${note}/correct`, { text: "The alarm was on." }, /#note-/);
	assert.deepEqual(await sql(`SELECT text, corrects FROM incident_note WHERE incident_id = ${idOf(ref)} ORDER BY note_id DESC LIMIT 1`), [["The alarm was on.", note]]);
	for (const client of [one, auditor])
		for (const address of [`/incidents/${ref}`, `/incidents/${ref}/notes`]) {
			const shown = await client.get(address);
			assert.match(shown.text, /The &lt;b&gt;fridge&lt;\/b&gt; alarm was off\./);
			assert.match(text(shown), /Corrected/);
			assert.match(shown.text, /corrects <a/);
			assert.equal(/\/correct"/.test(shown.text), client === one);
		}
	const empty = await send(one, path, { text: " " });
	assert.equal(empty.status, 422);
	assert.match(text(empty), /Write the note/);
	const far = await send(one, path, { text: "x".repeat(5001) });
	assert.equal(far.status, 422);
	assert.equal(typed(far, "text").length, 5001, "what was typed stays");
	assert.deepEqual((await trail(ref)).map(([action, detail]) => [action, Object.keys(detail)]), [["add", ["note"]], ["add", ["note", "corrects"]]]);
});

test("what was found: saved, kept in the history, and two at once lose nothing", async () => {
	const ref = await begin(), path = `/incidents/${ref}/investigation`;
	await done(one, path, { found: "The label was for another patient.", why_1: "Two were printed." }, /#investigation$/);
	const [mine, theirs] = [await one.get(path), await two.get(path)];
	assert.equal((await two.submit(theirs, { found: "Two labels stuck together.", why_2: "One printer for two rooms." }, { path })).status, 303);
	const answer = await one.submit(mine, { found: "My own words.", why_3: "Left alone by the other." }, { path });
	assert.equal(answer.status, 422);
	assert.match(text(answer), /Somebody else changed this while you were typing\. Nothing of yours is saved yet/);
	assert.match(text(answer), /changed this to “Two labels stuck together\.”/);
	assert.equal(typed(answer, "found"), "My own words.");
	assert.equal(typed(answer, "why_2"), "One printer for two rooms.", "what was left alone takes theirs");
	assert.equal(await first(`SELECT found FROM incident_investigation WHERE incident_id = ${idOf(ref)}`), "Two labels stuck together.");
	assert.equal((await one.submit(answer, {}, { path })).status, 303);
	assert.deepEqual(await sql(`SELECT found, why_1, why_2, why_3, row_version FROM incident_investigation WHERE incident_id = ${idOf(ref)}`),
		[["My own words.", "Two were printed.", "One printer for two rooms.", "Left alone by the other.", "4"]]);
	assert.deepEqual((await events(ref, "note")).map(([words]) => words), ["What we found: The label was for another patient. | Why 1: Two were printed.",
		"What we found: Two labels stuck together. | Why 2: One printer for two rooms.", "What we found: My own words. | Why 3: Left alone by the other."]);
	await done(one, path, {}, /#investigation$/);
	assert.equal((await events(ref, "note")).length, 3, "nothing changed, nothing written");
	const shown = text(await auditor.get(`/incidents/${ref}`));
	assert.match(shown, /Why was that\? \(3 of 5\) Left alone by the other\./);
});

test("factors: codes of the lists alone, beside what was found", async () => {
	const ref = await begin(), path = `/incidents/${ref}/factors`;
	await done(one, `/incidents/${ref}/investigation`, { found: "Found." }, /#/);
	const old = await one.get(path);
	await done(one, path, { risk_themes: ["1", "6"], people_actions: "4", other_factors: "A new form." }, /#investigation$/);
	assert.deepEqual(JSON.parse(await first(`SELECT factors FROM incident_investigation WHERE incident_id = ${idOf(ref)}`)), { risk_themes: ["1", "6"], people_actions: ["4"] });
	const wrong = await send(one, path, { risk_themes: "99" });
	assert.equal(wrong.status, 422);
	const late = await one.submit(old, { risk_themes: ["2"] }, { path });
	assert.equal(late.status, 422, "an old form");
	assert.match(text(late), /changed this to “Staffing, workload/);
	// The other form of the same row is not in its way.
	const found = await one.get(`/incidents/${ref}/investigation`);
	await done(one, path, { risk_themes: undefined }, /#/);
	assert.equal((await one.submit(found, { found: "Found more." }, { path: `/incidents/${ref}/investigation` })).status, 303);
	assert.deepEqual(JSON.parse(await first(`SELECT factors FROM incident_investigation WHERE incident_id = ${idOf(ref)}`)), { people_actions: ["4"] });
	const shown = text(await auditor.get(`/incidents/${ref}`));
	assert.match(shown, /How the work was done People did not do something they should have/);
	assert.match(shown, /Other factors A new form\./);
});

test("steps: in the order of their day and time, changed and removed with history", async () => {
	const ref = await begin();
	for (const [date, about, what] of [["2026-11-02", "about 2pm", "Noticed."], ["2026-11-02", "09.30", "Printed."], ["2026-11-01", "", "Ordered."], ["2026-11-02", "after lunch", "Filed."]])
		await done(one, `/incidents/${ref}/steps/new`, { ...day("happened_on", date), about, what }, /#steps$/);
	const order = async () => (await auditor.get(`/incidents/${ref}`)).text.match(/(Noticed|Printed|Ordered|Filed|Read out)\.<\/span>/g).map((found) => found.split(".")[0]);
	assert.deepEqual(await order(), ["Ordered", "Printed", "Noticed", "Filed"]);
	const step = await first(`SELECT ref FROM incident_step WHERE what = 'Printed.' AND incident_id = ${idOf(ref)}`), path = `/incidents/${ref}/steps/${step}/edit`;
	const [mine, theirs] = [await one.get(path), await two.get(path)];
	assert.equal((await two.submit(theirs, { about: "17:05" }, { path })).status, 303);
	const clash = await one.submit(mine, { about: "17:45", what: "Read out." }, { path });
	assert.equal(clash.status, 422);
	assert.match(text(clash), /changed this to “17:05”/);
	assert.equal((await one.submit(clash, {}, { path })).status, 303);
	assert.deepEqual(await order(), ["Ordered", "Noticed", "Read out", "Filed"]);
	await done(one, `/incidents/${ref}/steps/${step}/remove`, {}, /#steps$/);
	assert.deepEqual(await order(), ["Ordered", "Noticed", "Filed"]);
	assert.equal((await one.get(path)).status, 404);
	const told = (await events(ref, "note")).map(([words]) => words);
	assert.match(told.at(-2), /^A step was changed\. Before: 2 November 2026, 17:05: Printed\. \| Now: 2 November 2026, 17:45: Read out\.$/);
	assert.match(told.at(-1), /^A step was removed\. It said: 2 November 2026, 17:45: Read out\.$/);
	const future = await send(one, `/incidents/${ref}/steps/new`, { ...day("happened_on", "2099-01-01"), what: "Tomorrow" });
	assert.equal(future.status, 422);
	assert.equal(typed(future, "what"), "Tomorrow");
});

test("actions: planned, changed, done with evidence, cancelled, open again; the last one offers to close", async () => {
	const ref = await begin({ state: "planned" }), add = `/incidents/${ref}/actions/new`;
	const ownerRef = await first(`SELECT ref FROM person WHERE email = '${owner.email}'`);
	const page = await one.get(add), fields = { what: "Put up a second printer", owner: ownerRef, ...day("due_on", "2026-12-03") };
	assert.deepEqual([(await one.submit(page, fields, { path: add })).status, (await one.submit(page, fields, { path: add })).status], [303, 303]);
	await done(one, add, { what: "Ask the hospital for its rule", owner: "elsewhere", owner_name: "Tom Reed", owner_organisation: "Quayside", ...day("due_on", "2026-12-04") }, /#actions$/);
	const rows = await sql(`SELECT ref, what, COALESCE(owner_id, 0) > 0, owner_name, due_on, state FROM incident_action WHERE incident_id = ${idOf(ref)} ORDER BY action_id`);
	assert.deepEqual(rows.map((row) => row.slice(1)), [["Put up a second printer", "1", "", "2026-12-03", "open"], ["Ask the hospital for its rule", "0", "Tom Reed", "2026-12-04", "open"]]);
	const [printer, rule] = rows.map(([name]) => `/incidents/${ref}/actions/${name}`);
	for (const [changes, sentence] of [[{ owner: "elsewhere", owner_name: "" }, /Enter their name or role/], [{ owner: "nobody" }, /Select/], [{ what: "" }, /Say what is to be done/], [day("due_on", "2026-02-30"), /real date/]]) {
		const answer = await send(one, add, { ...fields, ...changes });
		assert.equal(answer.status, 422);
		assert.match(text(answer), sentence);
	}
	const links = (page) => (page.text.match(/href="[^"]*\/(done|edit|cancel|reopen)"/g) ?? []).filter((link) => link.includes("/actions/")).length;
	assert.equal(links(await one.get(`/incidents/${ref}`)), 6);
	assert.equal(links(await auditor.get(`/incidents/${ref}`)), 0);
	// Two people, one action.
	const [mine, theirs] = [await one.get(`${printer}/edit`), await two.get(`${printer}/edit`)];
	assert.equal((await two.submit(theirs, { ...day("due_on", "2026-12-10") }, { path: `${printer}/edit` })).status, 303);
	const clash = await one.submit(mine, { what: "Put up two printers", ...day("due_on", "2026-12-24") }, { path: `${printer}/edit` });
	assert.equal(clash.status, 422);
	assert.match(text(clash), /changed this to “10 December 2026”/);
	assert.equal(typed(clash, "what"), "Put up two printers");
	assert.equal((await one.submit(clash, {}, { path: `${printer}/edit` })).status, 303);
	// Without evidence it is not done.
	const bare = await send(one, `${printer}/done`, { words: "" });
	assert.equal(bare.status, 422);
	assert.match(text(bare), /Say how you know that it was done/);
	assert.equal((await sql(`SELECT COUNT(*) FROM incident_action WHERE state = 'done' AND incident_id = ${idOf(ref)}`))[0][0], "0");
	assert.doesNotMatch((await one.get(`/incidents/${ref}`)).text, /Every action is done/);
	const twice = [await one.get(`${printer}/done`), await two.get(`${printer}/done`)];
	await done(one, `${printer}/done`, { words: "Seen in both rooms." }, /#actions$/);
	assert.equal((await two.submit(twice[1], { words: "Me too." }, { path: `${printer}/done` })).status, 303, "it was done already");
	assert.equal(await first(`SELECT evidence FROM incident_action WHERE ref = '${rows[0][0]}'`), "Seen in both rooms.");
	await done(one, `${rule}/cancel`, { words: "They have one." }, /#actions$/);
	const last = await one.get(`/incidents/${ref}`);
	assert.match(text(last), /It was the last one: the incident can be closed/);
	assert.match(last.text, new RegExp(`Every action is done. <a href="/incidents/${ref}/move/closed">`));
	assert.doesNotMatch((await auditor.get(`/incidents/${ref}`)).text, /move\/closed/);
	await done(one, `${rule}/reopen`, { words: "They have lost it." }, /#actions$/);
	assert.doesNotMatch((await one.get(`/incidents/${ref}`)).text, /Every action is done/);
	assert.equal((await one.get(`${rule}/reopen`)).status, 303);
	assert.equal((await one.get(`${rule}/remove`)).status, 404);
	assert.deepEqual((await events(ref, "action")).map(([words]) => words), [
		"Planned: Put up a second printer | Owner: Owen Owner | Due: 3 December 2026", "Planned: Ask the hospital for its rule | Owner: Tom Reed, Quayside | Due: 4 December 2026",
		"Changed: Put up a second printer | Due: 10 December 2026", "Changed: Put up a second printer | Now: Put up two printers | Due: 24 December 2026",
		"Done: Put up two printers | How we know: Seen in both rooms.", "Cancelled: Ask the hospital for its rule | Why: They have one.", "Open again: Ask the hospital for its rule | Why: They have lost it."]);
	assert.ok((await events(ref, "action")).every(([, audience]) => audience === "manager"));
	assert.equal((await trail(ref)).filter(([, detail]) => detail.action).length, 7);
	// Its owner has no role for incidents: they see what they are to do, and no more.
	await done(one, `${printer}/reopen`, { words: "Again." }, /#/);
	const own = await author.get("/actions/mine");
	assert.match(text(own), new RegExp(`Put up two printers Incident ${ref} Due 24 December 2026`));
	assert.doesNotMatch(own.text, /href="\/incidents/);
	assert.match(text(await author.get("/")), /action of yours is open/);
	assert.equal((await author.get("/actions")).status, 403);
	assert.doesNotMatch(text(await two.get("/actions/mine")), /Put up two printers/);
	// The list and its file.
	for (const client of [one, auditor]) {
		assert.match(text(await client.get(`/actions?owner=${ownerRef}`)), new RegExp(`Put up two printers.* ${ref}`));
		assert.doesNotMatch(text(await client.get(`/actions?owner=${ownerRef}&state=overdue`)), /Put up two printers/);
		assert.match(text(await client.get("/actions?owner=elsewhere&state=all")), /Ask the hospital for its rule/);
		assert.match((await client.get("/actions.csv?state=all")).text, new RegExp(`${ref},[^\n]*,Put up two printers,Owen Owner,,2026-12-24,Open`));
	}
	assert.doesNotMatch(text(await one.get("/actions?owner=me")), /Put up two printers/);
});

test("reminders: 3 working days before, and when overdue; once each, whoever runs the jobs", async () => {
	const ref = await begin({ state: "planned", manager_id: { sql: `(SELECT person_id FROM person WHERE email = '${manager.email}')` } });
	const someone = await it.addUser("author"), gone = await it.addUser("author");
	const id = (person) => `(SELECT person_id FROM person WHERE email = '${person.email}')`;
	await sql(`UPDATE person SET state = 'disabled' WHERE email = '${gone.email}'`);
	const make = async (ownerId, name, due) => {
		const action = newRef();
		await sql(`INSERT INTO incident_action SET ref = '${action}', incident_id = ${idOf(ref)}, what = 'Secret words of an action', owner_id = ${ownerId}, owner_name = '${name}',
			due_on = '${due}', made_at = UTC_TIMESTAMP()`);
		return action;
	};
	const soon = await make(id(someone), "", inDays(1)), later = await make(id(someone), "", inDays(30));
	await make(id(gone), "", inDays(1));
	const late = await make("NULL", "Tom Reed", inDays(-2));
	const got = async (person) => (await mailFor(it, person.email)).map(({ subject }) => subject).filter((subject) => /^An action/.test(subject));
	for (let i = 0; i < 2; i++)
		await Promise.all([1, 2, 3].map(() => it.soundings(["jobs"])));
	const message = await mailTo(it, someone.email, { subject: /due soon/ });
	assert.match(message.text, /\/actions\/mine/);
	assert.doesNotMatch(message.text, /Secret words/);
	assert.match((await mailTo(it, manager.email, { subject: /overdue/ })).text, new RegExp(`/incidents/${ref}`));
	assert.deepEqual(await sql(`SELECT COUNT(*) FROM mail WHERE kind = 'action' AND recipient IN ('${someone.email}', '${gone.email}')`), [["1"]]);
	assert.deepEqual(await got(someone), ["An action is due soon"]);
	assert.deepEqual(await sql(`SELECT ref, reminded_at IS NOT NULL, chased_at IS NOT NULL FROM incident_action WHERE ref IN ('${soon}', '${later}', '${late}') ORDER BY due_on`),
		[[late, "0", "1"], [soon, "1", "0"], [later, "0", "0"]]);
	// Its day passes: one more message. Another day: it begins anew.
	await sql(`UPDATE incident_action SET due_on = '${inDays(-1)}' WHERE ref = '${soon}'`);
	await it.soundings(["jobs"]);
	await it.soundings(["jobs"]);
	await mailTo(it, someone.email, { subject: /overdue/ });
	assert.deepEqual((await got(someone)).sort(), ["An action is due soon", "An action is overdue"]);
	assert.match(text(await (await signIn(it, someone)).get("/")), /action of yours is overdue/);
	await done(one, `/incidents/${ref}/actions/${soon}/edit`, day("due_on", inDays(40)), /#/);
	assert.deepEqual(await sql(`SELECT reminded_at IS NULL, chased_at IS NULL FROM incident_action WHERE ref = '${soon}'`), [["1", "1"]]);
	await done(one, `/incidents/${ref}/actions/${soon}/cancel`, { words: "No." }, /#/);
	await sql(`UPDATE incident_action SET due_on = '${inDays(-1)}' WHERE ref = '${soon}'`);
	await it.soundings(["jobs"]);
	assert.equal((await got(someone)).length, 2, "what has ended is not asked for");
});

test("the duty of candour: begun from the report, what is missing at a glance, kept in step", async () => {
	const sent = report({ candour: "yes", candour_limbs: ["pain", "treatment"], candour_steps: ["told", "apology"], candour_told_on: "2026-11-03" });
	const ref = await begin({ report: sent, candour: "yes", submitted_at: "2026-11-10 09:00:00" }), path = `/incidents/${ref}/candour`;
	const before = text(await auditor.get(`/incidents/${ref}`));
	assert.match(before, /Yes, it applies, says the report\. Nobody here has confirmed it yet/);
	assert.match(before, /We have known for \d+ days?\. 5 steps are missing/);
	assert.match(before, /Told in person 3 November 2026/);
	assert.match(before, /Apology Done, says the report\. Day missing/);
	const page = await one.get(path);
	assert.match(page.text, /value="pain"[^>]*checked/);
	assert.equal((await one.submit(page, { told_by: "GP partner", told_whom: "patient", told_how: "person", ...day("apology_on", "2026-11-03"), why: "Pain for six weeks." }, { path })).status, 303);
	assert.deepEqual(await sql(`SELECT applies, limbs, known_on, told_on, told_by, apology_on, row_version FROM incident_candour WHERE incident_id = ${idOf(ref)}`),
		[["yes", "pain,treatment", "2026-11-10", "2026-11-03", "GP partner", "2026-11-03", "2"]]);
	const after = text(await auditor.get(`/incidents/${ref}`));
	assert.match(after, /5 steps are missing/);
	assert.match(after, /Who was told The patient, by GP partner, Face to face/);
	// Two at once; what somebody else wrote is not lost.
	const [mine, theirs] = [await one.get(path), await two.get(path)];
	assert.equal((await two.submit(theirs, day("record_on", "2026-11-05"), { path })).status, 303);
	const clash = await one.submit(mine, { ...day("record_on", "2026-11-06"), support: "A nurse rings." }, { path });
	assert.equal(clash.status, 422);
	assert.match(text(clash), /changed this to “5 November 2026”/);
	assert.equal(typed(clash, "support"), "A nurse rings.");
	assert.equal((await one.submit(clash, {}, { path })).status, 303);
	// Steps are not kept of what does not apply, and the incident says the same.
	await done(one, path, { applies: "no", why: "It healed within a week." }, /#candour$/);
	assert.deepEqual(await sql(`SELECT c.applies, c.limbs, COALESCE(c.told_on, ''), i.candour FROM incident_candour c JOIN incident i ON i.incident_id = c.incident_id WHERE i.ref = '${ref}'`),
		[["no", "", "", "no"]]);
	const told = (await events(ref, "candour")).map(([words]) => words);
	assert.equal(told.length, 4);
	assert.match(told[0], /Told in person: 3 November 2026/);
	assert.match(told[3], /Told in person: emptied/);
	for (const [changes, sentence] of [[{ applies: undefined }, /Select whether the duty of candour applies/], [{ applies: "yes", limbs: undefined }, /Select what makes it apply/],
		[{ applies: "yes", limbs: ["death"], ...day("told_on", "2099-01-01") }, /today or in the past|in the past/]]) {
		const answer = await send(one, path, changes);
		assert.equal(answer.status, 422);
		assert.match(text(answer), sentence);
	}
});

test("letters: begun with facts, printed, frozen when sent; nobody is named who is not to be", async () => {
	const ref = await begin({ report: report({ share: "nobody" }) }), add = `/incidents/${ref}/letters/new`;
	const page = await one.get(add), fields = { kind: "provider", whom: "Quayside Hospital\n1 Quay Road" };
	const made = [await one.submit(page, fields, { path: add }), await one.submit(page, fields, { path: add })];
	assert.deepEqual(made.map(({ status }) => status), [303, 303]);
	assert.equal(made[0].location, made[1].location);
	const letter = await first(`SELECT ref FROM incident_letter WHERE incident_id = ${idOf(ref)}`), at = `/incidents/${ref}/letters/${letter}`;
	const body = await first(`SELECT REPLACE(body, '\n', ' ') FROM incident_letter WHERE ref = '${letter}'`);
	assert.match(body, new RegExp(`A practice told us .* 2 November 2026.* reference is ${ref}`));
	assert.doesNotMatch(body, /Practice of work|printed twice/);
	for (const client of [one, auditor]) {
		const shown = await client.get(at);
		assert.match(text(shown), /Still in square brackets/);
		assert.match(shown.text, /<li>\[what you are to find out or to do, and by when\]<\/li>/);
		assert.match(shown.text, /Quayside Hospital\n1 Quay Road/);
		assert.equal(shown.text.includes(`${at}/edit`), client === one);
	}
	assert.equal((await sql(`SELECT COUNT(*) FROM audit WHERE action = 'look' AND ref = '${ref}' AND detail LIKE '%${letter}%'`))[0][0], "2");
	// Two at once, and what was typed stays.
	const [mine, theirs, frozen] = [await one.get(`${at}/edit`), await two.get(`${at}/edit`), await one.get(`${at}/sent`)];
	assert.equal((await two.submit(theirs, { body: "Their <b>words</b>" }, { path: `${at}/edit` })).status, 303);
	const clash = await one.submit(mine, { body: "My words" }, { path: `${at}/edit` });
	assert.equal(clash.status, 422);
	assert.equal(typed(clash, "body"), "My words");
	const late = await one.submit(frozen, {}, { path: `${at}/sent` });
	assert.equal(late.status, 422, "it is not what they saw");
	assert.match(text(late), /Somebody else changed this letter meanwhile/);
	assert.equal((await one.submit(clash, { body: "My words & theirs" }, { path: `${at}/edit` })).status, 303);
	const whole = await auditor.get(at);
	assert.match(whole.text, /My words &amp; theirs/);
	assert.doesNotMatch(text(whole), /Still in square brackets/);
	await done(one, `${at}/sent`, day("sent_on", "2026-11-12"), new RegExp(`${letter}$`));
	assert.match(text(await auditor.get(at)), /Sent 12 November 2026\. It stays as it went\./);
	assert.equal((await two.submit(theirs, { body: "Later" }, { path: `${at}/edit` })).status, 303);
	assert.equal(await first(`SELECT body FROM incident_letter WHERE ref = '${letter}'`), "My words & theirs");
	await assert.rejects(it.sqlAs("staff", `UPDATE incident_letter SET body = 'x' WHERE ref = '${letter}'`), /a letter stays as it was sent/);
	assert.deepEqual((await events(ref, "letter")).map(([words]) => words), ["Letter to a provider was begun, to Quayside Hospital", "Letter to a provider was changed | It says now: Their <b>words</b>",
		"Letter to a provider was changed | It says now: My words & theirs", "Letter to a provider, to Quayside Hospital: sent on 12 November 2026"]);
	// Whoever may be named is, in the same letter.
	const open = await begin({ report: report({ share: "practice" }) });
	const answer = await send(one, `/incidents/${open}/letters/new`, fields);
	assert.match((await one.get(answer.location)).text, /Practice of work told us/);
	for (const kind of ["candour", "acknowledgement", "outcome"])
		assert.match((await one.get((await send(one, add, { kind, whom: "X" })).location)).text, /Yours sincerely/);
	assert.equal((await send(one, add, { kind: "other", whom: "X" })).status, 422);
});

test("a text that may say who somebody is: warned of once in every form, and why it stays is kept", async () => {
	const ref = await begin(), at = `/incidents/${ref}`, said = "Mrs Jones rang twice.";
	const action = { owner: "elsewhere", owner_name: "Quality lead", ...day("due_on", "2026-12-01") };
	for (const [path, field, rest, to] of [["notes/new", "text", {}, "#note"], ["investigation", "found", {}, "#"], ["factors", "other_factors", {}, "#"],
		["steps/new", "what", day("happened_on", "2026-11-02"), "#"], ["actions/new", "what", action, "#"], ["candour", "why", { applies: "no" }, "#"],
		["letters/new", "whom", { kind: "outcome" }, "edit"]]) {
		const warned = await send(one, `${at}/${path}`, { [field]: said, ...rest });
		assert.equal(warned.status, 422, path);
		assert.match(text(warned), /“ ?Mrs Jones ?” looks like somebody’s name/, path);
		assert.equal(typed(warned, field), said, path);
		const out = await one.submit(warned, { identity_remove: "Mrs Jones" }, { path: `${at}/${path}` });
		assert.equal(out.status, 422, path);
		assert.equal(typed(out, field), "[removed] rang twice.", path);
		const kept = await one.submit(warned, { identity_reason: "The family asks for it" }, { path: `${at}/${path}` });
		assert.equal(kept.status, 303, `${path}: ${text(kept)}`);
		assert.ok(kept.location.includes(to), kept.location);
	}
	const reasons = await first(`SELECT COUNT(*) FROM incident_event WHERE incident_id = ${idOf(ref)} AND detail LIKE '%“Mrs Jones”: The family asks for it%'`);
	assert.equal(reasons, "7");
	assert.equal(await first(`SELECT COUNT(*) FROM audit WHERE ref = '${ref}' AND detail LIKE '%Jones%'`), "0", "never in the trail");
	// What is stored is not asked about again; what is new is.
	await done(one, `${at}/investigation`, { why_1: "No list of calls." }, /#investigation$/);
	assert.equal((await send(one, `${at}/investigation`, { why_2: "Mr Smith was away." })).status, 422);
	const made = await first(`SELECT ref FROM incident_action WHERE incident_id = ${idOf(ref)}`);
	assert.match(text(await send(one, `${at}/actions/${made}/done`, { words: "Dr Brown has seen it." })), /“ ?Dr Brown ?” looks like somebody’s name/);
});

test("what is of another incident is nowhere, for forms too", async () => {
	const [ref, other] = [await begin(), await begin()];
	await done(one, `/incidents/${other}/notes/new`, { text: "Of another." }, /#/);
	await done(one, `/incidents/${other}/steps/new`, { ...day("happened_on", "2026-11-01"), what: "Of another." }, /#/);
	await send(one, `/incidents/${other}/letters/new`, { kind: "outcome", whom: "X" });
	await done(one, `/incidents/${other}/actions/new`, { what: "Of another.", owner: "elsewhere", owner_name: "X", ...day("due_on", "2026-12-01") }, /#/);
	const page = await one.get(`/incidents/${ref}/notes/new`), csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	for (const [table, paths] of [["note", ["notes/:x/correct"]], ["step", ["steps/:x/edit", "steps/:x/remove"]], ["action", ["actions/:x/edit", "actions/:x/done", "actions/:x/cancel", "actions/:x/reopen"]],
		["letter", ["letters/:x/edit", "letters/:x/sent"]]]) {
		const name = await first(`SELECT ref FROM incident_${table} WHERE incident_id = ${idOf(other)}`);
		for (const path of paths) {
			const address = `/incidents/${ref}/${path.replace(":x", name)}`;
			assert.equal((await one.get(address)).status, 404, address);
			assert.equal((await one.post(address, { csrf, text: "x", words: "x", what: "x" })).status, 404, address);
			assert.equal((await auditor.get(`/incidents/${other}/${path.replace(":x", name)}`)).status, 403);
		}
	}
	// A reference that is there already, sent as if it were new.
	const taken = await first(`SELECT ref FROM incident_note WHERE incident_id = ${idOf(other)}`);
	assert.equal((await one.post(`/incidents/${ref}/notes/new`, { csrf, token: taken, text: "Mine." })).status, 303);
	assert.equal(await first(`SELECT COUNT(*) FROM incident_note WHERE incident_id = ${idOf(ref)}`), "0");
	assert.equal(await first(`SELECT text FROM incident_note WHERE ref = '${taken}'`), "Of another.");
});
