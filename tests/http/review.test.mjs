// review.test.mjs: a review from its opening to the panel: who reviews, scores that nobody sees before all are there, moderation, the findings and the
// organisation's answer.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { contract } from "../lib/contracts.mjs";
import { decode, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { criteria, declare, review } from "../lib/reviews.mjs";

let it, lead, second, outsider, auditor, template;
const code = (name) => `${name}${randomBytes(3).toString("hex").toUpperCase()}`.slice(0, 12);
const charity = code("RV");
const one = async (query) => (await it.sql(query))[0]?.[0];
const words = (html) => decode(html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ")).replace(/\s+/g, " ");
const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const date = (name, iso) => Object.fromEntries([["year", 0], ["month", 1], ["day", 2]].map(([part, i]) => [`${name}-${part}`, iso.split("-")[i]]));
const stateOf = (ref) => one(`SELECT state FROM review WHERE ref = '${ref}'`);
const refOf = (account) => one(`SELECT ref FROM person WHERE email = '${account.email}'`);

async function person(roles, options) {
	const account = await it.addUser(roles, options);
	return Object.assign(await signIn(it, account), { email: account.email, name: options?.name, ref: await refOf(account) });
}

before(async () => {
	it = await sharedInstance();
	lead = await person("contract_reviewer", { name: "Lea Lead" });
	second = await person("contract_reviewer", { name: "Sam Second" });
	outsider = await person("contract_reviewer", { name: "Una Outside" });
	auditor = await person("auditor", { name: "Ari Auditor" });
	template = await criteria(it, { name: `Services ${randomBytes(3).toString("hex")}`,
		criteria: [{ name: "Reach", weight: 50, evidence: "kpis", help: "Whom it reaches" }, { name: "Quality", weight: 30, evidence: "returns" }, { name: "Value", weight: 20, evidence: "spend" }] });
});
after(() => it.release());

/** Opens one by hand; gives its reference. */
async function opened(of, changes = {}) {
	const page = await lead.get(`/contracts/${of}/review`);
	assert.equal(page.status, 200, words(page.text));
	const answer = await lead.submit(page, { criteria: template.ref, reviewers: [lead.ref, second.ref], ...date("due_on", later(50)), ...changes });
	return { page, answer, ref: answer.location?.split("/").at(-1) };
}

test("opened by hand: its criteria, its reviewers, its day; once, though the form is sent twice", async () => {
	const of = await contract(it, { organisation: charity, service: "Befriending by telephone", lead: lead.email });
	const page = await lead.get(`/contracts/${of}/review`);
	assert.match(page.text, new RegExp(`value="${lead.ref}" checked`), "the lead is ticked");
	assert.equal((await lead.submit(page, { reviewers: [] })).status, 422);
	const { answer, ref } = await opened(of);
	assert.equal(answer.status, 303, words(answer.text));
	assert.equal(await one(`SELECT GROUP_CONCAT(p.name ORDER BY p.name) FROM review_reviewer JOIN person p USING (person_id) JOIN review USING (review_id) WHERE review.ref = '${ref}'`), "Lea Lead,Sam Second");
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'review' AND recipient = '${second.email}'`), "1");
	const again = await lead.get(`/contracts/${of}/review`);
	assert.equal(again.location, `/reviews/${ref}`);
	assert.equal((await lead.submit(page, { criteria: template.ref, reviewers: [lead.ref], ...date("due_on", later(9)) })).location, `/reviews/${ref}`);
	assert.equal(await one(`SELECT COUNT(*) FROM review v JOIN contract c USING (contract_id) WHERE c.ref = '${of}'`), "1");
	assert.match(await one(`SELECT GROUP_CONCAT(e.kind) FROM contract_event e JOIN contract c USING (contract_id) WHERE c.ref = '${of}'`), /review/);
	// Interests come first.
	assert.equal((await second.get(`/reviews/${ref}`)).location, `/reviews/${ref}/declare`);
	assert.match(words((await second.get("/")).text), /waits? for you to declare your interests/);
	assert.match((await second.get("/reviews?waits=declare")).text, new RegExp(`/reviews/${ref}"`));
	assert.match((await auditor.get(`/reviews?q=${ref}`)).text, /Review of befriending by telephone/);
	assert.match((await auditor.get("/reviews.csv")).text, new RegExp(`${ref},Review of befriending by telephone`));
	assert.equal((await auditor.get(`/reviews/${ref}`)).status, 200);
});

test("reviewers are added and taken out, with why; a review is cancelled with why", async () => {
	const of = await contract(it, { organisation: charity }), { ref } = await opened(of, { reviewers: [lead.ref] });
	await declare(it, ref, lead.email);
	const hub = await lead.get(`/reviews/${ref}`);
	assert.equal(hub.status, 200);
	assert.match(words(hub.text), /Interests Now: 0 of 1|Scores Now: 0 of 1 sent/);
	assert.equal((await lead.submit(await lead.get(`/reviews/${ref}/reviewers`), { reviewers: [second.ref, outsider.ref] })).status, 303);
	const remove = await lead.get(`/reviews/${ref}/reviewers/${outsider.ref}/remove`);
	assert.equal((await lead.submit(remove, { why: "" })).status, 422);
	assert.equal((await lead.submit(remove, { why: "On leave until May" })).status, 303);
	const page = words((await lead.get(`/reviews/${ref}`)).text);
	assert.match(page, /On leave until May/);
	assert.match(page, /removed: Una Outside/);
	assert.equal((await lead.submit(await lead.get(`/reviews/${ref}/cancel`), { why: "Opened for the wrong contract" })).status, 303);
	assert.equal(await stateOf(ref), "cancelled");
	assert.match(words((await lead.get(`/reviews/${ref}`)).text), /Cancelled: Opened for the wrong contract/);
	const open = await auditor.get("/reviews.csv"), all = await auditor.get("/reviews.csv?state=all");
	assert.doesNotMatch(open.text, new RegExp(ref), "what is over is not among what is open");
	assert.match(all.text, new RegExp(ref));
	assert.equal((await opened(of)).answer.status, 303, "the contract can be reviewed anew");
});

test("a review is called after the service, whose first letter is small unless it begins a short form", async () => {
	for (const [service, title] of [["A minibus", "Review of a minibus"], ["GP liaison", "Review of GP liaison"], ["Écoute", "Review of Écoute"], ["S".repeat(200), "S".repeat(200)]]) {
		const { answer, ref } = await opened(await contract(it, { organisation: charity, service }));
		assert.equal(answer.status, 303, words(answer.text));
		assert.equal(await one(`SELECT title FROM review WHERE ref = '${ref}'`), title);
	}
});

test("who has a conflict finds nothing of it", async () => {
	const ref = await review(it, { reviewers: [second.email], none: [lead.email], conflict: [second.email], title: "Canary review of a conflict" });
	for (const path of ["/reviews", "/reviews.csv", "/reviews?waits=declare", `/reviews?q=${ref}`, "/reviews?state=open"]) {
		assert.doesNotMatch((await second.get(path)).text, /Canary review of a conflict/, path);
		if (!path.includes("waits"))
			assert.match((await lead.get(path)).text, /Canary review of a conflict/, `${path}: control`);
	}
	for (const path of ["", "/reviewers", "/cancel", `/reviewers/${second.ref}/remove`])
		assert.equal((await second.get(`/reviews/${ref}${path}`)).status, 404, path);
});

/** A review of a new contract that Lea and Sam score, both without interests. */
async function begun(changes = {}, of) {
	of ??= await contract(it, { organisation: charity, service: "Befriending by telephone" });
	const { ref } = await opened(of, changes);
	for (const { email } of [lead, second, outsider])
		await declare(it, ref, email);
	return ref;
}
const scoring = (marks, word) => Object.fromEntries(marks.flatMap((mark, i) => [[`score_${i + 1}`, String(mark)], [`reason_${i + 1}`, `${word} ${i + 1}`]]));
const score = async (client, ref, marks, word, button = "send") => client.submit(await client.get(`/reviews/${ref}/score`), scoring(marks, word), { button });

test("each scores alone: saved as often as they like, sent once, final; nobody sees another's before all are there", async () => {
	const ref = await begun(), canary = `canary${randomBytes(4).toString("hex")}`;
	const everywhere = async (client) => {
		let text = "";
		for (const path of [`/reviews/${ref}`, `/reviews/${ref}/score`, `/reviews/${ref}/moderate`, `/reviews/${ref}/findings`, `/reviews/${ref}/interests`, "/reviews", "/reviews.csv",
			`/reviews?q=${canary}`, "/", `/reviews/${ref}/reviewers`, `/reviews/${ref}/cancel`])
			text += (await client.get(path)).text.replace(/[?]q=\w+|value="\w+"/g, "");
		return text;
	};
	const page = await lead.get(`/reviews/${ref}/score`);
	assert.equal(page.status, 200);
	assert.match(words(page.text), /1\. Reach 50%.*4: All of it.*0: Nothing of it/);
	const saved = await lead.submit(page, { score_1: "3", reason_1: `${canary} so far` }, { button: "save" });
	assert.equal(saved.location, `/reviews/${ref}/score`);
	assert.match((await lead.get(saved.location)).text, new RegExp(`${canary} so far`));
	assert.match(words((await lead.get(`/reviews/${ref}`)).text), /Go on scoring/);
	// Sending needs every score and every reason; what is there is saved all the same.
	const short = await lead.submit(await lead.get(`/reviews/${ref}/score`), { score_2: "2", reason_2: `${canary} two` }, { button: "send" });
	assert.equal(short.status, 422);
	assert.match(words(short.text), /Write why you score Value so/);
	assert.match((await lead.get(`/reviews/${ref}/score`)).text, new RegExp(`${canary} two`));
	assert.doesNotMatch(await everywhere(second), new RegExp(canary));
	assert.equal((await lead.submit(await lead.get(`/reviews/${ref}/score`), scoring([4, 2, 3], canary), { button: "send" })).status, 303);
	assert.equal(await stateOf(ref), "scoring");
	for (const client of [second, outsider, auditor])
		assert.doesNotMatch(await everywhere(client), new RegExp(canary), client.name);
	assert.doesNotMatch(JSON.stringify(await it.sql(`SELECT * FROM review_event WHERE review_id = (SELECT review_id FROM review WHERE ref = '${ref}')`)), new RegExp(canary));
	assert.doesNotMatch(JSON.stringify(await it.sql(`SELECT * FROM audit WHERE ref = '${ref}'`)), new RegExp(canary));
	// Final: the same again is a double tap, anything else is refused and recorded.
	const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	assert.equal((await lead.post(`/reviews/${ref}/score`, { csrf, go: "send", ...scoring([4, 2, 3], canary) })).location, `/reviews/${ref}`);
	const changed = await lead.post(`/reviews/${ref}/score`, { csrf, go: "send", ...scoring([0, 0, 0], canary) });
	assert.equal(changed.status, 422);
	assert.equal(await one(`SELECT COUNT(*) FROM review_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}' AND e.kind = 'refused'`), "1");
	assert.equal(await one(`SELECT SUM(score) FROM review_score s JOIN review v USING (review_id) WHERE v.ref = '${ref}'`), "9");
	await assert.rejects(it.sqlAs("staff", `UPDATE review_score s JOIN review v USING (review_id) SET s.score = 0 WHERE v.ref = '${ref}'`), /stay/);
	// Who does not review it does not score.
	const other = await outsider.post(`/reviews/${ref}/score`, { csrf: /name="csrf" value="([^"]+)"/.exec((await outsider.get("/")).text)[1], go: "send", ...scoring([4, 4, 4], "x") });
	assert.equal(other.status, 422);
	assert.match(words(other.text), /Only those who review it score/);
	// All are there: it goes on by itself, and now everybody sees them (the control of all the above).
	assert.equal((await score(second, ref, [1, 2, 2], "Second")).status, 303);
	assert.equal(await stateOf(ref), "moderation");
	for (const client of [second, outsider, auditor])
		assert.match((await client.get(`/reviews/${ref}`)).text, new RegExp(`${canary} 1`), client.name);
	assert.match(words((await auditor.get(`/reviews/${ref}`)).text), /Reach 50% 2 or more apart/);
});

test("two who send at the same moment: the review goes on all the same", async () => {
	for (let round = 0; round < 3; round++) {
		const ref = await begun();
		const pages = await Promise.all([lead, second].map((client) => client.get(`/reviews/${ref}/score`)));
		const sent = await Promise.all([lead, second].map((client, i) => client.submit(pages[i], scoring([3, 3, 3], "At once"), { button: "send" })));
		assert.deepEqual(sent.map(({ status }) => status), [303, 303]);
		assert.equal(await stateOf(ref), "moderation");
	}
});

test("who is taken out last: the others' scores are all there", async () => {
	const ref = await begun();
	assert.equal((await score(lead, ref, [3, 3, 3], "Mine")).status, 303);
	assert.equal(await stateOf(ref), "scoring");
	assert.equal((await lead.submit(await lead.get(`/reviews/${ref}/reviewers/${second.ref}/remove`), { why: "On leave" })).status, 303);
	assert.equal(await stateOf(ref), "moderation");
});

test("two windows of one reviewer lose nothing", async () => {
	const ref = await begun(), [one_, two] = [await lead.get(`/reviews/${ref}/score`), await lead.get(`/reviews/${ref}/score`)];
	assert.equal((await lead.submit(one_, { reason_1: "From the first window" }, { button: "save" })).status, 303);
	const late = await lead.submit(two, { reason_1: "From the second window" }, { button: "save" });
	assert.equal(late.status, 422);
	assert.match(late.text, /From the second window/);
	assert.match(words(late.text), /“From the first window”/);
	assert.equal((await lead.submit(late, {}, { button: "save" })).status, 303);
	assert.match((await lead.get(`/reviews/${ref}/score`)).text, /From the second window/);
});

/** A review in moderation: Lea scored 4 2 3, Sam 1 2 2. */
async function moderated(changes, of) {
	const ref = await begun(changes, of);
	await score(lead, ref, [4, 2, 3], "Lea says");
	await score(second, ref, [1, 2, 2], "Sam says");
	assert.equal(await stateOf(ref), "moderation");
	return ref;
}
const texts = { value_for_money: "£25 for each person who is called every week.", equality: "Most are over 80. If it stopped, nobody else calls them.", findings: "It reaches whom it is for." };
const agree = async (client, ref, changes = {}, button = "save") => client.submit(await client.get(`/reviews/${ref}/moderate`), { ...scoring([3, 2, 2], "Agreed"), ...texts, ...changes }, { button });

test("moderation: side by side, one score agreed on for each criterion, their weighted mean", async () => {
	const ref = await moderated(), page = await lead.get(`/reviews/${ref}/moderate`);
	assert.match(words(page.text), /1\. Reach 50% 2 or more apart/);
	assert.match(words(page.text), /Lea Lead 4: All of it Lea says 1 Sam Second 1: Little of it Sam says 1/);
	assert.doesNotMatch(words(page.text), /2\. Quality 30% 2 or more apart/);
	assert.equal((await lead.get(`/reviews/${ref}/score`)).status, 303);
	const half = await agree(lead, ref, { reason_1: "" });
	assert.equal(half.status, 422);
	assert.match(words(half.text), /Write why Reach is scored so/);
	const missing = (await lead.get(`/reviews/${ref}/findings`)).text;
	assert.match(words(missing), /Before this can be sent: Reach has no agreed score yet Quality has no agreed score yet .* Value for money is not written yet The effect on equality is not written yet The findings are not written yet/);
	for (const id of ["criterion-1", "criterion-2", "value_for_money", "equality", "findings"]) {
		assert.ok(missing.includes(`href="/reviews/${ref}/moderate#${id}"`), id);
		assert.ok(page.text.includes(` id="${id}"`), `${id} is there`);
	}
	const early = await lead.post(`/reviews/${ref}/findings`, { csrf: /name="csrf" value="([^"]+)"/.exec(page.text)[1], row_version: "1" });
	assert.equal(early.status, 422, "nothing is sent before all is agreed on");
	assert.match(words((await lead.get(`/reviews/${ref}`)).text), /Attempt refused.*Reach has no agreed score yet; .*; The findings are not written yet/);
	assert.match(words((await lead.get(`/reviews/${ref}`)).text), /Agree on one for each criterion/);
	assert.equal((await agree(lead, ref)).status, 303);
	assert.equal(await one(`SELECT agreed_score FROM review WHERE ref = '${ref}'`), "250"); // 3 x 50 + 2 x 30 + 2 x 20
	assert.match(words((await auditor.get(`/reviews/${ref}`)).text), /2\.50 of 4 \(63%\)/);
	assert.equal(await one(`SELECT COUNT(*) FROM review_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}' AND e.kind = 'agreed'`), "3");
	await agree(lead, ref); // nothing new
	assert.equal(await one(`SELECT COUNT(*) FROM review_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}' AND e.kind = 'agreed'`), "3");
});

test("two moderate at once: what only one of them changed is stored, where both did the second decides", async () => {
	const ref = await moderated(), [mine, theirs] = [await lead.get(`/reviews/${ref}/moderate`), await second.get(`/reviews/${ref}/moderate`)];
	assert.equal((await lead.submit(mine, { score_1: "3", reason_1: "Lea on reach", findings: "Lea's findings" }, { button: "save" })).status, 303);
	assert.equal((await second.submit(theirs, { score_2: "2", reason_2: "Sam on quality" }, { button: "save" })).status, 303);
	const both = (await lead.get(`/reviews/${ref}/moderate`)).text;
	for (const text of ["Lea on reach", "Lea's findings", "Sam on quality"])
		assert.match(decode(both), new RegExp(text));
	const clash = await second.submit(theirs, { score_2: "2", reason_2: "Sam on quality", findings: "Sam's findings" }, { button: "save" });
	assert.equal(clash.status, 422);
	assert.match(words(clash.text), /Somebody else wrote here while you did: “Lea's findings”/);
	assert.match(decode(clash.text), /Sam's findings/);
	assert.equal((await second.submit(clash, {}, { button: "save" })).status, 303);
	assert.equal(await one(`SELECT findings FROM review WHERE ref = '${ref}'`), "Sam's findings");
	assert.equal(await one(`SELECT COUNT(*) FROM review_agreed JOIN review USING (review_id) WHERE ref = '${ref}'`), "2");
});

test("the findings go to the organisation, which answers once; nobody's own score or name is in what it reads", async () => {
	const own = code("RF"), canary = `secret${randomBytes(3).toString("hex")}`;
	const of = await contract(it, { organisation: own, service: "Lunch club" });
	const member = await person("provider_member", { organisation: own, name: "Vic Volunteer" }), colleague = await person("provider_member", { organisation: own, name: "Val Volunteer" });
	const stranger = await person("provider_member", { organisation: await (async () => { const other = code("RO"); await contract(it, { organisation: other }); return other; })() });
	const ref = await begun({}, of);
	await score(lead, ref, [4, 2, 3], canary);
	await score(second, ref, [1, 2, 2], canary);
	assert.equal((await member.get(`/findings/${ref}`)).status, 404, "not sent yet");
	assert.equal((await agree(lead, ref, {}, "next")).location, `/reviews/${ref}/findings`);
	const check = await lead.get(`/reviews/${ref}/findings`);
	assert.match(words(check.text), /It has 14 days to answer/);
	assert.equal((await lead.submit(check)).location, `/reviews/${ref}`);
	assert.equal(await stateOf(ref), "findings");
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'findings' AND recipient = '${member.email}'`), "1");
	assert.equal((await lead.submit(check)).status, 422, "once");

	assert.match(words((await member.get("/")).text), /draft findings that your organisation can answer/);
	assert.match((await member.get("/findings")).text, new RegExp(`/findings/${ref}"`));
	const page = await member.get(`/findings/${ref}`);
	assert.match(words(page.text), /Draft findings: .*It reaches whom it is for\..*All scores together: .*3: Most of it Agreed 1/);
	for (const path of ["/findings", "/findings.csv", `/findings/${ref}`, `/findings/${ref}/answer`])
		assert.doesNotMatch((await member.get(path)).text, new RegExp(`${canary}|Lea Lead|Sam Second`), path);
	for (const path of [`/findings/${ref}`, `/findings/${ref}/answer`])
		assert.equal((await stranger.get(path)).status, 404, path);
	assert.doesNotMatch((await stranger.get("/findings.csv")).text, new RegExp(ref));
	for (const path of [`/reviews/${ref}`, `/reviews/${ref}/moderate`])
		assert.equal((await member.get(path)).status, 403, path);

	const form = await member.get(`/findings/${ref}/answer`), other = await colleague.get(`/findings/${ref}/answer`);
	assert.equal((await member.submit(form, { answer: "We call 80 people, not 60." }, { button: "save" })).status, 303);
	assert.doesNotMatch((await lead.get(`/reviews/${ref}`)).text, /not 60/, "a draft is the organisation's alone");
	const clash = await colleague.submit(other, { answer: "Val's words" }, { button: "send" });
	assert.equal(clash.status, 422);
	assert.match(words(clash.text), /not 60/);
	const last = await member.get(`/findings/${ref}/answer`);
	assert.equal((await member.submit(last, { answer: "" }, { button: "send" })).status, 422);
	const sent = await Promise.all([1, 2].map(() => member.submit(last, { answer: "We call 80 people, not 60." }, { button: "send" })));
	assert.deepEqual(sent.map(({ location }) => location), [`/findings/${ref}`, `/findings/${ref}`]);
	assert.equal(await stateOf(ref), "panel");
	assert.equal(await one(`SELECT COUNT(*) FROM review_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}' AND e.kind = 'answered'`), "1");
	assert.equal((await colleague.submit(other, { answer: "Something else" }, { button: "send" })).status, 422, "final");
	assert.match(words((await lead.get(`/reviews/${ref}`)).text), /We call 80 people, not 60\. Vic Volunteer/);
	await assert.rejects(it.sqlAs("staff", `UPDATE review SET answer = 'x' WHERE ref = '${ref}'`), /step by step/);
	assert.match(words((await member.get(`/findings/${ref}`)).text), /Draft findings: /, "until the panel has decided");
	const decided = words((await member.get(`/findings/${await review(it, { contract: of, state: "decided" })}`)).text);
	assert.match(decided, / Findings: /);
	assert.doesNotMatch(decided, /Draft findings/);
});

test("where nobody answers in time, the panel's turn comes; by criteria without days, at once", async () => {
	const ref = await moderated();
	await agree(lead, ref);
	await lead.submit(await lead.get(`/reviews/${ref}/findings`));
	await it.soundings(["jobs"]);
	assert.equal(await stateOf(ref), "findings", "there is time yet");
	await it.sql(`UPDATE review SET answer_by = UTC_DATE() - INTERVAL 1 DAY WHERE ref = '${ref}'`);
	await Promise.all([1, 2].map(() => it.soundings(["jobs"])));
	assert.equal(await stateOf(ref), "panel");
	assert.match(words((await lead.get(`/reviews/${ref}`)).text), /No answer came by/);
	assert.equal(await one(`SELECT COUNT(*) FROM review_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}' AND e.state_to = 'panel'`), "1");
	const brief = await criteria(it, { answer_days: 0 }), quick = await moderatedBy(brief);
	assert.equal((await lead.submit(await lead.get(`/reviews/${quick}/findings`))).status, 303);
	assert.equal(await stateOf(quick), "panel");
});
async function moderatedBy(by) {
	const { ref } = await opened(await contract(it, { organisation: charity }), { criteria: by.ref, reviewers: [lead.ref] });
	await declare(it, ref, lead.email);
	await score(lead, ref, [3, 3], "One");
	await lead.submit(await lead.get(`/reviews/${ref}/moderate`), { ...scoring([3, 3], "Agreed"), ...texts }, { button: "save" });
	return ref;
}

test("out of order, by direct POST: refused, recorded, nothing changed", async () => {
	const csrf = /name="csrf" value="([^"]+)"/.exec((await lead.get("/")).text)[1];
	const paths = { scoring: ["moderate", "findings"], moderation: ["score", "reviewers"], findings: ["score", "moderate", "findings", "reviewers"],
		panel: ["score", "moderate", "findings", "reviewers"], decided: ["score", "moderate", "findings", "reviewers", "cancel"], cancelled: ["score", "moderate", "cancel"] };
	for (const [state, list] of Object.entries(paths)) {
		const ref = await review(it, { state, reviewers: [lead.email], none: [lead.email] });
		for (const [i, path] of list.entries()) {
			const answer = await lead.post(`/reviews/${ref}/${path}`, { csrf, go: "send", seen: "{}", row_version: "1", why: "x", ...scoring([1, 1], "x") });
			assert.equal(answer.status, 422, `${state}: ${path}`);
			assert.equal(await stateOf(ref), state);
			assert.equal(await one(`SELECT COUNT(*) FROM review_event e JOIN review v USING (review_id) WHERE v.ref = '${ref}' AND e.kind = 'refused'`), String(i + 1), `${state}: ${path}`);
		}
	}
	for (const [from, to] of [["scoring", "panel"], ["moderation", "decided"], ["decided", "panel"]]) {
		const ref = await review(it, { state: from });
		await assert.rejects(it.sqlAs("staff", `UPDATE review SET state = '${to}' WHERE ref = '${ref}'`), /step by step/);
	}
});

test("the calendar opens a review once, with the last criteria and the lead, when its day is near", async () => {
	const near = await contract(it, { organisation: charity, lead: lead.email, next_review_on: later(20) }), far = await contract(it, { organisation: charity, next_review_on: later(60) });
	const old = await review(it, { contract: near, criteria: template, state: "decided", opened_at: { sql: "UTC_TIMESTAMP() - INTERVAL 1 YEAR" } });
	await Promise.all([1, 2].map(() => it.soundings(["jobs"])));
	await it.soundings(["jobs"]);
	const rows = await it.sql(`SELECT v.ref, v.opened_by, w.version_id = (${template.version.sql}) FROM review v JOIN contract c USING (contract_id) JOIN criteria_version w USING (version_id)
		WHERE c.ref = '${near}' AND v.ref <> '${old}'`);
	assert.equal(rows.length, 1);
	assert.deepEqual(rows[0].slice(1), ["NULL", "1"]);
	assert.equal(await one(`SELECT p.name FROM review_reviewer a JOIN person p USING (person_id) JOIN review v USING (review_id) WHERE v.ref = '${rows[0][0]}'`), "Lea Lead");
	assert.equal(await one(`SELECT COUNT(*) FROM review v JOIN contract c USING (contract_id) WHERE c.ref = '${far}'`), "0");
	await declare(it, rows[0][0], lead.email);
	await lead.submit(await lead.get(`/reviews/${rows[0][0]}/cancel`), { why: "Not this year" });
	await it.soundings(["jobs"]);
	assert.equal(await one(`SELECT COUNT(*) FROM review v JOIN contract c USING (contract_id) WHERE c.ref = '${near}'`), "2", "not again");
});

test("value for money: what one outcome cost, by period, and beside contracts with the same aim", async () => {
	await it.sql("INSERT IGNORE INTO contract_aim (name) VALUES ('Review test aim')");
	const aim_id = { sql: "(SELECT a.aim_id FROM contract_aim a WHERE a.name = 'Review test aim')" }, kpis = [{ name: "People called", unit: "number", target: 10000, outcome: 1 }];
	const both = [];
	for (const [service, people, spend] of [["Calls by volunteers", 40000, 1000000], ["Calls by staff", 20000, null]]) {
		const of = await contract(it, { organisation: charity, service, aim_id, kpis, values: { 2025: 4800000, 2026: 4800000 } });
		both.push(of);
		await it.sql(`INSERT INTO monitoring_return (ref, contract_id, organisation_id, starts_on, ends_on, due_on, state, state_at, version, sent_at, spend)
			SELECT '${rowRef()}', contract_id, organisation_id, '2026-07-01', '2026-09-30', '2026-10-20', 'accepted', UTC_TIMESTAMP(), 1, '2026-10-25', ${spend} FROM contract WHERE ref = '${of}'`);
		await it.sql(`INSERT INTO monitoring_value (return_id, kpi_id, value, target, better, amber, rag) SELECT m.return_id, k.kpi_id, ${people}, 10000, 'high', 10, 'green'
			FROM monitoring_return m JOIN contract c USING (contract_id) JOIN contract_kpi k USING (contract_id) WHERE c.ref = '${of}'`);
	}
	const page = words((await lead.get(`/reviews/${await moderated({}, both[0])}/moderate`)).text);
	assert.match(page, /People called Until Money Outcomes For one 30 Sept? £10,000 400 £25/);
	assert.match(page, /This one : Calls by volunteers .* £10,000 400 £25 Calls by staff .* £12,000 200 £60/);
	const score_page = words((await lead.get(`/reviews/${await begun({}, both[1])}/score`)).text);
	assert.match(score_page, /1 of the last 1 was late/);
	assert.match(score_page, /People called .* 200 at least 100 Green/);
});
const rowRef = () => { const letters = "23456789BCDFGHJKMNPQRSTVWXZ", word = () => Array.from(randomBytes(4), (byte) => letters[byte % letters.length]).join(""); return `${word()}-${word()}`; };
