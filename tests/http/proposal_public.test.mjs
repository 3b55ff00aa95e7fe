// proposal_public.test.mjs: what everybody may read of proposals: the hub, its search and feed, a proposal's page in every state, print, other
// words, documents, what came of it; and that hostile texts stay texts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { quote, store } from "../lib/contracts.mjs";
import { Client } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { newRef } from "../lib/incidents.mjs";
import { closed, document, proposal, proposalId, response, responseId, theme, themeId } from "../lib/proposals.mjs";
import { text } from "../lib/surveys.mjs";

let it, client;
before(async () => { it = await sharedInstance(); client = new Client(it.publicUrl); });
after(() => it.release());

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{TITLE}} ${7*7} %s";
const who = { sql: "(SELECT MIN(m.person_id) FROM person m)" };

/** As a browser would understand it: nothing of a hostile text became an element. */
const stays = (page) => {
	assert.doesNotMatch(page.text, /<script>alert|<img src=x/);
	assert.match(page.text, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
};

test("the hub: open, coming, closed; a draft is nowhere; search by words", async () => {
	const word = `Wxyz${process.pid.toString(36)}`;
	const open = await proposal(it, { title: `${word} open`, closes_on: day(0) }), coming = await proposal(it, { title: `${word} coming`, opens_on: day(5), closes_on: day(30) });
	const over = await proposal(it, { title: `${word} closed`, ...closed }), draft = await proposal(it, { title: `${word} draft`, state: "draft" });
	const page = await client.get(`/p?q=${word}`);
	assert.equal(page.status, 200);
	assert.match(text(page), /Open now .* open .*Open until.* Opening soon .* coming .*Opens on.* Closed .* closed .*Closed on/);
	for (const { slug } of [open, coming, over])
		assert.ok(page.text.includes(`href="/p/${slug}"`));
	assert.ok(!page.text.includes(draft.slug));
	assert.equal((await client.get(`/p/${draft.slug}`)).status, 404);
	assert.match(text(await client.get(`/p?q=${word}+coming`)), /coming/);
	assert.doesNotMatch(text(await client.get(`/p?q=${word}+coming`)), / closed /);
	assert.match(text(await client.get(`/p?q=${word}+100%25`)), /No proposal has all these words/);
	const nothing = await client.get(`/p?q=${encodeURIComponent(hostile)}`);
	assert.doesNotMatch(nothing.text, /<script>alert/);
	assert.ok((await client.get("/")).text.includes(`href="/p/${open.slug}"`), "on the first page");
	assert.ok(!(await client.get("/")).text.includes(`href="/p/${over.slug}"`));
});

test("the feed is well-formed and has what is published", async () => {
	const { slug } = await proposal(it, { title: `A & B <c> ${hostile}` });
	const feed = await client.get("/p.atom");
	assert.equal(feed.headers.get("content-type"), "application/atom+xml; charset=utf-8");
	assert.ok(feed.text.includes(`/p/${slug}</id>`));
	assert.doesNotMatch(feed.text, /<script>/);
	// Who follows it hears of results, and of what came of it.
	const entry = async () => new RegExp(`/p/${slug}</id>[^]*?</entry>`).exec((await client.get("/p.atom")).text)[0];
	assert.match(await entry(), /<published>(.+)<\/published>\s*<updated>\1<\/updated>\s*<summary>What is/);
	for (const [column, words] of [["results_at", "What people told us is published. "], ["decided_at", "What came of it is published. "]]) {
		await it.sql(`UPDATE proposal SET results = '{}', ${column} = published_at + INTERVAL ${column === "results_at" ? 1 : 2} DAY WHERE slug = '${slug}'`);
		assert.doesNotMatch(await entry(), /<published>(.+)<\/published>\s*<updated>\1</);
		assert.ok((await entry()).includes(`<summary>${words}What is`), await entry());
	}
	await it.sql(`UPDATE proposal SET results = NULL, results_at = NULL, decided_at = NULL WHERE slug = '${slug}'`);
});

test("a page in every state says what can be done", async () => {
	const open = await proposal(it), coming = await proposal(it, { opens_on: day(5), closes_on: day(30) }), over = await proposal(it, closed);
	const groups = await proposal(it, { audience: "groups", groups: [["GPs", 10]] });
	const gone = await proposal(it, { state: "withdrawn", withdrawn_why: `We have no money. ${hostile}` });
	const page = async ({ slug }) => client.get(`/p/${slug}`);
	assert.match((await page(open)).text, new RegExp(`href="/p/${open.slug}/answer/1"`));
	assert.match(text(await page(open)), /Open until the end of .* Who decides The governing body .* What we propose .* What happens to your response/);
	assert.match((await page(open)).text, /To do it <strong>together<\/strong>/);
	for (const one of [coming, over, groups, gone])
		assert.ok(!(await page(one)).text.includes("/answer/1"), one.slug);
	assert.match(text(await page(coming)), /You can answer from .* Please come back/);
	assert.match(text(await page(over)), /It closed on .* You could answer from/);
	assert.doesNotMatch(text(await page(over)), /You can answer/);
	assert.match(text(await page(groups)), /each was sent a link of its own/);
	assert.match(text(await page(gone)), /We have withdrawn this proposal We have no money/);
	stays(await page(gone));
	for (const [one, words] of [[coming, /not open yet/], [over, /has closed/], [groups, /your group’s link/], [gone, /was withdrawn/]]) {
		const shut = await client.get(`/p/${one.slug}/answer/1`);
		assert.equal(shut.status, 200);
		assert.match(text(shut), words);
	}
	assert.equal((await client.get(`/p/${open.slug}/decided`)).status, 404);
	assert.equal((await client.get("/p/there-is-none")).status, 404);
});

test("every text of a proposal stays text, on its page, printed, in other words, and in what came of it", async () => {
	const md = `Hello **there**\n\n${hostile}\n\n[x](javascript:alert(1))`;
	const one = await proposal(it, { ...closed, title: `T ${hostile}`.slice(0, 200), summary: hostile, happens: md, equality: md, decides: hostile,
		sections: [[hostile.slice(0, 150), md]] });
	const to = proposalId(one.ref), about = await theme(it, one.ref, hostile.slice(0, 140));
	await store(it, "proposal_text", { proposal_id: to, code: "easy-read", title: `Easy ${hostile}`, body: md });
	await store(it, "proposal_text", { proposal_id: to, code: "ur", title: "اردو", body: `خلاصہ\n\n${hostile}` });
	await store(it, "proposal_change", { proposal_id: to, at: { sql: "UTC_TIMESTAMP()" }, person_id: who, text: `Put right: ${hostile}` });
	const asked = await response(it, one.ref, { asks: "How much?" });
	await store(it, "proposal_answer", { response_id: responseId(asked.ref), proposal_id: to, question: `How much? ${hostile}`, answer: `This much. ${hostile}`, public: 1,
		answered_at: { sql: "UTC_TIMESTAMP()" }, person_id: who });
	const secret = await response(it, one.ref, { asks: "Private?" });
	await store(it, "proposal_answer", { response_id: responseId(secret.ref), proposal_id: to, question: "", answer: "Only for them", public: 0,
		answered_at: { sql: "UTC_TIMESTAMP()" }, person_id: who });
	await store(it, "proposal_outcome", { ref: newRef(), submission: { sql: "RANDOM_BYTES(16)" }, proposal_id: to, theme_id: themeId(about), position: 1, said: hostile,
		did: "not_doing", what: hostile, why: `Because ${hostile}`, progress: hostile, owner: hostile.slice(0, 150), due_on: day(30), changed_at: { sql: "UTC_TIMESTAMP()" } });
	assert.equal((await client.get(`/p/${one.slug}/decided`)).status, 404, "not published yet");
	await it.sql(`UPDATE proposal SET decided_at = UTC_TIMESTAMP() WHERE ref = ${quote(one.ref)}`);
	const at = (path) => client.get(`/p/${one.slug}${path}`);
	for (const path of ["", "/print", "/text/easy-read", "/text/ur", "/decided"]) {
		const page = await at(path);
		assert.equal(page.status, 200, path);
		stays(page);
		assert.doesNotMatch(page.text, /href="javascript:/, path);
		assert.doesNotMatch(page.text, /Only for them/);
	}
	assert.match((await at("/text/ur")).text, /<div lang="ur" dir="rtl">/);
	assert.match((await at("")).text, /lang="ur" dir="rtl"/);
	assert.match((await at("/text/easy-read")).text, /<div lang="en-GB" dir="ltr">/);
	assert.equal((await at("/text/pl")).status, 404);
	assert.match(text(await at("")), /Questions that people asked How much\? .* Changed since it was published .* Put right/);
	assert.match(text(await at("")), /We asked, you said, we did/);
	assert.match(text(await at("/decided")), /You said .* We did We are not doing this .* Why: Because/);
	stays(await client.get("/p?q=onerror"));
});

test("documents: a download of what is published, and of nothing else", async () => {
	const one = await proposal(it), draft = await proposal(it, { state: "draft" });
	const add = ({ ref }, columns = {}) => document(it, ref, { title: `Doc ${hostile}`, ...columns });
	const ours = await add(one), hidden = await add(draft), removed = await add(one, { removed_at: { sql: "UTC_TIMESTAMP()" } });
	const page = await client.get(`/p/${one.slug}`);
	stays(page);
	assert.ok(page.text.includes(`/files/${ours}`) && !page.text.includes(removed));
	const answer = await client.get(`/p/${one.slug}/files/${ours}`);
	assert.equal(answer.status, 200);
	assert.equal(answer.text, "0123456789");
	assert.match(answer.headers.get("content-disposition"), /^attachment;.*plan\.pdf/);
	for (const [slug, file] of [[one.slug, hidden], [one.slug, removed], [draft.slug, hidden], [one.slug, "x"]])
		assert.equal((await client.get(`/p/${slug}/files/${file}`)).status, 404);
});

test("what people told us: what was frozen, once it is published", async () => {
	const one = await proposal(it, closed), page = () => client.get(`/p/${one.slug}/results`);
	assert.equal((await page()).status, 404);
	assert.ok(!(await client.get(`/p/${one.slug}`)).text.includes("/results\""));
	const none = Array.from({ length: 7 }, () => 0), said = { n: 12, stance: [7, 5, 0], points: [8, ...none.slice(1)] };
	const results = { n: 12, stances: ["In favour", "Against", "I do not know"], all: said, themes: [], questions: [], sources: [], apart: [], campaigns: [],
		groups: [{ ref: newRef(), name: `G ${hostile}`, ...said, quotes: [{ point: 0, text: `Said ${hostile}`, by: `By ${hostile}` }] }] };
	await it.sql(`UPDATE proposal SET results = ${quote(JSON.stringify(results))}, results_at = UTC_TIMESTAMP() WHERE ref = ${quote(one.ref)}`);
	const shown = await page();
	assert.equal(shown.status, 200);
	assert.match(text(shown), /What people told us .*In favour .*12/);
	stays(shown);
	assert.ok(!shown.text.includes("/proposals/"), "no link of staff");
	assert.match((await client.get(`/p/${one.slug}`)).text, new RegExp(`href="/p/${one.slug}/results"`));
});
