// proposal_review.test.mjs: a panel decides on a proposal, by the same reviews as on everything else: interests first, quorum, two people.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { criteriaVersion, panelReview, sits } from "../lib/decisions.mjs";
import { Client, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { proposal, proposalId } from "../lib/proposals.mjs";
import { text } from "../lib/surveys.mjs";

let it, author, people, clients, refs;
const sitting = ["chair", "second", "third"], day = (name, iso) => Object.fromEntries(["year", "month", "day"].map((part, i) => [`${name}-${part}`, String(Number(iso.split("-")[i]))]));

before(async () => {
	it = await sharedInstance();
	author = await signIn(it, await it.addUser("author", { name: "Ada Author" }));
	people = {};
	for (const key of [...sitting, "conflicted"]) {
		people[key] = await it.addUser("contract_reviewer", { name: `${key} of the proposals` });
		await sits(it, people[key].email, key === "chair" ? 1 : 0);
	}
	clients = Object.fromEntries(await Promise.all(Object.entries(people).map(async ([key, account]) => [key, await signIn(it, account)])));
	refs = Object.fromEntries(await Promise.all(Object.entries(people).map(async ([key, { email }]) => [key, (await it.sql(`SELECT ref FROM person WHERE email = '${email}'`))[0][0]])));
});
after(() => it.release());

const reviewsOf = (ref) => it.sql(`SELECT v.ref, v.state, v.title FROM review v WHERE v.proposal_id = ${proposalId(ref).sql}`);

test("an author asks the panel to decide: once, on what people were asked", async () => {
	const of = await proposal(it), draft = await proposal(it, { state: "draft" });
	const [[criteria]] = await it.sql(`SELECT t.ref FROM criteria t JOIN criteria_version w USING (criteria_id) WHERE w.version_id = ${(await criteriaVersion(it, { judges: "proposal" })).version_id}`);
	const early = await author.get(`/proposals/${draft.ref}/review`);
	assert.equal(early.status, 303, "a draft is not decided on");

	const page = await author.get(`/proposals/${of.ref}/review`);
	assert.equal(page.status, 200, text(page));
	assert.match(text(page), /By which criteria\?.*Who reviews\?.*By when/s);
	const empty = await author.submit(page, { criteria: "" });
	assert.equal(empty.status, 422);
	assert.match(text(empty), /Select who reviews/);
	const filled = { criteria, reviewers: [refs.chair, refs.second], ...day("due_on", "2027-03-01") };
	assert.equal((await author.submit(page, filled)).status, 303);
	assert.equal((await author.submit(page, filled)).status, 303, "a double tap");
	const opened = await reviewsOf(of.ref);
	assert.equal(opened.length, 1);
	assert.deepEqual(opened[0].slice(1), ["scoring", `Proposal ${of.slug}`]);
	assert.match(text(await author.get(`/proposals/${of.ref}`)), /Review by the panel: Scoring\s*, due by/);
	assert.equal((await author.get(`/proposals/${of.ref}/review`)).status, 303, "it is open already");
	assert.match(text(await clients.chair.get("/reviews?of=proposal")), new RegExp(of.slug));
	assert.doesNotMatch(text(await clients.chair.get("/reviews?of=submission")), new RegExp(of.slug));
});

test("a panel decides on a proposal: who has a conflict takes no part, two people, and what is published of it", async () => {
	const of = await proposal(it, { decided_at: { sql: "UTC_TIMESTAMP()" } });
	const ref = await panelReview(it, { proposal: of.ref, declared: sitting.map((key) => people[key].email), conflicted: [people.conflicted.email] });
	assert.equal((await clients.conflicted.get(`/reviews/${ref}`)).status, 404);
	assert.equal((await clients.conflicted.get(`/reviews/${ref}/report.xlsx`)).status, 404);
	const fields = (votes) => ({ ...day("met_on", "2026-11-20"), outcome: "approve", reasons: "People are in favour.", ...Object.fromEntries(sitting.map((key, i) => [`votes-${refs[key]}`, votes[i]])) });
	const page = await clients.chair.get(`/reviews/${ref}/decide`);
	assert.doesNotMatch(text(page), /Taper|Extend/, "outcomes of contracts");
	const below = await clients.chair.submit(page, fields(["for", "for", "absent"]), { path: `/reviews/${ref}/decide` });
	assert.equal(below.status, 422, text(below));
	assert.equal((await clients.chair.submit(page, fields(["for", "for", "for"]), { path: `/reviews/${ref}/decide` })).status, 303);
	assert.equal((await it.sql(`SELECT * FROM proposal_public_decision WHERE proposal_id = ${proposalId(of.ref).sql}`)).length, 0, "not before it is confirmed");

	const token = /name="csrf" value="([^"]+)"/.exec((await clients.chair.get("/")).text)[1];
	assert.equal((await clients.chair.post(`/reviews/${ref}/confirm`, { csrf: token, answer: "confirm" })).status, 422, "the same person");
	const second = await clients.second.get(`/reviews/${ref}/confirm`);
	assert.equal((await clients.second.submit(second, { answer: "confirm" }, { path: `/reviews/${ref}/confirm` })).status, 303);
	assert.deepEqual(await it.sql(`SELECT outcome, quorum, present, conflicts FROM proposal_public_decision WHERE proposal_id = ${proposalId(of.ref).sql}`), [["approve", "3", "3", "1"]]);
	const decided = await new Client(it.publicUrl).get(`/p/${of.slug}/decided`);
	assert.match(text(decided), /What the panel decided Approve ?, on 20 November 2026 People are in favour\. 3 members were present; 3 are needed\. One person had an interest in this and took no part/);
	for (const { email } of Object.values(people))
		assert.ok(!decided.text.includes(email) && !decided.text.includes("of the proposals"), "nobody is named");
	const report = text(await clients.second.get(`/reviews/${ref}/report`));
	assert.match(report, /A proposal on which people were heard/);
	assert.doesNotMatch(report, /has not answered/);
	assert.match(text(await clients.second.get(`/reviews/${ref}`)), /What people said/);
	assert.equal((await clients.second.get(`/reviews/${ref}/letter`)).headers.get("location"), `/reviews/${ref}/report`, "nobody to write to");
});
