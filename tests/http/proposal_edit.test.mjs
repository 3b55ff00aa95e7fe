// proposal_edit.test.mjs: an author writes a proposal, publishes it, puts words right in public, withdraws it; two people at once lose nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { jpeg, jpegClean, openFile, pdf } from "../lib/files.mjs";
import { Client, forms, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { date, day, document, makeProposal, words } from "../lib/proposals.mjs";

let it, author, other, auditor;
const one = async (query) => (await it.sql(query))[0]?.[0];
const row = async (ref, columns) => (await it.sql(`SELECT ${columns} FROM proposal WHERE ref = '${ref}'`))[0];

before(async () => {
	it = await sharedInstance();
	author = await signIn(it, await it.addUser("author", { name: "Ada Author" }));
	other = await signIn(it, await it.addUser("author", { name: "Otto Author" }));
	auditor = await signIn(it, await it.addUser("auditor"));
});
after(() => it.release());

test("the whole way: begun, written, refused while something is missing, published, found in the list", async () => {
	const page = await author.get("/proposals/new");
	const empty = await author.submit(page);
	assert.equal(empty.status, 422);
	assert.match(words(empty.text), /Give the proposal a title/);
	const title = `A zebra crossing for ${process.pid} O'Neill`;
	const answers = await Promise.all([0, 1, 2].map(() => author.submit(page, { title, summary: "" })));
	const places = [...new Set(answers.map(({ location }) => location))];
	assert.equal(places.length, 1);
	const ref = places[0].split("/")[2];
	assert.equal(await one(`SELECT COUNT(*) FROM proposal WHERE title LIKE 'A zebra crossing for ${process.pid} %'`), "1");
	assert.equal((await row(ref, "slug"))[0], `a-zebra-crossing-for-${process.pid}-oneill-${ref.replace("-", "").toLowerCase()}`);
	const draft = words((await author.get(`/proposals/${ref}`)).text);
	assert.match(draft, /Missing A summary.*Missing Who decides.*Missing A first day.*Missing What happens.*Missing At least one section/);
	const refused = await author.submit(await author.get(`/proposals/${ref}/edit`), {}, { path: `/proposals/${ref}/publish` });
	assert.equal(refused.status, 422);
	assert.match(words(refused.text), /It cannot be published yet/);
	assert.equal((await row(ref, "state"))[0], "draft");
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/edit`), { summary: "Safer, by <b>far</b>.", decides: "The council", happens: "We read them.",
		...date("opens_on", day(2)), ...date("closes_on", day(20)) })).location, `/proposals/${ref}`);
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/sections/new`), { heading: "Where <i>", body: "At *the* school. <script>alert(1)</script>" })).status, 303);
	const view = (await author.get(`/proposals/${ref}`)).text;
	assert.match(view, /At <em>the<\/em> school/);
	assert.doesNotMatch(view, /<script>alert|<i>|<b>far/);
	const ready = await author.get(`/proposals/${ref}/publish`);
	assert.match(words(ready.text), /What stays as it is.*In favour.*Against.*I do not know/);
	assert.match(words(ready.text), /It has no equality statement/);
	assert.equal((await author.submit(ready)).location, `/proposals/${ref}`);
	assert.equal((await row(ref, "state"))[0], "published");
	assert.match(words((await auditor.get(`/proposals/${ref}`)).text), /Opens soon.*Public address/);
	assert.match((await auditor.get("/proposals?stand=coming&q=zebra")).text, new RegExp(`/proposals/${ref}`));
	assert.match((await auditor.get("/proposals?q=school")).text, new RegExp(`/proposals/${ref}`)); // words of its sections
	assert.doesNotMatch((await auditor.get("/proposals?stand=open&q=zebra")).text, new RegExp(`/proposals/${ref}`));
	assert.match((await auditor.get("/proposals.csv?q=zebra")).text, new RegExp(`${ref},.*Opens soon,${day(2)},${day(20)},The council`));
	assert.match(words((await auditor.get("/proposals?q=nothingatall")).text), /No proposals/i);
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE subject = 'proposal' AND ref = '${ref}' AND action = 'publish'`), "1");
	assert.equal((await author.get(`/proposals/${ref}/publish`)).location, `/proposals/${ref}`); // once
	assert.equal((await author.get(`/proposals/${ref}/sections/new`)).location, `/proposals/${ref}`); // which sections there are stays
});

test("days: the last is not before the first; a closing that is over is not published", async () => {
	const { ref } = await makeProposal(it, { author, publish: false });
	const wrong = await author.submit(await author.get(`/proposals/${ref}/edit`), { ...date("opens_on", day(5)), ...date("closes_on", day(4)) });
	assert.equal(wrong.status, 422);
	assert.match(words(wrong.text), /The last day is before the first/);
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/edit`), { ...date("opens_on", day(-9)), ...date("closes_on", day(-2)) })).status, 303);
	assert.match(words((await author.get(`/proposals/${ref}/publish`)).text), /cannot be published yet.*Missing A first day, and a last day that is not over/);
	const same = await author.submit(await author.get(`/proposals/${ref}/edit`), { in_favour: "Yes", against: "yes" });
	assert.equal(same.status, 422);
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/edit`), { ...date("opens_on", day(-9)), ...date("closes_on", day(9)), audience: "groups" })).status, 303);
	assert.match(words((await author.get(`/proposals/${ref}/publish`)).text), /Missing At least one group/);
});

test("two people edit one proposal, and one section: what each typed is kept", async () => {
	const { ref, sections: [section] } = await makeProposal(it, { author, publish: false });
	const [mine, theirs] = [await author.get(`/proposals/${ref}/edit`), await other.get(`/proposals/${ref}/edit`)];
	assert.equal((await other.submit(theirs, { summary: "Their summary" })).status, 303);
	const refused = await author.submit(mine, { summary: "My summary", decides: "The board" });
	assert.equal(refused.status, 422);
	assert.match(words(refused.text), /Somebody else changed this.*Their summary/);
	assert.match(refused.text, /My summary/);
	assert.deepEqual(await row(ref, "summary, decides"), ["Their summary", "The governing body"]);
	assert.equal((await author.submit(refused)).status, 303);
	assert.deepEqual(await row(ref, "summary, decides"), ["My summary", "The board"]);
	const [a, b] = [await author.get(`/proposals/${ref}/sections/${section}`), await other.get(`/proposals/${ref}/sections/${section}`)];
	assert.equal((await other.submit(b, { body: "Their text" })).status, 303);
	const again = await author.submit(a, { body: "My text" });
	assert.equal(again.status, 422);
	assert.match(words(again.text), /Their text/);
	assert.equal((await author.submit(again)).status, 303);
	assert.equal(await one(`SELECT body FROM proposal_section WHERE ref = '${section}'`), "My text");
	const elsewhere = await author.get(`/proposals/${ref}/publish`);
	assert.equal((await other.submit(await other.get(`/proposals/${ref}/sections/${section}`), { body: "Later" })).status, 303);
	assert.equal((await author.submit(elsewhere)).status, 422); // what is published is what was looked at
});

test("sections: moved, removed, refused when too long", async () => {
	const { ref, sections } = await makeProposal(it, { author, publish: false, sections: [["One", "1"], ["Two", "2"], ["Three", "3"]] });
	const order = async () => (await it.sql(`SELECT s.heading FROM proposal_section s JOIN proposal p ON p.proposal_id = s.proposal_id WHERE p.ref = '${ref}' ORDER BY s.position`)).map(([name]) => name).join(" ");
	const press = async (name, value) => author.submit(await author.get(`/proposals/${ref}`), { [name]: value });
	assert.equal((await press("up", sections[2])).location, `/proposals/${ref}#sections`);
	assert.equal(await order(), "One Three Two");
	await press("down", sections[0]);
	assert.equal(await order(), "Three One Two");
	await press("up", sections[2]); // the first one
	assert.equal(await order(), "Three One Two");
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/sections/${sections[0]}/remove`))).status, 303);
	assert.equal(await order(), "Three Two");
	const long = await author.submit(await author.get(`/proposals/${ref}/sections/new`), { heading: "Long", body: "x".repeat(20_001) });
	assert.equal(long.status, 422);
	assert.equal((await author.get(`/proposals/${ref}/sections/2222-2222`)).status, 404);
	const { ref: elsewhere } = await makeProposal(it, { author, publish: false, sections: [] });
	assert.equal((await author.get(`/proposals/${elsewhere}/sections/${sections[1]}`)).status, 404); // another proposal's
});

test("after it is published: words with a public reason, the last day only later, stances and first day never", async () => {
	const { ref, sections: [section] } = await makeProposal(it, { author, closes: day(10) });
	const page = await author.get(`/proposals/${ref}/edit`);
	assert.doesNotMatch(page.text, /name="in_favour"|name="opens_on-day"|name="audience"/);
	const silent = await author.submit(page, { summary: "Better words" });
	assert.equal(silent.status, 422);
	assert.match(words(silent.text), /Say what was changed, and why/);
	assert.match(words((await author.submit(page, { ...date("closes_on", day(5)), why: "Sooner" })).text), /The last day can only be later/);
	assert.match(words((await author.submit(page, { decides: "", why: "x" })).text), /Say who decides/);
	assert.equal((await author.submit(page, { summary: "Better words", ...date("closes_on", day(40)), in_favour: "Hacked", why: "Longer, because of the <holidays>" })).status, 303);
	assert.deepEqual(await row(ref, "summary, closes_on, in_favour"), ["Better words", day(40), "In favour"]);
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/sections/${section}`), { body: "Put right", why: "A wrong number" })).status, 303);
	assert.match(words((await author.get(`/proposals/${ref}`)).text), /Changed since it was published.*A wrong number.*Longer, because of the <holidays>/);
	assert.equal(await one(`SELECT COUNT(*) FROM proposal_change c JOIN proposal p ON p.proposal_id = c.proposal_id WHERE p.ref = '${ref}'`), "2");
	assert.equal((await author.get(`/proposals/${ref}/sections/${section}/remove`)).location, `/proposals/${ref}`);

	const draft = await makeProposal(it, { author, publish: false });
	assert.equal((await author.get(`/proposals/${draft.ref}/withdraw`)).location, `/proposals/${draft.ref}`);
	const ask = await author.get(`/proposals/${ref}/withdraw`);
	assert.equal((await author.submit(ask)).status, 422);
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/withdraw`), { reason: "The money is gone" })).status, 303);
	assert.deepEqual(await row(ref, "state, withdrawn_why"), ["withdrawn", "The money is gone"]);
	assert.match(words((await auditor.get(`/proposals/${ref}`)).text), /Withdrawn The money is gone/);
	assert.equal((await author.get(`/proposals/${ref}/edit`)).location, `/proposals/${ref}`); // it stays as it is
	assert.match((await auditor.get("/proposals?stand=withdrawn")).text, new RegExp(`/proposals/${ref}`));
});

test("easy read and translations: one of a language, changed by two people, told in public once it is published", async () => {
	const { ref } = await makeProposal(it, { author, publish: false }), place = `/proposals/${ref}`;
	const page = await author.get(`${place}/texts/new`), text = { code: "ur", title: "ڈیمنشیا", body: "یہ ایک **تجویز** ہے۔" };
	assert.deepEqual((await Promise.all([0, 1].map(() => author.submit(page, text)))).map(({ status }) => status).sort(), [303, 422]); // a double tap adds one
	assert.equal((await author.submit(page, { ...text, code: "easy-read" })).location, `${place}#texts`);
	assert.equal((await author.submit(page, { ...text, code: "xx" })).status, 422);
	assert.match(words((await auditor.get(place)).text), /Easy read: ڈیمنشیا.*اردو \(Urdu\): ڈیمنشیا/);
	const [mine, theirs] = [await author.get(`${place}/texts/ur`), await other.get(`${place}/texts/ur`)];
	assert.equal((await other.submit(theirs, { body: "ان کا" })).status, 303);
	assert.equal((await author.submit(mine, { body: "میرا" })).status, 422);
	assert.equal((await author.submit(await author.get(`${place}/publish`))).status, 303);
	assert.match(words((await author.submit(await author.get(`${place}/texts/easy-read/remove`))).text), /Say what was changed, and why/);
	assert.equal((await author.submit(await author.get(`${place}/texts/easy-read/remove`), { why: "It was wrong" })).location, `${place}#texts`);
	assert.equal((await author.get(`${place}/texts/easy-read`)).status, 404);
	assert.match(words((await author.get(place)).text), /Changed since it was published.*It was wrong/);
});

/** Sends the form of a page with a file in it. */
function sendFile(client, page, fields, content, name = "plan.pdf") {
	const body = new FormData(), form = forms(page.text).find(({ fields: list }) => list.some(([key]) => key === "title" || key === "file"));
	for (const [key, value] of Object.entries({ ...Object.fromEntries(form.fields.filter(([key]) => key !== "file")), ...fields }))
		body.append(key, value);
	if (content)
		body.append("file", new Blob([content]), name);
	return client.request(page.path, { method: "POST", body });
}

test("documents: added once, downloaded by everybody when it is published, removed with their bytes; told in public from then on", async () => {
	const { ref } = await makeProposal(it, { author, publish: false }), place = `/proposals/${ref}`, title = "Costs <b>2027</b>";
	const slug = (await row(ref, "slug"))[0], nobody = new Client(it.publicUrl);
	const form = await author.get(`${place}/documents/new`);
	for (const [fields, content, name, sentence] of [[{ title }, null, "", /Choose a file/], [{ title: "" }, pdf("one"), "plan.pdf", /Enter its title/],
		[{ title }, Buffer.from("MZ\x90\0\x03\0\0\0"), "plan.pdf", /is not|cannot|take/i], [{ title }, Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-1.7\n"), "large.pdf", /larger than 10 MB/]]) {
		const answer = await sendFile(author, form, fields, content, name);
		assert.equal(answer.status, 422, name);
		assert.match(words(answer.text), sentence);
		assert.equal(fields.title === title, answer.text.includes("Costs &lt;b&gt;2027"), "what was typed is kept");
	}
	const answers = await Promise.all([1, 2, 3].map(() => sendFile(author, form, { title }, pdf("one"))));
	assert.deepEqual(answers.map(({ location }) => location), Array(3).fill(`${place}#documents`));
	assert.equal(await one(`SELECT COUNT(*) FROM proposal_document d JOIN proposal p ON p.proposal_id = d.proposal_id WHERE p.ref = '${ref}'`), "1");
	const page = await auditor.get(place), [path] = /\/proposals\/[^"]+\/documents\/[0-9a-f]{32}/.exec(page.text), file = path.split("/").pop();
	assert.match(words(page.text), /Documents .*Costs <b>2027<\/b> \(PDF, \d+ bytes, not scanned for viruses\)/);
	assert.ok(!page.text.includes("/remove"), "an auditor changes nothing");
	const opened = await openFile(auditor, path);
	assert.deepEqual(opened.bytes, pdf("one"));
	assert.match(opened.headers.get("content-disposition"), /^attachment; filename="plan\.pdf"/);
	assert.equal((await nobody.get(`/p/${slug}/files/${file}`)).status, 404, "not before it is published");
	assert.equal((await author.submit(await author.get(`${place}/publish`))).status, 303);
	assert.match((await nobody.get(`/p/${slug}`)).text, new RegExp(`/files/${file}"[^>]*>Costs &lt;b&gt;2027`));
	assert.equal((await nobody.get(`/p/${slug}/files/${file}`)).status, 200);
	assert.match(words((await sendFile(author, await author.get(`${place}/documents/new`), { title: "More" }, jpeg(6))).text), /Say what was changed, and why/);
	assert.equal((await sendFile(author, await author.get(`${place}/documents/new`), { title: "More", why: "A map was missing" }, jpeg(6), "../../map.jpg")).location, `${place}#documents`);
	const remove = await author.get(`${path}/remove`);
	assert.match(words((await author.submit(remove)).text), /Say what was changed, and why/);
	assert.equal((await author.submit(remove, { why: "It named a person" })).location, `${place}#documents`);
	assert.equal((await author.submit(remove, { why: "Twice" })).status, 404);
	assert.equal((await nobody.get(`/p/${slug}/files/${file}`)).status, 404);
	assert.equal((await auditor.get(path)).status, 404);
	assert.equal(await one(`SELECT COUNT(*) FROM proposal_document_body b JOIN proposal_document d ON d.document_id = b.document_id WHERE d.ref = '${file}'`), "0");
	const shown = await nobody.get(`/p/${slug}`), [photo] = /\/p\/[^"]+\/files\/[0-9a-f]{32}/.exec(shown.text);
	assert.match(words(shown.text), /Changed since it was published .*It named a person.* .*A map was missing .*More \(Picture \(JPEG\)/);
	assert.deepEqual((await openFile(nobody, photo)).bytes, jpegClean(6));
	const trail = (await it.sql(`SELECT detail FROM audit WHERE subject = 'proposal' AND ref = '${ref}' ORDER BY audit_id`)).join("\n");
	assert.match(trail, /document added.*Costs[\s\S]*document added.*More[\s\S]*document removed.*told everybody.*It named a person/);
});

test("a proposal has no more documents than people can read", async () => {
	const { ref } = await makeProposal(it, { author, publish: false });
	for (let i = 0; i < 20; i++)
		await document(it, ref);
	const answer = await sendFile(author, await author.get(`/proposals/${ref}/documents/new`), { title: "One more" }, pdf("one"));
	assert.equal(answer.status, 422);
	assert.match(words(answer.text), /at most 20 documents/);
});

test("the trail has every step", async () => {
	const { ref, sections: [section] } = await makeProposal(it, { author });
	await author.submit(await author.get(`/proposals/${ref}/sections/${section}`), { body: "Put right", why: "A slip" });
	const trail = (await it.sql(`SELECT action, detail FROM audit WHERE subject = 'proposal' AND ref = '${ref}' ORDER BY audit_id`)).map((line) => line.join(" ")).join("\n");
	assert.match(trail, /^add .*title[\s\S]*change .*closes_on[\s\S]*section added[\s\S]*publish[\s\S]*section changed.*told everybody/);
});
