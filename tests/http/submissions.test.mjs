// submissions.test.mjs: calls for plans and bids: questions made by hand, opened, answered page by page by two colleagues, sent once, withdrawn, read by staff.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { call, callAnswers, submission } from "../lib/contracts.mjs";
import { decode, forms, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { criteria, review } from "../lib/reviews.mjs";
import { bookText } from "../lib/xlsx.mjs";

let it, keeper, other, auditor, first, second, stranger, charity, emails;
const code = (name) => `${name}${randomBytes(3).toString("hex").toUpperCase()}`.slice(0, 12);
const practice = code("SP"), far = code("SF"), voluntary = code("SV");
const one = async (query) => (await it.sql(query))[0]?.[0];
const words = (html) => decode(html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ")).replace(/\s+/g, " ");
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const date = (name, iso) => Object.fromEntries([["year", 0], ["month", 1], ["day", 2]].map(([part, i]) => [`${name}-${part}`, iso.split("-")[i]]));

before(async () => {
	it = await sharedInstance();
	for (const [organisation, name, kind] of [[practice, "Sending Surgery", "practice"], [far, "Far Surgery", "practice"], [voluntary, "Warm Hands", "voluntary"]])
		await it.sql(`INSERT INTO organisation (code, name, kind) VALUES ('${organisation}', '${name} ${organisation}', '${kind}')`);
	const user = async (roles, options) => ({ ...await it.addUser(roles, options) });
	emails = { keeper: await user("contract_reviewer"), other: await user("contract_reviewer"), first: await user("practice_member", { organisation: practice, name: "First Writer" }),
		second: await user("practice_member", { organisation: practice, name: "Second Writer" }) };
	[keeper, other, first, second] = [await signIn(it, emails.keeper), await signIn(it, emails.other), await signIn(it, emails.first), await signIn(it, emails.second)];
	auditor = await signIn(it, await user("auditor"));
	stranger = await signIn(it, await user("practice_member", { organisation: far }));
	charity = await signIn(it, await user("provider_member", { organisation: voluntary }));
});
after(() => it.release());

const about = { title: "Quality contract 2027/28: your practice’s plan", kind: "plan", about: "Four standards.\n\n- access\n- prescribing", asks: ["practice"], several: "one" };
async function made(changes = {}) {
	const answer = await keeper.submit(await keeper.get("/calls/new"), { ...about, ...changes });
	assert.equal(answer.status, 303, words(answer.text));
	return answer.location.split("/")[2];
}
const question = { type: "long_text", label: "What will you do?", required: "yes", page: "new", page_title: "Standard 1" };
async function add(ref, changes = {}, client = keeper) {
	return client.submit(await client.get(`/calls/${ref}/questions/new`), { ...question, ...changes });
}
const form = async (ref) => JSON.parse(await one(`SELECT form FROM submission_call WHERE ref = '${ref}'`));
const codes = async (ref) => (await form(ref)).pages.map((page) => page.questions.map((item) => item.code));
/** A draft of the first colleague for a call. */
async function begun(ref, client = first) {
	const answer = await client.submit(await client.get(`/submissions/calls/${ref}`));
	assert.match(answer.location ?? words(answer.text), /^\/submissions\/[A-Z0-9-]+\/pages\/1$/);
	return answer.location.split("/")[2];
}
const write = async (client, ref, page, changes, button = "on") => client.submit(await client.get(`/submissions/${ref}/pages/${page}`), changes, { button });

test("the whole way: a call is made and opened, a practice answers and sends it, staff read it", async () => {
	const ref = await made(date("closes_on", day(30)));
	assert.equal((await keeper.get(`/calls/${ref}/open`)).status, 303); // no question yet
	assert.equal((await add(ref)).status, 303);
	assert.equal((await add(ref, { type: "yes_no", label: "Do you need help?", page: "1", page_title: "" })).status, 303);
	assert.equal((await add(ref, { type: "radios", label: "How much help?", options: "A little\nMuch\n", page: "1", page_title: "", when: "q2=yes" })).status, 303);
	assert.equal((await add(ref, { type: "money", label: "What will it cost?", page_title: "Money" })).status, 303);
	assert.deepEqual(await codes(ref), [["q1", "q2", "q3"], ["amount"]]);
	const preview = await auditor.get(`/calls/${ref}/preview`);
	assert.match(words(preview.text), /What will you do\?.*Do you need help\?.*What will it cost\?/);
	assert.doesNotMatch(words((await first.get("/submissions")).text), new RegExp(about.title)); // a draft is nobody's
	assert.equal((await first.get(`/submissions/calls/${ref}`)).status, 404);
	const open = await keeper.submit(await keeper.get(`/calls/${ref}/open`));
	assert.equal(open.location, `/calls/${ref}`, words(open.text));
	assert.match(words((await first.get("/")).text), /calls? for plans or bids (is|are) open/);
	assert.match((await first.get("/submissions")).text, new RegExp(`/submissions/calls/${ref}`));

	const mine = await begun(ref);
	const wrong = await write(first, mine, 1, { q1: "We will ring back.\nThe same day.", q2: "" });
	assert.equal(wrong.status, 422); // what was typed is kept all the same
	assert.match(await one(`SELECT draft FROM submission WHERE ref = '${mine}'`), /ring back/);
	assert.equal((await first.submit(wrong, { q2: "yes", q3: "o2" }, { button: "on" })).location, `/submissions/${mine}/pages/2`);
	assert.match(words((await second.get(`/submissions/${mine}`)).text), /Standard 1 Answered.*Money Not begun/);
	const early = await second.get(`/submissions/${mine}/check`);
	assert.match(words(early.text), /It cannot be sent yet/);
	assert.doesNotMatch(early.text, /Send it</);
	assert.equal((await write(second, mine, 2, { amount: "£12,500.50" })).location, `/submissions/${mine}/check`);
	const check = await second.get(`/submissions/${mine}/check`);
	assert.match(words(check.text), /Much.*£12,500\.50/);
	assert.equal((await keeper.get(`/calls/${ref}/submissions/${mine}`)).status, 404); // a draft
	const sent = await second.submit(check);
	assert.equal(sent.location, `/submissions/${mine}/sent`);
	const again = await Promise.all(Array.from({ length: 100 }, () => second.submit(check)));
	assert.deepEqual([...new Set(again.map(({ location }) => location))], [`/submissions/${mine}/sent`]);
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE subject = 'submission' AND ref = '${mine}' AND detail LIKE '%"sent"%'`), "1");
	assert.match(words((await second.get(sent.location)).text), new RegExp(`Plan sent Your reference ${mine}`));
	assert.deepEqual(await it.sql(`SELECT state, amount, draft IS NULL FROM submission WHERE ref = '${mine}'`), [["sent", "1250050", "1"]]);
	assert.deepEqual(JSON.parse(await one(`SELECT answers FROM submission WHERE ref = '${mine}'`)), { q1: "We will ring back.\nThe same day.", q2: "yes", q3: "o2", amount: 1250050 });
	assert.equal((await first.get(`/submissions/${mine}/pages/1`)).location, `/submissions/${mine}`); // it stays as it was sent

	assert.match(words((await auditor.get(`/calls/${ref}`)).text), /Sent 1 /);
	assert.match((await auditor.get(`/calls/${ref}`)).text, new RegExp(`Far Surgery ${far}`)); // who has not sent
	assert.doesNotMatch((await auditor.get(`/calls/${ref}`)).text, new RegExp(`Sending Surgery ${practice}`));
	const read = await auditor.get(`/calls/${ref}/submissions/${mine}`);
	assert.match(words(read.text), /Asks for £12,500\.50.*We will ring back\. The same day/);
	const csv = (await auditor.get(`/calls/${ref}/submissions.csv`)).text;
	assert.match(csv, /What will you do\?.*How much help\?.*What will it cost\?/);
	assert.match(csv, /Much,12500\.5/);
	assert.equal((await auditor.get(`/calls/${ref}/submissions.xlsx`)).status, 200);
	assert.match(words((await first.get("/submissions")).text), new RegExp(`${mine}.*Sent`));
	assert.match((await first.get("/submissions.csv")).text, new RegExp(`${mine},.*Sent`));
});

test("questions: changed, moved, put on another page, removed; what cannot be is said at its field", async () => {
	const ref = await made({ title: "Editor" });
	const empty = await add(ref, { label: "", type: "", page_title: "" });
	assert.equal(empty.status, 422);
	assert.match(words(empty.text), /Write the question/);
	const few = await add(ref, { type: "radios", options: "Only one" });
	assert.equal(few.status, 422);
	assert.match(words(few.text), /at least two options/);
	await add(ref, { type: "checkboxes", label: "Which?", options: "Red\nGreen\nBlue" });
	await add(ref, { label: "Why red?", page: "1", when: "q1=o1" });
	await add(ref, { label: "Anything else?", page: "1", required: "no" });
	assert.deepEqual(await codes(ref), [["q1", "q2", "q3"]]);

	const list = await keeper.get(`/calls/${ref}/questions`);
	const press = (page, name, value) => keeper.post(`/calls/${ref}/questions`, [...forms(page.text).find(({ buttons }) => buttons.some(([button]) => button === name)).fields, [name, value]]);
	const bad = await press(list, "down", "q1"); // q2 hangs on it
	assert.equal(bad.status, 422);
	assert.match(words(bad.text), /hang on the answer to another one/);
	assert.deepEqual(await codes(ref), [["q1", "q2", "q3"]]);
	assert.equal((await press(list, "up", "q3")).status, 303);
	assert.deepEqual(await codes(ref), [["q1", "q3", "q2"]]);
	assert.equal((await press(list, "up", "q3")).status, 422); // the page is old by now
	assert.equal((await keeper.post(`/calls/${ref}/questions`, [...forms(list.text).at(-1).fields, ["up", "' OR 1 = 1"]])).status, 422);

	const change = await keeper.get(`/calls/${ref}/questions/q1`);
	assert.equal((await keeper.submit(change, { options: "Red\nYellow", label: "Which colour?" })).status, 303);
	assert.deepEqual((await form(ref)).pages[0].questions[0].options, [{ code: "o1", label: "Red" }, { code: "o4", label: "Yellow" }]);
	const gone = await keeper.submit(await keeper.get(`/calls/${ref}/questions/q1`), { options: "Yellow\nBlack" });
	assert.equal(gone.status, 422); // q2 hangs on red
	assert.equal((await keeper.submit(await keeper.get(`/calls/${ref}/questions/q3`), { page: "new", page_title: "More" })).status, 303);
	assert.deepEqual(await codes(ref), [["q1", "q2"], ["q3"]]);
	assert.equal((await keeper.submit(await keeper.get(`/calls/${ref}/pages/2`), { title: "The end", intro: "Nearly done." })).status, 303);
	assert.equal((await form(ref)).pages[1].title, "The end");
	assert.equal((await press(await keeper.get(`/calls/${ref}/questions`), "page_up", "2")).status, 303);
	assert.deepEqual(await codes(ref), [["q3"], ["q1", "q2"]]);
	const refused = await keeper.submit(await keeper.get(`/calls/${ref}/questions/q1/remove`));
	assert.equal(refused.status, 422);
	assert.match(words(refused.text), /Change that one first/);
	assert.equal((await keeper.submit(await keeper.get(`/calls/${ref}/questions/q2/remove`))).status, 303);
	assert.equal((await keeper.submit(await keeper.get(`/calls/${ref}/questions/q3/remove`))).status, 303);
	assert.deepEqual(await codes(ref), [["q1"]]);

	const long = await add(ref, { label: "A", max_length: "5000", page: "1" });
	assert.equal(long.status, 303);
	const much = await add(ref, { label: "B", max_length: "100", page: "1" });
	assert.equal(much.status, 422);
	assert.match(words(much.text), /5,000 characters together/);
	assert.equal((await add(ref, { label: "B", max_length: "100" })).status, 303);
	for (const text of ["'; DROP TABLE person; --", "<script>alert(1)</script>", "{{CSRF}}", "=1+1", "\u{1F600}".repeat(200)]) {
		const at = (await add(ref, { type: "short_text", label: text, hint: text, page: "2" })).status;
		assert.equal(at, 303, text);
		assert.doesNotMatch((await keeper.get(`/calls/${ref}/questions`)).text, /<script>alert/);
		assert.doesNotMatch((await keeper.get(`/calls/${ref}/preview`)).text, /<script>alert/);
	}
});

test("two at the questions of one call: nobody's text is lost", async () => {
	const ref = await made({ title: "Two editors" });
	await add(ref, { label: "First?" });
	await add(ref, { label: "Second?", page: "1" });
	const [a, b, c] = [await keeper.get(`/calls/${ref}/questions/q1`), await other.get(`/calls/${ref}/questions/q1`), await other.get(`/calls/${ref}/questions/q2`)];
	assert.equal((await keeper.submit(a, { label: "First, changed?" })).status, 303);
	assert.equal((await other.submit(c, { label: "Second, changed?" })).status, 303); // another question
	const met = await other.submit(b, { label: "First, mine?" });
	assert.equal(met.status, 422);
	assert.match(words(met.text), /Somebody else changed this to “First, changed\?”/);
	assert.match(met.text, /value="First, mine\?"/);
	assert.equal((await other.submit(met)).status, 303);
	assert.equal((await form(ref)).pages[0].questions[0].label, "First, mine?");
	const late = await other.get(`/calls/${ref}/questions/q2`);
	await keeper.submit(await keeper.get(`/calls/${ref}/questions/q2/remove`));
	const back = await other.submit(late, { label: "Second, still here?" });
	assert.equal(back.status, 303);
	assert.equal((await form(ref)).pages[0].questions[1].label, "Second, still here?");
	assert.match(words((await other.get(back.location)).text), /had removed this question meanwhile/);
	const [x, y] = [await keeper.get(`/calls/${ref}/edit`), await other.get(`/calls/${ref}/edit`)];
	assert.equal((await keeper.submit(x, { title: "Theirs" })).status, 303);
	const words2 = await other.submit(y, { title: "Mine" });
	assert.equal(words2.status, 422);
	assert.match(words(words2.text), /changed this to “Theirs”/);
});

test("once it is open its questions and who may answer stay; the rest can change", async () => {
	const ref = await call(it, { asks: "practice" });
	assert.equal((await keeper.get(`/calls/${ref}/questions`)).location, `/calls/${ref}`);
	const page = await keeper.get(`/calls/${ref}/edit`);
	const changed = await keeper.submit(page, { title: "Another title", asks: "voluntary", kind: "bid", several: "several", ...date("closes_on", day(3)) });
	assert.equal(changed.status, 303);
	assert.deepEqual(await it.sql(`SELECT title, asks, kind, several, closes_on FROM submission_call WHERE ref = '${ref}'`), [["Another title", "practice", "plan", "0", day(3)]]);
	await assert.rejects(it.sql(`UPDATE submission_call SET form = '{"pages":[]}' WHERE ref = '${ref}'`), /stays as it is/);
	const close = await keeper.get(`/calls/${ref}/close`);
	assert.equal((await keeper.submit(close)).status, 303);
	assert.equal((await keeper.submit(close)).location, `/calls/${ref}`); // done already
	const double = await keeper.get("/calls/new");
	const [a, b] = [await keeper.submit(double, about), await keeper.submit(double, about)];
	assert.equal(b.location, a.location.replace("/questions", ""));
});

test("two colleagues write at once: each page is kept, and a page of two has both", async () => {
	const ref = await call(it), mine = await begun(ref);
	const [a, b] = [await first.get(`/submissions/${mine}/pages/1`), await second.get(`/submissions/${mine}/pages/2`)];
	assert.equal((await first.submit(a, { do1: "First", help1: "no" }, { button: "on" })).status, 303);
	assert.equal((await second.submit(b, { do2: "Second", help2: "yes" }, { button: "later" })).status, 303);
	const draft = async () => JSON.parse(await one(`SELECT draft FROM submission WHERE ref = '${mine}'`));
	assert.deepEqual(await draft(), { do1: "First", help1: "no", do2: "Second", help2: "yes" });
	const [x, y] = [await first.get(`/submissions/${mine}/pages/1`), await second.get(`/submissions/${mine}/pages/1`)];
	assert.equal((await first.submit(x, { do1: "First again" }, { button: "on" })).status, 303);
	const met = await second.submit(y, { do1: "Mine, not theirs" }, { button: "on" });
	assert.equal(met.status, 422);
	assert.match(words(met.text), /First Writer saved this page while you were writing/);
	assert.match(words(met.text), /changed this to “First again”/);
	assert.match(met.text, />\s*Mine, not theirs<\/textarea>/);
	assert.equal((await draft()).do1, "First again");
	assert.equal((await second.submit(met, {}, { button: "on" })).status, 303);
	assert.equal((await draft()).do1, "Mine, not theirs");
	// Who checks an old version does not send a new one unseen.
	const check = await first.get(`/submissions/${mine}/check`);
	await write(second, mine, 2, { do2: "Changed since" });
	const unsent = await first.submit(check);
	assert.equal(unsent.status, 422);
	assert.match(words(unsent.text), /A colleague changed it since you saw it.*Changed since/);
	assert.equal((await first.submit(unsent)).location, `/submissions/${mine}/sent`);
	const tooLate = await second.submit(met, { do1: "After it was sent" }, { button: "on" });
	assert.equal(tooLate.location, `/submissions/${mine}`);
	assert.match(words((await second.get(tooLate.location)).text), /stays as it was sent.*Mine, not theirs/);
});

test("one a practice, many bids; begun twice at once is begun once", async () => {
	const plan = await call(it), page = await first.get(`/submissions/calls/${plan}`);
	const all = await Promise.all(Array.from({ length: 10 }, () => first.submit(page)));
	assert.ok(all.every(({ status }) => status === 303));
	assert.equal(await one(`SELECT COUNT(*) FROM submission s JOIN submission_call k ON k.call_id = s.call_id WHERE k.ref = '${plan}'`), "1");
	assert.doesNotMatch((await second.get(`/submissions/calls/${plan}`)).text, /name="submission"/);
	const another = await second.get(`/submissions/calls/${await call(it)}`);
	const forced = await second.submit(another, { submission: randomBytes(16).toString("hex") }, { path: `/submissions/calls/${plan}` });
	assert.match(forced.location, /^\/submissions\/[A-Z0-9-]+$/); // led to the one that is there
	const bids = await call(it, { kind: "bid", several: 1, form: { pages: [{ title: "Money", questions: [{ code: "amount", type: "money", label: "How much?", required: true }] }] } });
	for (const title of ["Warm rooms", "Walks"]) {
		const ref = await begun(bids, charity);
		assert.equal((await write(charity, ref, 1, { title: "", amount: "100" })).status, 422);
		assert.equal((await write(charity, ref, 1, { title, amount: "-5" })).status, 422);
		assert.equal((await write(charity, ref, 1, { title, amount: "100" })).status, 303);
		assert.equal((await charity.submit(await charity.get(`/submissions/${ref}/check`))).status, 303);
	}
	assert.deepEqual(await it.sql(`SELECT s.number, s.title, s.amount FROM submission s JOIN submission_call k ON k.call_id = s.call_id WHERE k.ref = '${bids}' ORDER BY s.number`),
		[["1", "Warm rooms", "10000"], ["2", "Walks", "10000"]]);
	assert.match(words((await keeper.get(`/calls/${bids}/submissions`)).text), /Walks.*£100/);
});

test("another organisation's is not there; a call of another kind neither", async () => {
	const ref = await call(it, { asks: "practice" }), mine = await begun(ref);
	for (const path of ["", "/pages/1", "/check", "/sent", "/withdraw"])
		assert.equal((await stranger.get(`/submissions/${mine}${path}`)).status, 404, path);
	assert.equal((await charity.get(`/submissions/calls/${ref}`)).status, 404);
	assert.doesNotMatch((await charity.get("/submissions")).text, new RegExp(ref));
	const theirs = await charity.get(`/submissions/calls/${await call(it, { asks: "voluntary" })}`);
	assert.equal(theirs.status, 200);
	assert.equal((await charity.submit(theirs, {}, { path: `/submissions/calls/${ref}` })).status, 404);
	assert.equal((await stranger.submit(await stranger.get(`/submissions/calls/${ref}`), {}, { path: `/submissions/${mine}/check` })).status, 404);
});

test("a call that has closed: nothing is begun, saved or sent; a draft stays readable", async () => {
	const ref = await call(it), mine = await begun(ref);
	await write(first, mine, 1, { do1: "Almost", help1: "no" });
	await write(first, mine, 2, { do2: "There", help2: "no" });
	const [page, check, begin] = [await first.get(`/submissions/${mine}/pages/1`), await first.get(`/submissions/${mine}/check`), await stranger.get(`/submissions/calls/${ref}`)];
	await it.sql(`UPDATE submission_call SET closes_on = '${day(-1)}' WHERE ref = '${ref}'`);
	const typed = await first.submit(page, { do1: "Too late" }, { button: "on" });
	assert.equal(typed.status, 422);
	assert.match(words(typed.text), /The call has closed.*Too late/);
	assert.equal((await first.submit(check)).status, 422);
	assert.equal((await stranger.submit(begin)).status, 422);
	assert.equal(await one(`SELECT state FROM submission WHERE ref = '${mine}'`), "draft");
	assert.match(words((await first.get(`/submissions/${mine}`)).text), /Not sent in time.*The call closed before it was sent.*Almost/);
	assert.match(words((await keeper.get(`/calls/${ref}`)).text), /Closed/);
	await it.sql(`UPDATE submission_call SET closes_on = '${day(0)}' WHERE ref = '${ref}'`); // the last day counts
	assert.equal((await first.submit(await first.get(`/submissions/${mine}/check`))).status, 303);
});

test("a draft is discarded, by any colleague, and another one can be begun; never what was sent, and nobody else's", async () => {
	const ref = await call(it), mine = await begun(ref), at = `/submissions/${mine}`;
	assert.match((await first.get(at)).text, new RegExp(`href="${at}/discard"`));
	const page = await second.get(`${at}/discard`), writing = await first.get(`${at}/pages/1`);
	assert.match(words(page.text), /First Writer saved it last/);
	assert.equal((await stranger.get(`${at}/discard`)).status, 404);
	await it.sql(`UPDATE submission SET row_version = row_version + 1 WHERE ref = '${mine}'`);
	const late = await second.submit(page);
	assert.equal(late.status, 422, "a colleague saved meanwhile");
	assert.equal((await second.submit(late)).location, "/submissions");
	assert.equal(await one(`SELECT 1 FROM submission WHERE ref = '${mine}'`), undefined);
	const lost = await first.submit(writing, {}, { path: `${at}/pages/1` });
	assert.equal(lost.location, "/submissions");
	assert.match(words((await first.get("/submissions")).text), /discarded by .*Nothing was saved; your browser.s Back button shows what you typed/);
	assert.equal((await stranger.get(at)).status, 404);
	assert.ok(await begun(ref), "another one");
	const sent = await submission(it, { call: await call(it), organisation: practice });
	assert.equal((await first.get(`/submissions/${sent}/discard`)).location, `/submissions/${sent}`);
	await assert.rejects(it.sqlAs("staff", `DELETE FROM submission WHERE ref = '${sent}'`));
	await it.sqlAs("staff", `DELETE FROM submission_draft WHERE submission_id = (SELECT submission_id FROM submission WHERE ref = '${sent}')`);
	assert.equal(await one(`SELECT state FROM submission WHERE ref = '${sent}'`), "sent");
});

test("withdrawn with a reason, as long as nobody judges it", async () => {
	const ref = await call(it), mine = await submission(it, { call: ref, organisation: practice, by: emails.first.email });
	const page = await first.get(`/submissions/${mine}/withdraw`);
	assert.equal((await first.submit(page, { why: "" })).status, 422);
	assert.equal((await first.submit(page, { why: "The wrong year" })).status, 303);
	assert.match(words((await second.get(`/submissions/${mine}`)).text), /withdrew it: The wrong year/);
	assert.match(words((await keeper.get(`/calls/${ref}/submissions/${mine}`)).text), /withdrew it: The wrong year/);
	const next = await begun(ref); // and another one can be begun
	assert.equal(await one(`SELECT number FROM submission WHERE ref = '${next}'`), "2");
	const judged = await submission(it, { call: ref, organisation: far });
	const form = await stranger.get(`/submissions/${judged}/withdraw`);
	await judge(judged);
	assert.equal((await stranger.submit(form, { why: "Too late" })).location, `/submissions/${judged}`);
	assert.equal(await one(`SELECT state FROM submission WHERE ref = '${judged}'`), "sent");
});

const judge = async (ref, columns = {}) => review(it, { contract_id: null, submission_id: { sql: `(SELECT s.submission_id FROM submission s WHERE s.ref = '${ref}')` },
	organisation_id: { sql: `(SELECT s.organisation_id FROM submission s WHERE s.ref = '${ref}')` }, criteria: await criteria(it, { judges: "submission" }), ...columns });

test("who has a conflict of interest in its review finds nothing of a submission", async () => {
	const ref = await call(it), canary = `canary${randomBytes(4).toString("hex")}`;
	const seen = await submission(it, { call: ref, organisation: far }), hidden = await submission(it, { call: ref, organisation: practice, answers: { ...callAnswers(), do1: canary } });
	await judge(hidden, { none: [emails.keeper.email], conflict: [emails.other.email] });
	assert.match((await keeper.get(`/calls/${ref}/submissions/${hidden}`)).text, new RegExp(canary)); // control
	assert.match((await keeper.get(`/calls/${ref}/submissions.csv`)).text, new RegExp(canary));
	assert.equal((await other.get(`/calls/${ref}/submissions/${hidden}`)).status, 404);
	assert.equal((await other.get(`/calls/${ref}/submissions/${seen}`)).status, 200);
	for (const path of ["", "/submissions", "/submissions.csv", "/submissions?review=yes", "/submissions.csv?state=sent"]) {
		const { text, status } = await other.get(`/calls/${ref}${path}`);
		assert.equal(status, 200);
		assert.doesNotMatch(text, new RegExp(`${canary}|${hidden}|${practice}`), path);
	}
	assert.match((await auditor.get(`/calls/${ref}/submissions`)).text, new RegExp(hidden));
	const third = await signIn(it, await it.addUser("contract_reviewer"));
	assert.match((await third.get(`/calls/${ref}/submissions/${hidden}`)).location, /^\/reviews\/[A-Z0-9-]+\/declare$/); // interests come first
});

test("reviews are opened of all that was sent, once; and of one", async () => {
	const by = await criteria(it, { judges: "submission" }), ref = await call(it, { criteria: by.ref });
	const sent = [await submission(it, { call: ref, organisation: far }), await submission(it, { call: ref, organisation: practice })];
	await submission(it, { call: ref, organisation: voluntary, state: "draft", answers: {} });
	await submission(it, { call: ref, organisation: voluntary, state: "withdrawn", number: 2 });
	const count = () => one(`SELECT COUNT(*) FROM review v JOIN submission s USING (submission_id) JOIN submission_call k ON k.call_id = s.call_id WHERE k.ref = '${ref}'`);
	const person = await one(`SELECT ref FROM person WHERE email = '${emails.keeper.email}'`);
	assert.equal((await auditor.get(`/calls/${ref}/reviews`)).status, 403);
	const single = await keeper.get(`/calls/${ref}/reviews?submission=${sent[0]}`);
	assert.match(words(single.text), new RegExp(`has none yet: Far Surgery ${far}`));
	assert.equal((await keeper.submit(single, { reviewers: [] })).status, 422);
	assert.equal((await keeper.submit(single, { reviewers: person })).status, 303);
	assert.equal(await count(), "1");
	const last = await keeper.get(`/calls/${ref}/reviews`);
	assert.match(words(last.text), new RegExp(`has none yet: Sending Surgery ${practice}`));
	const all = await Promise.all(Array.from({ length: 10 }, () => keeper.submit(last, { reviewers: person })));
	assert.ok(all.every(({ status }) => status === 303));
	assert.equal(await count(), "2");
	assert.deepEqual(await it.sql(`SELECT DISTINCT v.state, v.version_id = ${by.version.sql} FROM review v JOIN submission s USING (submission_id)
		WHERE s.ref IN ('${sent.join("', '")}')`), [["scoring", "1"]]);
	assert.match(words((await keeper.get(`/calls/${ref}/reviews`)).text), /Nothing waits for a review/);
	assert.match(words((await first.get(`/submissions/${sent[1]}`)).text), /Being judged/);
	assert.match((await keeper.get(`/calls/${ref}/submissions/${sent[0]}`)).location, /^\/reviews\/[A-Z0-9-]+\/declare$/);
});

test("hostile answers stay words, in pages and in files", async () => {
	const ref = await call(it), mine = await begun(ref);
	const evil = "=HYPERLINK(\"http://x\")\n<script>alert(1)</script>\u202e{{CSRF}}%n%s";
	await write(first, mine, 1, { do1: evil, help1: "no", role: "admin" });
	await write(first, mine, 2, { do2: "@SUM(1)", help2: "maybe" });
	assert.match(words((await first.get(`/submissions/${mine}/check`)).text), /cannot be sent yet/); // an answer that is no choice
	await write(first, mine, 2, { help2: "yes" });
	await first.submit(await first.get(`/submissions/${mine}/check`));
	assert.equal(await one(`SELECT state FROM submission WHERE ref = '${mine}'`), "sent");
	for (const [client, path] of [[first, `/submissions/${mine}`], [keeper, `/calls/${ref}/submissions/${mine}`]]) {
		const { text } = await client.get(path);
		assert.doesNotMatch(text, /<script>alert/);
		assert.match(text, /&lt;script&gt;/);
	}
	const csv = (await keeper.get(`/calls/${ref}/submissions.csv`)).text;
	assert.match(csv, /"'=HYPERLINK/);
	assert.match(csv, /'@SUM/);
	assert.equal((await first.get(`/submissions/${mine}/pages/0`)).status, 303); // it was sent
	for (const page of ["0", "-1", "3", "1e1", "%00"])
		assert.ok([400, 404].includes((await first.get(`/submissions/${await begunOther()}/pages/${page}`)).status), page);
});
let opened;
const begunOther = async () => (opened ??= await begun(await call(it)));

test("who judges it reads the answers beside each criterion, long ones folded; the panel's report has all of them", async () => {
	const ref = await call(it), long = `We ring back the same day. ${"Every patient who asks is rung. ".repeat(40)}<b>The end</b>{{CSRF}}`;
	const sent = await submission(it, { call: ref, organisation: far, answers: { ...callAnswers(), do1: long, by1: "2027-04-01" } });
	const by = await criteria(it, { judges: "submission", criteria: [{ name: "Access", weight: 50, evidence: "submission" }, { name: "Prescribing", weight: 50, evidence: "submission" }] });
	const judged = await judge(sent, { criteria: by, reviewers: [emails.keeper.email], none: [emails.keeper.email], conflict: [emails.other.email] });
	const page = await keeper.get(`/reviews/${judged}/score`), beside = page.text.split(/<section class="app-judge"/).slice(1);
	assert.equal(beside.length, 2);
	for (const part of beside) {
		assert.match(words(part), /Standard 1: Access What will you do about access\?.*By when\? 1 April 2027 Do you need help with it\? No.*Standard 2: Prescribing.*We will try number 2/);
		assert.match(part, /<details[^>]*><summary>We ring back the same day\. [^<]{20,100}…<\/summary>[\s\S]*?&lt;b&gt;The end&lt;\/b&gt;\{\{CSRF\}\}<\/div><\/details>/);
		assert.equal(part.match(/<details/g).length, 1, "a short answer is not folded");
		assert.match(part, new RegExp(`/calls/${ref}/submissions/${sent}`));
	}
	for (const path of [`/reviews/${judged}`, `/reviews/${judged}/report`])
		assert.match(words((await auditor.get(path)).text), /By when\? 1 April 2027/, path);
	const report = (await auditor.get(`/reviews/${judged}/report`)).text;
	assert.match(words(report), /What they sent Standard 1: Access .*<b>The end<\/b>\{\{CSRF\}\} By when\?/);
	assert.doesNotMatch(report, /<details|<b>The end/, "on paper nothing is folded");
	const book = await bookText(it, auditor, `/reviews/${judged}/report.xlsx`);
	for (const said of ["What they sent", "What will you do about prescribing?", long, "2027-04-01", "We will try number 2"])
		assert.ok(book.includes(said), said);
	for (const path of ["", "/score", "/report", "/report.xlsx"])
		assert.equal((await other.get(`/reviews/${judged}${path}`)).status, 404, path);
});

test("an open call is told by mail to who may answer it, each once; who has not sent anything is reminded once", async () => {
	const here = code("SW"), gone = code("SG");
	await it.sql(`INSERT INTO organisation (code, name, kind, closed_on) VALUES ('${here}', 'Wide Hands ${here}', 'voluntary', NULL), ('${gone}', 'Gone Hands ${gone}', 'voluntary', '2026-01-01')`);
	const member = (account, organisation, role) => it.sql(`INSERT INTO membership (person_id, organisation_id, role) SELECT p.person_id, o.organisation_id, '${role}' FROM person p, organisation o
		WHERE p.email = '${account.email}' AND o.code = '${organisation}'`);
	const [plain, both, late, away] = [await it.addUser("provider_member", { organisation: voluntary }), await it.addUser("provider_member", { organisation: here }),
		await it.addUser("author", { organisation: here }), await it.addUser("provider_member", { organisation: gone })];
	await member(both, voluntary, "provider_member"); // of two that are asked: told once
	await member(late, voluntary, "author"); // may not send
	const mails = async ({ email }) => (await it.sql(`SELECT subject FROM mail WHERE kind = 'call' AND recipient = '${email}' AND made_at > '${began}' ORDER BY mail_id`)).map(([subject]) => subject);
	await it.sql("UPDATE submission_call SET closes_on = NULL WHERE state = 'open' AND closes_on >= UTC_DATE()"); // of tests before
	const began = await one("SELECT UTC_TIMESTAMP() - INTERVAL 1 SECOND");
	const ref = await made({ title: "Warm words", asks: ["voluntary"], ...date("closes_on", day(5)) });
	await add(ref);
	const page = await keeper.get(`/calls/${ref}/open`);
	const many = Number(/([\d,]+) people of theirs will be told by mail/.exec(words(page.text))[1].replace(",", ""));
	const opened = await Promise.all(Array.from({ length: 10 }, () => keeper.submit(page)));
	assert.deepEqual([...new Set(opened.map(({ location }) => location))], [`/calls/${ref}`]);
	assert.deepEqual([await mails(plain), await mails(both), await mails(late), await mails(away), await mails(emails.first)], [["A call for plans or bids is open"], ["A call for plans or bids is open"], [], [], []]);
	assert.match(words((await auditor.get(`/calls/${ref}`)).text), new RegExp(`${many} people were told by mail that it is open\\.`));
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE ref = '${ref}' AND detail LIKE '%"told"%'`), "1");
	// Whatever opens it again writes to nobody a second time.
	await it.sql(`UPDATE submission_call SET state = 'closed' WHERE ref = '${ref}'`);
	await it.sql(`UPDATE submission_call SET state = 'open' WHERE ref = '${ref}'`);
	await it.soundings(["jobs"]);
	assert.deepEqual(await mails(both), ["A call for plans or bids is open"], "told a moment ago: not reminded yet");
	await submission(it, { call: ref, organisation: voluntary });
	await it.sql(`UPDATE audit SET at = at - INTERVAL 3 DAY WHERE ref = '${ref}'`);
	await Promise.all([it.soundings(["jobs"]), it.soundings(["jobs"])]);
	await it.soundings(["jobs"]);
	assert.deepEqual([await mails(plain), await mails(both)], [["A call for plans or bids is open"], ["A call for plans or bids is open", "A call for plans or bids closes soon"]]);
	assert.match(words((await auditor.get(`/calls/${ref}`)).text), /told by mail that it is open, [\d,]+ reminded before its last day\./);
	const far = await call(it, { asks: "voluntary", closes_on: day(20) });
	await it.soundings(["jobs"]);
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE ref = '${far}'`), "0", "not yet");
});
