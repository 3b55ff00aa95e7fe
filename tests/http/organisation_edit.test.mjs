// organisation_edit.test.mjs: organisations: new, changed, closed, reopened, merged and unmerged; list sizes; localities and peer groups.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "../lib/http.mjs";
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
