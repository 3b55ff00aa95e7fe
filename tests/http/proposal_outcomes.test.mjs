// proposal_outcomes.test.mjs: what came of what people said: outcomes, questions answered, and everybody told once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { decode, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { mailTo } from "../lib/mail.mjs";
import { closed, proposal, response, theme } from "../lib/proposals.mjs";

let it, client, other;
before(async () => {
	it = await sharedInstance();
	client = await signIn(it, await it.addUser("author"));
	other = await signIn(it, await it.addUser("author"));
});
after(() => it.release());

const words = ({ text }) => decode(/<main[^]*<\/main>/.exec(text)[0].replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
const mails = async (address) => Number((await it.sql(`SELECT COUNT(*) FROM mail WHERE recipient = '${address}'`))[0][0]);
const contact = async (id) => (await it.sql(`SELECT email, told_at IS NOT NULL FROM proposal_contact WHERE response_id = ${id}`))[0];
const mail = (name) => `${name}.${process.pid}@example.org`;

test("outcomes answer themes, are ordered and changed by two, published, and everybody is told once", async () => {
	const { ref, slug } = await proposal(it, closed), at = `/proposals/${ref}/outcomes`, buses = await theme(it, ref, "Buses"), money = await theme(it, ref, "Money");
	const told = await response(it, ref, { email: mail("told") }), twice = await response(it, ref, { email: mail("told") });
	const copy = await response(it, ref, { email: mail("copy"), wants: "copy" }), asks = await response(it, ref, { email: mail("asks"), asks: "When does it begin?" });
	const back = await response(it, ref, { email: mail("back"), withdrawn: 1 });
	await theme(it, ref, "Evening buses", await theme(it, ref, "Getting there"));
	assert.match(words(await client.get(at)), /Themes without an outcome Buses Money Getting there: Evening buses There are/, "a theme that only holds others waits for nothing");
	assert.equal((await client.get(`${at}/publish`)).status, 303, "there is nothing to publish");

	const page = await client.get(`${at}/new?theme=${buses}`);
	assert.match(page.text, new RegExp(`value="${buses}" selected`));
	const filled = { said: "No bus runs on Sundays", did: "not_doing", what: "We keep it as it is" };
	assert.match(words(await client.submit(page, filled)), /Say why it is done differently, or not/);
	assert.equal((await client.submit(page, { ...filled, why: "It costs too much", owner: "Director of transport", "due_on-day": 1, "due_on-month": 2, "due_on-year": 2026 })).status, 303);
	assert.equal((await client.submit(page, { ...filled, why: "It costs too much" })).status, 303);
	assert.match(words(await client.submit(await client.get(`${at}/new`), { theme: money, said: "x", did: "doing" })), /Enter what is done/);
	await client.submit(await client.get(`${at}/new`), { said: "Begin in spring", did: "doing", what: "It begins in April" });
	let list = await client.get(at);
	assert.match(words(list), /Themes without an outcome Money .*Buses You said No bus runs.*Something else You said Begin in spring/);
	assert.equal(words(list).match(/No bus runs/g).length, 1, "a double tap adds one");
	assert.match(words(list), /By when 1 February 2026 Overdue/);
	const csrf = /name="csrf" value="([^"]+)"/.exec(list.text)[1], [first] = /outcomes\/([^/]+)\/edit/.exec(list.text).slice(1);
	await client.post(`${at}/${first}/move`, { csrf, to: "up" });
	await client.post(`${at}/${first}/move`, { csrf, to: "down" });
	assert.match(words(await client.get(at)), /Something else You said.*Buses You said/);

	const [mine, theirs] = [await client.get(`${at}/${first}/edit`), await other.get(`${at}/${first}/edit`)];
	assert.equal((await other.submit(theirs, { progress: "It was looked at again" })).status, 303);
	const again = await client.submit(mine, { did: "differently" });
	assert.equal(again.status, 422);
	assert.match(words(again), /Somebody else changed this/);
	assert.equal((await client.submit(again, {}, { path: mine.path })).status, 303);
	list = await client.get(at);
	assert.match(words(list), /We are doing this differently We keep it.*Progress It was looked at again/);
	assert.doesNotMatch(words(list), /Changed since/);

	await it.soundings(["jobs"]);
	assert.equal(await mails(mail("told")), 0, "nobody is told before");
	const publish = await client.get(`${at}/publish`);
	assert.match(words(publish), /2 outcomes are shown.*These themes have no outcome yet: Money/);
	assert.equal((await client.submit(publish)).status, 303);
	assert.equal((await client.submit(publish)).status, 303);
	assert.deepEqual(await it.sql(`SELECT decided_at IS NOT NULL FROM proposal WHERE ref = '${ref}'`), [["1"]]);
	await it.soundings(["jobs"]);
	await it.soundings(["jobs"]);
	assert.equal(await mails(mail("told")), 1, "once, though they answered twice");
	assert.deepEqual([await mails(mail("copy")), await mails(mail("asks")), await mails(mail("back"))], [0, 1, 0]);
	assert.deepEqual([await contact(told.id), await contact(twice.id)], [["", "1"], ["", "1"]], "their address is gone");
	assert.deepEqual((await contact(copy.id))[0], mail("copy"), "the copy is still due");
	assert.deepEqual((await contact(asks.id))[0], mail("asks"), "the answer is still due");
	assert.equal((await contact(back.id))[0], "");
	assert.match(words(await client.get(at)), /Published on .* people who left an address were told by email/);
	await it.sql(`UPDATE proposal SET decided_at = decided_at - INTERVAL 1 HOUR WHERE ref = '${ref}'`);
	await client.submit(await client.get(`${at}/${first}/edit`), { progress: "It is begun" });
	assert.match(words(await client.get(at)), /Changed since it was published/);
	assert.deepEqual(await it.sqlAs("public", `SELECT o.what FROM proposal_public_outcome o JOIN proposal_public p ON p.proposal_id = o.proposal_id WHERE p.slug = '${slug}' ORDER BY o.position`),
		[["It begins in April"], ["We keep it as it is"]]);
	assert.match((await it.sql(`SELECT GROUP_CONCAT(action) FROM audit WHERE subject = 'proposal' AND ref = '${ref}'`))[0][0], /publish/);
});

test("who asked to hear what comes of a proposal that is withdrawn is told so once, and their address is gone", async () => {
	const { ref, slug } = await proposal(it), told = await response(it, ref, { email: mail("stopped") }), back = await response(it, ref, { email: mail("gone"), withdrawn: 1 });
	assert.equal((await client.submit(await client.get(`/proposals/${ref}/withdraw`), { reason: "The law has changed" })).status, 303);
	await it.soundings(["jobs"]);
	await it.soundings(["jobs"]);
	assert.deepEqual([await mails(mail("stopped")), await mails(mail("gone"))], [1, 0]);
	assert.match((await mailTo(it, mail("stopped"))).text, new RegExp(`It was withdrawn.*/p/${slug}`, "s"));
	assert.deepEqual([(await contact(told.id))[0], (await contact(back.id))[0]], ["", ""]);
});

test("what was decided waits for the last day", async () => {
	const { ref } = await proposal(it), at = `/proposals/${ref}/outcomes`;
	await client.submit(await client.get(`${at}/new`), { said: "Begin now", did: "doing", what: "We begin" });
	assert.match(words(await client.get(at)), /It can be published once the proposal is closed/);
	assert.equal((await client.get(`${at}/publish`)).status, 303);
});

test("questions are answered, in public without names or privately, and who left an address hears of it", async () => {
	const { ref, slug } = await proposal(it), at = `/proposals/${ref}/questions`;
	const asks = await response(it, ref, { email: mail("curious"), wants: "copy,outcome", asks: "I am Mrs Ann Smith. <b>When</b> does it begin?" }), quiet = await response(it, ref, { asks: "Who pays?" });
	await response(it, ref);
	assert.match((await client.get("/")).text, /questions? about (a proposal waits|proposals wait) for an answer/);
	assert.match(words(await client.get("/proposals/waiting")), /2 questions wait for an answer/);
	assert.match(words(await client.get(at)), /Waits for an answer I am Mrs Ann Smith\. <b>When<\/b> does it begin\?/);
	const page = await client.get(`${at}/${asks.ref}`), stale = await other.get(`${at}/${asks.ref}`);
	assert.match(words(await client.submit(page, { answer: "In April", public: "yes", question: "" })), /Enter the question as it is published/);
	const warned = await client.submit(page, { answer: "In April", public: "yes", question: "Mrs Ann Smith asks: when?" });
	assert.equal(warned.status, 422, "a name is warned of");
	assert.equal((await client.submit(page, { answer: "In April", public: "yes", question: "When does it begin?" })).status, 303);
	assert.equal(await mails(mail("curious")), 1);
	const late = await other.submit(stale, { answer: "In May", public: "no" });
	assert.equal(late.status, 422);
	assert.match(words(late), /Somebody else changed this/);
	assert.equal((await client.submit(await client.get(`${at}/${quiet.ref}`), { answer: "We do", public: "no" })).status, 303);
	const list = words(await client.get(at));
	assert.match(list, /Answered in public I am Mrs Ann Smith.*As it is published When does it begin\?/);
	assert.match(list, /Answered privately Who pays\? Answer We do/);
	assert.deepEqual(await it.sqlAs("public", `SELECT a.question, a.answer FROM proposal_public_answer a JOIN proposal_public p ON p.proposal_id = a.proposal_id WHERE p.slug = '${slug}'`),
		[["When does it begin?", "In April"]]);
	await client.submit(await client.get(`${at}/${asks.ref}`), { answer: "In April, we hope" });
	assert.equal(await mails(mail("curious")), 1, "told once");
});
