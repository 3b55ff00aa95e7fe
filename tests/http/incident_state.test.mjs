// incident_state.test.mjs: who may move an incident from which state to which: the whole table, by direct POST too.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn, totp } from "../lib/http.mjs";
import { incident, incidentStates as states } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

/* What is right, written down apart from the program: to: { mover: [states from which, needs] }. */
const fresh = ["submitted", "reopened"], work = [...fresh, "triage", "investigating", "planned"], over = ["closed", "duplicate", "not_incident"];
const right = {
	submitted: { reporter: [["draft"], "the report"] },
	triage: { manager: [[...fresh, "hold"], ""], reporter: [["information"], "the answer"], program: [["hold"], "the day that was set"], "manager in a hurry": [["information"], "why"] },
	information: { manager: [work, "a question"] },
	provider: { manager: [work, "a request to the provider"] },
	investigating: { manager: [[...fresh, "triage", "planned", "hold"], ""], "manager in a hurry": [["provider"], "why"], provider: [["provider"], "the answer"] },
	planned: { manager: [[...fresh, "triage", "investigating", "hold"], ""] },
	closed: { manager: [[...work, "information", "hold"], "why, an answer to the reporter"] },
	hold: { manager: [work, "why, until when"] },
	duplicate: { manager: [[...work, "information", "hold"], "of which"] },
	not_incident: { manager: [[...work, "information", "hold"], "why, an answer to the reporter"] },
	reopened: { manager: [over, "why"], reporter: [over, "why, within 90 days"] },
};
const expected = Object.entries(right).flatMap(([to, movers]) => Object.entries(movers)
	.flatMap(([mover, [from, needs]]) => from.map((state) => [state, to, mover.split(" ")[0], needs].join("\t"))));
const manages = (from, to) => expected.some((line) => line.startsWith(`${from}\t${to}\tmanager\t`));

let it, manager, client, practice, reporter, original;
before(async () => {
	it = await sharedInstance();
	practice = "STATES1";
	await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${practice}', 'States Practice', 'practice')`);
	reporter = await it.addUser("practice_member", { organisation: practice });
	manager = await it.addUser("incident_manager", { name: "Mo Manager" });
	client = await signIn(it, manager);
	original = await make("triage");
});
after(() => it.release());

/** An incident as it is in that state. */
const make = (state, more = {}) => incident(it, { organisation: practice, reporter: reporter.email, state, hold_until: state === "hold" ? "2099-01-01" : null,
	closed_at: over.includes(state) ? { sql: "UTC_TIMESTAMP()" } : null,
	duplicate_of: state === "duplicate" ? { sql: `(SELECT i.incident_id FROM incident i WHERE i.ref = '${original}')` } : null, ...more });
const row = async (ref, columns = "*") => (await it.sql(`SELECT ${columns} FROM incident WHERE ref = '${ref}'`))[0];
const events = async (ref, where = "1 = 1") => (await it.sql(`SELECT e.kind, e.state_from, e.state_to, e.audience, e.text FROM incident_event e
	JOIN incident i USING (incident_id) WHERE i.ref = '${ref}' AND ${where} ORDER BY event_id`));
/** All that any move asks for, right. */
const typed = (more = {}) => ({ row_version: "1", reason: "Because of the reason.", question: "Which day was it?", tell: "We have dealt with it.", of_which: original,
	"until-day": "1", "until-month": "2", "until-year": "2099", ...more });
const csrfOf = async (who) => /name="csrf" value="([^"]+)"/.exec((await who.get("/help")).text)[1];

test("the program's table is the one that is right", async () => {
	const { stdout } = await it.soundings(["--incident-moves"]);
	assert.deepEqual(stdout.split("\n").slice(0, -1).sort(), expected.sort());
});

for (const from of states)
	test(`from ${from}: each move by direct POST; what is forbidden changes nothing`, async () => {
		const csrf = await csrfOf(client), ref = await make(from), before_it = await row(ref);
		for (const to of [...states, "deleted"]) {
			if (manages(from, to) && to !== "provider")
				continue;
			const answer = await client.post(`/incidents/${ref}/move/${to}`, { csrf, ...typed() });
			assert.equal(answer.status, from === "draft" || ["draft", "submitted", "provider", "deleted"].includes(to) ? 404 : 422, `${from} to ${to}`);
			assert.deepEqual(await row(ref), before_it, `${from} to ${to}`);
		}
		assert.deepEqual(await events(ref), []);
		for (const to of states.filter((state) => manages(from, state) && state !== "provider")) {
			const moving = await make(from), answer = await client.post(`/incidents/${moving}/move/${to}`, { csrf, ...typed() });
			assert.equal(answer.status, 303, `${from} to ${to}: ${text(answer).slice(0, 300)}`);
			const [state, version, looked, closed, hold, of] = await row(moving, "state, row_version, looked_at IS NOT NULL, closed_at IS NOT NULL, hold_until, duplicate_of IS NOT NULL");
			assert.deepEqual([state, version, looked], [to, "2", "1"]);
			assert.equal(closed, over.includes(to) ? "1" : "0");
			assert.equal(hold, to === "hold" ? "2099-02-01" : "NULL");
			assert.equal(of, to === "duplicate" ? "1" : "0");
			const [[, was, is, audience, why]] = await events(moving, "e.kind = 'moved'");
			assert.deepEqual([was, is, audience, why], [from, to, "manager", "Because of the reason."]);
			const told = await events(moving, "e.kind = 'told'");
			assert.equal(told.length, 1, `${from} to ${to}: the reporter is told`);
			assert.equal(told[0][3], "manager,reporter");
			assert.ok(!told[0][4].includes("{"), told[0][4]);
			if (to === "information")
				assert.equal((await events(moving, "e.kind = 'question'"))[0][4], "Which day was it?");
			if (to === "hold")
				assert.match(told[0][4], /1 February 2099/);
			assert.equal((await it.sql(`SELECT COUNT(*) FROM audit WHERE subject = 'incident' AND ref = '${moving}' AND action = 'change'`))[0][0], "1");
		}
	});

test("nobody but an incident manager of the commissioner moves anything there", async () => {
	const others = [await it.addUser("auditor"), await it.addUser("administrator,author,contract_reviewer"), reporter,
		await it.addUser("provider_member", { organisation: practice }), await it.addUser("incident_manager", { organisation: practice })];
	const refs = Object.fromEntries(await Promise.all(states.map(async (state) => [state, await make(state)])));
	const rows = async () => JSON.stringify(await Promise.all(states.map((state) => row(refs[state]))));
	const before_all = await rows();
	for (const account of others) {
		const theirs = await signIn(it, account), csrf = await csrfOf(theirs);
		for (const line of expected) {
			const [from, to] = line.split("\t");
			const answer = await theirs.post(`/incidents/${refs[from]}/move/${to}`, { csrf, ...typed() });
			assert.equal(answer.status, 403, `${account.email}: ${from} to ${to}`);
		}
	}
	assert.equal(await rows(), before_all);
});

test("what a move needs is asked for, with the sentence at its field, and nothing is lost", async () => {
	const ref = await make("triage"), csrf = await csrfOf(client);
	for (const [to, missing, sentence] of [["closed", "reason", /Enter why/], ["closed", "tell", /Enter what the reporter is told/], ["information", "question", /Enter your question/],
		["hold", "until-year", /must include a year|date/i], ["not_incident", "tell", /Enter what the reporter is told/], ["duplicate", "of_which", /Enter the reference/]]) {
		const answer = await client.post(`/incidents/${ref}/move/${to}`, { csrf, ...typed({ [missing]: "" }) });
		assert.equal(answer.status, 422, `${to} without ${missing}`);
		assert.match(text(answer), sentence);
		if (missing !== "reason")
			assert.match(answer.text, /Because of the reason\./);
	}
	const past = await client.post(`/incidents/${ref}/move/hold`, { csrf, ...typed({ "until-year": "2020" }) });
	assert.equal(past.status, 422);
	assert.match(text(past), /must be in the future/);
	for (const [other, sentence] of [[ref, /the report itself/], ["2222-2222", /no report with this reference/], [await make("draft"), /no report with this reference/],
		[await make("duplicate"), /is a duplicate itself/], ["<b>", /no report with this reference/]]) {
		const answer = await client.post(`/incidents/${ref}/move/duplicate`, { csrf, ...typed({ of_which: other }) });
		assert.equal(answer.status, 422);
		assert.match(text(answer), sentence);
	}
	assert.deepEqual(await row(ref, "state, row_version"), ["triage", "1"]);
});

test("opening changes nothing; the first look is the first move, or giving it to somebody", async () => {
	const ref = await make("submitted"), given = await make("submitted");
	const before_it = await row(ref);
	for (const path of ["", "/move/triage", "/move/closed", "/assign", "/edit", "/grade", "/themes"])
		assert.equal((await client.get(`/incidents/${ref}${path}`)).status, 200);
	assert.deepEqual(await row(ref), before_it);
	const page = await client.get(`/incidents/${ref}/move/triage`);
	assert.equal((await client.submit(page, {}, { path: page.path })).status, 303);
	assert.equal((await row(ref, "looked_at IS NOT NULL"))[0], "1");
	const form = await client.get(`/incidents/${given}/assign`), [[me]] = await it.sql(`SELECT ref FROM person WHERE email = '${manager.email}'`);
	assert.equal((await client.submit(form, { manager: me }, { path: form.path })).status, 303);
	assert.deepEqual(await row(given, "state, looked_at IS NOT NULL"), ["submitted", "1"]);
});

test("two managers: the second keeps their text, sees what happened, and sends it again", async () => {
	const ref = await make("triage"), second = await signIn(it, await it.addUser("incident_manager", { name: "Ada Second" }));
	const path = `/incidents/${ref}/move/closed`, form = await second.get(path);
	const first = await client.get(`/incidents/${ref}/move/hold`);
	const moved = await client.submit(first, { reason: "Waits for the coroner", "until-day": "1", "until-month": "2", "until-year": "2099" }, { path: first.path });
	assert.equal(moved.status, 303);
	const late = await second.submit(form, { reason: "Second reason", tell: "Second words" }, { path });
	assert.equal(late.status, 422);
	assert.match(text(late), /Somebody else changed this incident/);
	assert.match(text(late), /Waits for the coroner/);
	assert.match(late.text, /Second reason/);
	assert.match(late.text, /Second words/);
	assert.equal((await row(ref, "state"))[0], "hold");
	assert.equal((await second.submit(late, {}, { path })).status, 303);
	assert.deepEqual(await row(ref, "state, row_version"), ["closed", "3"]);
});

test("a state that cannot be reached any more: the text is there, and no button", async () => {
	const ref = await make("triage"), path = `/incidents/${ref}/move/planned`, form = await client.get(path), csrf = await csrfOf(client);
	assert.equal((await client.post(`/incidents/${ref}/move/closed`, { csrf, ...typed() })).status, 303);
	const late = await client.submit(form, { reason: "My long reason" }, { path });
	assert.equal(late.status, 422);
	assert.match(late.text, /My long reason/);
	assert.match(text(late), /cannot become “Action planned”/);
	assert.equal((await row(ref, "state"))[0], "closed");
});

test("twenty at once: one moves it", async () => {
	const ref = await make("triage"), csrf = await csrfOf(client);
	const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => client.post(`/incidents/${ref}/move/closed`, { csrf, ...typed({ reason: `Reason ${n}` }) })));
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, ...Array(19).fill(422)]);
	assert.equal((await events(ref, "e.kind = 'moved'")).length, 1);
	assert.equal((await row(ref, "row_version"))[0], "2");
});

test("the answer to a report goes to whoever reported the same, and to nobody else", async () => {
	const of = (ref) => ({ sql: `(SELECT i.incident_id FROM incident i WHERE i.ref = '${ref}')` });
	for (const to of ["closed", "not_incident", "planned"]) {
		const ref = await make("triage"), repeats = await make("duplicate", { duplicate_of: of(ref) }), again = await make("duplicate", { duplicate_of: of(repeats) });
		const reopened = await make("reopened", { duplicate_of: of(ref) }), others = await make("duplicate");
		const form = await client.get(`/incidents/${ref}/move/${to}`), answers = to !== "planned";
		for (const one of [repeats, again])
			assert.equal(form.text.includes(`href="/incidents/${one}"`), answers, "whoever writes it is shown who else reads it");
		const words = `We have dealt with it as ${to}.`;
		assert.equal((await client.submit(form, { reason: "Only for managers.", tell: words })).status, 303);
		assert.equal((await events(ref, `e.text = '${words}'`)).length, 1, "control: the reporter is told");
		for (const one of [repeats, again]) {
			assert.deepEqual(await events(one), answers ? [["told", "", "", "manager,reporter", words]] : [], `${to}: a duplicate`);
			assert.deepEqual(await row(one, "state"), ["duplicate"]);
		}
		for (const one of [reopened, others])
			assert.deepEqual(await events(one), [], `${to}: no duplicate of it`);
	}
});

test("what comes next: an organisation of ours is asked, by a page of its own", async () => {
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('STATES2', 'States Trust', 'provider')");
	const next = (page) => /<div class="app-incident__next[^]*?(<a class="nhsuk-button"[^>]*href="([^"]*)")[^]*?<\/div>/.exec(page.text)?.[2];
	for (const [state, about, to] of [["triage", "STATES2", "ask"], ["triage", practice, "move/investigating"], ["triage", undefined, "move/investigating"],
		["submitted", "STATES2", "move/triage"], ["closed", "STATES2", undefined]]) {
		const ref = await make(state, { about }), page = await client.get(`/incidents/${ref}`);
		assert.equal(next(page), to && `/incidents/${ref}/${to}`, `${state}, about ${about}`);
		assert.equal((page.text.match(new RegExp(`href="/incidents/${ref}/ask">Ask an organisation to look into it`, "g")) ?? []).length, state === "closed" ? 0 : 2,
			`${state}: among the moves, and at the requests`);
		assert.doesNotMatch(page.text, /move\/provider/);
	}
});

test("two reports never become duplicates of each other", async () => {
	const csrf = await csrfOf(client), other = await signIn(it, await it.addUser("incident_manager")), otherCsrf = await csrfOf(other);
	for (let n = 0; n < 5; n++) {
		const [one, two] = [await make("triage"), await make("triage")];
		const answers = await Promise.all([client.post(`/incidents/${one}/move/duplicate`, { csrf, ...typed({ of_which: two }) }),
			other.post(`/incidents/${two}/move/duplicate`, { csrf: otherCsrf, ...typed({ of_which: one }) })]);
		assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
	}
});

test("a session that ends while a manager types: the text is back", async () => {
	const account = await it.addUser("incident_manager"), typing = await signIn(it, account), ref = await make("triage"), path = `/incidents/${ref}/move/closed`;
	const form = await typing.get(path);
	await it.sql(`UPDATE session SET seen_at = seen_at - INTERVAL 1 HOUR WHERE person_id = (SELECT person_id FROM person WHERE email = '${account.email}')`);
	assert.equal((await typing.submit(form, { reason: "Kept reason", tell: "Kept words" }, { path })).location, "/sign-in");
	assert.equal((await row(ref, "state"))[0], "triage");
	const page = await typing.get("/sign-in");
	const back = await typing.submit(page, { email: account.email, password: account.password, code: totp(account.secret, { step: 1 }) }, { path: "/sign-in" });
	assert.match(back.location, new RegExp(`^${path}\\?kept=`));
	const again = await typing.get(back.location);
	assert.match(again.text, /Kept reason/);
	assert.match(again.text, /Kept words/);
	assert.equal((await row(ref, "state"))[0], "triage", "looking changed nothing");
	assert.equal((await typing.submit(again, {}, { path: back.location })).status, 303);
	assert.equal((await row(ref, "state"))[0], "closed");
});

test("on hold: it comes back by the job when its day has come, and the reporter is told", async () => {
	const due = await make("hold", { hold_until: { sql: "CURDATE()" } }), later = await make("hold", { hold_until: { sql: "CURDATE() + INTERVAL 2 DAY" } });
	for (let n = 0; n < 2; n++)
		await it.soundings(["jobs"]);
	assert.deepEqual(await row(due, "state, hold_until, looked_at IS NULL, row_version"), ["triage", "NULL", "1", "2"]);
	assert.deepEqual(await row(later, "state, row_version"), ["hold", "1"]);
	assert.deepEqual((await events(due)).map(([kind]) => kind), ["moved", "told"]);
	assert.equal((await it.sql(`SELECT COUNT(*) FROM audit WHERE ref = '${due}' AND action = 'change' AND person_id IS NULL`))[0][0], "1");
});

test("a reporter's message says that there is news, and nothing of it", async () => {
	const ref = await make("triage"), csrf = await csrfOf(client), secret = "Zeppelin words that no message holds";
	assert.equal((await client.post(`/incidents/${ref}/move/closed`, { csrf, ...typed({ tell: secret, reason: secret }) })).status, 303);
	const [[subject, n]] = await it.sql(`SELECT subject, COUNT(*) FROM mail WHERE recipient = '${reporter.email}' AND kind = 'incident' GROUP BY subject`);
	assert.equal(subject, "News of a report you made");
	assert.ok(Number(n) >= 1);
	const nobody = await incident(it, { organisation: practice, state: "triage" });
	assert.equal((await client.post(`/incidents/${nobody}/move/closed`, { csrf, ...typed() })).status, 303, "without a name there is nobody to write to");
	assert.equal((await events(nobody, "e.kind = 'told'")).length, 1, "and the words wait where its code shows them");
});

test("the help shows the table, to everybody who signs in", async () => {
	const page = await (await signIn(it, reporter, { step: 1 })).get("/help/incidents");
	assert.equal(page.status, 200);
	for (const words of ["Put on hold", "why, until when", "Ask us to look again", "The practice that reported it", "within 90 days", "Opening a report changes nothing"])
		assert.ok(text(page).includes(words), words);
	assert.equal([...page.text.matchAll(/<caption>/g)].length, Object.keys(right).length);
});
