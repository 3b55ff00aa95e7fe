// interests.test.mjs: issue 5, "Interests first": declaring for a review, what a conflict takes away, lifting a mistake.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { decode, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { declare, review } from "../lib/reviews.mjs";

let it;
before(async () => { it = await sharedInstance(); });
after(() => it.release());

const reviewer = async (name = "Test Person") => {
	const account = await it.addUser("contract_reviewer", { name });
	return { ...account, client: await signIn(it, account), ref: (await it.sql(`SELECT ref FROM person WHERE email = '${account.email}'`))[0][0] };
};
const words = ({ text }) => decode(text.replace(/<[^>]+>|\s+/g, " ")).replace(/\s+/g, " ");
const events = async (ref) => (await it.sql(`SELECT CONCAT(e.kind, ': ', e.text) FROM review_event e JOIN review v ON v.review_id = e.review_id
	WHERE v.ref = '${ref}' ORDER BY e.event_id`)).flat();

test("a reviewer declares before anything else; none leads on; a later conflict takes the review away", async () => {
	const who = await reviewer(), ref = await review(it, { reviewers: [who.email], title: "Befriending in the east" });
	const led = await who.client.get(`/reviews/${ref}/interests`);
	assert.deepEqual([led.status, led.location], [303, `/reviews/${ref}/declare`]);
	let page = await who.client.get(led.location);
	assert.match(words(page), /Befriending in the east Declare your interests first/);
	const empty = await who.client.submit(page, { conflict: undefined });
	assert.equal(empty.status, 422);
	assert.match(words(empty), /Say whether you have an interest/);
	const none = await who.client.submit(page, { conflict: "none" });
	assert.deepEqual([none.status, none.location], [303, `/reviews/${ref}`]);
	assert.equal((await who.client.get(`/reviews/${ref}/interests`)).status, 200);

	page = await who.client.get(`/reviews/${ref}/declare`);
	assert.match(words(page), /You declared on .* that you have no interest/);
	assert.doesNotMatch(page.text, /name="conflict"/);
	const untold = await who.client.submit(page, { kind: "personal", description: "" });
	assert.equal(untold.status, 422);
	assert.match(words(untold), /Say what the interest is/);
	const open = await who.client.get(`/reviews/${ref}/interests`);
	const conflict = await who.client.submit(page, { kind: "personal", description: "I became a trustee there in May" });
	assert.deepEqual([conflict.status, conflict.location], [303, "/interests/declared"]);
	const answer = await who.client.get("/interests/declared");
	assert.match(words(answer), /You have no part in that review any more/);
	assert.doesNotMatch(answer.text, new RegExp(`${ref}|Befriending in the east`));
	assert.match(open.text, /Befriending/, "control: the tab that is open showed it");
	for (const path of ["declare", "interests"])
		assert.equal((await who.client.get(`/reviews/${ref}/${path}`)).status, 404);
	assert.equal((await who.client.submit(page, { kind: "financial", description: "Another one" })).status, 404);
	const twice = await who.client.submit(page, { kind: "personal", description: "I became a trustee there in May" });
	assert.equal(twice.location, "/interests/declared", "a double tap");
	assert.deepEqual((await it.sql(`SELECT COUNT(*) FROM review_declaration d JOIN review v ON v.review_id = d.review_id WHERE v.ref = '${ref}'`)), [["2"]]);
	assert.match(String(await it.sql(`SELECT x.removed_at IS NOT NULL FROM review_reviewer x JOIN review v ON v.review_id = x.review_id WHERE v.ref = '${ref}'`)), /1/);
	assert.deepEqual(await events(ref), ["declared: No interest was declared", "declared: A conflict of interest was declared"]);
	assert.doesNotMatch(String(await it.sql("SELECT GROUP_CONCAT(detail) FROM audit")), /trustee there/, "the trail never says what it is");
});

test("the standing register suggests what to declare, and fills the form in", async () => {
	const who = await reviewer(), ref = await review(it, { reviewers: [who.email] });
	const add = (at, description, more = "") => it.sql(`INSERT INTO interest SET ref = '${at}', submission = RANDOM_BYTES(16), kind = 'indirect', description = '${description}',
		declared_at = UTC_TIMESTAMP(), person_id = (SELECT person_id FROM person WHERE email = '${who.email}')${more}`);
	await add("DCBA-2345", "A friend manages a cafe", ", organisation_name = 'The Cafe'");
	await add("BBBB-2345", "Over since long", ", organisation_name = 'Old one', ended_on = '2020-01-01'");
	let page = await who.client.get(`/reviews/${ref}/declare`);
	assert.match(words(page), /What you have on the register The Cafe/);
	assert.doesNotMatch(words(page), /Old one|This organisation/);
	await add("CBCB-2345", "My partner works there", `, organisation_id = (SELECT organisation_id FROM review WHERE ref = '${ref}')`);
	page = await who.client.get(`/reviews/${ref}/declare`);
	assert.match(words(page), /This organisation .* My partner works there .* The Cafe/);
	const none = await who.client.submit(page, { conflict: "none" });
	assert.equal(none.status, 422);
	assert.match(words(none), /Say why it is no conflict, or declare it/);
	const filled = await who.client.get(`/reviews/${ref}/declare?interest=CBCB-2345`);
	assert.match(filled.text, />\s*My partner works there<\/textarea>/);
	assert.equal((await who.client.submit(filled, {}, { path: `/reviews/${ref}/declare` })).location, "/interests/declared");
	assert.match(String(await it.sql(`SELECT i.ref, d.kind FROM review_declaration d JOIN review v ON v.review_id = d.review_id JOIN interest i ON i.interest_id = d.interest_id
		WHERE v.ref = '${ref}'`)), /CBCB-2345,indirect/);
	const other = await reviewer(), theirs = await other.client.get(`/reviews/${ref}/declare?interest=DCBA-2345`);
	assert.doesNotMatch(theirs.text, /A friend manages/, "another's interest fills nothing in");
});

test("a declaration that was a mistake is lifted by somebody else, with why; never by oneself", async () => {
	const [who, other] = [await reviewer("Ada Mistaken"), await reviewer("Ben Helpful")];
	const ref = await review(it, { reviewers: [who.email, other.email], none: [other.email] });
	const at = `/reviews/${ref}/interests/${who.ref}/lift`;
	assert.equal((await other.client.get(at)).status, 404, "there is nothing to lift yet");
	const page = await who.client.get(`/reviews/${ref}/declare`);
	await who.client.submit(page, { conflict: "conflict", kind: "indirect", description: "My aunt is served by them" });
	assert.equal((await who.client.get(at)).status, 404);
	const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	assert.equal((await who.client.post(at, { csrf, why: "It is nothing" })).status, 404);
	await assert.rejects(it.sql(`UPDATE review_declaration SET lifted_at = UTC_TIMESTAMP(), lifted_by = person_id, lifted_why = 'x' WHERE conflict = 1
		AND person_id = (SELECT person_id FROM person WHERE email = '${who.email}')`), "the database neither");

	const list = await other.client.get(`/reviews/${ref}/interests`);
	assert.match(words(list), /Ada Mistaken Part Declared Conflict of interest Lift/);
	assert.doesNotMatch(words(list), /aunt/);
	const form = await other.client.get(at);
	assert.match(words(form), /Indirect interest, declared on .* My aunt is served by them/);
	assert.equal((await other.client.submit(form, { why: "" })).status, 422);
	assert.equal((await other.client.submit(form, { why: "It was another review" })).location, `/reviews/${ref}/interests`);
	assert.match(words(await other.client.get(`/reviews/${ref}/interests`)), /A conflict was lifted on .* by Ben Helpful: It was another review/);
	assert.equal((await other.client.submit(form, { why: "Again" })).status, 404);
	assert.equal((await events(ref)).at(-1), "lifted: The declaration of Ada Mistaken: It was another review");
	assert.match(String(await it.sql(`SELECT COUNT(*) FROM review_reviewer x JOIN review v ON v.review_id = x.review_id WHERE v.ref = '${ref}' AND x.removed_at IS NULL`)), /2/);
	const back = await who.client.get(`/reviews/${ref}/interests`);
	assert.equal(back.location, `/reviews/${ref}/declare`, "who had declared nothing before declares anew");
	assert.equal((await who.client.submit(await who.client.get(back.location), { conflict: "none" })).status, 303);
	assert.equal((await who.client.get(`/reviews/${ref}/interests`)).status, 200);
});

test("who has a conflict neither scores nor sits, whatever a worker is told to do", async () => {
	const who = await reviewer(), ref = await review(it, { reviewers: [who.email], none: [who.email], state: "panel" });
	const of = `review_id = (SELECT review_id FROM review WHERE ref = '${ref}'), person_id = (SELECT person_id FROM person WHERE email = '${who.email}')`;
	const criterion = `(SELECT MIN(c.criterion_id) FROM criterion c JOIN review v ON v.version_id = c.version_id WHERE v.ref = '${ref}')`;
	const score = (n) => it.sql(`INSERT INTO review_score SET ${of}, criterion_id = ${criterion}, score = ${n} ON DUPLICATE KEY UPDATE score = ${n}`);
	const decision = (at) => it.sql(`INSERT INTO decision SET ref = '${at}', submission = RANDOM_BYTES(16), review_id = (SELECT review_id FROM review WHERE ref = '${ref}'),
		outcome = 'continue', reasons = 'x', met_on = UTC_DATE(), quorum = 2, made_by = 1, made_at = UTC_TIMESTAMP()`);
	const sits = (at) => it.sql(`INSERT INTO decision_member SET decision_id = (SELECT decision_id FROM decision WHERE ref = '${at}'), part = 'present', vote = 'for',
		person_id = (SELECT person_id FROM person WHERE email = '${who.email}')`);
	await score(3); // controls: before the conflict all of it goes
	await decision("DBDB-2345");
	await sits("DBDB-2345");
	await it.sql("DELETE FROM decision_member WHERE decision_id = (SELECT decision_id FROM decision WHERE ref = 'DBDB-2345')");
	await declare(it, ref, who.email, "financial");
	await assert.rejects(score(4));
	await assert.rejects(it.sql(`UPDATE review_reviewer SET sent_at = UTC_TIMESTAMP() WHERE ${of.replace(",", " AND ")}`));
	await assert.rejects(sits("DBDB-2345"));
	const fresh = await review(it, {});
	await declare(it, fresh, who.email, "financial");
	await assert.rejects(it.sql(`INSERT INTO review_reviewer SET ${of.replace(ref, fresh)}, added_at = UTC_TIMESTAMP()`));
});
