// decision.test.mjs: what a panel decides: quorum, majority, who may sit, two people; what each outcome does; and that every attempt otherwise is refused and recorded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contract } from "../lib/contracts.mjs";
import { criteriaVersion, decisionMade, declares, panelReview, reviewStates, sentPlan, sits } from "../lib/decisions.mjs";
import { Client, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";
import { bookText } from "../lib/xlsx.mjs";

let it, sql, people, clients, refs;
const names = { chair: "Chandra Chair", second: "Sam Second", third: "Theo Third", fourth: "Fay Fourth", conflicted: "Conrad Conflicted", silent: "Sil Silent", outsider: "Olive Outsider" };
const sitting = ["chair", "second", "third", "fourth"];

before(async () => {
	it = await sharedInstance();
	sql = (query) => it.sql(query);
	people = {};
	for (const [key, name] of Object.entries(names))
		people[key] = await it.addUser("contract_reviewer", { name });
	people.auditor = await it.addUser("auditor", { name: "Aud Auditor" });
	for (const key of [...sitting, "conflicted", "silent"])
		await sits(it, people[key].email, key === "chair" ? 1 : 0);
	clients = Object.fromEntries(await Promise.all(Object.entries(people).map(async ([key, account]) => [key, await signIn(it, account)])));
	refs = Object.fromEntries(await Promise.all(Object.entries(people).map(async ([key, { email }]) => [key, (await sql(`SELECT ref FROM person WHERE email = '${email}'`))[0][0]])));
});
after(() => it.release());

const emails = (keys) => keys.map((key) => people[key].email);
/** A review with this panel: four who declared none, one with a conflict, one who said nothing. */
const review = (options = {}) => panelReview(it, { declared: emails([...sitting, "outsider"]), conflicted: emails(["conflicted"]), ...options });
const votesOf = (votes) => Object.fromEntries(sitting.map((key) => [`votes-${refs[key]}`, votes[key] ?? "absent"]));
const all = { chair: "for", second: "for", third: "for", fourth: "against" };
const day = (name, iso) => Object.fromEntries(["year", "month", "day"].map((part, i) => [`${name}-${part}`, String(Number(iso.split("-")[i]))]));
const filled = (changes = {}, votes = all) => ({ ...day("met_on", "2026-11-20"), ...votesOf(votes), outcome: "continue", reasons: "It does what it is for.\nPeople say so.",
	...day("next_review_on", "2027-11-01"), ...changes });
const tokenOf = async (key) => /name="csrf" value="([^"]+)"/.exec((await clients[key].get("/")).text)[1];
async function decide(key, ref, fields) {
	const page = await clients[key].get(`/reviews/${ref}/decide`);
	assert.equal(page.status, 200, text(page));
	return clients[key].submit(page, fields, { path: `/reviews/${ref}/decide` });
}
async function confirm(key, ref, fields = { answer: "confirm" }) {
	const page = await clients[key].get(`/reviews/${ref}/confirm`);
	assert.equal(page.status, 200, text(page));
	return clients[key].submit(page, fields, { path: `/reviews/${ref}/confirm` });
}
const stateOf = async (ref) => (await sql(`SELECT state FROM review WHERE ref = '${ref}'`))[0][0];
const refusals = async (ref) => (await sql(`SELECT e.text FROM review_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}' AND e.kind = 'refused' ORDER BY event_id`)).map(([one]) => one);
const told = async () => Number((await sql("SELECT COUNT(*) FROM audit WHERE action = 'refused'"))[0][0]);
const decisions = async (ref) => sql(`SELECT d.state, d.outcome FROM decision d JOIN review v USING (review_id) WHERE v.ref = '${ref}' ORDER BY decision_id`);
const row = async (ref, columns) => (await sql(`SELECT ${columns} FROM contract WHERE ref = '${ref}'`))[0];
/** Refused with this sentence: 422, still in that state, nothing decided, one more in the history and in the trail, the text kept. */
async function refused(ref, send, sentence, { state = "panel", kept } = {}) {
	const [before_, trail, n] = [await refusals(ref), await told(), (await decisions(ref)).length];
	const answer = await send();
	assert.equal(answer.status, 422, text(answer));
	assert.match(text(answer), sentence);
	assert.equal(await stateOf(ref), state);
	assert.equal((await decisions(ref)).length, n);
	const now = await refusals(ref);
	assert.equal(now.length, before_.length + 1, "it is in the review's history");
	assert.match(now.at(-1), sentence);
	assert.match(now.at(-1), /[^.]\.$/, "a whole sentence");
	assert.equal(await told(), trail + 1, "and in the trail");
	if (kept)
		assert.ok(answer.text.includes(kept), "what was typed is kept");
}
/** Who only looks is told the same, and nothing is recorded. */
async function looked(ref, path, sentence) {
	const [before_, trail] = [await refusals(ref), await told()], answer = await clients.second.get(`/reviews/${ref}/${path}`);
	assert.equal(answer.status, 422);
	assert.match(text(answer), sentence);
	assert.deepEqual([await refusals(ref), await told()], [before_, trail]);
}
const kept = { kept: "It does what it is for." };

test("the journey: a chair writes down what the panel decided, somebody else who was there confirms it, and it takes effect", async () => {
	const of = await contract(it, { values: { 2026: 6000000 } }), ref = await review({ contract: of });
	const page = await clients.chair.get(`/reviews/${ref}/decide`);
	assert.match(text(page), /Conrad Conflicted ?: excluded: conflict of interest/);
	assert.match(text(page), /Sil Silent ?: has not declared: does not count/);
	assert.ok(!page.text.includes(`votes-${refs.conflicted}`) && !page.text.includes(`votes-${refs.silent}`), "nobody ticks them");
	assert.match(text(page), /At least 3 members/);
	const answer = await decide("chair", ref, filled());
	assert.equal(answer.status, 303, text(answer));
	assert.equal(await stateOf(ref), "made");
	assert.deepEqual(await decisions(ref), [["made", "continue"]]);
	assert.deepEqual(await row(of, "outcome, decided_on, next_review_on"), ["NULL", "NULL", "NULL"], "nothing takes effect yet");
	const members = Object.fromEntries((await sql(`SELECT p.name, CONCAT(m.part, ' ', COALESCE(m.vote, '')) FROM decision_member m JOIN decision d USING (decision_id) JOIN review v USING (review_id)
		JOIN person p ON p.person_id = m.person_id WHERE v.ref = '${ref}'`)).map(([name, part]) => [name, part.trim()]));
	for (const [key, part] of Object.entries({ chair: "present for", fourth: "present against", conflicted: "excluded", silent: "excluded" }))
		assert.equal(members[names[key]], part, key);
	const shown = await clients.second.get(`/reviews/${ref}/confirm`);
	assert.match(text(shown), /Chandra Chair: There, voted for/);
	assert.match(text(shown), /3 for, 1 against, 0 abstained/);
	assert.equal((await confirm("second", ref)).status, 303);
	assert.equal(await stateOf(ref), "decided");
	assert.match(text(await clients.second.get(`/reviews/${ref}`)), /The panel decided: Continue\. +Read the letter/);
	assert.deepEqual(await row(of, "outcome, decided_on, next_review_on, status, ends_on"), ["continue", "2026-11-20", "2027-11-01", "live", "2027-03-31"]);
	assert.deepEqual(await refusals(ref), []);
	const trail = (await sql("SELECT action, subject FROM audit ORDER BY audit_id DESC LIMIT 6")).map((one) => one.join(" "));
	for (const one of ["add decision", "change decision", "change review", "change contract"])
		assert.ok(trail.includes(one) || one === "add decision", `${one} in ${trail}`);
});

test("below quorum, by page or by direct POST: refused, recorded, the text kept", async () => {
	const ref = await review();
	await refused(ref, () => decide("chair", ref, filled({}, { chair: "for", second: "for" })), /Below the quorum nothing can be decided: 3 members who can sit must be there, and 2 were/, kept);
	const page = await clients.chair.get(`/reviews/${ref}/decide`), csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	// rows left out, nobody at all, and a vote of somebody who is not on the panel, or that is none
	for (const fields of [{ [`votes-${refs.chair}`]: "for" }, {}, { [`votes-${refs.chair}`]: "for", [`votes-${refs.second}`]: "for", [`votes-${refs.outsider}`]: "for" },
		{ [`votes-${refs.chair}`]: "for", [`votes-${refs.second}`]: "for", [`votes-${refs.third}`]: "present" }])
		await refused(ref, () => clients.chair.post(`/reviews/${ref}/decide`, { csrf, outcome: "continue", reasons: "It does what it is for.", ...day("met_on", "2026-11-20"),
			...day("next_review_on", "2027-11-01"), ...fields }), /Below the quorum/, kept);
	// control: with one more it is decided
	assert.equal((await decide("chair", ref, filled({}, { chair: "for", second: "for", third: "abstain" }))).status, 303);
});

test("the quorum is the setting's", async () => {
	const ref = await review();
	await sql("INSERT INTO setting (name, value) VALUES ('quorum', '4') ON DUPLICATE KEY UPDATE value = '4'");
	try {
		await new Promise((resolve) => setTimeout(resolve, 1200));
		await refused(ref, () => decide("chair", ref, filled({}, { chair: "for", second: "for", third: "for" })), /4 members who can sit must be there, and 3 were/, kept);
	} finally {
		await sql("DELETE FROM setting WHERE name = 'quorum'");
		await new Promise((resolve) => setTimeout(resolve, 1200));
	}
	assert.equal((await decide("chair", ref, filled({}, { chair: "for", second: "for", third: "for" }))).status, 303);
});

test("without a majority nothing is decided: a tie, against, and nobody for it", async () => {
	const ref = await review();
	await refused(ref, () => decide("chair", ref, filled({}, { chair: "for", second: "for", third: "against", fourth: "against" })), /The votes are equal.*2 for, 2 against/, kept);
	await refused(ref, () => decide("chair", ref, filled({}, { chair: "for", second: "against", third: "against" })), /There is no majority.*1 for, 2 against/, kept);
	await refused(ref, () => decide("chair", ref, filled({}, { chair: "abstain", second: "abstain", third: "abstain" })), /There is no majority.*3 abstained/, kept);
});

test("who has a conflict of interest, or declared nothing, sits by no direct POST", async () => {
	const ref = await review();
	for (const vote of ["for", "abstain"]) {
		await refused(ref, () => decide("chair", ref, filled({ [`votes-${refs.conflicted}`]: vote })), /Conrad Conflicted has a conflict of interest in this review and cannot sit/, kept);
		await refused(ref, () => decide("chair", ref, filled({ [`votes-${refs.silent}`]: vote })), /Sil Silent has declared nothing for this review and cannot sit/, kept);
	}
	// somebody declares while the form is open
	const page = await clients.chair.get(`/reviews/${ref}/decide`);
	await declares(it, ref, people.third.email, "personal");
	await refused(ref, () => clients.chair.submit(page, filled(), { path: `/reviews/${ref}/decide` }), /Theo Third has a conflict of interest/, kept);
});

test("a conflicted reviewer, one who has declared nothing, and the auditor decide nothing", async () => {
	const ref = await review(), made = await review();
	await decisionMade(it, made, { by: people.chair.email, votes: Object.fromEntries(emails(["chair", "second", "third"]).map((email) => [email, "for"])) });
	for (const [key, status] of [["conflicted", 404], ["silent", 303], ["auditor", 403]])
		for (const [path, fields] of [[`/reviews/${ref}/decide`, filled()], [`/reviews/${made}/confirm`, { answer: "confirm" }]]) {
			assert.equal((await clients[key].get(path)).status, status, `${key} ${path}`);
			const csrf = await tokenOf(key);
			assert.equal((await clients[key].post(path, { ...fields, csrf })).status, status, `${key} ${path}`);
		}
	assert.deepEqual([await stateOf(ref), await stateOf(made)], ["panel", "made"]);
});

test("every state and every form: only the one that is due is let through; the others are refused and recorded", async () => {
	const csrf = await tokenOf("second");
	for (const state of reviewStates) {
		const ref = await review({ state });
		if (state !== "panel") {
			await refused(ref, () => clients.second.post(`/reviews/${ref}/decide`, { ...filled(), csrf }), /Nothing can be decided now/, { state, ...kept });
			await looked(ref, "decide", /Before the panel/);
		}
		if (state !== "made")
			for (const answer of ["confirm", "return"]) {
				await refused(ref, () => clients.second.post(`/reviews/${ref}/confirm`, { answer, why: "Once more", csrf }), /To be confirmed/, { state });
				await looked(ref, "confirm", /To be confirmed/);
			}
	}
});

test("who wrote it down neither confirms nor returns it; who was not there does not confirm it", async () => {
	const ref = await review();
	assert.equal((await decide("chair", ref, filled({}, { chair: "for", second: "for", third: "for" }))).status, 303);
	const page = await clients.chair.get(`/reviews/${ref}/confirm`), csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	assert.match(text(page), /somebody else who was there confirms or returns it/);
	const steps = async (key) => (await clients[key].get(`/reviews/${ref}`)).text.split(`href="/reviews/${ref}/confirm"`).length - 1;
	assert.deepEqual([await steps("chair"), await steps("second")], [0, 2], "no step leads whoever wrote it down to a page where there is nothing to do");
	assert.match(text(await clients.chair.get(`/reviews/${ref}`)), /You wrote the decision down\. Somebody else who was there is to confirm it\./);
	const away = await clients.fourth.get(`/reviews/${ref}`), form = await clients.fourth.get(`/reviews/${ref}/confirm`);
	assert.match(text(away), /Somebody else who was there is to confirm it; you can return it to the panel\. Return it/);
	assert.doesNotMatch(text(away), /Confirm or return/);
	assert.match(text(form), /Only somebody who was at the panel.s meeting can confirm the decision\. You can return it to the panel/);
	assert.doesNotMatch(form.text, /type="radio"/, "nothing is offered that they may not do");
	assert.equal((await confirm("fourth", ref, {})).status, 422, "it says why");
	const decision = (await sql(`SELECT d.ref FROM decision d JOIN review v USING (review_id) WHERE v.ref = '${ref}'`))[0][0];
	for (const answer of ["confirm", "return"])
		await refused(ref, () => clients.chair.post(`/reviews/${ref}/confirm`, { answer, why: "I think again", decision, csrf }), /You wrote this decision down/, { state: "made" });
	for (const key of ["fourth", "outsider"])
		await refused(ref, () => confirm(key, ref), /Only somebody who was at the panel.s meeting/, { state: "made" });
	await declares(it, ref, people.third.email, "indirect");
	await refused(ref, () => confirm("second", ref), /Theo Third, who was there, has a conflict of interest now/, { state: "made" });
	assert.match(text(await clients.second.get(`/reviews/${ref}`)), /you can return it to the panel\. Return it/, "nobody can confirm it any more");
	assert.deepEqual(await decisions(ref), [["made", "continue"]]);
	// returned, it is before the panel again, and somebody who is not conflicted may decide anew
	assert.equal((await confirm("second", ref, {})).status, 422, "it says why");
	assert.equal((await confirm("second", ref, { why: "Theo cannot sit any more" })).status, 303);
	assert.equal(await stateOf(ref), "panel");
	const other = await tokenOf("second");
	await refused(ref, () => clients.second.post(`/reviews/${ref}/confirm`, { answer: "confirm", csrf: other }), /To be confirmed/);
	assert.equal((await decide("second", ref, { ...filled({}, { chair: "for", second: "for", fourth: "for" }), [`votes-${refs.third}`]: undefined })).status, 303);
	assert.equal((await confirm("chair", ref)).status, 303);
	assert.deepEqual(await decisions(ref), [["returned", "continue"], ["confirmed", "continue"]]);
});

test("a reviewer who does not sit may write it down; a double tap decides once", async () => {
	const ref = await review(), page = await clients.outsider.get(`/reviews/${ref}/decide`);
	const sent = await Promise.all([1, 2, 3].map(() => clients.outsider.submit(page, filled(), { path: `/reviews/${ref}/decide` })));
	assert.deepEqual(sent.map(({ status }) => status), [303, 303, 303]);
	assert.equal((await decisions(ref)).length, 1);
	// Back, something changed, and sent again: that is too late, and said; what was typed is there.
	const late = await clients.outsider.submit(page, filled({ reasons: "Other reasons, typed after Back" }), { path: `/reviews/${ref}/decide` });
	assert.equal(late.status, 422);
	assert.match(late.text, /Other reasons, typed after Back/);
	assert.equal((await sql(`SELECT d.reasons LIKE 'Other%' FROM decision d JOIN review v USING (review_id) WHERE v.ref = '${ref}'`))[0][0], "0");
	assert.equal((await refusals(ref)).length, 1);
	const shown = await clients.chair.get(`/reviews/${ref}/confirm`);
	const ended = await Promise.all([1, 2, 3].map(() => clients.chair.submit(shown, { answer: "confirm" }, { path: `/reviews/${ref}/confirm` })));
	assert.deepEqual(ended.map(({ status }) => status), [303, 303, 303]);
	assert.deepEqual(await decisions(ref), [["confirmed", "continue"]]);
	assert.equal((await sql(`SELECT COUNT(*) FROM contract_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}'`))[0][0], "1");
	assert.equal((await refusals(ref)).length, 1);
});

test("slips are said at their fields, and nothing is lost or recorded", async () => {
	const ref = await review();
	const slips = [[{ outcome: undefined }, /Select what the panel decides/], [{ reasons: "" }, /Enter the reasons/], [day("next_review_on", "2026-11-01"), /must be after the panel.s meeting/],
		[{ outcome: "extend", ...day("extend_until", "2027-03-31") }, /must be after the one on which it ends now/], [{ outcome: "vary" }, /What is varied/],
		[{ outcome: "taper", ...day("taper_until", "2028-03-31") }, /value of at least one year/], [{ outcome: "taper", ...day("taper_until", "2027-03-31"), taper_2026: "10", taper_2027: "5" }, /It has ended before this year/],
		[{ outcome: "cease", ...day("cease_on", "2026-11-01") }, /must not be before the panel.s meeting/], [{ outcome: "conditions" }, /at least one condition/],
		[{ "met_on-day": "", "met_on-month": "", "met_on-year": "" }, /Enter the day on which the panel met/],
		[{ what_5: "Train two more" }, /Enter by when/], [{ what_1: "Train", ...day("by_1", "2026-01-01"), whose_1: "organisation" }, /before the panel.s meeting/],
		[{ what_1: "Train", ...day("by_1", "2027-01-01") }, /Select who does it/], [day("met_on", "2030-01-01"), /panel meet/], [{ outcome: "approve" }, /Select/]];
	for (const [changes, sentence] of slips) {
		const answer = await decide("chair", ref, filled(changes));
		assert.equal(answer.status, 422, JSON.stringify(changes));
		assert.match(text(answer), sentence);
		assert.ok(changes.reasons === "" || answer.text.includes("It does what it is for.\nPeople say so."));
	}
	assert.deepEqual(await refusals(ref), []);
	assert.equal((await decide("chair", ref, {})).status, 422);
	assert.equal((await decisions(ref)).length, 0);
});

/** Decides and confirms that of a new review of a contract; gives the references. */
async function done(outcome, changes, columns = {}) {
	const of = await contract(it, { values: { 2025: 6100000, 2026: 6000000, 2027: 6000000, 2028: 6000000 }, notice_months: 3, ...columns }), ref = await review({ contract: of });
	const answer = await decide("chair", ref, filled({ outcome, ...changes }));
	assert.equal(answer.status, 303, text(answer));
	assert.equal((await confirm("second", ref)).status, 303);
	return { of, ref };
}
const values = async (of) => Object.fromEntries((await sql(`SELECT v.year, v.pence FROM contract_value v JOIN contract c USING (contract_id) WHERE c.ref = '${of}'`)).map(([year, pence]) => [year, Number(pence)]));
const eventOf = async (of) => (await sql(`SELECT e.text, e.detail, e.review_id IS NOT NULL FROM contract_event e JOIN contract c USING (contract_id) WHERE c.ref = '${of}' AND e.kind = 'review'`))[0];

test("each outcome does what it says", async () => {
	const vary = await done("vary", { varied: "Two more visits a month." });
	assert.deepEqual(await row(vary.of, "outcome, status, ends_on"), ["vary", "live", "2027-03-31"]);
	assert.match((await eventOf(vary.of))[0], /Vary: Two more visits a month\./);
	assert.equal((await eventOf(vary.of))[2], "1");

	const extend = await done("extend", day("extend_until", "2028-03-31"), { status: "notice" });
	assert.deepEqual(await row(extend.of, "outcome, status, ends_on, first_ends_on"), ["extend", "live", "2028-03-31", "2027-03-31"]);
	assert.deepEqual(await sql(`SELECT e.ends_on, e.state FROM contract_extension e JOIN contract c USING (contract_id) WHERE c.ref = '${extend.of}'`), [["2028-03-31", "taken"]]);

	const taper = await done("taper", { ...day("taper_until", "2028-03-31"), taper_2026: "45,000", taper_2027: "£20,000.50" });
	assert.deepEqual(await row(taper.of, "outcome, status, ends_on, value_now"), ["taper", "notice", "2028-03-31", "4500000"]);
	assert.deepEqual(await values(taper.of), { 2025: 6100000, 2026: 4500000, 2027: 2000050 });
	const { "value 2026/27": changed, ends_on: ends } = JSON.parse((await eventOf(taper.of))[1]);
	assert.deepEqual([changed, ends], [{ from: "£60,000", to: "£45,000" }, { from: "2027-03-31", to: "2028-03-31" }]);

	const cease = await done("cease", { ...day("cease_on", "2027-02-28") });
	assert.deepEqual(await row(cease.of, "outcome, status, ends_on, next_review_on"), ["cease", "notice", "2027-02-28", "NULL"]);
	assert.deepEqual(await values(cease.of), { 2025: 6100000, 2026: 6000000 });
	assert.deepEqual((await sql(`SELECT d.state FROM decision d JOIN review v USING (review_id) WHERE v.ref = '${cease.ref}'`)), [["confirmed"]]);
});

test("conditions become actions with dates, of the organisation or of somebody of ours", async () => {
	const { of, ref } = await done("conditions", { what_1: "Publish a safeguarding policy", ...day("by_1", "2027-01-31"), whose_1: "organisation",
		what_2: "Agree a new KPI", ...day("by_2", "2027-02-28"), whose_2: refs.third, what_6: "Meet in spring", ...day("by_6", "2027-04-30"), whose_6: refs.chair });
	assert.deepEqual(await sql(`SELECT a.what, a.due_on, a.state, COALESCE(p.name, 'organisation'), a.organisation_id = c.organisation_id, d.review_id = (SELECT review_id FROM review WHERE ref = '${ref}')
		FROM contract_action a JOIN contract c USING (contract_id) JOIN decision d USING (decision_id) LEFT JOIN person p ON p.person_id = a.owner_id WHERE c.ref = '${of}' ORDER BY a.due_on`),
	[["Publish a safeguarding policy", "2027-01-31", "open", "organisation", "1", "1"], ["Agree a new KPI", "2027-02-28", "open", "Theo Third", "1", "1"],
		["Meet in spring", "2027-04-30", "open", "Chandra Chair", "1", "1"]]);
});

test("a submission has outcomes of its own; its conditions become actions, and nothing else changes", async () => {
	const submission = await sentPlan(it, { by: people.chair.email }), ref = await review({ submission });
	assert.equal((await decide("chair", ref, filled({ outcome: "cease", ...day("cease_on", "2027-02-28") }))).status, 422);
	const answer = await decide("chair", ref, filled({ outcome: "approve_conditions", what_1: "Name a lead", ...day("by_1", "2027-01-31"), whose_1: "organisation" }));
	assert.equal(answer.status, 303, text(answer));
	assert.equal((await confirm("third", ref)).status, 303);
	assert.deepEqual(await decisions(ref), [["confirmed", "approve_conditions"]]);
	assert.deepEqual(await sql(`SELECT a.what, a.contract_id, s.ref FROM contract_action a JOIN decision d USING (decision_id) JOIN review v USING (review_id) JOIN submission s USING (submission_id)
		WHERE v.ref = '${ref}'`), [["Name a lead", "NULL", submission]]);
	const [[title]] = await sql(`SELECT title FROM review WHERE ref = '${ref}'`), list = await clients.second.get("/contracts/actions?owner=organisation");
	assert.match(list.text, new RegExp(`Name a lead[\\s\\S]*?<a href="/reviews/${ref}">${title}</a>`), "it has no contract: its review says what it is about");
	assert.match((await clients.auditor.get("/contracts/actions.csv")).text, new RegExp(`${title},[^\\r\\n]*Name a lead`));
	const back = await review({ submission: await sentPlan(it, { by: people.chair.email }) });
	assert.equal((await decide("chair", back, filled({ outcome: "return", changes: "Say who leads." }))).status, 303);
	assert.match(text(await clients.second.get(`/reviews/${back}/confirm`)), /Return for changes.*Say who leads\./);
});

test("the database itself lets nobody confirm below quorum, without a majority, alone, or with a conflict", async () => {
	const vote = (keys, how = "for") => Object.fromEntries(emails(keys).map((email) => [email, how]));
	const id = async (key) => Number((await sql(`SELECT person_id FROM person WHERE email = '${people[key].email}'`))[0][0]);
	const end = async (decision, key) => it.sqlAs("staff", `UPDATE decision SET state = 'confirmed', ended_by = ${await id(key)}, ended_at = UTC_TIMESTAMP() WHERE ref = '${decision}'`);
	const made = async (votes) => decisionMade(it, await review(), { by: people.chair.email, votes });
	await assert.rejects(end(await made(vote(["chair", "second"])), "second"), /quorum, a majority and a second person/);
	await assert.rejects(end(await made({ ...vote(["chair", "second"]), ...vote(["third", "fourth"], "against") }), "second"), /quorum, a majority/);
	await assert.rejects(end(await made(vote(["chair", "second", "third"])), "chair"), /decision_two_people/);
	await assert.rejects(end(await made(vote(["chair", "second", "third"])), "outsider"), /second person/);
	await assert.rejects(made(vote(["chair", "second", "conflicted"])), /does not sit/);
	await assert.rejects(made(vote(["chair", "second", "silent"])), /does not sit/);
	await assert.rejects(decisionMade(it, await review({ state: "moderation" }), { by: people.chair.email, votes: {} }), /before the panel/);
	const fine = await made(vote(["chair", "second", "third"]));
	await end(fine, "second"); // control
	await assert.rejects(it.sqlAs("staff", `UPDATE decision SET reasons = 'Others' WHERE ref = '${fine}'`), /stays/);
	for (const statement of ["DELETE FROM decision", "DELETE FROM decision_member", "UPDATE decision_member SET vote = 'for'", "DELETE FROM review_event", "UPDATE review_event SET text = 'x'"])
		await assert.rejects(it.sqlAs("staff", statement), /denied/, statement);
});

test("the report has the whole record, for reviewers and the auditor: a page, and a workbook of the same", async () => {
	const version = await criteriaVersion(it), of = await contract(it, { organisation: "VOLREPORT", service: "Night shelter", values: { 2026: 4200000 } });
	const ref = await review({ contract: of, version, value_for_money: "£105 a night.\nLess than elsewhere.", equality: "Women need a room of their own.", findings: "It is full every night.",
		findings_at: { sql: "UTC_TIMESTAMP()" }, answer: "We agree.\n<b>Word for word</b>", answered_at: { sql: "UTC_TIMESTAMP()" }, agreed_score: 325 });
	const [[id]] = await sql(`SELECT review_id FROM review WHERE ref = '${ref}'`), [[who]] = await sql(`SELECT person_id FROM person WHERE email = '${people.second.email}'`);
	await sql(`INSERT INTO review_reviewer (review_id, person_id, added_at) VALUES (${id}, ${who}, UTC_TIMESTAMP())`);
	for (const [i, criterion] of version.criteria.entries()) {
		await sql(`INSERT INTO review_score VALUES (${id}, ${who}, ${criterion}, ${i + 1}, 'Alone ${i + 1}')`);
		await sql(`INSERT INTO review_agreed (review_id, criterion_id, score, reason, person_id, at) VALUES (${id}, ${criterion}, ${i + 2}, 'Agreed ${i + 2}', ${who}, UTC_TIMESTAMP())`);
	}
	await sql(`UPDATE review_reviewer SET sent_at = UTC_TIMESTAMP() WHERE review_id = ${id}`);
	await refused(ref, () => decide("chair", ref, filled({}, { chair: "for" })), /Below the quorum/);
	assert.match(text(await clients.auditor.get(`/reviews/${ref}/report`)), /The panel has not decided yet/);
	assert.equal((await clients.auditor.get(`/reviews/${ref}/letter`)).status, 422);
	assert.equal((await decide("chair", ref, filled({ what_1: "Open at six", ...day("by_1", "2027-01-31"), whose_1: "organisation" }))).status, 303);
	assert.equal((await confirm("second", ref)).status, 303);
	const theirs = await signIn(it, await it.addUser("provider_member", { organisation: "VOLREPORT" }));
	assert.match(text(await theirs.get(`/findings/${ref}`)), /The panel decided: ?Continue ?\. You get a letter/, "and the organisation sees what became of it");
	for (const key of ["auditor", "fourth"]) {
		const page = await clients[key].get(`/reviews/${ref}/report`);
		assert.equal(page.status, 200);
		for (const words of [/Night shelter/, /£42,000 this year/, /Continue/, /It does what it is for\./, /Open at six/, /31 January 2027/, /Voluntary VOLREPORT/, /3 for, 1 against, 0 abstained/, /the quorum is 3/,
			/Chandra Chair: There, voted for/, /Conrad Conflicted: Excluded: conflict of interest/, /Sil Silent: Excluded: had not declared/, /Outcomes for people Weight ?40/, /Agreed 2/, /Sam Second/, /Alone 3/,
			/3\.25 of 4/, /£105 a night\./, /Women need a room of their own\./, /It is full every night\./, /We agree\. <b>Word for word<\/b>/, /Conrad Conflicted: Financial interest.*Excluded from this review/,
			/Attempt refused Refused/, /Below the quorum nothing can be decided/, /Confirmed by Sam Second/, /Next review: 1 November 2027/])
			assert.match(text(page), words);
		assert.ok(!page.text.includes("A seat on its board"), "what an interest is stays with those who look after interests");
	}
	const file = await clients.auditor.request(`/reviews/${ref}/report.xlsx`);
	assert.equal(file.status, 200);
	assert.match(file.headers.get("content-type"), /spreadsheetml/);
	const rows = await bookText(it, clients.auditor, `/reviews/${ref}/report.xlsx`);
	for (const words of ["Agreed score", "Reviewer's score", "Panel", "Condition", "History", "Open at six", "It does what it is for.", "Excluded", "Agreed 4", "Alone 1"])
		assert.ok(rows.includes(words), words);
	assert.ok((await sql("SELECT CONCAT(action, ' ', ref) FROM audit WHERE subject = 'review' ORDER BY audit_id DESC LIMIT 20")).flat().includes(`export ${ref}`));
	for (const path of ["report", "report.xlsx", "letter"])
		assert.equal((await clients.conflicted.get(`/reviews/${ref}/${path}`)).status, 404, path);
});

test("scores are in no report while reviewers still score", async () => {
	const version = await criteriaVersion(it), ref = await review({ version, state: "scoring" });
	const [[id]] = await sql(`SELECT review_id FROM review WHERE ref = '${ref}'`), [[who]] = await sql(`SELECT person_id FROM person WHERE email = '${people.second.email}'`);
	await sql(`INSERT INTO review_reviewer (review_id, person_id, added_at) VALUES (${id}, ${who}, UTC_TIMESTAMP())`);
	await sql(`INSERT INTO review_score VALUES (${id}, ${who}, ${version.criteria[0]}, 1, 'Hidden reason')`);
	await sql(`UPDATE review_reviewer SET sent_at = UTC_TIMESTAMP() WHERE review_id = ${id}`);
	assert.ok(!(await clients.auditor.get(`/reviews/${ref}/report`)).text.includes("Hidden reason"));
	assert.ok(!(await bookText(it, clients.auditor, `/reviews/${ref}/report.xlsx`)).includes("Hidden reason"));
	await sql(`UPDATE review SET state = 'moderation' WHERE ref = '${ref}'`); // control
	assert.match((await clients.auditor.get(`/reviews/${ref}/report`)).text, /Hidden reason/);
});

test("the letter says the outcome, what it means, why, the conditions and the next review", async () => {
	const { ref } = await done("taper", { ...day("taper_until", "2028-03-31"), taper_2026: "45000", what_1: "Tell the people you see", ...day("by_1", "2027-01-31"), whose_1: "organisation" });
	const letter = text(await clients.auditor.get(`/reviews/${ref}/letter`));
	for (const words of [/reduce the funding step by step/, /It ends on 31 March 2028\./, /Value in 2026\/27: £45,000\./, /It does what it is for\./, /1\. Tell the people you see\. By 31 January 2027, by your organisation/,
		/The next review is on 1 November 2027/])
		assert.match(letter, words);
});

test("the board's summary has every review of the year but those in which the reader has a conflict", async () => {
	const { ref } = await done("vary", { varied: "More visits" }, { service: "Board service", organisation: "VOLBOARD" }), other = await review();
	for (const [key, sees] of [["auditor", true], ["second", true], ["conflicted", false]]) {
		const page = await clients[key].get("/reviews/board?year=2026"), file = await clients[key].get("/reviews/board.csv?year=2026");
		assert.equal(page.status, 200);
		for (const one of [ref, other]) {
			assert.equal(page.text.includes(one), sees, `${key} ${one}`);
			assert.equal(file.text.includes(one), sees, `${key} ${one} in the file`);
		}
		if (sees)
			assert.match(file.text, new RegExp(`"?${ref}"?,.*Voluntary VOLBOARD.*Decided.*60000.*Vary.*2026-11-20`));
	}
	const page = text(await clients.auditor.get("/reviews/board?year=2026"));
	assert.match(page, /Where they stand/);
	assert.match(page, /What was decided/);
	assert.equal((await clients.auditor.get("/reviews/board?year=DROP")).status, 200);
});

test("everybody reads the register of contracts with values, outcomes and reasons, and nothing that is not published", async () => {
	const anybody = new Client(it.publicUrl), { of } = await done("extend", day("extend_until", "2028-03-31"), { service: "Public befriending", served: "Older people", organisation: "VOLPUBLIC" });
	const hidden = await contract(it, { service: "Secret service", organisation: "VOLPUBLIC", public: 0, values: { 2026: 123456 } });
	const list = await anybody.get("/contracts?organisation=Voluntary+VOLPUBLIC"), file = await anybody.get("/contracts.csv"), page = await anybody.get(`/contracts/${of}`);
	assert.match(text(list), /Public befriending Older people/);
	assert.match(text(await anybody.get("/contracts?organisation=Voluntary+VOLPUBLIC&outcome=extend&sort=value")), /1 contract or grant Public|1 contract or grant/);
	assert.match(text(await anybody.get("/contracts?outcome=cease&organisation=Voluntary+VOLPUBLIC")), /No contracts and grants match/);
	assert.match(file.text, /Public befriending.*2028-03-31.*2026\/27 60000\.00.*Extend.*2026-11-20/);
	for (const words of [/Older people/, /1 April 2024 to 31 March 2028/, /2026\/27 £60,000/, /Extend 20 November 2026/, /It does what it is for\. People say so\./])
		assert.match(text(page), words);
	for (const answer of [list, file, await anybody.get(`/contracts/${hidden}`)])
		assert.ok(!answer.text.includes("Secret service"));
	assert.equal((await anybody.get(`/contracts/${hidden}`)).status, 404);
	assert.equal((await anybody.get("/contracts/nothing")).status, 404);
	// reasons of what is not confirmed yet, or was returned, are nobody's
	const waits = await contract(it, { service: "Waiting service" }), ref = await review({ contract: waits });
	await decide("chair", ref, filled({ reasons: "Not confirmed yet" }));
	assert.match(text(await anybody.get(`/contracts/${waits}`)), /It has not been reviewed yet/);
	assert.ok(!(await anybody.get("/contracts.csv")).text.includes("Not confirmed yet"));
	assert.match(text(await anybody.get("/")), /Contracts and grants/);
});

test("everybody reads the register of interests for 6 years, and breaches that are published", async () => {
	const anybody = new Client(it.publicUrl), [[who]] = await sql(`SELECT person_id FROM person WHERE email = '${people.second.email}'`);
	const interest = (description, ended) => sql(`INSERT INTO interest (ref, submission, person_id, kind, organisation_name, description, declared_at, began_on, ended_on)
		VALUES (LEFT(UUID(), 9), RANDOM_BYTES(16), ${who}, 'personal', 'Harbour Friends', '${description}', UTC_TIMESTAMP(), '2010-01-01', ${ended})`);
	const breach = (what, open, at = "UTC_DATE()") => sql(`INSERT INTO interest_breach (ref, submission, happened_on, what, done, notes, recorded_by, recorded_at, public)
		VALUES (LEFT(UUID(), 9), RANDOM_BYTES(16), ${at}, '${what}', 'We said so', 'Names in here', ${who}, UTC_TIMESTAMP(), ${open})`);
	await interest("A trustee there", "NULL");
	await interest("Was a trustee five years ago", "UTC_DATE() - INTERVAL 5 YEAR");
	await interest("Was a trustee seven years ago", "UTC_DATE() - INTERVAL 7 YEAR");
	await breach("A member voted", 1);
	await breach("Not for everybody", 0);
	for (const path of ["/interests", "/interests.csv"]) {
		const page = await anybody.get(path);
		assert.equal(page.status, 200);
		assert.match(page.text, /Sam Second/);
		assert.match(page.text, /A trustee there/);
		assert.match(page.text, /Was a trustee five years ago/);
		assert.ok(!/seven years ago|Not for everybody|Names in here|@/.test(page.text.replace(/mailto:\S+/g, "")), path);
	}
	assert.match(text(await anybody.get("/interests")), /A member voted What was done We said so/);
});

test("My work: a decision to be confirmed, for who was there and did not write it down; not with a conflict of interest", async () => {
	const ref = await review(), task = /decisions? waits? for you to confirm/, waits = async (key) => (await clients[key].get("/reviews?waits=confirm")).text.includes(ref);
	assert.equal((await decide("chair", ref, filled({}, { chair: "for", second: "for", third: "for" }))).status, 303);
	assert.match(text(await clients.second.get("/")), task);
	assert.ok(await waits("second") && await waits("third"));
	for (const key of ["chair", "fourth", "outsider", "conflicted", "auditor"])
		assert.ok(!(await waits(key)), `${key}: made it, was not there, has a conflict, or changes nothing`);
	await declares(it, ref, people.third.email, "financial");
	assert.ok(!(await waits("third")), "a conflict takes it away at once");
	const counted = async (key) => Number(/(\d+) decisions? waits? for you to confirm/.exec(text(await clients[key].get("/")))?.[1] ?? 0), n = await counted("second");
	assert.equal((await confirm("second", ref, { answer: "return", why: "Somebody has a conflict" })).status, 303);
	assert.equal(await counted("second"), n - 1);
	assert.ok(!(await waits("second")));
});

test("My work: a review before the panel, for all who sit on it, until it is decided; not with a conflict of interest", async () => {
	const ref = await review(), task = /reviews? (is|are) before your panel/, waits = async (key) => (await clients[key].get("/reviews?waits=panel")).text.includes(ref);
	for (const key of [...sitting, "silent"]) {
		assert.ok(await waits(key), key);
		assert.match(text(await clients[key].get("/")), task, key);
	}
	for (const key of ["conflicted", "outsider", "auditor"])
		assert.ok(!(await waits(key)), `${key}: has a conflict, does not sit, or changes nothing`);
	assert.doesNotMatch(text(await clients.outsider.get("/")), task);
	assert.equal((await decide("chair", ref, filled())).status, 303);
	assert.ok(!(await waits("second")), "it is decided");
});

test("a decision that is made or confirmed when it is too late: refused, recorded, the text still in the form", async () => {
	const ref = await review(), page = await clients.chair.get(`/reviews/${ref}/decide`);
	assert.equal((await decide("second", ref, filled())).status, 303);
	await refused(ref, () => clients.chair.submit(page, filled(), { path: `/reviews/${ref}/decide` }), /Nothing can be decided now/, { state: "made", ...kept });
	const late = await clients.third.get(`/reviews/${ref}/confirm`);
	assert.equal((await confirm("chair", ref, { answer: "return", why: "We meant something else" })).status, 303);
	const why = "The minutes say otherwise.";
	await refused(ref, () => clients.third.submit(late, { answer: "return", why }, { path: `/reviews/${ref}/confirm` }), /This needs the state “To be confirmed”/, { kept: why });
	// scores and findings stand on the page that says so
	const scored = await review({ state: "decided" });
	await refused(scored, async () => clients.chair.post(`/reviews/${scored}/moderate`, { csrf: await tokenOf("chair"), findings: why }),
		/This (needs the state|can be done while)/, { state: "decided", kept: why });
});
