// visit.test.mjs: promise 2 and the visit without a browser: sent again, changed and sent again, a day later, after closing, a new version.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, forms } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, fill, publish, stateOf, stored, text, visit } from "../lib/surveys.mjs";

let it;
before(async () => { it = await sharedInstance(); });
after(() => it.release());

const onePage = () => definition({ settings: { one_page: true, check_answers: false } });
/** A POST that would send a whole response. */
async function ready(slug, words = "once") {
	const client = new Client(it.publicUrl), page = await client.get(`/s/${slug}/1`);
	return { client, body: [["state", stateOf(page)], ["stance", "for"], ["words", words], ["go", "on"]] };
}
const reference = (page) => /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(page.text)?.[0];

test("the same POST 100 times at once: one row, the same confirmation", async () => {
	const slug = await publish(it, onePage()), { client, body } = await ready(slug);
	const answers = await Promise.all(Array.from({ length: 100 }, () => client.post(`/s/${slug}/1`, body)));
	assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
	const pages = await Promise.all(answers.map(({ location }) => client.get(location)));
	assert.equal(new Set(pages.map(reference)).size, 1);
	assert.ok(reference(pages[0]));
	assert.equal(new Set(pages.map((page) => text(page))).size, 1, "nobody is told of a second time");
	assert.deepEqual((await stored(it, slug)).map(({ answers: a }) => a), [{ stance: "for", words: "once" }]);
});

test("the same POST 100 times one after another: the same", async () => {
	const slug = await publish(it, onePage()), { client, body } = await ready(slug), seen = new Set();
	for (let i = 0; i < 100; i++) {
		const answer = await client.post(`/s/${slug}/1`, body);
		assert.equal(answer.status, 303);
		seen.add(text(await client.get(answer.location)));
	}
	assert.equal(seen.size, 1);
	assert.equal((await stored(it, slug)).length, 1);
});

test("control: two visits are two rows, equal as they may be", async () => {
	const slug = await publish(it, onePage());
	for (let i = 0; i < 2; i++) {
		const { client, body } = await ready(slug);
		assert.equal((await client.post(`/s/${slug}/1`, body)).status, 303);
	}
	assert.equal((await stored(it, slug)).length, 2);
});

test("changed and sent again: the first stands, and the page says so", async () => {
	const slug = await publish(it, onePage()), { client, body } = await ready(slug);
	const first = await client.get((await client.post(`/s/${slug}/1`, body)).location);
	const changed = body.map(([name, value]) => [name, name === "words" ? "something else" : value]);
	const second = await client.get((await client.post(`/s/${slug}/1`, changed)).location);
	assert.match(text(second), /already sent/);
	assert.doesNotMatch(text(first), /already sent/);
	assert.equal(reference(second), reference(first));
	assert.deepEqual((await stored(it, slug)).map(({ answers }) => answers.words), ["once"]);
});

test("through check answers: Change, Back, conditional question, and what is not due is not stored", async () => {
	const slug = await publish(it), client = new Client(it.publicUrl);
	let page = await fill(client, await client.get(`/s/${slug}/1`), { stance: "against", words: "first words" });
	assert.match(text(page), /Why against\?/);
	page = await fill(client, page, { reason: "because", visits: "1,200" });
	assert.equal(page.status, 422);
	assert.ok(page.text.includes("1,200") && page.text.includes("because"), "typed text is kept");
	page = await fill(client, page, { visits: " 12 ", ticks: ["a", "b"] }, "back");
	assert.ok(page.text.includes("first words"), "our Back keeps what was typed");
	page = await fill(client, page);
	assert.ok(page.text.includes("because") && page.text.includes("12"), "and what was typed where we went back from");
	page = await fill(client, page);
	assert.match(text(page), /Check your answers.*Against.*first words.*because.*12/);
	page = await fill(client, page, {}, "1");
	assert.match(page.text, /value="against" checked/);
	page = await fill(client, page, { stance: "for" });
	assert.match(text(page), /Check your answers.*In favour/);
	assert.doesNotMatch(text(page), /because/);
	page = await fill(client, page);
	assert.equal(page.status, 303);
	assert.deepEqual((await stored(it, slug)).map(({ answers }) => answers),
		[{ stance: "for", words: "first words", visits: 12, ticks: ["a", "b"] }]);
});

test("a changed answer that makes a question due brings the respondent to it before checking", async () => {
	const slug = await publish(it, definition({ pages: [
		...definition().pages.slice(0, 1),
		{ title: "Only against", questions: [{ code: "reason", type: "short_text", label: "Why against?", required: true,
			when: { question: "stance", option: "against" } }] },
	] })), client = new Client(it.publicUrl);
	let page = await fill(client, await client.get(`/s/${slug}/1`), { stance: "for" });
	assert.match(text(page), /Check your answers/);
	page = await fill(client, await fill(client, page, {}, "1"), { stance: "against" });
	assert.match(text(page), /Why against\?/);
	assert.equal((await fill(client, page)).status, 422);
	page = await fill(client, page, { reason: "so" });
	assert.match(text(page), /Check your answers.*so/);
	assert.equal((await fill(client, page)).status, 303);
	assert.deepEqual((await stored(it, slug)).map(({ answers }) => answers), [{ stance: "against", reason: "so" }]);
});

test("sending from a page that was skipped to shows the first slip instead", async () => {
	const slug = await publish(it), client = new Client(it.publicUrl);
	const first = await client.get(`/s/${slug}/1`);
	const answer = await client.post(`/s/${slug}/check`, { state: stateOf(first), go: "on" });
	assert.equal(answer.status, 422);
	assert.match(text(answer), /There is a problem/);
	assert.equal((await stored(it, slug)).length, 0);
});

test("a survey of kind and date: only the week or the month is kept", async () => {
	const slug = await publish(it);
	await visit(it, slug, { stance: "for" });
	const [row] = await stored(it, slug), today = new Date(), monday = new Date(`${row.received}T00:00:00Z`);
	assert.equal(monday.getUTCDay(), 1);
	assert.ok(today - monday >= -3_600_000 && today - monday < 8 * 86_400_000);
});

test("closing in between: a day of grace for who had begun, kind words afterwards", async () => {
	const slug = await publish(it, onePage()), early = await ready(slug, "in grace"), late = await ready(slug, "too late");
	const set = async (opens, closes) => {
		await it.sql(`UPDATE survey SET opens_at = ${opens}, closes_at = ${closes} WHERE slug = '${slug}'`);
		await sleep(1200); // a worker asks once a second
	};
	await set("NULL", "UTC_TIMESTAMP() + INTERVAL 1 SECOND");
	const page = await early.client.get(`/s/${slug}`);
	assert.match(text(page), /This survey has closed.*closed on/);
	assert.equal(page.status, 200);
	assert.match(text(await early.client.get(`/s/${slug}/1`)), /has closed/);
	const sent = await early.client.post(`/s/${slug}/1`, early.body);
	assert.equal(sent.status, 303, text(sent));
	await set("NULL", "UTC_TIMESTAMP() - INTERVAL 25 HOUR");
	const refused = await late.client.post(`/s/${slug}/1`, late.body);
	assert.match(text(refused), /has closed/);
	// Who sent within the grace and sends again, afterwards, is not stored twice either.
	await early.client.post(`/s/${slug}/1`, early.body);
	assert.deepEqual((await stored(it, slug)).map(({ answers }) => answers.words), ["in grace"]);
	await set("UTC_TIMESTAMP() + INTERVAL 2 DAY", "NULL");
	const soon = await late.client.get(`/s/${slug}`);
	assert.match(text(soon), /not open yet.*opens on/);
	assert.match(text(await late.client.post(`/s/${slug}/1`, late.body)), /not open yet/);
	assert.equal((await stored(it, slug)).length, 1);
	assert.ok(!(await late.client.get("/")).text.includes(slug), "the front page lists what is open");
});

test("who began an earlier version finishes it", async () => {
	const survey = onePage(), slug = await publish(it, survey), { client, body } = await ready(slug, "of version 1");
	survey.pages[0].questions.push({ code: "added", type: "yes_no", label: "Added later?", required: true });
	await publish(it, survey);
	await sleep(1200);
	assert.match(text(await client.get(`/s/${slug}/1`)), /Added later/);
	assert.equal((await client.post(`/s/${slug}/1`, body)).status, 303);
	assert.deepEqual((await stored(it, slug)).map(({ version, answers }) => [version, answers.words]), [[1, "of version 1"]]);
});

test("a page left for a day still sends: no session, no clock in the form", async () => {
	// Nothing on the server remembers a visit: the workers are all new, and the form is as old as it is.
	const slug = await publish(it, onePage()), { client, body } = await ready(slug, "left for a day");
	const before = it.workers("public");
	before.forEach((pid) => process.kill(pid, "SIGTERM"));
	for (let i = 0; i < 100 && (it.workers("public").length < 2 || it.workers("public").some((pid) => before.includes(pid))); i++)
		await sleep(50);
	assert.equal((await client.post(`/s/${slug}/1`, body)).status, 303);
	assert.equal((await stored(it, slug)).length, 1);
});

test("the confirmation can be opened again and again, without storing anything; its buttons go nowhere wrong", async () => {
	const slug = await publish(it), page = await visit(it, slug, { stance: "for" });
	assert.match(text(page), /Thank you/);
	for (let i = 0; i < 3; i++)
		assert.equal((await new Client(it.publicUrl).get(page.address)).status, 200);
	assert.equal(forms(page.text).length, 0);
	assert.equal((await stored(it, slug)).length, 1);
});

test("what was typed to a question that is not due any more comes back when it is due again", async () => {
	const slug = await publish(it), client = new Client(it.publicUrl);
	let page = await fill(client, await client.get(`/s/${slug}/1`), { stance: "against" });
	assert.equal(forms(page.text)[0].action, `/s/${slug}/2`);
	page = await fill(client, page, { reason: "because", visits: "3" }, "back");
	page = await fill(client, page, { stance: "for" });
	assert.doesNotMatch(page.text, /name="reason"/);
	page = await fill(client, page, { visits: "4" }, "back");
	page = await fill(client, page, { stance: "against" });
	assert.match(page.text, /name="reason"[^>]* value="because"/);
	assert.match(page.text, /name="visits"[^>]* value="4"/);
});
