// out_of_order.test.mjs: what is tried out of order in a review: it is refused and recorded, and nobody's scores are read by it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { criteriaVersion, decisionMade, panelReview } from "../lib/decisions.mjs";
import { signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { bookText } from "../lib/xlsx.mjs";

let it, sql, people, clients;
before(async () => {
	it = await sharedInstance();
	sql = (query) => it.sql(query);
	people = Object.fromEntries(await Promise.all(["chair", "second", "third", "silent"].map(async (key) => [key, await it.addUser("contract_reviewer", { name: `Out ${key}` })])));
	people.auditor = await it.addUser("auditor", { name: "Aud Auditor" });
	clients = Object.fromEntries(await Promise.all(Object.entries(people).map(async ([key, account]) => [key, await signIn(it, account)])));
});
after(() => it.release());

const emails = (...keys) => keys.map((key) => people[key].email);
/** A review for which all but one declared that they have no interest. */
const review = (options = {}) => panelReview(it, { declared: emails("chair", "second", "third"), ...options });
const tokenOf = async (key) => /name="csrf" value="([^"]+)"/.exec((await clients[key].get("/")).text)[1];
const stateOf = async (ref) => (await sql(`SELECT state FROM review WHERE ref = '${ref}'`))[0][0];
const refusals = async (ref) => (await sql(`SELECT e.text FROM review_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}' AND e.kind = 'refused' ORDER BY event_id`)).map(([one]) => one);
const told = async () => Number((await sql("SELECT COUNT(*) FROM audit WHERE action = 'refused'"))[0][0]);
const decisions = async (ref) => sql(`SELECT d.state, d.outcome FROM decision d JOIN review v USING (review_id) WHERE v.ref = '${ref}' ORDER BY decision_id`);

test("who returned a decision does not confirm it in another tab: that is refused and recorded, and a double tap is not", async () => {
	const ref = await review();
	await decisionMade(it, ref, { by: people.chair.email, votes: Object.fromEntries(emails("chair", "second", "third").map((email) => [email, "for"])) });
	const tab = await clients.second.get(`/reviews/${ref}/confirm`), answer = (fields) => clients.second.submit(tab, fields, { path: `/reviews/${ref}/confirm` });
	assert.equal((await answer({ answer: "return", why: "It was a Friday" })).status, 303);
	assert.equal((await answer({ answer: "return", why: "It was a Friday" })).status, 303, "control");
	assert.deepEqual(await refusals(ref), []);
	const late = await answer({ answer: "confirm" });
	assert.equal(late.status, 422);
	assert.match((await refusals(ref)).at(-1), /To be confirmed/);
	assert.deepEqual(await decisions(ref), [["returned", "continue"]]);
});

test("who has declared nothing is sent to declare, and a form that they send all the same is recorded", async () => {
	for (const [path, state, fields] of [["decide", "panel", { outcome: "continue", reasons: "x" }], ["confirm", "made", { answer: "confirm" }], ["score", "scoring", { go: "send" }], ["moderate", "moderation", { seen: "{}" }]]) {
		const ref = await review({ state }), [before_, trail] = [await refusals(ref), await told()];
		assert.equal((await clients.silent.get(`/reviews/${ref}/${path}`)).location, `/reviews/${ref}/declare`);
		assert.deepEqual(await refusals(ref), before_, "control: to look is no attempt");
		const answer = await clients.silent.post(`/reviews/${ref}/${path}`, { csrf: await tokenOf("silent"), ...fields });
		assert.equal(answer.location, `/reviews/${ref}/declare`);
		assert.match((await refusals(ref)).at(-1) ?? "", /before interests are declared/, path);
		assert.equal(await told(), trail + 1);
		assert.equal(await stateOf(ref), state);
	}
});

test("a review that is cancelled before all scores are sent shows none of them, and a report never those of who was taken out", async () => {
	const version = await criteriaVersion(it), ref = await review({ version, state: "scoring" }), [[id]] = await sql(`SELECT review_id FROM review WHERE ref = '${ref}'`);
	const shown = async () => (await clients.auditor.get(`/reviews/${ref}/report`)).text + (await clients.auditor.get(`/reviews/${ref}`)).text + await bookText(it, clients.auditor, `/reviews/${ref}/report.xlsx`);
	for (const key of ["second", "third"]) {
		await sql(`INSERT INTO review_reviewer (review_id, person_id, added_at) SELECT ${id}, person_id, UTC_TIMESTAMP() FROM person WHERE email = '${people[key].email}'`);
		await sql(`INSERT INTO review_score SELECT ${id}, person_id, ${version.criteria[0]}, 1, 'Reason of ${key}' FROM person WHERE email = '${people[key].email}'`);
	}
	const set = (key, what) => sql(`UPDATE review_reviewer SET ${what} = UTC_TIMESTAMP() WHERE review_id = ${id} AND person_id = (SELECT person_id FROM person WHERE email = '${people[key].email}')`);
	await set("second", "sent_at");
	const cancelling = await clients.chair.get(`/reviews/${ref}/cancel`);
	assert.equal((await clients.chair.submit(cancelling, { why: "I want to read what they scored" }, { path: `/reviews/${ref}/cancel` })).status, 303);
	assert.equal(await stateOf(ref), "cancelled");
	assert.doesNotMatch(await shown(), /Reason of/);
	await set("third", "sent_at");
	assert.match(await shown(), /Reason of second[^]*Reason of third/, "control");
	await set("third", "removed_at");
	assert.match(await shown(), /Reason of second/);
	assert.doesNotMatch(await shown(), /Reason of third/);
});
