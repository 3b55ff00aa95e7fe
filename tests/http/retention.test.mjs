// retention.test.mjs: reports whose years are over: held, proposed by one, confirmed by another, destroyed everywhere, certified. The clock is
// moved by moving the reports: they were sent and closed that long ago.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "../lib/http.mjs";
import { call, contract, kpi, monitoringReturn, quote, store } from "../lib/contracts.mjs";
import { criteriaVersion, decisionMade, panelReview, sits } from "../lib/decisions.mjs";
import { incident, investigation, newRef, report, workRecords } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it, one, two, auditor, manager, member;
const ago = (years, days = 0) => ({ sql: `UTC_TIMESTAMP() - INTERVAL ${years} YEAR - INTERVAL ${days} DAY` });
const canary = `canary${Math.random().toString(36).slice(2, 10)}`;
const old = (more = {}) => incident(it, { organisation: "RETAIN1", state: "closed", submitted_at: ago(11), closed_at: ago(10, 1),
	report: report({ what_happened: `Something with ${canary} in it.` }), ...more });
const sql = async (query) => (await it.sql(query))[0]?.[0];
const idOf = (ref) => sql(`SELECT incident_id FROM incident WHERE ref = '${ref}'`);
const jobs = async () => {
	const { status, stderr } = await it.soundings(["jobs"]);
	assert.equal(status, 0, stderr);
};
before(async () => {
	it = await sharedInstance();
	for (const code of ["RETAIN1", "RETAINP"])
		await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}', 'Retention ${code}', '${code === "RETAINP" ? "provider" : "practice"}')`);
	one = await signIn(it, await it.addUser("administrator"));
	two = await signIn(it, await it.addUser("administrator"));
	auditor = await signIn(it, await it.addUser("auditor"));
	manager = await signIn(it, await it.addUser("incident_manager"));
	member = await signIn(it, await it.addUser("practice_member", { organisation: "RETAIN1" }));
});
after(() => it.release());

/** Proposes these, all that are due: gives the reference of the destruction. */
async function propose(refs, who = one) {
	await jobs(); // they find what is due
	const answer = await who.submit(await who.get("/retention/propose"), { records: refs });
	assert.equal(answer.status, 303, text(answer));
	return /certificates\/([\w-]+)/.exec(answer.location)[1];
}
async function decide(certificate, decision, who = two) {
	const page = await who.get(`/retention/certificates/${certificate}/decide`);
	return page.status === 200 ? who.submit(page, { decision }) : page;
}
const hold = async (ref, who = manager, more = {}) => who.submit(await who.get(`/retention/holds/${ref}`), { why: "An inquest", ...more });

test("due is what was closed, or else sent, so many years ago; serious ones later; never a draft", async () => {
	const due = await old(), open = await old({ state: "triage", closed_at: null }), serious = await old({ serious: 1, submitted_at: ago(21), closed_at: ago(20, 1) });
	const early = [await old({ closed_at: ago(9, 360) }), await old({ serious: 1 }), await old({ state: "draft", closed_at: null }), await old({ submitted_at: ago(9), closed_at: ago(30) })];
	await jobs();
	const list = await auditor.get("/retention"), csv = await auditor.get("/retention.csv");
	assert.equal(list.status, 200);
	for (const ref of [due, open, serious])
		assert.ok(csv.text.includes(ref), `${ref} is due`);
	for (const ref of early)
		assert.ok(!csv.text.includes(ref) && !list.text.includes(ref), `${ref} is not`);
	assert.ok(!list.text.includes(canary) && !csv.text.includes(canary), "none of what they say");
	assert.ok(text(list).includes("Incident reports are kept for 10 years, serious ones for 20, from the day they were closed"));
	assert.equal((await member.get("/retention")).status, 403);
	const csrf = (await one.get("/retention/propose")).text.match(/name="csrf" value="([^"]+)"/)[1];
	for (const ref of [...early, newRef()])
		assert.equal((await one.post("/retention/propose", { csrf, records: ref })).status, 422, "by direct POST neither");
	assert.match((await one.get("/")).text, /due to be destroyed or held/);
});

test("two people decide; then it is gone from every table, its files too, and a certificate stays", async () => {
	const ref = await old({ code_hash: { sql: "RANDOM_BYTES(32)" } }), kept = await old({ closed_at: ago(2) }), id = await idOf(ref), request = await investigation(it, { incident: ref, organisation: "RETAINP", brief: canary });
	const person = "(SELECT MIN(person_id) FROM person)", organisation = "(SELECT organisation_id FROM organisation WHERE code = 'RETAIN1')";
	await workRecords(it, ref, kept);
	await it.sql(`INSERT INTO investigation_answer (request_id, round, answered_by, organisation_id, answered_at, found, why, done, learn)
		SELECT request_id, 1, ${person}, ${organisation}, UTC_TIMESTAMP(), '${canary}', '', '', '' FROM investigation_request WHERE ref = '${request}'`);
	await it.sql(`INSERT INTO incident_event (incident_id, at, kind, audience, text) VALUES (${id}, UTC_TIMESTAMP(), 'note', 'manager', '${canary}')`);
	await it.sql(`INSERT INTO incident_said (submission, code_hash, kind, text, said_on) SELECT RANDOM_BYTES(16), code_hash, 'added', '${canary}', UTC_DATE() FROM incident WHERE incident_id = ${id}`);
	await it.sql(`INSERT INTO incident_candour (incident_id) VALUES (${id})`);
	await it.sql(`INSERT INTO incident_investigation (incident_id, found) VALUES (${id}, '${canary}')`);
	await it.sql(`INSERT INTO incident_theme_link SELECT ${id}, MIN(theme_id) FROM incident_theme`);
	await it.sql(`INSERT INTO incident_file (ref, incident_id, name, type, size, sha256, added_at, person_id, organisation_id, audience, scan)
		VALUES (MD5(RAND()), ${id}, '${canary}.pdf', 'pdf', 5, RANDOM_BYTES(32), UTC_TIMESTAMP(), ${person}, ${organisation}, 'manager', 'clean')`);
	const file = await sql(`SELECT file_id FROM incident_file WHERE incident_id = ${id}`);
	await it.sql(`INSERT INTO incident_file_body VALUES (${file}, 0, '${canary}')`);
	const duplicate = await incident(it, { organisation: "RETAIN1", state: "duplicate", duplicate_of: Number(id), closed_at: { sql: "UTC_TIMESTAMP()" } });
	await it.soundings(["tally", "--rebuild"]); // other tests change incidents past the pages: it is this destruction that is to leave the totals right
	await jobs();
	const total = () => sql("SELECT n FROM incident_total t JOIN organisation o ON o.organisation_id = t.scope_id WHERE scope = 'practice' AND o.code = 'RETAIN1' AND dimension = 'all' AND month = DATE_FORMAT(UTC_DATE() - INTERVAL 11 YEAR, '%Y-%m-01')");
	assert.ok(Number(await sql(`SELECT COUNT(*) FROM search_word WHERE subject = 'incident' AND subject_id = ${id}`)) > 0, "control");
	const [[audits]] = await it.sql(`SELECT COUNT(*) FROM audit WHERE ref = '${ref}'`), before_it = Number(await total());

	const certificate = await propose([ref]);
	const csrf = (await one.get("/retention/propose")).text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? (await one.get(`/retention/holds/${kept}`)).text.match(/name="csrf" value="([^"]+)"/)[1];
	assert.equal((await decide(certificate, "confirmed", one)).status, 303, "one's own proposal is for somebody else");
	await one.post(`/retention/certificates/${certificate}/decide`, { csrf, decision: "confirmed" });
	await jobs();
	assert.equal(await sql(`SELECT state FROM destruction WHERE ref = '${certificate}'`), "proposed");
	assert.ok(await idOf(ref), "not before a second person said so");
	assert.equal((await auditor.get(`/retention/certificates/${certificate}/decide`)).status, 403);
	assert.equal((await decide(certificate, "confirmed")).status, 303);
	await jobs();

	const tables = await it.sql(`SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()
		AND column_name = 'incident_id' AND table_name IN (SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE')`);
	assert.ok(tables.length > 10, "control");
	for (const [table] of tables)
		assert.equal(Number(await sql(`SELECT COUNT(*) FROM ${table} WHERE incident_id = ${id}`)), 0, table);
	assert.equal(Number(await sql(`SELECT COUNT(*) FROM incident_file_body WHERE file_id = ${file}`)), 0);
	assert.equal(Number(await sql(`SELECT COUNT(*) FROM incident_said WHERE text = '${canary}'`)), 0);
	assert.equal(Number(await sql(`SELECT COUNT(*) FROM investigation_answer WHERE found = '${canary}'`)), 0);
	assert.equal(Number(await sql(`SELECT COUNT(*) FROM search_word WHERE subject = 'incident' AND subject_id = ${id}`)), 0);
	assert.equal(Number(await total()), before_it - 1, "the totals are right at once");
	assert.ok(await idOf(kept) && await idOf(duplicate), "others stay, its duplicate too");
	assert.ok(Number(await sql(`SELECT COUNT(*) FROM audit WHERE ref = '${ref}'`)) > Number(audits), "the trail stays, and says so");

	const page = await auditor.get(`/retention/certificates/${certificate}`);
	for (const words of [`Certificate of destruction ${certificate}`, "1 of 1", ref, "It fits what stands here"])
		assert.ok(text(page).includes(words), words);
	assert.ok(!page.text.includes(canary), "no title, no text");
	const hash = await sql(`SELECT LOWER(HEX(hash)) FROM destruction WHERE ref = '${certificate}'`);
	assert.ok((await sql(`SELECT detail FROM audit WHERE subject = 'retention' AND ref = '${certificate}' AND action = 'remove'`)).includes(hash), "the trail has its fingerprint");
	assert.ok((await auditor.get(`/retention/certificates/${certificate}/records.csv`)).text.includes(ref));
	for (const change of [`UPDATE destruction SET rule = 'x' WHERE ref = '${certificate}'`, `UPDATE destruction_item SET outcome = 'kept' WHERE ref = '${ref}'`])
		await assert.rejects(it.sql(change), /stays/, "it cannot be changed by the database's owner either, while the triggers are there");
	const recount = await it.soundings(["tally", "--rebuild"]);
	assert.ok(!/were wrong/.test(recount.stdout), recount.stdout);
});

test("what is held is not destroyed, when the hold came after the proposal too; lifted, it can be proposed again", async () => {
	const ref = await old(), later = await old(), certificate = await propose([ref, later]);
	assert.equal((await hold(ref, manager, { why: "" })).status, 422, "why");
	assert.equal((await hold(ref)).status, 303);
	assert.equal((await decide(certificate, "confirmed")).status, 303);
	assert.match(text(await manager.get(`/incidents/${ref}`)), /It is held without end/);
	await jobs();
	assert.ok(await idOf(ref), "held");
	assert.equal(await idOf(later), undefined, "control: the other one is gone");
	assert.ok(text(await one.get(`/retention/certificates/${certificate}`)).includes("1 of 2"));
	assert.ok(!(await one.get("/retention/propose")).text.includes(ref), "nor can it be proposed");
	const page = await one.get(`/retention/holds/${ref}/lift`);
	assert.match(page.text, /<p class="app-trail[^>]*><a href="\/retention">Retention<\/a>/);
	const trail = /<p class="app-trail[^>]*><a href="([^"]*)"/.exec((await manager.get(`/retention/holds/${ref}`)).text)[1];
	assert.equal(trail, `/incidents/${ref}`, "who may not see the list");
	assert.ok(text(page).includes("An inquest"));
	assert.equal((await one.submit(page, {})).status, 303);
	assert.ok((await one.get("/retention/propose")).text.includes(ref), "lifted");
	assert.equal((await hold(ref, one, { "held_until-day": "1", "held_until-month": "1", "held_until-year": "2199" })).status, 303);
	assert.ok(!(await one.get("/retention/propose")).text.includes(ref));
	assert.equal((await member.get(`/retention/holds/${ref}`)).status, 403);
});

test("refused: nothing goes, and it can be proposed again; two decisions at once are one", async () => {
	const ref = await old(), certificate = await propose([ref]);
	assert.ok(!(await two.get("/retention/propose")).text.includes(ref), "proposed once");
	const page = await two.get(`/retention/certificates/${certificate}/decide`);
	assert.equal((await two.submit(page, {})).status, 422);
	assert.equal((await two.submit(page, { decision: "refused" })).status, 303);
	assert.equal((await two.submit(page, { decision: "confirmed" })).status, 303);
	assert.equal(await sql(`SELECT state FROM destruction WHERE ref = '${certificate}'`), "refused");
	await jobs();
	assert.ok(await idOf(ref));
	assert.ok((await two.get("/retention/propose")).text.includes(ref));
});

test("a worker taken over destroys nothing early: not by SQL of its own either", async () => {
	const early = await old({ closed_at: ago(1) }), id = await idOf(early), ref = newRef();
	const refused = async (query) => assert.rejects(it.sqlAs("staff", query), undefined, query);
	for (const table of ["incident", "retention_hold", "destruction", "destruction_item", "incident_event", "incident_letter"])
		await refused(`DELETE FROM ${table}`);
	const [[a, b]] = await it.sql("SELECT MIN(person_id), MAX(person_id) FROM person");
	await it.sqlAs("staff", `INSERT INTO destruction (ref, kind, proposed_by, proposed_at) VALUES ('${ref}', 'incident', ${a}, UTC_TIMESTAMP())`);
	const of = `(SELECT destruction_id FROM destruction WHERE ref = '${ref}')`, [[number]] = await it.sql(`SELECT destruction_id FROM destruction WHERE ref = '${ref}'`);
	await it.sqlAs("staff", `INSERT INTO destruction_item (destruction_id, record_id, ref, submitted_on, serious) VALUES (${of}, ${id}, '${early}', '2000-01-01', 0)`);
	await refused(`UPDATE destruction_open SET state = 'confirmed', decided_by = ${a}, decided_at = UTC_TIMESTAMP() WHERE destruction_id = ${number}`);
	await refused(`UPDATE destruction_open SET state = 'done', decided_by = ${b}, decided_at = UTC_TIMESTAMP() WHERE destruction_id = ${number}`);
	await it.sqlAs("staff", `UPDATE destruction_open SET state = 'confirmed', decided_by = ${b}, decided_at = UTC_TIMESTAMP() WHERE destruction_id = ${number}`);
	await refused(`INSERT INTO destruction_item (destruction_id, record_id, ref, submitted_on, serious) VALUES (${number}, 1, 'x', '2000-01-01', 0)`);
	await jobs();
	assert.ok(await idOf(early), "the job looks again");
	assert.equal(await sql(`SELECT outcome FROM destruction_item WHERE destruction_id = ${number}`), "kept");
});

/* ---- Contracts, plans and bids, interests, breaches ------------------------------------------- */

const mark = `mark${Math.random().toString(36).slice(2, 10)}`;
const email = `retention${process.pid}@demo.example`, person = { sql: "(SELECT MIN(p.person_id) FROM person p)" };
const days = (years, day = 0) => ({ sql: `UTC_DATE() - INTERVAL ${years} YEAR - INTERVAL ${day} DAY` });
const csvOf = async (query = "") => (await auditor.get(`/retention.csv${query}`)).text;
/** A contract that ended so long ago, with everything that can belong to one. */
async function oldContract(more = {}) {
	const at = ago(6, 5), ref = await contract(it, { organisation: "RETVOL1", starts_on: "2012-04-01", first_ends_on: "2015-03-31", status: "ended", service: mark,
		values: { 2012: 100 }, ...more });
	const id = { sql: `(SELECT c.contract_id FROM contract c WHERE c.ref = '${ref}')` }, one = await kpi(it, ref);
	await monitoringReturn(it, ref, { starts_on: "2012-04-01", state_at: at, sent_at: at, answers: { kpis: [{ ref: one, target: 1 }], what: mark } });
	for (const [table, row] of [["contract_event", { at, kind: "edit", text: mark }], ["contract_extension", { ref: newRef(), ends_on: "2016-03-31" }],
		["contract_action", { ref: newRef(), organisation_id: { sql: `(SELECT c.organisation_id FROM contract c WHERE c.ref = '${ref}')` }, what: mark, due_on: "2014-01-01", state: "done",
			evidence: mark, made_at: at, ended_at: at }], ["contract_document", { ref: newRef(), kind: "other", title: mark }]])
		await store(it, table, { contract_id: id, ...row });
	await it.sql(`INSERT INTO contract_document_version (ref, document_id, number, held_at, added_at, person_id)
		SELECT MD5(RAND()), document_id, 1, 'a drawer', ${at.sql}, ${person.sql} FROM contract_document WHERE contract_id = ${id.sql}`);
	await it.sql(`INSERT INTO contract_document_body SELECT version_id, 0, '${mark}' FROM contract_document_version JOIN contract_document USING (document_id) WHERE contract_id = ${id.sql}`);
	await it.sql(`INSERT INTO search_word (subject, subject_id, word) SELECT 'contract', contract_id, '${mark}' FROM contract WHERE ref = '${ref}'`);
	return ref;
}
/** A review of a contract or a submission that was decided so long ago, with all that belongs to one; gives its reference. */
async function oldReview(of, more = {}) {
	const version = await criteriaVersion(it, { judges: of.submission ? "submission" : "contract" }), at = more.state_at ?? ago(6, 5), ref = await panelReview(it, { ...of, version, declared: [email] });
	const id = `(SELECT review_id FROM review WHERE ref = '${ref}')`, who = `(SELECT person_id FROM person WHERE email = '${email}')`;
	await it.sql(`INSERT INTO review_reviewer (review_id, person_id, added_at) VALUES (${id}, ${who}, UTC_TIMESTAMP())`);
	await it.sql(`INSERT INTO review_score VALUES (${id}, ${who}, ${version.criteria[0]}, 3, '${mark}')`);
	await it.sql(`INSERT INTO review_agreed VALUES (${id}, ${version.criteria[0]}, 3, '${mark}', ${who}, UTC_TIMESTAMP(), 1)`);
	await it.sql(`INSERT INTO review_event (review_id, at, kind, text) VALUES (${id}, UTC_TIMESTAMP(), 'opened', '${mark}')`);
	await it.sql(`INSERT INTO search_word (subject, subject_id, word) VALUES ('review', ${id}, '${mark}')`);
	if (more.interest)
		await it.sql(`INSERT INTO review_declaration (review_id, person_id, kind, description, declared_at, interest_id, lifted_at, lifted_by, lifted_why)
			VALUES (${id}, (SELECT MAX(person_id) FROM person), 'financial', 'x', UTC_TIMESTAMP(), (SELECT interest_id FROM interest WHERE ref = '${more.interest}'), NULL, NULL, '')`);
	const decision = await decisionMade(it, ref, { by: email, votes: { [email]: "for" }, outcome: of.submission ? "approve" : "continue", reasons: mark });
	if (of.submission)
		await it.sql(`INSERT INTO contract_action (ref, decision_id, organisation_id, what, due_on, state, evidence, made_at, ended_at)
			SELECT '${newRef()}', d.decision_id, v.organisation_id, '${mark}', '2014-01-01', 'done', 'x', ${at.sql}, ${at.sql} FROM decision d JOIN review v USING (review_id) WHERE d.ref = '${decision}'`);
	await it.sql(`UPDATE review SET state = '${more.state ?? "cancelled"}', state_at = ${at.sql} WHERE ref = '${ref}'`);
	return ref;
}
const interest = async (more = {}) => {
	const ref = newRef();
	await store(it, "interest", { ref, submission: { sql: "RANDOM_BYTES(16)" }, person_id: person, kind: "financial", organisation_name: mark, description: mark,
		declared_at: ago(9), ended_on: days(6, 1), ...more });
	return ref;
};
/** Every foreign key of the schema that leads to a record of these tables, and so on: { table: SQL of its rows }. */
async function below(table, where) {
	const keys = await it.sql(`SELECT table_name, column_name, referenced_table_name, referenced_column_name FROM information_schema.key_column_usage
		WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL`);
	const found = new Map([[table, `SELECT * FROM ${table} WHERE ${where}`]]);
	for (const [at] of found)
		for (const [child, column, parent, key] of keys)
			if (parent === at && !found.has(child))
				found.set(child, `SELECT * FROM ${child} WHERE ${column} IN (SELECT ${key} FROM (${found.get(at)}) AS up)`);
	const rows = {};
	for (const [name, query] of found)
		rows[name] = Number(await sql(`SELECT COUNT(*) FROM (${query}) AS rows_of`));
	return rows;
}
const marks = async () => {
	const columns = await it.sql(`SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
		WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.data_type IN ('varchar', 'text', 'mediumtext', 'longtext') AND c.table_name REGEXP '^(contract|monitoring|review|decision|submission|interest|search)'`);
	const found = [];
	for (const [table, column] of columns)
		if (Number(await sql(`SELECT COUNT(*) FROM ${table} WHERE ${column} LIKE '%${mark}%'`)))
			found.push(`${table}.${column}`);
	return found;
};

test("a contract goes with its returns, reviews, decisions, actions and documents; nothing of it stays but the certificate, and the trail is whole", async () => {
	await it.addUser("contract_reviewer", { email });
	await sits(it, email);
	const ref = await oldContract(), review = await oldReview({ contract: ref }), id = await sql(`SELECT contract_id FROM contract WHERE ref = '${ref}'`);
	const rows = await below("contract", `contract_id = ${id}`);
	for (const table of Object.keys(rows))
		if (!["contract_survey"].includes(table))
			assert.ok(rows[table] > 0, `control: ${table}`);
	await jobs();
	assert.match(await csvOf("?kind=contract"), new RegExp(ref));
	assert.ok(!(await csvOf("?kind=interest")).includes(ref));
	assert.ok(!(await auditor.get("/retention")).text.includes(mark), "none of what it says");
	const certificate = await propose([ref]);
	assert.equal((await decide(certificate, "confirmed")).status, 303);
	await jobs();
	for (const [table, n] of Object.entries(await below("contract", `contract_id = ${id}`)))
		assert.equal(n, 0, table);
	assert.deepEqual(await marks(), []);
	assert.equal(await sql(`SELECT review_id FROM review WHERE ref = '${review}'`), undefined);
	const page = await auditor.get(`/retention/certificates/${certificate}`);
	for (const words of ["Contracts and grants are kept for 6 years, from their end", "1 of 1", ref, "It fits what stands here", "with their returns, reviews, decisions"])
		assert.ok(text(page).includes(words), words);
	assert.ok(!(await csvOf()).includes(ref), "it is due no more");
	const { status, stdout } = await it.soundings(["audit", "verify"]);
	assert.equal(status, 0, stdout);
});

test("a contract's years begin with the last of its end, its reviews, returns and actions; not while one of them is open", async () => {
	const due = await oldContract(), running = await oldContract({ status: "live" }), young = await oldContract({ first_ends_on: days(5) });
	const reviewed = await oldContract(), waiting = await oldContract(), sent = await oldContract(), doing = await oldContract();
	await oldReview({ contract: reviewed }, { state_at: ago(5) });
	await panelReview(it, { contract: waiting });
	await it.sql(`UPDATE monitoring_version SET sent_at = UTC_TIMESTAMP() WHERE return_id IN (SELECT return_id FROM monitoring_return JOIN contract USING (contract_id) WHERE contract.ref = '${sent}')`);
	await it.sql(`UPDATE contract_action SET state = 'open', ended_at = NULL WHERE contract_id = (SELECT contract_id FROM contract WHERE ref = '${doing}')`);
	await jobs();
	const csv = await csvOf();
	assert.ok(csv.includes(due), "control");
	for (const [why, ref] of Object.entries({ running, young, reviewed, waiting, sent, doing }))
		assert.ok(!csv.includes(ref), why);
	const csrf = (await one.get("/retention/propose")).text.match(/name="csrf" value="([^"]+)"/)[1];
	assert.equal((await one.post("/retention/propose", { csrf, records: running })).status, 422);
	await it.sql(`UPDATE contract SET ends_on = UTC_DATE() WHERE ref = '${due}'`);
	await jobs();
	assert.ok(!(await csvOf()).includes(due), "what is not due any more is shown no more");
});

test("a contract that is held is kept, with its reviews; who keeps the register holds it", async () => {
	const ref = await oldContract(), review = await oldReview({ contract: ref }), reviewer = await signIn(it, await it.addUser("contract_reviewer"));
	const certificate = await propose([ref]);
	assert.match(text(await reviewer.get(`/contracts/${ref}`)), /two administrators may decide to destroy it/);
	assert.equal((await hold(ref, reviewer)).location, `/contracts/${ref}`);
	assert.match(text(await reviewer.get(`/contracts/${ref}`)), /It is held without end/);
	assert.equal((await manager.get(`/retention/holds/${ref}`)).status, 404, "who looks after incidents holds incidents");
	assert.equal((await reviewer.get(`/retention/holds/${await old()}`)).status, 404, "and the reverse");
	assert.equal((await decide(certificate, "confirmed")).status, 303);
	await jobs();
	assert.ok(await sql(`SELECT contract_id FROM contract WHERE ref = '${ref}'`) && await sql(`SELECT review_id FROM review WHERE ref = '${review}'`));
	assert.ok(text(await one.get(`/retention/certificates/${certificate}`)).includes("0 of 1"));
	const running = await contract(it, { organisation: "RETVOL1" });
	assert.match(text(await reviewer.get(`/contracts/${running}`)), /Its years have not begun/);
	assert.equal((await hold(running, reviewer)).status, 303, "what runs can be held before");
});

test("a plan goes with its review; an interest once nothing that is kept refers to it; a breach after its years; each on a certificate of its kind", async () => {
	const organisation = { sql: "(SELECT organisation_id FROM organisation WHERE code = 'RETAIN1')" }, plans = [];
	const to = await call(it);
	for (const [number, at] of [[1, ago(6, 5)], [2, ago(5)]]) {
		plans.push(newRef());
		await store(it, "submission", { ref: plans.at(-1), submission: { sql: "RANDOM_BYTES(16)" }, call_id: { sql: `(SELECT call_id FROM submission_call WHERE ref = ${quote(to)})` },
			organisation_id: organisation, number, title: mark, state: "sent", answers: JSON.stringify({ what: mark }), saved_at: at, sent_at: at, person_id: person });
	}
	const free = await interest(), named = await interest(), held = await interest(), standing = await interest({ ended_on: null }), young = await interest({ ended_on: days(5) });
	const breach = newRef(), recent = newRef();
	for (const [ref, at] of [[breach, ago(6, 2)], [recent, ago(5)]])
		await store(it, "interest_breach", { ref, submission: { sql: "RANDOM_BYTES(16)" }, happened_on: days(6, 3), what: mark, done: mark, recorded_by: person, recorded_at: at });
	await oldReview({ submission: plans[0] }, { interest: named });
	const id = await sql(`SELECT submission_id FROM submission WHERE ref = '${plans[0]}'`), rows = await below("submission", `submission_id = ${id}`);
	for (const table of ["submission", "review", "review_declaration", "decision", "decision_member", "contract_action"])
		assert.ok(rows[table] > 0, `control: ${table}`);
	assert.equal((await hold(held, one)).status, 303);
	await jobs();
	const csv = await csvOf();
	for (const ref of [plans[0], free, held, breach])
		assert.ok(csv.includes(ref), ref);
	for (const ref of [plans[1], named, standing, young, recent])
		assert.ok(!csv.includes(ref), ref);
	assert.equal((await one.submit(await one.get("/retention/propose"), { records: [plans[0], free, breach] })).location, "/retention");
	const made = await it.sql("SELECT d.ref, d.kind FROM destruction d WHERE d.state = 'proposed' AND d.kind IN ('submission', 'interest', 'breach') ORDER BY d.kind");
	assert.deepEqual(made.map(([, kind]) => kind), ["breach", "interest", "submission"], "a certificate of each kind");
	for (const [certificate] of made)
		assert.equal((await decide(certificate, "confirmed")).status, 303);
	await jobs();
	for (const [table, n] of Object.entries(await below("submission", `submission_id = ${id}`)))
		assert.equal(n, 0, table);
	for (const [table, ref, there] of [["interest", free, false], ["interest", named, true], ["interest", held, true], ["interest", standing, true], ["interest_breach", breach, false], ["interest_breach", recent, true], ["submission", plans[1], true]])
		assert.equal(Boolean(await sql(`SELECT 1 FROM ${table} WHERE ref = '${ref}'`)), there, `${table} ${ref}`);
	await jobs();
	assert.ok((await csvOf("?kind=interest")).includes(named), "its declaration went with the plan: now it is due");
	for (const [certificate] of made)
		assert.ok(text(await auditor.get(`/retention/certificates/${certificate}`)).includes("1 of 1"));
	const { status, stdout } = await it.soundings(["audit", "verify"]);
	assert.equal(status, 0, stdout);
});
