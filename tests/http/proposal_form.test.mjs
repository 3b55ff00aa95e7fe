// proposal_form.test.mjs: questions of a proposal's own: an author writes them in the browser, people answer them, and what they said is counted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, decode, forms, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { makeProposal, proposal, response, words } from "../lib/proposals.mjs";
import { fill } from "../lib/surveys.mjs";

let it, author, other, auditor;
before(async () => {
	it = await sharedInstance();
	author = await signIn(it, await it.addUser("author"));
	other = await signIn(it, await it.addUser("author"));
	auditor = await signIn(it, await it.addUser("auditor"));
});
after(() => it.release());

const draft = async () => (await proposal(it, { state: "draft" })).ref;
const form = async (ref) => JSON.parse((await it.sql(`SELECT form FROM proposal WHERE ref = '${ref}'`))[0][0]);
const codes = async (ref) => (await form(ref)).pages.map(({ questions }) => questions.map(({ code }) => code));
const add = async (ref, values) => author.submit(await author.get(`/proposals/${ref}/form/questions/new`), { type: "long_text", required: "no", page_title: "", ...values });
const press = (client, page, ref, name, value) => client.post(`/proposals/${ref}/form`,
	[...forms(page.text).find(({ buttons }) => buttons.some(([button]) => button === name)).fields, [name, value]]);

test("an author writes questions of every kind, on pages, with conditions; the preview has them; once published they stay", async () => {
	const { ref } = await makeProposal(it, { author, publish: false });
	const before = await author.get(`/proposals/${ref}`);
	assert.ok(before.text.includes(`href="/proposals/${ref}/form"`));
	assert.match(words((await author.get(`/proposals/${ref}/form`)).text), /There are no questions yet/);
	assert.match(words((await author.get(`/proposals/${ref}/publish`)).text), /It asks no questions of its own/);
	const fresh = await author.get(`/proposals/${ref}/form/questions/new`);
	assert.match(fresh.text, /value="grid"/);
	assert.doesNotMatch(fresh.text, /value="money"/);
	for (const values of [
		{ type: "radios", label: "Which site?", options: "Hill\nDale", required: "yes", hint: "One of them", page_title: "Sites" },
		{ type: "checkboxes", label: "Which days?", options: "Monday\nTuesday\nFriday", page: "1" },
		{ type: "long_text", label: "Why Hill?", page: "1", when: "q1=o1" },
		{ type: "number", label: "How many miles?", page: "new" },
		{ type: "date", label: "Since when?", page: "2" },
		{ type: "yes_no", label: "By bus?", page: "2" },
		{ type: "grid", label: "How good is it?", options: "Good\nBad", rows: "Parking\nWaiting", page: "2" },
		{ type: "short_text", label: "Anything to add?", max_length: "100", page: "2" }])
		assert.equal((await add(ref, values)).status, 303, values.label);
	assert.deepEqual(await codes(ref), [["q1", "q2", "q3"], ["q4", "q5", "q6", "q7", "q8"]]);
	assert.deepEqual((await form(ref)).pages[1].questions[3], { code: "q7", type: "grid", label: "How good is it?",
		options: [{ code: "o1", label: "Good" }, { code: "o2", label: "Bad" }], rows: [{ code: "o1", label: "Parking" }, { code: "o2", label: "Waiting" }] });
	const list = await author.get(`/proposals/${ref}/form`);
	assert.match(words(list.text), /1\. Sites .*Which site\? .*One of several options, needed .*Why Hill\? .*Several lines of text, asked only sometimes .*2\. Page 2 .*A table/);
	const preview = await auditor.get(`/proposals/${ref}/form/preview`);
	assert.match(words(preview.text), /Sites .*Which site\? .*One of them .*Hill .*Dale .*How good is it\? .*Parking/);
	assert.equal((await auditor.get(`/proposals/${ref}/form`)).status, 403);

	const sure = await author.get(`/proposals/${ref}/publish`);
	assert.match(words(sure.text), /Its own questions \(8\): look at them once more/);
	assert.equal((await author.submit(sure)).status, 303);
	for (const path of ["", "/questions/q1", "/questions/q1/remove", "/questions/new", "/pages/1"])
		assert.equal((await author.get(`/proposals/${ref}/form${path}`)).location, `/proposals/${ref}`, path);
	const was = await form(ref);
	assert.equal((await press(author, list, ref, "down", "q1")).status, 303);
	assert.equal((await author.submit(fresh, { type: "short_text", label: "Too late", required: "no" })).status, 303);
	assert.deepEqual(await form(ref), was);
	assert.ok((await author.get(`/proposals/${ref}`)).text.includes(`href="/proposals/${ref}/form/preview"`));
	assert.equal((await author.get(`/proposals/${ref}/form/preview`)).status, 200);
	assert.match(JSON.stringify(await it.sql(`SELECT detail FROM audit WHERE ref = '${ref}' AND subject = 'proposal' ORDER BY audit_id`)), /questions.*added q8/);
});

test("changed, moved, put on another page, removed; what cannot be is said at its field", async () => {
	const ref = await draft();
	assert.equal((await add(ref, { type: "grid", label: "Table", options: "Only one", rows: "" })).status, 422);
	const few = await add(ref, { type: "grid", label: "Table", options: "A\nB", rows: "" });
	assert.match(words(few.text), /Write the lines of the table/);
	assert.match(words((await add(ref, { type: "radios", label: "Twice", options: "A\nA" })).text), /“A” is there twice/);
	assert.equal((await add(ref, { type: "money", label: "How much?" })).status, 422);
	assert.deepEqual((await form(ref)).pages, []);
	await add(ref, { type: "checkboxes", label: "Which?", options: "Red\nGreen" });
	await add(ref, { label: "Why red?", page: "1", when: "q1=o1" });
	await add(ref, { type: "grid", label: "Table", options: "A\nB", rows: "One\nTwo", page: "1" });
	const list = await author.get(`/proposals/${ref}/form`);
	assert.match(words((await press(author, list, ref, "down", "q1")).text), /hang on the answer to another one/);
	assert.equal((await press(author, list, ref, "up", "q3")).status, 303);
	assert.equal((await press(author, list, ref, "up", "q3")).status, 422); // the page is old by now
	assert.deepEqual(await codes(ref), [["q1", "q3", "q2"]]);
	const table = await author.get(`/proposals/${ref}/form/questions/q3`);
	assert.match(table.text, /<textarea[^>]*name="rows"[^>]*>\s*One\nTwo</);
	assert.equal((await author.submit(table, { rows: "Two\nThree", page: "new", page_title: "More" })).status, 303);
	assert.deepEqual((await form(ref)).pages[1].questions[0].rows, [{ code: "o2", label: "Two" }, { code: "o3", label: "Three" }]);
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/form/questions/q3`), { type: "short_text" })).status, 303);
	assert.deepEqual((await form(ref)).pages[1].questions[0], { code: "q3", type: "short_text", label: "Table" });
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/form/pages/2`), { title: "The end", intro: "Nearly done." })).status, 303);
	assert.equal((await press(author, await author.get(`/proposals/${ref}/form`), ref, "page_up", "2")).status, 303);
	assert.deepEqual(await codes(ref), [["q3"], ["q1", "q2"]]);
	assert.match(words((await author.submit(await author.get(`/proposals/${ref}/form/questions/q1/remove`))).text), /Change that one first/);
	for (const code of ["q2", "q1", "q3"])
		assert.equal((await author.submit(await author.get(`/proposals/${ref}/form/questions/${code}/remove`))).status, 303);
	assert.deepEqual((await form(ref)).pages, []);
	for (const path of ["questions/q9", "questions/q9/remove", "pages/9", "pages/0"])
		assert.equal((await author.get(`/proposals/${ref}/form/${path}`)).status, 404, path);
});

test("so many boxes that nobody could type in a letter are refused", async () => {
	const ref = await draft(), lines = (n) => Array.from({ length: n }, (_, i) => `Line ${i}`).join("\n");
	for (let i = 0; i < 4; i++)
		assert.equal((await add(ref, { type: "checkboxes", label: `Many ${i}`, options: lines(90) })).status, 303);
	const much = await add(ref, { type: "checkboxes", label: "One more", options: lines(90) });
	assert.equal(much.status, 422);
	assert.match(words(much.text), /450 boxes together; 400 are the most/);
});

test("two at the questions of one proposal: nobody's text is lost", async () => {
	const ref = await draft();
	await add(ref, { label: "First?" });
	const [a, b] = [await author.get(`/proposals/${ref}/form/questions/q1`), await other.get(`/proposals/${ref}/form/questions/q1`)];
	assert.equal((await author.submit(a, { label: "First, changed?" })).status, 303);
	const met = await other.submit(b, { label: "First, mine?" });
	assert.equal(met.status, 422);
	assert.match(words(met.text), /Somebody else changed this to “First, changed\?”/);
	assert.equal((await other.submit(met)).status, 303);
	assert.equal((await form(ref)).pages[0].questions[0].label, "First, mine?");
});

test("hostile words stay words, for the author and for who answers", async () => {
	const { ref, slug } = await makeProposal(it, { author, publish: false }), hostile = ["'; DROP TABLE person; --", "<script>alert(1)</script>", "{{CSRF}}", "\"><img src=x onerror=alert(1)>", "%n%s"];
	for (const [i, label] of hostile.entries())
		assert.equal((await add(ref, { type: "grid", label, hint: label, options: `${label}\nB`, rows: `${label} row\nC`, page: "new", page_title: label })).status, 303, `${i}`);
	for (const path of ["", "/preview", "/questions/q2", "/questions/q2/remove", "/pages/2"]) {
		const { status, text } = await author.get(`/proposals/${ref}/form${path}`);
		assert.equal(status, 200);
		assert.doesNotMatch(text, /<script>alert|<img src=x/, path);
	}
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/publish`))).status, 303);
	const client = new Client(it.publicUrl);
	let page = await fill(client, await client.get(`/p/${slug}/answer/1`), { stance: "unsure" });
	page = await fill(client, await fill(client, page));
	for (const label of hostile) {
		assert.ok(decode(page.text).includes(label), label);
		assert.doesNotMatch(page.text, /<script>alert|<img src=x/);
		page = await fill(client, page);
	}
});

const asked = JSON.stringify({ pages: [{ questions: [
	{ code: "miles", type: "number", label: "How many miles?", min: -10 }, { code: "since", type: "date", label: "Since when?" }, { code: "why", type: "long_text", label: "Why?" },
	{ code: "good", type: "grid", label: "How good is it?", options: [{ code: "good", label: "Good" }, { code: "bad", label: "Bad" }], rows: [{ code: "parking", label: "Parking" }, { code: "waiting", label: "Waiting" }] },
	{ code: "days", type: "checkboxes", label: "Which days?", options: [{ code: "mon", label: "Monday" }, { code: "tue", label: "Tuesday" }] }] }] });
const section = (html, name) => words(html.match(new RegExp(`<section[^>]*aria-labelledby="result-answer-${name}">[^]*?</section>`))?.[0] ?? "");
const table = (html, name) => words(html.match(new RegExp(`<section[^>]*aria-labelledby="result-answer-${name}">[^]*?</section>`))?.[0].match(/<table[^]*<\/table>/)?.[0] ?? "");

test("what people answered: numbers, dates, tables and words, as the responses have them; a changed one counts as it is now", async () => {
	const one = await proposal(it, { form: asked }), path = `/proposals/${one.ref}`;
	const first = await response(it, one.ref, { answers: { miles: 1, why: "Before" } });
	await response(it, one.ref, { replaces: first.ref, answers: { miles: 40, since: "2026-03-09", why: "<script>alert(1)</script>", good: { parking: "bad" }, days: ["mon", "tue"] } });
	const second = await response(it, one.ref, { answers: { miles: -2, since: "2026-03-30", good: { parking: "bad", waiting: "good" }, days: ["tue"] } });
	await response(it, one.ref, { answers: { miles: 7, since: "2026-05-01", good: { parking: "good", waiting: "good" } } });
	await response(it, one.ref, { answers: { miles: 900 }, late: 1 });
	await response(it, one.ref, {});
	const { text } = await author.get(`${path}/results`);
	assert.match(section(text, "miles"), /Answers: 3 .*Mean 15 Median 7 Smallest -2 Largest 40 Read all 3 answers/);
	assert.match(table(text, "since"), /March 2026 2 April 2026 0 May 2026 1 $/);
	assert.match(section(text, "why"), /Answers: 1 Read the answer/);
	assert.match(table(text, "good"), /Good Bad Answers Parking 1 .*33% 2 .*67% 3 Waiting 2 .*100% 0 0% 2 $/);
	assert.match(table(text, "days"), /Monday 1 .*Tuesday 2 /);
	// Numbers lead to the responses behind them.
	const list = await author.get(`${path}/responses?apart=counted&answer=good.1.bad`);
	assert.ok(text.includes(`${path}/responses?apart=counted&amp;answer=good.1.bad`));
	assert.match(words(list.text), /2 responses/);
	assert.ok(list.text.includes(second.ref));
	const why = await auditor.get(`${path}/results/answers/why`);
	assert.match(words(why.text), /What people answered Why\? .*<script>alert\(1\)<\/script>/);
	assert.doesNotMatch(why.text, /<script>alert|Before/);
	assert.match(words((await author.get(`${path}/results/answers/since`)).text), /9 March 2026/);
	const miles = words((await author.get(`${path}/results/answers/miles`)).text);
	assert.match(miles, /3 answers/);
	assert.doesNotMatch(miles, /900/);
	for (const name of ["good", "days", "nothing", "'"])
		assert.equal((await author.get(`${path}/results/answers/${encodeURIComponent(name)}`)).status, 404, name);
	const file = (await author.get(`${path}/results.csv`)).text;
	for (const line of ["How many miles?,,Mean,,15", "How good is it?: Parking,,Bad,,2", "Since when?,,March 2026,,2", "Why?,,Answered,,1"])
		assert.ok(file.includes(line), line);
	assert.equal((await author.get(`${path}/results.xlsx`)).status, 200);
	// The totals are what the responses say.
	assert.doesNotMatch((await it.soundings(["tally", "--rebuild"])).stdout ?? "", /were wrong/);
	assert.equal((await author.get(`${path}/results`)).text.includes("Largest"), true);
});

test("published: no small number of a table or a range, no smallest and no largest", async () => {
	const one = await proposal(it, { form: asked });
	for (let i = 0; i < 12; i++)
		await response(it, one.ref, { answers: { miles: i < 6 ? 3 : 5, since: i < 10 ? "2026-03-09" : "2026-05-01", why: `Word ${i}`, good: { parking: i < 9 ? "good" : "bad", waiting: "good" } } });
	const { text } = await author.get(`/proposals/${one.ref}/results/publish`);
	assert.match(section(text, "miles"), /Answers: 12 .*Mean 4 Median 4/);
	assert.doesNotMatch(section(text, "miles"), /Smallest|Largest|Read all/);
	assert.match(table(text, "since"), /March 2026 \* hidden .*May 2026 \* hidden/);
	assert.match(table(text, "good"), /Parking \* hidden \* hidden 12 Waiting 12 100% 0 0% 12 $/);
	assert.match(section(text, "why"), /Answers: 12/);
	assert.doesNotMatch(text, /Word 1/);
	assert.equal((await author.submit(await author.get(`/proposals/${one.ref}/results/publish`), {}, { button: "publish" })).status, 303);
	const publicly = await new Client(it.publicUrl).get(`/p/${one.slug}/results`);
	assert.match(section(publicly.text, "good"), /Parking/);
	assert.doesNotMatch(publicly.text, /\/proposals\/|Smallest/);
});
