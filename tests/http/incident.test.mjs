// incident.test.mjs: the page of one incident, and what a manager changes of it: title, place, grade, themes, who looks after it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "../lib/http.mjs";
import { incident, report } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it, manager, client, reporter;
before(async () => {
	it = await sharedInstance();
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('HANDLE1', 'Handle Practice', 'practice'), ('HANDLE2', 'Handle Hospital', 'provider')");
	reporter = await it.addUser("practice_member", { organisation: "HANDLE1", name: "Rosa Reporter" });
	manager = await it.addUser("incident_manager", { name: "Mo Manager" });
	client = await signIn(it, manager);
});
after(() => it.release());

const make = (more = {}) => incident(it, { organisation: "HANDLE1", reporter: reporter.email, state: "triage", ...more });
const row = async (ref, columns) => (await it.sql(`SELECT ${columns} FROM incident WHERE ref = '${ref}'`))[0];
const details = async (ref, kind) => (await it.sql(`SELECT e.detail, e.audience FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${ref}' AND e.kind = '${kind}'
	ORDER BY e.event_id`)).map(([detail, audience]) => [JSON.parse(detail), audience]);
const trail = async (ref, action) => it.sql(`SELECT detail FROM audit WHERE subject = 'incident' AND ref = '${ref}' AND action = '${action}'`);
/** Opens a form of it, changes it and sends it. */
const change = async (ref, form, changes, who = client) => {
	const page = await who.get(`/incidents/${ref}/${form}`);
	assert.equal(page.status, 200, form);
	return who.submit(page, changes, { path: page.path });
};

test("the page: what was reported, in words; each opening is in the trail", async () => {
	const sent = report({ where: "other", about_organisation: "HANDLE2", involved: ["4", "people"], medication_administered_incorrec: "1", medication_name: "Methotrexate",
		candour: "yes", candour_limbs: ["body"], found_on: "2026-11-03", what_happened: "First line\nsecond <b>line</b>", something_new: "Kept too" },
	[{ physical: "2", psychological: "3", age: "4" }, { physical: "5" }]);
	const ref = await make({ report: sent, state: "submitted", about: "HANDLE2" }), page = await client.get(`/incidents/${ref}`);
	assert.equal(page.status, 200);
	for (const words of ["Handle Practice", "Rosa Reporter", "Handle Hospital", "Medications", "People", "Methotrexate", "3 November 2026", "Changes to the structure of the body",
		"Severe physical harm", "(2 of 2)", "Something new", "Kept too", "I have looked at this", "Nobody yet"])
		assert.ok(text(page).includes(words), words);
	assert.ok(page.text.includes("First line\nsecond &lt;b&gt;line&lt;/b&gt;"), "as it was written, and no markup");
	assert.doesNotMatch(text(page), /medication_administered_incorrec|about_organisation/, "no field's name");
	assert.equal((await trail(ref, "look")).length, 1);
	const auditor = await signIn(it, await it.addUser("auditor")), read = await auditor.get(`/incidents/${ref}`);
	assert.equal(read.status, 200);
	assert.doesNotMatch(read.text, new RegExp(`/incidents/${ref}/(move|assign|edit|grade|themes)`), "an auditor is offered nothing that changes");
	assert.equal((await client.get(`/incidents/${ref.toLowerCase().replace("-", "")}`)).status, 200, "as somebody types it");
});

test("title, place and seriousness: the report stays, the timeline has both", async () => {
	const ref = await make(), [sent] = await row(ref, "report");
	const answer = await change(ref, "edit", { title: "Two prescriptions", about: "other", organisation: "handle2", service: "1", serious: "serious" });
	assert.equal(answer.status, 303, text(answer).slice(0, 300));
	assert.deepEqual(await row(ref, "title, about, about_organisation_id IS NOT NULL, about_name, about_service, serious, row_version"),
		["Two prescriptions", "other", "1", "", "1", "1", "2"]);
	assert.equal((await row(ref, "report"))[0], sent);
	const [[detail, audience]] = await details(ref, "edited");
	assert.equal(detail.title.to, "Two prescriptions");
	assert.match(detail.title.from, /^A prescription was printed twice/);
	assert.deepEqual(detail.organisation, { from: "", to: "Handle Hospital" });
	assert.equal(audience, "manager");
	const [[told]] = await trail(ref, "change");
	assert.ok(!told.includes("prescription"), "the trail has no words of the report");
	assert.equal((await change(ref, "edit", { organisation: "Some Ambulance Service" })).status, 303);
	assert.deepEqual(await row(ref, "about_organisation_id, about_name"), ["NULL", "Some Ambulance Service"]);
	assert.equal((await change(ref, "edit", { about: "own" })).status, 303);
	assert.deepEqual(await row(ref, "about, about_organisation_id, about_name, about_service"), ["own", "NULL", "", ""]);
	const empty = await change(ref, "edit", { title: " ", about: "other", organisation: "" });
	assert.equal(empty.status, 422);
	assert.match(text(empty), /Enter a title/);
	assert.match(text(empty), /Enter which organisation/);
	assert.equal((await change(ref, "edit", { title: "x".repeat(201) })).status, 422);
	const words = async (word) => Number((await it.sql(`SELECT COUNT(*) FROM search_word w JOIN incident i ON w.subject = 'incident' AND w.subject_id = i.incident_id
		WHERE i.ref = '${ref}' AND w.word = '${word}'`))[0][0]);
	assert.equal(await words("prescriptions"), 1, "it is found by its new title");
	assert.equal(await words("destroyed"), 1, "and by the report's words");
});

test("a title that names somebody: asked about once, and kept when it is sent again", async () => {
	const ref = await make(), form = await client.get(`/incidents/${ref}/edit`);
	const asked = await client.submit(form, { title: "Letter to Mrs Ada Smith" }, { path: form.path });
	assert.equal(asked.status, 422);
	assert.match(text(asked), /“Mrs Ada Smith” looks like/);
	assert.notEqual((await row(ref, "title"))[0], "Letter to Mrs Ada Smith");
	const other = await client.submit(asked, { title: "Letter to Mr Bob Jones" }, { path: form.path });
	assert.equal(other.status, 422, "another one is asked about again");
	assert.equal((await client.submit(other, {}, { path: form.path })).status, 303);
	assert.equal((await row(ref, "title"))[0], "Letter to Mr Bob Jones");
});

test("two at one form: what the other changed is said at its field, one's own text stays", async () => {
	const ref = await make(), second = await signIn(it, await it.addUser("incident_manager"));
	const mine = await second.get(`/incidents/${ref}/edit`);
	assert.equal((await change(ref, "edit", { title: "Theirs" })).status, 303);
	const late = await second.submit(mine, { title: "Mine" }, { path: mine.path });
	assert.equal(late.status, 422);
	assert.match(text(late), /Somebody else changed this to “Theirs”/);
	assert.match(late.text, /value="Mine"/);
	assert.equal((await row(ref, "title"))[0], "Theirs");
	assert.equal((await second.submit(late, {}, { path: mine.path })).status, 303);
	assert.equal((await row(ref, "title"))[0], "Mine");
	const answers = await Promise.all(Array.from({ length: 8 }, async (_, n) => {
		const who = n % 2 ? client : second;
		return change(ref, "grade", { likelihood: String(n % 5 + 1), consequence: "5" }, who);
	}));
	assert.ok(answers.every(({ status }) => [303, 422].includes(status)));
	assert.equal(Number((await row(ref, "row_version"))[0]) - 3, (await details(ref, "graded")).length, "each change is one, and is told");
});

test("who looks after it: managers of the commissioner alone; it counts as a look", async () => {
	const ref = await make({ state: "submitted" }), other = await it.addUser("incident_manager", { name: "Ann Other" });
	const person = async (account) => (await it.sql(`SELECT ref FROM person WHERE email = '${account.email}'`))[0][0];
	const page = await client.get(`/incidents/${ref}/assign`);
	assert.match(text(page), /Ann Other/);
	assert.match(text(page), /Mo Manager \(you\)/);
	assert.doesNotMatch(text(page), /Rosa Reporter/);
	assert.equal((await change(ref, "assign", { manager: await person(reporter) })).status, 422);
	assert.equal((await change(ref, "assign", { manager: "0000000000" })).status, 422);
	assert.equal((await row(ref, "manager_id"))[0], "NULL");
	assert.equal((await change(ref, "assign", { manager: await person(other) })).status, 303);
	assert.deepEqual((await details(ref, "assigned"))[0][0], { manager: { from: "", to: "Ann Other" } });
	assert.equal((await row(ref, "looked_at IS NOT NULL"))[0], "1");
	await it.sql(`UPDATE person SET state = 'disabled' WHERE email = '${other.email}'`);
	assert.match(text(await client.get(`/incidents/${ref}/assign`)), /Ann Other/, "who has it is shown, though they cannot have another");
	assert.equal((await change(await make(), "assign", { manager: await person(other) })).status, 422);
	assert.equal((await change(ref, "assign", { manager: "" })).status, 303);
	assert.equal((await row(ref, "manager_id"))[0], "NULL");
});

test("grade: both halves or none, before and after, in the matrix and in words", async () => {
	const ref = await make();
	const half = await change(ref, "grade", { likelihood: "4" });
	assert.equal(half.status, 422);
	assert.match(text(half), /Choose how grave it would be, too/);
	assert.equal((await change(ref, "grade", { likelihood: "6", consequence: "1" })).status, 422);
	assert.equal((await change(ref, "grade", { likelihood: "4", consequence: "5" })).status, 303);
	assert.equal((await change(ref, "grade", { likelihood_after: "1", consequence_after: "3" })).status, 303);
	assert.deepEqual(await row(ref, "likelihood, consequence, likelihood_after, consequence_after"), ["4", "5", "1", "3"]);
	const graded = await details(ref, "graded");
	assert.deepEqual(graded[0][0], { grade: { from: "", to: "Extreme (20): Likely × Catastrophic" } });
	assert.deepEqual(graded[1][0], { "grade after action": { from: "", to: "Low (3): Rare × Moderate" } });
	const page = await client.get(`/incidents/${ref}`);
	assert.match(text(page), /Extreme \(20\)/);
	assert.match(page.text, />20<span class="app-matrix__mark">as it was/);
	assert.match(page.text, />3<span class="app-matrix__mark">after action/);
	assert.equal([...page.text.matchAll(/app-matrix__cell--(low|moderate|high|extreme)/g)].length, 25);
});

test("themes: kept by managers; retired, an incident keeps it and nobody is offered it", async () => {
	const name = `Theme ${Math.random()}`, ref = await make();
	const list = await client.get("/incidents/themes");
	assert.match(text(list), /Prescribing and medicines/);
	assert.equal((await client.submit(list, { name }, { path: list.path })).status, 303);
	const again = await client.submit(list, { name }, { path: list.path });
	assert.equal(again.status, 422);
	assert.match(text(again), /There is a theme with this name already/);
	const [[theme, other]] = await it.sql(`SELECT t.ref, o.ref FROM incident_theme t JOIN incident_theme o WHERE t.name = '${name}' AND o.name = 'Referrals'`);
	assert.equal((await change(ref, "themes", { themes: [theme, other] })).status, 303);
	assert.match(text(await client.get(`/incidents/${ref}`)), new RegExp(name));
	assert.equal((await change(ref, "themes", { themes: ["0000000000"] })).status, 422);
	const form = await client.get(`/incidents/themes/${theme}`);
	assert.equal((await client.submit(form, { name: `${name} b`, retired: "retired" }, { path: form.path })).status, 303);
	const late = await client.submit(form, { name: `${name} c` }, { path: form.path });
	assert.equal(late.status, 422, "somebody else changed it meanwhile");
	assert.match(text(late), /Somebody else changed this/);
	assert.match(text(await client.get(`/incidents/${ref}/themes`)), new RegExp(`${name} b`), "it keeps it");
	assert.doesNotMatch(text(await client.get(`/incidents/${await make()}/themes`)), new RegExp(name), "another is not offered it");
	assert.equal((await change(ref, "themes", { themes: [other] })).status, 303);
	assert.equal((await it.sql(`SELECT COUNT(*) FROM incident_theme_link l JOIN incident i USING (incident_id) WHERE i.ref = '${ref}'`))[0][0], "1");
	const back = await client.get(`/incidents/themes/${theme}`);
	assert.equal((await client.submit(back, { retired: undefined }, { path: back.path })).status, 303);
	assert.match(text(await client.get(`/incidents/${ref}/themes`)), new RegExp(name), "restored");
	assert.equal((await details(ref, "theme")).length, 2);
});

test("an address with foreign letters is no address, and no fault of the database", async () => {
	const ref = await make(), no = encodeURIComponent("é");
	for (const path of [`/incidents/${no}`, `/incidents/${ref}/notes/${no}/correct`, `/incidents/${ref}/actions/${no}/edit`, `/incidents/${ref}/letters/${no}`,
		`/incidents/${ref}/steps/${no}/edit`, `/incidents/views/${no}/edit`, `/incidents/themes/${no}`, `/files/${no}`, `/bulletins/${no}`])
		assert.equal((await client.get(path)).status, 404, path);
	assert.equal((await fetch(`http://localhost:${it.publicPort}/learning/${no}`)).status, 404);
});

test("a reason as long as a form can be is kept, quotes and all", async () => {
	const ref = await make(), who = await signIn(it, reporter), words = "The desk is 0161 496 0123.", reason = "\"".repeat(40000);
	const warned = await who.submit(await who.get(`/reports/${ref}/add`), { text: words }, { path: `/reports/${ref}/add` });
	assert.equal(warned.status, 422);
	// Quotes are sent as they are, a byte each: so many go into one form.
	const fields = Object.entries({ csrf: /name="csrf" value="([^"]+)"/.exec(warned.text)[1], text: words, identity_passage: "0161 496 0123" });
	const body = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&") + `&identity_reason=${reason}`;
	const sent = await who.post(`/reports/${ref}/add`, body);
	assert.equal(sent.status, 303, sent.text);
	const [[detail]] = await details(ref, "added");
	assert.ok(detail.needed_because.includes(reason));
});

test("a row that cannot be counted does not keep the others from being counted", async () => {
	const ref = await make(), id = (await row(ref, "incident_id"))[0];
	await it.sql(`REPLACE INTO incident_counted (incident_id, month, practice_id, cells) SELECT incident_id, '2026-11-01', organisation_id, '[["kind", null], 5, ["theme"]]'
		FROM incident WHERE incident_id = ${id}; INSERT INTO incident_pending (incident_id) VALUES (${id})`);
	assert.equal((await client.get("/incidents/trends")).status, 200);
	assert.deepEqual(await it.sql(`SELECT COUNT(*) FROM incident_pending WHERE incident_id = ${id}`), [["0"]]);
	assert.equal(JSON.parse((await it.sql(`SELECT cells FROM incident_counted WHERE incident_id = ${id}`))[0][0])[1][1], "incident");
	await it.soundings(["tally", "--rebuild"]); // other tests look whether the totals are right
});

test("what was sent does not change in a letter, and is never half", async () => {
	const ref = await make();
	await assert.rejects(it.sqlAs("staff", `UPDATE incident SET report = UPPER(report) WHERE ref = '${ref}'`), /stays as it was sent/);
	for (const change of ["kind = NULL", "about = NULL", "submitted_at = NULL", "physical = 7", "psychological = 0", "worry = 9"])
		await assert.rejects(it.sqlAs("staff", `UPDATE incident SET ${change} WHERE ref = '${ref}'`), /stays as it was sent/, change);
	await it.sqlAs("staff", `UPDATE incident SET physical = 4 WHERE ref = '${ref}'`); // control
});
