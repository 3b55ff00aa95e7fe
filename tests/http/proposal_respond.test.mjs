// proposal_respond.test.mjs: a proposal is answered: page by page, once, for a group, changed, withdrawn, after closing; and who wants hears of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, points, respond, responses } from "../lib/answers.mjs";
import { blake } from "../lib/blake.mjs";
import { quote } from "../lib/contracts.mjs";
import { Client } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { mailTo } from "../lib/mail.mjs";
import { closed, groupId, proposal, proposalId, responseId } from "../lib/proposals.mjs";
import { fill, names, stateOf, text } from "../lib/surveys.mjs";

let it;
before(async () => { it = await sharedInstance(); });
after(() => it.release());

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const own = JSON.stringify({ pages: [{ title: "About the opening times", questions: [
	{ code: "stance", type: "radios", label: "Evenings or mornings?", required: true, options: [{ code: "evening", label: "Evenings" }, { code: "morning", label: "Mornings" }] },
	{ code: "which", type: "short_text", label: "Which evening?", when: { question: "stance", option: "evening" } },
] }] });
const set = (one, columns) => it.sql(`UPDATE proposal SET ${columns} WHERE ref = ${quote(one.ref)}`);

test("a whole answer: stance, gains, concerns, own questions, words, who; then what is stored", async () => {
	const one = await proposal(it, { form: own, groups: [["GPs", 10], ["Carers", null]], in_favour: "Yes, do it", sections: [["Where", "Here."], ["When", "Soon."]] });
	const client = new Client(it.publicUrl);
	let page = await client.get(`/p/${one.slug}/answer/1`);
	assert.match(text(page), /What do you think of this proposal\? Yes, do it Against I do not know/);
	assert.doesNotMatch(text(page), /page 1 of/);
	page = await fill(client, page);
	assert.equal(page.status, 422);
	assert.match(text(page), /Choose what you think of this proposal/);
	page = await fill(client, page, { stance: "in_favour" });
	assert.match(text(page), /Gains What would get better, and for whom\?/);
	page = await fill(client, page, { gain_1: "Shorter ways", gain_1_grade: "high", gain_1_section: one.sections[0], gain_1_more: "yes" });
	assert.match(text(page), /Another gain \(2\)/);
	page = await fill(client, page, { gain_2: "Longer hours", gain_2_grade: "medium" });
	assert.match(text(page), /Concerns What could get worse, and for whom\?/);
	page = await fill(client, page, { concern_1: "Too few staff", concern_1_section: one.sections[1] });
	assert.match(text(page), /About the opening times Evenings or mornings\?/);
	page = await fill(client, page, { own_stance: "evening", own_which: "Tuesdays" });
	page = await fill(client, page, { comment: "Go on!", asks: "How much does it cost?" });
	assert.match(text(page), /Which of these do you speak for\? GPs .*Carers .*None of these/);
	page = await fill(client, page, { group: one.groups.Carers, capacity: "organisation" });
	assert.equal(page.status, 422);
	assert.match(text(page), /Enter the name of the organisation/);
	page = await fill(client, page, { organisation: "Carers Together" });
	page = await fill(client, page, { publication: "name", name: "Ann Carer" });
	page = await fill(client, page, { wants: "outcome" });
	assert.equal(page.status, 422);
	assert.match(text(page), /Enter your email address, or untick/);
	page = await fill(client, page, { email: "ann@test.example", wants: undefined });
	assert.match(text(page), /Choose what to send you, or leave out/);
	page = await fill(client, page, { wants: ["copy", "outcome"] });
	assert.match(text(page), /Check your answers before sending .*Yes, do it .*Gain 1 Shorter ways .*Where .*Gain 2 Longer hours .*Too few staff .*Evenings .*Tuesdays .*Go on! .*Carers Together .*Ann Carer/);
	assert.doesNotMatch(text(page), /Do you want to add another/);
	assert.match(text(page), /Gain 1 Shorter ways Graded: High About: Where Change Gain 1 Gain 2 Longer hours Graded: Medium Change Gain 2 Concern 1 Too few staff About: When Change Concern 1/,
		"a gain and what belongs to it: one row, and one way to change it");
	assert.equal((await responses(it, one)).length, 0);
	page = await fill(client, page);
	assert.equal(page.status, 303);
	const sent = await client.get(page.location), [row] = await responses(it, one);
	assert.match(text(sent), /Thank you We have your answers Your reference/);
	assert.ok(text(sent).includes(row.ref));
	assert.equal(sent.headers.get("cache-control"), "no-store");
	assert.match(sent.headers.get("x-robots-tag"), /noindex/);
	assert.deepEqual({ ...row, id: 0, ref: 0, received: 0, group: 0 }, { id: 0, ref: 0, received: 0, group: 0, stance: "in_favour", by_link: 0, capacity: "organisation",
		organisation: "Carers Together", name: "Ann Carer", publication: "name", asks: "How much does it cost?", answers: JSON.stringify({ stance: "evening", which: "Tuesdays" }),
		late: 0, replaces: null, withdrawn: 0 });
	assert.equal(new Date(`${row.received}T00:00Z`).getUTCDay(), 1);
	assert.deepEqual(await points(it, one), [
		{ kind: "gain", grade: "high", section: one.sections[0], text: "Shorter ways" }, { kind: "gain", grade: "medium", section: null, text: "Longer hours" },
		{ kind: "concern", grade: null, section: one.sections[1], text: "Too few staff" }, { kind: "comment", grade: null, section: null, text: "Go on!" }]);
	const [[email, wants, link]] = await it.sql(`SELECT email, wants, link IS NOT NULL FROM proposal_contact WHERE response_id = ${row.id}`);
	assert.deepEqual([email, wants, link], ["ann@test.example", "copy,outcome", "1"]);
});

test("the same POST 100 times at once: one row, one private link; with other answers the first stand", async () => {
	const one = await proposal(it), client = new Client(it.publicUrl);
	const check = await answer(client, await client.get(`/p/${one.slug}/answer/1`), { comment: "once", email: "a@test.example", wants: "copy" });
	const body = { state: stateOf(check), go: "on" }, answers = await Promise.all(Array.from({ length: 100 }, () => client.post(`/p/${one.slug}/answer/check`, body)));
	assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
	const pages = await Promise.all(answers.slice(0, 20).map(({ location }) => client.get(location)));
	assert.equal(new Set(pages.map((page) => text(page))).size, 1);
	assert.equal((await responses(it, one)).length, 1);
	assert.equal((await points(it, one)).length, 1);
	assert.deepEqual(await it.sql(`SELECT COUNT(*) FROM proposal_contact WHERE proposal_id = ${proposalId(one.ref).sql}`), [["1"]]);
	let page = await fill(client, check, {}, "back");
	while (!names(page).has("comment"))
		page = await fill(client, page, {}, "back");
	page = await fill(client, await answer(client, page, { comment: "twice" }));
	assert.match(text(await client.get(page.location)), /You had already sent this form once/);
	assert.deepEqual((await points(it, one)).map((point) => point.text), ["once"]);
});

test("by the private link: read, changed, and the version before is replaced; a second device hears of it and loses nothing", async () => {
	const one = await proposal(it), { link, client } = await respond(it, one.slug, { stance: "against", comment: "My first words", email: "b@test.example", wants: "outcome" });
	const mine = await client.get(link);
	assert.equal(mine.status, 200);
	assert.equal(mine.headers.get("cache-control"), "no-store");
	assert.match(text(mine), /What you told us .* Against .* My first words/);
	assert.ok(!mine.text.includes("b@test.example"), "the address is kept apart");
	assert.equal((await client.get(`${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`)).status, 404);
	const change = (page, device) => device.submit(page);
	const first = await change(mine, client), other = new Client(it.publicUrl), second = await change(await other.get(link), other);
	const edit = async (device, page, words) => {
		page = await fill(device, page, {}, "back");
		while (!names(page).has("comment"))
			page = await fill(device, page, {}, "back");
		return fill(device, await answer(device, page, { comment: words, stance: "against" }));
	};
	const changed = await edit(client, first, "My second words");
	assert.match(text(await client.get(changed.location)), /changed answers/);
	const refused = await edit(other, second, "Words of the other device");
	assert.equal(refused.status, 422);
	assert.match(text(refused), /changed meanwhile, perhaps on another device.*Words of the other device/);
	assert.equal((await responses(it, one)).length, 2);
	assert.match(text(await client.get(link)), /My second words/);
	const over = await fill(other, refused);
	assert.equal(over.status, 303);
	const rows = await responses(it, one);
	assert.equal(rows.length, 3);
	assert.equal(rows.filter(({ replaces }) => replaces === null).length, 1);
	assert.match(text(await client.get(link)), /Words of the other device/);
	// A change that is sent again is the same change.
	await other.post(`/p/${one.slug}/answer/check`, { state: stateOf(refused), go: "on" });
	assert.equal((await responses(it, one)).length, 3);
});

test("withdrawn: asked first, once, and it counts no more", async () => {
	const one = await proposal(it), { link, client } = await respond(it, one.slug, { stance: "unsure", comment: "Forget this" });
	const mine = await client.get(link), asked = await client.post(`${link}/withdraw`, { state: stateOf(mine) });
	assert.match(text(asked), /Withdraw what you told us\? .*Keep them/);
	assert.equal((await responses(it, one)).length, 1);
	for (let i = 0; i < 3; i++)
		assert.equal((await client.post(`${link}/withdraw`, { state: stateOf(asked), sure: "yes" })).status, 303);
	const rows = await responses(it, one);
	assert.deepEqual(rows.map(({ withdrawn, stance }) => [withdrawn, stance]), [[0, "unsure"], [1, "unsure"]]);
	const page = await client.get(link);
	assert.match(text(page), /You withdrew what you told us/);
	assert.doesNotMatch(page.text, /Forget this|\/change"/);
	assert.equal((await client.post(`${link}/change`, { state: stateOf(mine) })).status, 303);
	assert.equal((await client.post(`${link}/change`, {})).status, 400);
});

test("withdrawn stays withdrawn: a page of before, on another device, does not bring it back", async () => {
	const one = await proposal(it), { link, client } = await respond(it, one.slug, { comment: "Forget this" }), other = new Client(it.publicUrl);
	const change = await other.submit(await other.get(link)), asked = await client.post(`${link}/withdraw`, { state: stateOf(await client.get(link)) });
	assert.equal((await client.post(`${link}/withdraw`, { state: stateOf(asked), sure: "yes" })).status, 303);
	let page = change;
	for (let i = 0; i < 3; i++) {
		page = await fill(other, page);
		assert.equal(page.status, 422);
		assert.match(text(page), /You withdrew what you told us.*nothing takes its place.*Forget this/);
	}
	assert.deepEqual((await responses(it, one)).map(({ withdrawn }) => withdrawn), [0, 1]);
});

test("closing in between: a day of grace, not late; afterwards kind words, and no change", async () => {
	const one = await proposal(it), client = new Client(it.publicUrl);
	const check = await answer(client, await client.get(`/p/${one.slug}/answer/1`), { comment: "in grace" });
	const late = await answer(client, await client.get(`/p/${one.slug}/answer/1`), { comment: "too late" });
	// The day begins anew at midnight, so that who is asked at that moment closes a day earlier than meant: both are before today.
	await set(one, `closes_on = ${quote(day(-1))}`);
	assert.match(text(await client.get(`/p/${one.slug}/answer/1`)), /closed on/);
	// They began today, after it closed: their pages are of before.
	assert.match(text(await fill(client, late)), /It has closed .* takes no more answers/);
	assert.equal((await responses(it, one)).length, 0);
	await set(one, `closes_on = ${quote(day(0))}`);
	const posted = await fill(client, check);
	assert.equal(posted.status, 303);
	const link = /href="(\/p\/[^"]+\/mine\/[^"]+)"/.exec((await client.get(posted.location)).text)[1];
	await set(one, `opens_on = ${quote(closed.opens_on)}, closes_on = ${quote(closed.closes_on)}`);
	const mine = await client.get(link);
	assert.match(text(mine), /in grace .* takes no more answers/);
	assert.doesNotMatch(mine.text, /\/change"/);
	assert.equal((await client.post(`${link}/change`, { state: "x" })).status, 400);
	assert.deepEqual((await responses(it, one)).map(({ late: after_closing }) => after_closing), [0]);
	await set(one, "state = 'withdrawn', withdrawn_why = 'No money'");
	assert.match(text(await fill(client, late)), /was withdrawn/);
});

test("a group's link: its group is fixed, and nothing else says who it was; without it a proposal for groups is not answered", async () => {
	const one = await proposal(it, { audience: "groups", groups: [["GPs", 10], ["Carers", null]] }), token = `T0ken-${one.slug}`;
	await it.sql(`UPDATE proposal_group SET token_hash = UNHEX('${blake(token)}') WHERE proposal_id = ${proposalId(one.ref).sql} AND group_id = ${groupId(one.groups.GPs).sql}`);
	const client = new Client(it.publicUrl), page = await client.get(`/p/${one.slug}/from/${token}`);
	assert.equal(page.status, 200);
	assert.equal(page.headers.get("set-cookie"), null);
	assert.equal(page.headers.get("cache-control"), "no-store", "its address lets whoever has it answer");
	assert.match(page.headers.get("x-robots-tag"), /noindex/);
	assert.match(text(page), /you answer for this group: GPs/);
	const { sent, check, link } = await respond(it, one.slug, { comment: "From a GP" }, client, await client.submit(page));
	assert.match(text(sent), /We have your answers/);
	assert.doesNotMatch(check.text, /name="group"|Who you speak for/);
	const [[group, by_link]] = await it.sql(`SELECT g.ref, o.by_link FROM proposal_response o JOIN stakeholder_group g USING (group_id) WHERE o.proposal_id = ${proposalId(one.ref).sql}`);
	assert.deepEqual([group, by_link], [one.groups.GPs, "1"]);
	assert.equal((await client.get(`/p/${one.slug}/from/other`)).status, 404);
	// Changed through the private link it stays that group's.
	const again = await client.submit(await client.get(link));
	assert.equal((await fill(client, again)).status, 303);
	assert.deepEqual((await responses(it, one)).map((row) => row.by_link), [1, 1]);
	// A visit of another proposal is none of this one.
	const other = await proposal(it), strange = await client.get(`/p/${other.slug}/answer/1`);
	assert.equal((await client.post(`/p/${one.slug}/answer/check`, { state: stateOf(strange), go: "on" })).status, 400);
	assert.match(text(await client.get(`/p/${one.slug}/answer/1`)), /Please use your group’s link/);
});

test("a copy by mail: to who asked, with the private link, once; the link is then forgotten", async () => {
	const one = await proposal(it), address = `copy-${one.slug}@test.example`;
	const { link } = await respond(it, one.slug, { concern_1: "Buses <b>stop</b> at six", concern_1_grade: "medium", email: address, wants: ["copy"] });
	await respond(it, one.slug, { email: `no-${address}`, wants: ["outcome"] });
	for (let i = 0; i < 2; i++)
		assert.equal((await it.soundings(["jobs"])).status, 0);
	const mails = await it.sql(`SELECT recipient, kind, subject FROM mail WHERE recipient LIKE '%${address}'`);
	assert.deepEqual(mails, [[address, "response_copy", "A copy of what you told us"]]);
	const { text: letter } = await mailTo(it, address, { send: false });
	assert.ok(letter.replace(/\r/g, "").includes("\n\nConcern 1\nBuses <b>stop</b> at six\nGraded: Medium\n\n"), letter);
	// Nothing else is to be told to them: their address goes, or its link at least.
	assert.deepEqual(await it.sql(`SELECT 1 FROM proposal_contact WHERE email = ${quote(address)} AND link IS NOT NULL`), []);
	assert.ok(link);
	// Somebody else's address is not written to as often as one likes.
	for (let i = 0; i < 4; i++)
		await respond(it, one.slug, { email: address, wants: ["copy"] });
	await it.soundings(["jobs"]);
	assert.equal((await it.sql(`SELECT 1 FROM mail WHERE recipient = ${quote(address)}`)).length, 3);
	assert.deepEqual(await it.sql(`SELECT COUNT(*) FROM proposal_contact WHERE email = ${quote(address)} AND link IS NOT NULL`), [["0"]]);
});

test("another gain or concern that was left empty is told nowhere; the first one is, so that it can be added", async () => {
	const one = await proposal(it), said = { gain_1: "Shorter ways", gain_1_more: "yes", gain_2_grade: "high", concern_1_more: "yes", concern_2: "Too dear", concern_2_more: "yes" };
	const { check, link, client } = await respond(it, one.slug, said), mine = await client.get(link);
	for (const page of [check, mine]) {
		assert.match(text(page), /Gain 1 Shorter ways .*Concern 1 Not answered .*Concern 2 Too dear/);
		assert.doesNotMatch(text(page), /Gain 2|Concern 3/);
	}
	assert.equal((await points(it, one)).length, 2);
});

test("hostile texts in every field stay text; what is answered to a question is on the private page alone", async () => {
	const hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{TITLE}} %s \u202Eabc 😀";
	const one = await proposal(it, { form: own });
	const { check, sent, link, client } = await respond(it, one.slug, { gain_1: hostile, gain_1_more: "yes", gain_2: hostile, concern_1: hostile, comment: hostile, asks: hostile,
		own_stance: "evening", own_which: hostile, capacity: "organisation", organisation: hostile, publication: "name", name: hostile });
	await it.sql(`INSERT INTO proposal_answer (response_id, proposal_id, answer, answered_at, person_id) SELECT response_id, proposal_id, ${quote(`We say ${hostile.replace("😀", "")}`)}, UTC_TIMESTAMP(),
		(SELECT MIN(person_id) FROM person) FROM proposal_response WHERE proposal_id = ${proposalId(one.ref).sql}`);
	const mine = await client.get(link);
	for (const page of [check, mine]) {
		assert.doesNotMatch(page.text, /<script>alert|<img src=x/);
		assert.match(page.text, /&lt;script&gt;/);
	}
	assert.match(text(mine), /Our answer to your question We say/);
	assert.doesNotMatch((await client.get(`/p/${one.slug}`)).text, /We say|onerror/);
	assert.equal(sent.status, 200);
	assert.equal((await points(it, one)).length, 4);
	const [row] = await responses(it, one);
	assert.ok(responseId(row.ref) && row.asks.includes("<script>"));
});

test("twenty gains and twenty concerns are taken; more than can be sent together is said while nothing is lost", async () => {
	const one = await proposal(it), many = {};
	for (let i = 1; i <= 20; i++)
		Object.assign(many, { [`gain_${i}`]: `Gain number ${i}`, [`gain_${i}_more`]: "yes", [`concern_${i}`]: `Concern number ${i}`, [`concern_${i}_more`]: "yes" });
	const { sent } = await respond(it, one.slug, many);
	assert.match(text(sent), /We have your answers/);
	assert.equal((await points(it, one)).length, 40);
	const client = new Client(it.publicUrl);
	for (let i = 1; i <= 20; i++)
		Object.assign(many, { [`gain_${i}`]: "ä".repeat(1000), [`concern_${i}`]: "ä".repeat(1000) });
	const page = await answer(client, await client.get(`/p/${one.slug}/answer/1`), many);
	assert.equal(page.status, 422);
	assert.match(text(page), /longer together than can be sent/);
});
