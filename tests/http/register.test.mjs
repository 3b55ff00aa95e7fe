// register.test.mjs: the standing register of interests, the register of breaches, and the panel.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { decode, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, client;
before(async () => {
	it = await sharedInstance();
	client = await signIn(it, await it.addUser("contract_reviewer", { name: "Rita Register" }));
});
after(() => it.release());

const words = ({ text }) => decode(/<main[^]*<\/main>/.exec(text)[0].replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
const date = (name, day, month, year) => ({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year });

test("an interest is declared once, stays as it was, ends, and is kept for its years", async () => {
	await it.sql("INSERT INTO organisation (code, name, kind) VALUES ('REGA', 'Register Voices', 'voluntary')");
	const form = await client.get("/interests/new");
	assert.match(form.text, /Register Voices/, "offered while it is typed");
	assert.equal((await client.submit(form, {})).status, 422);
	const typed = { kind: "personal", organisation: "Register Voices", description: "I am a trustee", ...date("began_on", 1, 5, 2024) };
	for (let i = 0; i < 2; i++)
		assert.equal((await client.submit(form, typed)).location, "/interests?who=me", "a double tap declares one");
	await client.submit(await client.get("/interests/new"), { kind: "indirect", organisation: "A bakery", description: "My brother owns it" });
	const mine = await client.get("/interests?who=me");
	assert.match(words(mine), /2 interests/);
	assert.deepEqual(await it.sql("SELECT o.code, i.organisation_name FROM interest i LEFT JOIN organisation o USING (organisation_id) WHERE i.description IN ('I am a trustee', 'My brother owns it') ORDER BY 1"),
		[["NULL", "A bakery"], ["REGA", ""]]);
	const other = await signIn(it, await it.addUser("author"));
	const seen = await other.get("/interests?organisation=REGA");
	assert.match(words(seen), /Rita Register In Register Voices Interest I am a trustee/);
	assert.doesNotMatch(seen.text, /\/end"|A bakery/);
	const end = /\/interests\/[^/]+\/end(?=">End<span class="nhsuk-u-visually-hidden"> the interest in Register)/.exec(mine.text)[0];
	assert.equal((await other.get(end)).status, 404);
	assert.match(words(await client.submit(await client.get(end), date("ended_on", 1, 4, 2024))), /cannot have ended before/);
	const ended = await client.get(end);
	assert.equal((await client.submit(ended, date("ended_on", 1, 6, 2024))).status, 303);
	assert.equal((await client.submit(ended, date("ended_on", 1, 7, 2024))).status, 303);
	assert.match(words(await client.get("/interests?who=me&state=over")), /I am a trustee.*Ended 1 June 2024/);
	assert.doesNotMatch((await client.get("/interests?who=me")).text, /I am a trustee/);
	await assert.rejects(it.sqlAs("staff", "UPDATE interest SET description = 'x' WHERE description = 'I am a trustee'"), /stays as it was declared/);
	await assert.rejects(it.sqlAs("staff", "DELETE FROM interest"));

	const old = (day) => it.sql(`INSERT INTO interest SET ref = UPPER(LEFT(HEX(RANDOM_BYTES(5)), 9)), submission = RANDOM_BYTES(16), kind = 'financial', organisation_name = 'Kept until ${day}',
		description = 'Old', declared_at = '2010-01-01', ended_on = UTC_DATE() - INTERVAL 6 YEAR + INTERVAL ${day} DAY, person_id = (SELECT MIN(person_id) FROM person)`);
	await old(-2);
	await old(2);
	const file = await client.get("/interests.csv?state=all");
	assert.match(file.text, /Rita Register,Register Voices,REGA,Non-financial personal interest,I am a trustee,2024-05-01,2024-06-01,/);
	assert.match(file.text, /Kept until 2/);
	assert.doesNotMatch(file.text, /Kept until -2/, "longer ago than 6 years");
});

test("a breach is recorded and changed; two people at once lose nothing; who else is staff reads it", async () => {
	const form = await client.get("/interests/breaches/new");
	const typed = { ...date("happened_on", 3, 2, 2026), what: "An interest was declared late", done: "The decision was made anew", notes: "Ask the chair", public: "yes" };
	for (let i = 0; i < 2; i++)
		assert.equal((await client.submit(form, typed)).status, 303);
	assert.deepEqual(await it.sql("SELECT COUNT(*) FROM interest_breach WHERE what = 'An interest was declared late'"), [["1"]]);
	const other = await signIn(it, await it.addUser("contract_reviewer")), reader = await signIn(it, await it.addUser("administrator"));
	const edit = /\/interests\/breaches\/[^/]+\/edit/.exec((await client.get("/interests/breaches")).text)[0];
	const [mine, theirs] = [await client.get(edit), await other.get(edit)];
	assert.equal((await other.submit(theirs, { done: "Theirs" })).status, 303);
	const again = await client.submit(mine, { done: "Mine", notes: "Mine too" });
	assert.equal(again.status, 422);
	assert.match(words(again), /Somebody else changed this while you were typing.*Theirs/);
	assert.equal((await client.submit(again, {}, { path: edit })).status, 303);
	const list = await reader.get("/interests/breaches");
	assert.match(words(list), /An interest was declared late What was done Mine Notes: Mine too/);
	assert.doesNotMatch(list.text, /breaches\/new|\/edit"/);
	assert.equal((await reader.get(edit)).status, 403);
	assert.match((await reader.get("/interests/breaches.csv?public=public")).text, /2026-02-03,An interest was declared late,Mine,Mine too,Yes,Rita Register/);
	assert.doesNotMatch((await reader.get("/interests/breaches.csv?public=kept")).text, /declared late/);
});

test("the panel: members, one chair, leaving; it says how many must be there", async () => {
	const ref = async (name) => {
		const { email } = await it.addUser("contract_reviewer", { name });
		return (await it.sql(`SELECT ref FROM person WHERE email = '${email}'`))[0][0];
	};
	const [ann, bob] = [await ref("Ann Panel"), await ref("Bob Panel")];
	assert.match(words(await client.get("/panel")), /At least 3 members must be there/);
	for (const person of [ann, bob])
		assert.equal((await client.submit(await client.get("/panel/add"), { person })).status, 303);
	assert.doesNotMatch((await client.get("/panel/add")).text, /(Ann|Bob) Panel\s*<\/option>/);
	const csrf = /name="csrf" value="([^"]+)"/.exec((await client.get("/panel")).text)[1];
	for (const [person, name] of [[ann, "Ann"], [bob, "Bob"], [bob, "Bob"]]) {
		assert.equal((await client.post(`/panel/${person}/chair`, { csrf })).status, 303);
		assert.match(words(await client.get("/panel")), new RegExp(`${name} Panel Chair`));
	}
	assert.deepEqual(await it.sql("SELECT COUNT(*) FROM panel_member WHERE chair = 1 AND sits = 1"), [["1"]]);
	assert.equal((await client.submit(await client.get(`/panel/${bob}/end`), {})).status, 303);
	assert.match(words(await client.get("/panel")), /Earlier members.*Bob Panel/);
	assert.equal((await client.get(`/panel/${bob}/end`)).status, 404);
	assert.equal((await client.submit(await client.get("/panel/add"), { person: bob })).status, 303, "and back again");
});
