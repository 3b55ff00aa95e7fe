// organisation_edit.test.mjs: organisations: new, changed, closed, reopened, merged and unmerged; list sizes; localities and peer groups.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, forms, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it, admin, other, sql;
const run = Math.random().toString(36).slice(2, 6).toUpperCase();
let count = 0;
const newCode = () => `T${run}${++count}`;
before(async () => {
	it = await sharedInstance();
	sql = (query) => it.sql(query);
	admin = await signIn(it, await it.addUser("administrator"));
	other = await signIn(it, await it.addUser("administrator"));
});
after(() => it.release());

const fields = "name, kind, address, postcode, telephone, email, COALESCE(opened_on, ''), COALESCE(closed_on, ''), COALESCE(patients, '')";
const stored = async (code) => (await sql(`SELECT ${fields} FROM organisation WHERE code = '${code}'`))[0];
const trail = async (code, subject = "organisation") => (await sql(
	`SELECT action, detail FROM audit WHERE subject = '${subject}' AND ref = '${code}' ORDER BY audit_id`)).map(([action, detail]) => [action, JSON.parse(detail)]);
const successor = async (code) => (await sql(
	`SELECT COALESCE(s.code, '') FROM organisation o LEFT JOIN organisation s ON s.organisation_id = o.successor_id WHERE o.code = '${code}'`))[0][0];

/** A form of a page, filled in and sent: { page, answer }. */
async function send(client, path, changes, options = {}) {
	const page = await client.get(path);
	assert.equal(page.status, 200, `GET ${path}: ${text(page)}`);
	return client.submit(page, changes, { form: mainForm(page), path, ...options });
}
// The header's forms come first, and a list's small ones.
const mainForm = (page) => [...page.text.matchAll(/<form\b[\s\S]*?<\/form>/g)].length - 1;

async function practice(changes = {}) {
	const code = newCode();
	const answer = await send(admin, "/organisations/new", { kind: "practice", code, name: `Practice ${code}`, ...changes });
	assert.equal(answer.status, 303, text(answer));
	return code;
}
const date = (name, iso) => Object.fromEntries(iso.split("-").map((part, i) => [`${name}-${["year", "month", "day"][i]}`, String(Number(part))]));
const merge = async (code, into, changes = {}) => {
	const check = await send(admin, `/organisations/${code}/merge`, { into, ...changes });
	return check.status === 200 ? admin.submit(check, {}, { form: mainForm(check), path: `/organisations/${code}/merge`, button: "yes" }) : check;
};
const errors = (page) => [...page.text.matchAll(/<span class="nhsuk-error-message"[^>]*><span[^>]*>Error: <\/span>([^<]*)/g)].map(([, words]) => words);

test("new: everything that was typed is stored, the code in capitals, and the trail says it", async () => {
	const code = newCode();
	const answer = await send(admin, "/organisations/new", { kind: "practice", code: ` ${code.toLowerCase()} `, name: "Hill & Dale Surgery", ...date("opened_on", "1998-04-01"),
		address: "1 Long Street, Bath", postcode: "ba11aa", telephone: "01225 496 0000", email: "desk@hill.example" });
	assert.equal(answer.status, 303, text(answer));
	assert.equal(answer.location, `/organisations/${code}`);
	assert.deepEqual(await stored(code), ["Hill & Dale Surgery", "practice", "1 Long Street, Bath", "BA1 1AA", "01225 496 0000", "desk@hill.example", "1998-04-01", "", ""]);
	const [[action, detail]] = await trail(code);
	assert.equal(action, "add");
	assert.equal(detail.name, "Hill & Dale Surgery");
	assert.equal(detail.opened_on, "1998-04-01");
});

test("new: slips get a sentence beside the field, and everything typed stays", async () => {
	const code = await practice();
	for (const [changes, sentence] of [
		[{ code }, /Another organisation has this code/],
		[{ code: code.toLowerCase() }, /Another organisation has this code/],
		[{ code: "X" }, /2 to 12 letters/],
		[{ code: "A/../B" }, /2 to 12 letters/],
		[{ code: "Ä1" }, /2 to 12 letters/],
		[{ code: "A B" }, /2 to 12 letters/],
		[{ code: "ABCDEFGHIJKLM" }, /12 characters or fewer/],
		[{ kind: "commissioner" }, /only one commissioner/],
		[{ kind: "hospital" }, /Select one of the options/],
		[{ kind: undefined }, /Select what kind/],
		[{ name: "x".repeat(201) }, /200 characters or fewer/],
		[{ postcode: "nowhere" }, /full UK postcode/],
		[{ telephone: "ring me" }, /telephone number/],
		[{ telephone: "ext" }, /telephone number/],
		[{ email: "desk" }, /email address/],
		[{ locality: "999999999" }, undefined],
	]) {
		const typed = { kind: "practice", code: newCode(), name: "Kept <b>Name</b>", address: "Kept Street", ...changes };
		const answer = await send(admin, "/organisations/new", typed);
		if (!sentence)
			continue; // there may be no locality yet, and then no such field
		assert.equal(answer.status, 422, JSON.stringify(changes));
		assert.equal(errors(answer).length, 1, JSON.stringify(errors(answer)));
		assert.match(errors(answer)[0], sentence);
		assert.ok(answer.text.includes("Kept Street"));
		assert.ok(!answer.text.includes("<b>Name</b>"));
	}
});

test("only a practice is put into a locality and a peer group", async () => {
	const name = `North ${run}`;
	await send(admin, "/localities/new", { name });
	const [[id]] = await sql(`SELECT group_id FROM organisation_group WHERE name = '${name}'`);
	const one = await practice({ locality: id }), two = await practice({ kind: "provider", locality: id });
	const locality = async (code) => (await sql(`SELECT COALESCE(locality_id, 0) FROM organisation WHERE code = '${code}'`))[0][0];
	assert.equal(await locality(one), id);
	assert.equal(await locality(two), "0");
	assert.equal((await trail(one))[0][1].locality, name);
	assert.equal((await send(admin, `/organisations/${one}/edit`, { kind: "provider" })).status, 303);
	assert.equal(await locality(one), "0", "no longer a practice");
	assert.deepEqual((await trail(one))[1][1].locality, { from: name, to: "" });
});

test("edit: what differs is stored and in the trail, from and to; nothing is nothing", async () => {
	const code = await practice({ telephone: "1" });
	assert.equal((await send(admin, `/organisations/${code}/edit`, {})).status, 303);
	assert.equal((await trail(code)).length, 1, "nothing was changed");
	assert.equal((await send(admin, `/organisations/${code}/edit`, { name: "Another", telephone: "", ...date("opened_on", "2001-02-03") })).status, 303);
	assert.deepEqual((await stored(code)).filter((_, i) => [0, 4, 6].includes(i)), ["Another", "", "2001-02-03"]);
	assert.deepEqual((await trail(code))[1], ["change", { name: { from: `Practice ${code}`, to: "Another" }, telephone: { from: "1", to: "" }, opened_on: { from: "", to: "2001-02-03" } }]);
	assert.equal((await send(admin, `/organisations/${code}/edit`, { code: "STOLEN1" })).status, 303);
	assert.equal((await stored("STOLEN1")), undefined, "a code is not changed");
});

test("two people edit one organisation: each field says what the other one made of it, own text stays, nothing is lost", async () => {
	const code = await practice({ address: "Old Street", telephone: "11" }), path = `/organisations/${code}/edit`;
	const page = await admin.get(path);
	await send(other, path, { address: "Their Street", telephone: "22", ...date("opened_on", "2001-02-03") });
	const answer = await admin.submit(page, { address: "My Street", name: "My Name" }, { form: mainForm(page), path });
	assert.equal(answer.status, 422);
	assert.deepEqual(errors(answer), ["Somebody else changed this to “3 February 2001” while you were typing",
		"Somebody else changed this to “Their Street” while you were typing", "Somebody else changed this to “22” while you were typing"]);
	assert.match(answer.text, /value="My Street"/);
	assert.match(answer.text, /value="My Name"/);
	assert.match(answer.text, /value="22"/, "what was left alone is theirs");
	assert.deepEqual((await stored(code)).slice(2, 5), ["Their Street", "", "22"]);
	const second = await admin.submit(answer, {}, { form: mainForm(answer), path });
	assert.equal(second.status, 303);
	assert.deepEqual(await stored(code), ["My Name", "practice", "My Street", "", "22", "", "2001-02-03", "", ""]);
	// control: without the version and what was seen, the same is a conflict, never a silent overwrite
	await send(other, path, { address: "Theirs again" });
	const bare = await admin.submit(answer, { row_version: undefined, seen: undefined, address: "Mine again" }, { form: mainForm(answer), path });
	assert.equal(bare.status, 422);
	assert.match(errors(bare).join(), /Theirs again/);
	for (const seen of ["", "{", "[1]", "null", `{"name":${"[".repeat(3000)}`, "{\"address\":{\"x\":1}}"])
		assert.equal((await admin.submit(answer, { seen, row_version: "1", address: "Mine again" }, { form: mainForm(answer), path })).status, 422, seen.slice(0, 20));
});

test("two people, one of whom changed nothing that the form has: no bother", async () => {
	const code = await practice(), path = `/organisations/${code}/edit`, page = await admin.get(path);
	await send(other, `/organisations/${code}/close`, { reason: "Retired" });
	assert.equal((await admin.submit(page, { name: "Renamed meanwhile" }, { form: mainForm(page), path })).status, 303);
	const [name, , , , , , , closed] = await stored(code);
	assert.equal(name, "Renamed meanwhile");
	assert.notEqual(closed, "", "and it stays closed");
});

test("closing and reopening: date and reason in the trail; twice, before opening, and the commissioner are refused", async () => {
	const code = await practice(date("opened_on", "2000-01-01")), path = `/organisations/${code}/close`;
	assert.match(errors(await send(admin, path, { reason: "" })).join(), /Enter why it closed/);
	assert.match(errors(await send(admin, path, { reason: "x", ...date("closed_on", "1999-12-31") })).join(), /opened on 1 January 2000/);
	assert.match(errors(await send(admin, path, { reason: "x", ...date("closed_on", "2999-12-31") })).join(), /today or in the past/);
	assert.equal((await send(admin, path, { reason: "Dr Old retired", ...date("closed_on", "2024-03-31") })).status, 303);
	assert.equal((await stored(code))[7], "2024-03-31");
	assert.deepEqual((await trail(code))[1], ["change", { closed_on: { from: "", to: "2024-03-31" }, reason: "Dr Old retired" }]);
	const again = await admin.get(path);
	assert.equal(again.status, 422);
	assert.match(text(again), /closed since 31 March 2024/);
	assert.match(errors(await send(admin, `/organisations/${code}/edit`, date("opened_on", "2024-04-01"))).join(), /closed on 31 March 2024/);
	assert.equal((await send(admin, `/organisations/${code}/reopen`, { reason: "A mistake" })).status, 303);
	assert.equal((await stored(code))[7], "");
	assert.deepEqual((await trail(code))[2], ["change", { closed_on: { from: "2024-03-31", to: "" }, reason: "A mistake" }]);
	assert.equal((await admin.get(`/organisations/${code}/reopen`)).status, 422, "it is open");
	const [[commissioner]] = await sql("SELECT code FROM organisation WHERE kind = 'commissioner'");
	for (const verb of ["close", "merge"]) {
		const page = await admin.get(`/organisations/${commissioner}/${verb}`);
		assert.equal(page.status, 422);
		const sent = await admin.submit(await admin.get("/organisations/new"), { reason: "x", into: code, agreed: "yes", ...date("closed_on", "2024-03-31"), ...date("merged_on", "2024-03-31") },
			{ form: 1, path: `/organisations/${commissioner}/${verb}` });
		assert.equal(sent.status, 422);
	}
	assert.equal((await stored(commissioner))[7], "");
});

// ---- Merging ------------------------------------------------------------------------------------

const person = async (organisation, roles = "practice_member") => {
	const { email } = await it.addUser(roles, { organisation });
	return (await sql(`SELECT person_id FROM person WHERE email = '${email}'`))[0][0];
};
const memberships = async (id) => (await sql(`SELECT CONCAT(o.code, ' ', m.role) FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id
	WHERE m.person_id = ${id} ORDER BY 1`)).flat();
const undo = (code, changes = {}) => send(admin, `/organisations/${code}/reopen`, { reason: "Not after all", ...changes });

test("merging: a page says what happens, nothing is stored before it is agreed to, both keep their histories", async () => {
	const [from, into] = [await practice({ name: `From ${run}` }), await practice({ name: `Into ${run}` })];
	const [one, both] = [await person(from), await person(from, "author,practice_member")];
	await sql(`INSERT INTO membership SELECT ${both}, organisation_id, 'author' FROM organisation WHERE code = '${into}'`);
	for (const [code, patients] of [[from, 1000], [into, 2000]])
		assert.equal((await send(admin, `/organisations/${code}/list-size`, { ...date("counted_on", "2024-01-01"), patients })).status, 303);
	const path = `/organisations/${from}/merge`;
	const check = await send(admin, path, { into: `into ${run}`.toLowerCase(), ...date("merged_on", "2024-04-01") });
	assert.equal(check.status, 200);
	const words = text(check);
	assert.match(words, /Nothing is saved yet/);
	assert.match(words, /From 1 April 2024 Closed Goes on/);
	assert.match(words, /People now 2 1/);
	assert.match(words, /List size 1,000 patients 2,000 patients/);
	assert.equal((await stored(from))[7], "", "nothing yet");
	const back = await admin.submit(check, {}, { form: mainForm(check), path, button: "no" });
	assert.equal(back.status, 200);
	assert.match(back.text, new RegExp(`name="into"[^>]*value="${into}"`));
	assert.equal((await stored(from))[7], "", "nothing yet");
	const done = await admin.submit(check, {}, { form: mainForm(check), path, button: "yes" });
	assert.equal(done.status, 303);
	assert.equal(await successor(from), into);
	assert.equal((await stored(from))[7], "2024-04-01");
	assert.deepEqual([(await stored(from))[8], (await stored(into))[8]], ["1000", "2000"], "list sizes are not added together");
	assert.deepEqual(await memberships(one), [`${from} practice_member`, `${into} practice_member`]);
	assert.deepEqual(await memberships(both), [`${from} author`, `${from} practice_member`, `${into} author`, `${into} practice_member`]);
	assert.deepEqual((await trail(from)).at(-1), ["change", { merged_into: { from: "", to: `Into ${run} (${into})` }, closed_on: { from: "", to: "2024-04-01" }, "people given membership": "2" }]);
	assert.deepEqual((await trail(into)).at(-1), ["change", { "goes on for": `From ${run} (${from})`, "people given membership": "2" }]);

	// again, and into something else: refused
	const again = await admin.submit(check, {}, { form: mainForm(check), path, button: "yes" });
	assert.equal(again.status, 422);
	assert.match(text(again), /was merged into Into \w+ already/);

	// undone: what the merge gave is taken, what they had before stays
	const page = await admin.get(`/organisations/${from}/reopen`);
	assert.match(text(page), /It was merged into Into \w+ on 1 April 2024/);
	assert.match(text(page), /made 2 of its people members/);
	assert.match(errors(await undo(from, { reason: " " })).join(), /Enter why this merge is undone/);
	assert.equal(await successor(from), into);
	assert.equal((await undo(from)).status, 303);
	assert.equal(await successor(from), "");
	assert.equal((await stored(from))[7], "");
	assert.deepEqual(await memberships(one), [`${from} practice_member`]);
	assert.deepEqual(await memberships(both), [`${from} author`, `${from} practice_member`, `${into} author`]);
	assert.deepEqual((await trail(from)).at(-1)[1].merged_into, { from: `Into ${run} (${into})`, to: "" });
	assert.equal((await trail(from)).at(-1)[1].reason, "Not after all");
	assert.deepEqual((await trail(into)).at(-1)[1], { "no longer goes on for": `From ${run} (${from})` });

	// without members, and undone without taking any away
	assert.equal((await merge(from, into, { members: "no" })).status, 303);
	assert.deepEqual(await memberships(one), [`${from} practice_member`]);
	assert.doesNotMatch((await admin.get(`/organisations/${from}/reopen`)).text, /name="take"/);
	assert.equal((await undo(from)).status, 303);
	assert.equal((await merge(from, into)).status, 303);
	assert.equal((await undo(from, { take: "no" })).status, 303);
	assert.deepEqual(await memberships(one), [`${from} practice_member`, `${into} practice_member`], "they were to keep it");
});

test("merging: into what, and when: every wrong one has its sentence", async () => {
	const from = await practice(date("opened_on", "2010-05-05")), young = await practice(date("opened_on", "2020-02-02"));
	const [shut, gone, provider] = [await practice(), await practice(), await practice({ kind: "provider" })];
	const twins = [await practice({ name: `Twin ${run}` }), await practice({ name: `Twin ${run}` })];
	await send(admin, `/organisations/${shut}/close`, { reason: "x" });
	await merge(gone, young);
	for (const [changes, sentence] of [
		[{ into: "" }, /Enter the code or the name/],
		[{ into: "NOSUCH999" }, /no organisation of this kind/],
		[{ into: from }, /the same one/],
		[{ into: shut }, /closed on/],
		[{ into: gone }, new RegExp(`merged itself, into Practice ${young}`)],
		[{ into: provider }, /another kind \(Provider\)/],
		[{ into: `Twin ${run}` }, new RegExp(`Enter a code.*${twins[0]}.*${twins[1]}`)],
		[{ into: "%" }, /no organisation of this kind/],
		[{ into: "_' OR 1=1 --" }, /no organisation of this kind/],
		[{ into: young, ...date("merged_on", "2019-01-01") }, /opened on 2 February 2020/],
		[{ into: young, ...date("merged_on", "2009-01-01") }, /opened on 5 May 2010/],
		[{ into: young, ...date("merged_on", "2999-01-01") }, /today or in the past/],
		[{ into: young, members: "all" }, /Select one of the options/],
	]) {
		const answer = await merge(from, undefined, changes);
		assert.equal(answer.status, 422, JSON.stringify(changes));
		assert.match(errors(answer).join(), sentence);
		assert.equal(await successor(from), "");
	}
	const [[id]] = await sql(`SELECT organisation_id FROM organisation WHERE code = '${from}'`);
	assert.equal((await admin.get(`/organisations/${id}/merge`)).status, 404, "ids are no addresses");
});

test("merging never makes a chain; undoing one in the middle brings back what led to it", async () => {
	const [a, b, c, d] = [await practice(), await practice(), await practice(), await practice()];
	for (const [from, into] of [[a, b], [b, c], [c, d]])
		assert.equal((await merge(from, into)).status, 303);
	const all = () => Promise.all([a, b, c].map(successor));
	assert.deepEqual(await all(), [d, d, d]);
	assert.equal((await sql("SELECT COUNT(*) FROM organisation o JOIN organisation s ON s.organisation_id = o.successor_id WHERE s.successor_id IS NOT NULL"))[0][0], "0");
	assert.equal((await undo(b)).status, 303);
	assert.deepEqual(await all(), [b, "", d], "a had been merged into b");
	assert.equal((await undo(a)).status, 303);
	assert.deepEqual(await all(), ["", "", d]);
	assert.equal((await merge(b, a)).status, 303, "the other way round");
	assert.deepEqual(await all(), ["", a, d]);
});

test("a practice that had closed before it was merged is closed on that day, and still is when the merge is undone", async () => {
	const [from, into] = [await practice(), await practice()];
	await send(admin, `/organisations/${from}/close`, { reason: "x", ...date("closed_on", "2023-12-31") });
	assert.equal((await merge(from, into, date("merged_on", "2024-01-01"))).status, 303);
	assert.deepEqual([(await stored(from))[7], await successor(from)], ["2023-12-31", into]);
	assert.equal((await undo(from)).status, 303);
	assert.deepEqual([(await stored(from))[7], await successor(from)], ["2023-12-31", ""]);
});

test("100 merges at once, of one practice and in rings: each is done once or not at all", async () => {
	const codes = [];
	for (let i = 0; i < 6; i++)
		codes.push(await practice());
	const csrf = forms((await admin.get("/organisations/new")).text).at(-1).fields.find(([name]) => name === "csrf")[1];
	const go = (from, into) => admin.post(`/organisations/${from}/merge`, { csrf, into, agreed: "yes", members: "yes", ...date("merged_on", "2024-01-01") });
	const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => go(codes[i % 5], codes[(i + 1 + Math.floor(i / 25)) % 6])));
	const done = answers.filter(({ status }) => status === 303).length;
	assert.deepEqual(answers.filter(({ status }) => ![303, 422, 503].includes(status)).map(({ status }) => status), []);
	assert.ok(done >= 1 && done <= 5, `${done} merges`);
	const list = codes.map((code) => `'${code}'`).join();
	assert.equal((await sql(`SELECT COUNT(*) FROM organisation WHERE code IN (${list}) AND successor_id IS NOT NULL`))[0][0], String(done));
	assert.equal((await sql(`SELECT COUNT(*) FROM organisation o JOIN organisation s ON s.organisation_id = o.successor_id WHERE o.code IN (${list})
		AND (s.successor_id IS NOT NULL OR s.closed_on IS NOT NULL)`))[0][0], "0", "each leads to one that goes on");
	assert.equal((await sql(`SELECT COUNT(*) FROM audit WHERE ref IN (${list}) AND detail LIKE '%merged_into%'`))[0][0], String(done), "one row each");
});

// ---- List sizes ---------------------------------------------------------------------------------

test("list sizes: the newest by date counts, whichever was typed last; corrected, removed, in the trail", async () => {
	const code = await practice(), path = `/organisations/${code}/list-size`;
	const size = async () => (await stored(code))[8];
	const put = (iso, patients) => send(admin, path, { ...date("counted_on", iso), patients });
	await put("2024-04-01", "6,100");
	assert.equal(await size(), "6100");
	await put("2023-04-01", "5900");
	assert.equal(await size(), "6100", "an older one");
	await put("2024-04-01", "6200");
	assert.equal(await size(), "6200", "corrected");
	assert.deepEqual((await trail(code)).at(-1)[1], { "patients on 2024-04-01": { from: "6,100", to: "6,200" } });
	const before = (await trail(code)).length;
	await put("2024-04-01", "6200");
	assert.equal((await trail(code)).length, before, "the same again is no change");
	const page = await admin.get(path);
	assert.match(text(page), /1 April 2024 Newest .*6,200/);
	const gone = await admin.submit(page, {}, { form: mainForm(page) - 2, path, button: "2024-04-01" });
	assert.equal(gone.status, 303);
	assert.equal(await size(), "5900");
	assert.deepEqual((await trail(code)).at(-1)[1], { "patients on 2024-04-01": { from: "6,200", to: "" } });
	assert.equal((await admin.submit(page, {}, { form: mainForm(page) - 2, path, button: "2024-04-01" })).status, 303, "twice is once");
	const csrf = forms(page.text).at(-1).fields[0][1];
	for (const remove of ["", "x", "2024-02-30", "2024-4-1xx", "0000-00-00", "2024-04-01' OR '1"])
		assert.equal((await admin.post(path, { csrf, remove })).status, 400, remove);
	assert.equal((await admin.post(path, { csrf, remove: "2023-04-01" })).status, 303);
	assert.equal(await size(), "");
	for (const [iso, patients, sentence] of [["2999-01-01", "1", /today or in the past/], ["2024-01-01", "-1", /between 0|whole number/], ["2024-01-01", "1.5", /whole number/],
		["2024-01-01", "99999999999", /between 0/], ["2024-01-01", "", /how many patients/]])
		assert.match(errors(await put(iso, patients)).join(), sentence);
	assert.equal((await admin.get(`/organisations/${await practice({ kind: "council" })}/list-size`)).status, 404, "councils have no patients");
});

// ---- Localities and peer groups -----------------------------------------------------------------

for (const [path, subject, column] of [["/localities", "locality", "locality_id"], ["/peer-groups", "peer_group", "peer_group_id"]])
	test(`${path}: new, renamed, filled, emptied, deleted`, async () => {
		const name = `${subject} ${run}`;
		const idOf = async (called) => (await sql(`SELECT group_id FROM organisation_group WHERE kind = '${subject}' AND name = '${called}'`))[0]?.[0];
		assert.equal((await send(admin, `${path}/new`, { name })).status, 303);
		assert.match(errors(await send(admin, `${path}/new`, { name })).join(), /with this name already/);
		assert.match(errors(await send(admin, `${path}/new`, { name: "" })).join(), /Enter name/);
		assert.equal((await trail(name, subject))[0][0], "add");
		const id = await idOf(name);
		assert.equal((await admin.get(`${subject === "locality" ? "/peer-groups" : "/localities"}/${id}/edit`)).status, 404, "of the other kind");

		// a second person renames it meanwhile
		const page = await admin.get(`${path}/${id}/edit`);
		assert.equal((await send(other, `${path}/${id}/edit`, { name: `${name} theirs` })).status, 303);
		const conflict = await admin.submit(page, { name: `${name} mine` }, { form: mainForm(page), path: `${path}/${id}/edit` });
		assert.equal(conflict.status, 422);
		assert.match(errors(conflict).join(), /Somebody else changed this to “.* theirs”/);
		assert.match(conflict.text, /mine"/);
		assert.equal((await admin.submit(conflict, {}, { form: mainForm(conflict), path: `${path}/${id}/edit` })).status, 303);
		assert.equal(await idOf(`${name} mine`), id);

		// practices in and out, many at once; another person's move is said
		const codes = [await practice(), await practice(), await practice()];
		const group = async (code) => (await sql(`SELECT COALESCE(${column}, 0) FROM organisation WHERE code = '${code}'`))[0][0];
		const members = await pageWith(`${path}/${id}/members`, codes.at(-1));
		assert.equal((await admin.submit(members.page, { practices: codes }, { form: mainForm(members.page), path: members.path })).status, 303);
		assert.deepEqual(await Promise.all(codes.map(group)), [id, id, id]);
		assert.deepEqual((await trail(codes[0])).at(-1)[1], { [subject]: { from: "", to: `${name} mine` } });
		assert.match(text(await admin.get(path)), new RegExp(`${name} mine 3 0|${name} mine Open practices 3`));
		const full = await admin.get(`${path}/${id}/delete`);
		assert.match(text(full), /cannot be deleted while there are 3 open practices in it/);
		const csrf = forms((await admin.get(`${path}/new`)).text).at(-1).fields[0][1];
		assert.equal((await admin.post(`${path}/${id}/delete`, { csrf })).status, 422);
		assert.equal(await idOf(`${name} mine`), id);

		await send(admin, `${path}/new`, { name: `${name} second` });
		const secondId = await idOf(`${name} second`), second = await pageWith(`${path}/${secondId}/members`, codes.at(-1));
		assert.match(text(second.page), new RegExp(`Now in ${name} mine`));
		const first = await pageWith(`${path}/${id}/members`, codes.at(-1));
		const left = await admin.submit(first.page, { practices: codes.slice(1) }, { form: mainForm(first.page), path: first.path });
		assert.equal(left.status, 303);
		assert.deepEqual(await Promise.all(codes.map(group)), ["0", id, id]);
		const late = await admin.submit(second.page, { practices: codes.slice(0, 2) }, { form: mainForm(second.page), path: second.path });
		assert.equal(late.status, 422);
		assert.match(errors(late).join(), new RegExp(`moved some of these meanwhile: Practice ${codes[0]}\\.`));
		assert.deepEqual(await Promise.all(codes.map(group)), ["0", id, id], "all or nothing");
		assert.equal((late.text.match(new RegExp(`value="(${codes[0]}|${codes[1]})" checked`, "g")) ?? []).length, 2, "own ticks stay");
		assert.equal((await admin.submit(late, {}, { form: mainForm(late), path: second.path })).status, 303);
		assert.deepEqual(await Promise.all(codes.map(group)), [secondId, secondId, id]);

		// a closed one still counts, and can be taken out
		await send(admin, `/organisations/${codes[2]}/close`, { reason: "x" });
		assert.match(text(await admin.get(`${path}/${id}/delete`)), /0 open practices and 1 closed in it/);
		const last = await pageWith(`${path}/${id}/members`, codes[2]);
		assert.equal((await admin.submit(last.page, { practices: [] }, { form: mainForm(last.page), path: last.path })).status, 303);
		const list = await admin.get(path), links = (group) => [...list.text.matchAll(new RegExp(`href="${path}/${group}/(\\w+)"`, "g"))].map(([, verb]) => verb);
		assert.deepEqual(links(id), ["members", "edit", "delete"]);
		assert.deepEqual(links(secondId), ["members", "edit"], "there are practices in it");
		assert.ok(list.text.includes(`href="${path}/new"`));
		const empty = await admin.get(`${path}/${id}/delete`);
		assert.equal((await admin.submit(empty, {}, { form: mainForm(empty), path: `${path}/${id}/delete` })).status, 303);
		assert.equal(await idOf(`${name} mine`), undefined);
		assert.equal((await trail(`${name} mine`, subject)).at(-1)[0], "remove");
		assert.equal((await admin.get(`${path}/${id}/edit`)).status, 404);
		for (const wrong of ["0", "-1", "x", "1e3", "99999999999999999999", "%27"])
			assert.equal((await admin.get(`${path}/${wrong}/edit`)).status, 404, wrong);
	});

/** The page of practices, of several, that holds this one. */
async function pageWith(path, code) {
	for (let at = path; ;) {
		const page = await admin.get(at);
		assert.equal(page.status, 200);
		if (page.text.includes(`value="${code}"`))
			return { page, path: at };
		const next = /href="([^"]*\?after=[^"]*)"/.exec(page.text);
		assert.ok(next, `${code} is on no page of ${path}`);
		at = next[1];
	}
}

test("more practices than a page holds: each is on one page", async () => {
	await sql(`INSERT INTO organisation (code, name, kind) SELECT CONCAT('P${run}', seq), 'Many ${run}', 'practice' FROM seq_1_to_230`);
	await send(admin, "/localities/new", { name: `Pages ${run}` });
	const [[id]] = await sql(`SELECT group_id FROM organisation_group WHERE name = 'Pages ${run}'`);
	const seen = [];
	for (let at = `/localities/${id}/members`; at;) {
		const page = await admin.get(at);
		seen.push(...[...page.text.matchAll(/name="practices"[^>]*value="([^"]+)"/g)].map(([, code]) => code));
		at = /href="([^"]*\?after=[^"]*)"/.exec(page.text)?.[1];
	}
	assert.equal(new Set(seen).size, seen.length);
	const open = (await sql("SELECT code FROM organisation WHERE kind = 'practice' AND closed_on IS NULL")).flat();
	assert.deepEqual(seen.sort(), open.sort());
	await sql(`DELETE FROM organisation WHERE code LIKE 'P${run}%'`);
});

// ---- Who may ------------------------------------------------------------------------------------

test("a practice's people and the auditor are offered none of it", async () => {
	const code = await practice(), auditor = await signIn(it, await it.addUser("auditor"));
	const member = await signIn(it, await it.addUser("practice_member,administrator", { organisation: code }));
	for (const path of ["/organisations/new", ...["edit", "close", "reopen", "merge", "list-size"].map((verb) => `/organisations/${code}/${verb}`), "/localities/new", "/peer-groups/new"])
		for (const client of [auditor, member]) {
			assert.equal((await client.get(path)).status, 403, path);
			const { text: home } = await client.get("/");
			const csrf = forms(home).at(-1).fields.find(([name]) => name === "csrf")[1];
			assert.equal((await client.post(path, { csrf, kind: "other", code: "STOLEN2", name: "x", reason: "x", into: code, agreed: "yes" })).status, 403, path);
		}
	for (const path of ["/localities", "/peer-groups"]) {
		const list = await auditor.get(path);
		assert.equal(list.status, 200);
		assert.doesNotMatch(list.text, /\/new"|\/edit"|\/members"|\/delete"/);
		assert.equal((await member.get(path)).status, 403);
	}
	assert.equal(await stored("STOLEN2"), undefined);
	assert.equal((await new Client(it.staffUrl).get("/localities")).status, 303);
});
