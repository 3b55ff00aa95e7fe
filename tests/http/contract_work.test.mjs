// contract_work.test.mjs: documents of contracts and their versions, actions and reminders, what the organisation sees.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contract, kpi, voluntary } from "../lib/contracts.mjs";
import { decisionMade, declares, panelReview } from "../lib/decisions.mjs";
import { jpeg, jpegClean, openFile, pdf } from "../lib/files.mjs";
import { decode, forms, signIn } from "../lib/http.mjs";
import { newRef } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, reviewer, auditor, provider, stranger;
const accounts = {}, tag = `W${process.pid % 100000}`;

before(async () => {
	it = await sharedInstance();
	for (const code of [`${tag}A`, `${tag}B`])
		await voluntary(it, code);
	accounts.reviewer = await it.addUser("contract_reviewer", { name: "Rita Reviewer" });
	accounts.provider = await it.addUser("provider_member", { name: "Paula Provider", organisation: `${tag}A` });
	reviewer = await signIn(it, accounts.reviewer);
	auditor = await signIn(it, await it.addUser("auditor"));
	provider = await signIn(it, accounts.provider);
	stranger = await signIn(it, await it.addUser("provider_member", { organisation: `${tag}B` }));
});
after(() => it.release());

const said = (page) => decode(page.text.replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
const day = (name, iso) => { const [year, month, date] = iso.split("-"); return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }; };
const one = async (query) => (await it.sql(query))[0]?.[0];
const id = (ref) => `(SELECT c.contract_id FROM contract c WHERE c.ref = '${ref}')`;
/** Sends a page's form with a file in it. */
function send(client, page, fields, content, name = "spec.pdf") {
	const body = new FormData(), form = forms(/<main[^>]*>[\s\S]*<\/main>/.exec(page.text)[0]).find(({ method }) => method.toLowerCase() === "post");
	for (const [key, value] of form.fields.filter(([key]) => key !== "file" && !(key in fields)))
		body.append(key, value);
	for (const [key, value] of Object.entries(fields))
		body.append(key, value);
	if (content)
		body.append("file", new Blob([content]), name);
	return client.request(page.path, { method: "POST", body });
}
const links = (page) => [...page.text.matchAll(/href="(\/(?:our-)?contracts\/[^"]*\/documents\/[^"]*[0-9a-f]{32})"/g)].map(([, path]) => path);
const documentOf = (ref) => one(`SELECT d.ref FROM contract_document d WHERE d.contract_id = ${id(ref)} ORDER BY document_id DESC LIMIT 1`);

test("a document has versions, which stay; the newest agreed one is in force, and each opens as a download", async () => {
	const ref = await contract(it, { organisation: `${tag}A` }), form = await reviewer.get(`/contracts/${ref}/documents/new`);
	const first = { kind: "specification", title: "Specification of the service", ...day("agreed_on", "2024-03-20") };
	const answers = await Promise.all([1, 2, 3].map(() => send(reviewer, form, first, pdf("one"), "\"><img> déjà.pdf")));
	assert.deepEqual(answers.map(({ status }) => status), [303, 303, 303], answers.map(said).join("\n").slice(0, 500));
	assert.equal(await one(`SELECT COUNT(*) FROM contract_document WHERE contract_id = ${id(ref)}`), "1");
	assert.equal(await one(`SELECT COUNT(*) FROM contract_document_version v JOIN contract_document d ON d.document_id = v.document_id WHERE d.contract_id = ${id(ref)}`), "1");
	assert.equal(await one(`SELECT specified FROM contract WHERE ref = '${ref}'`), "1");
	const path = `/contracts/${ref}/documents/${await documentOf(ref)}`, [mine, theirs] = [await reviewer.get(path), await reviewer.get(path)];
	assert.equal((await send(reviewer, mine, { why: "Longer hours" }, pdf("two"))).status, 303);
	assert.equal((await send(reviewer, mine, { why: "Longer hours" }, pdf("two"))).status, 303, "the same form again adds nothing");
	const clash = await send(reviewer, theirs, { why: "Weekends too", held_at: "Cabinet 3" });
	assert.equal(clash.status, 422);
	assert.match(said(clash), /Somebody else added a version while you were typing/);
	assert.match(clash.text, /Weekends too/);
	assert.equal((await send(reviewer, clash, {})).status, 303);
	const page = await auditor.get(`/contracts/${ref}/documents`);
	assert.match(said(page), /Version 3 Weekends too .*Draft .*Cabinet 3 .*Version 2 Longer hours .*Draft .*Version 1 .*20 March 2024 In force/);
	assert.match(said(await auditor.get(`/contracts/${ref}`)), /Specification of the service Specification Agreed version 1, on 20 March 2024 Draft version 3/);
	assert.match(said(await auditor.get(`/contracts/${ref}`)), /Document: Specification of the service; Version: 3; Agreed on: a draft; Held at: Cabinet 3 Weekends too/);
	const opened = await openFile(auditor, links(page).at(-1));
	assert.equal(opened.status, 200);
	assert.deepEqual(opened.bytes, pdf("one"));
	assert.equal(opened.headers.get("content-type"), "application/octet-stream");
	assert.match(opened.headers.get("content-disposition"), /^attachment; filename="___img_ d_j_\.pdf"/);
	assert.match(opened.headers.get("content-security-policy"), /sandbox/);
	assert.equal((await auditor.get(path)).status, 403);
	const other = await contract(it, { organisation: `${tag}B` });
	assert.equal((await auditor.get(links(page)[0].replace(ref, other))).status, 404, "under another contract's reference");
});

test("files that are none, empty, too large or wrong are refused, with what was typed kept; pictures lose what they tell", async () => {
	const ref = await contract(it, { organisation: `${tag}A` }), form = await reviewer.get(`/contracts/${ref}/documents/new`), typed = { kind: "other", title: "A letter of thanks" };
	for (const [content, name, words] of [[null, "", /Choose a file, or say where it lies/], [Buffer.alloc(0), "empty.pdf", /The file is empty|Choose a file/],
		[Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-1.7\n"), "large.pdf", /The file is larger than 10 MB/], [Buffer.from("MZ\x90\0\x03\0\0\0"), "letter.pdf", /is not|cannot|not taken|take/i]]) {
		const answer = await send(reviewer, form, typed, content, name);
		assert.equal(answer.status, 422, name);
		assert.match(said(answer), words);
		assert.match(answer.text, /A letter of thanks/);
	}
	assert.match(said(await send(reviewer, form, { ...typed, held_at: "Cabinet" }, pdf())), /Choose a file or say where it lies, not both/);
	assert.match(said(await send(reviewer, form, { ...typed, held_at: "Cabinet", ...day("agreed_on", "2099-01-01") })), /must be today or in the past|in the past/);
	assert.equal(await one(`SELECT COUNT(*) FROM contract_document WHERE contract_id = ${id(ref)}`), "0");
	assert.equal((await send(reviewer, form, typed, jpeg(6), "../../photo.jpg")).status, 303);
	const [path] = links(await reviewer.get(`/contracts/${ref}/documents`)), opened = await openFile(reviewer, path);
	assert.deepEqual(opened.bytes, jpegClean(6));
	assert.doesNotMatch(opened.headers.get("content-disposition"), /\.\.\//);
});

test("the organisation sees what was agreed, its KPIs and its actions; no draft, no history, and nobody else's contract", async () => {
	const ref = await contract(it, { organisation: `${tag}A`, service: "Lunch club", lead: accounts.reviewer.email, values: { 2026: 1200000 } });
	await kpi(it, ref, { name: "Meals served", unit: "number", target: 120000 });
	const add = async (fields, content) => assert.equal((await send(reviewer, await reviewer.get(`/contracts/${ref}/documents/new`), fields, content)).status, 303);
	await add({ kind: "specification", title: "What we agreed", ...day("agreed_on", "2025-04-01") }, pdf("agreed"));
	await add({ kind: "agreement", title: "A secret draft" }, pdf("draft"));
	await add({ kind: "other", title: "Our thoughts", ...day("agreed_on", "2025-04-01") }, pdf("other"));
	const list = await provider.get("/our-contracts"), page = await provider.get(`/our-contracts/${ref}`);
	assert.match(said(list), /Lunch club .*£12,000 .*Live/);
	assert.match(said(page), /Meals served .*1,200 .*Green from 1,200; amber from 1,080; red below.*2026\/27 .*£12,000.*What we agreed/);
	assert.doesNotMatch(said(page), /secret draft|Our thoughts| History | Added by/);
	assert.match(said(await provider.get(`/organisations/${tag}A`)), /Contracts and grants .*Lunch club/);
	assert.match(said(await auditor.get(`/organisations/${tag}A`)), /Contracts and grants .*Lunch club/);
	const [path] = links(page);
	assert.deepEqual((await openFile(provider, path)).bytes, pdf("agreed"));
	for (const hidden of ["A secret draft", "Our thoughts"]) {
		const version = await one(`SELECT v.ref FROM contract_document_version v JOIN contract_document d ON d.document_id = v.document_id WHERE d.contract_id = ${id(ref)} AND d.title = '${hidden}'`);
		assert.equal((await provider.get(`/our-contracts/${ref}/documents/${version}`)).status, 404, hidden);
	}
	for (const address of [`/our-contracts/${ref}`, path])
		assert.equal((await stranger.get(address)).status, 404);
	assert.equal((await provider.get(`/contracts/${ref}`)).status, 403);
	assert.doesNotMatch(said(await stranger.get("/our-contracts")), /Lunch club/);
});

test("actions: added once, done with evidence, cancelled with a reason; listed, counted, exported", async () => {
	const ref = await contract(it, { organisation: `${tag}A`, service: "=Befriending" });
	const form = await reviewer.get(`/contracts/${ref}/actions/new`), own = (what) => one(`SELECT ref FROM contract_action WHERE contract_id = ${id(ref)} AND what = '${what}'`);
	assert.match(said(await reviewer.submit(form, { what: "", ...day("due_on", "2026-13-01") })), /Say what is to be done/);
	const rita = await one(`SELECT ref FROM person WHERE email = '${accounts.reviewer.email}'`);
	await Promise.all([1, 2, 3].map(() => reviewer.submit(form, { what: `Visit ${ref}`, owner: rita, ...day("due_on", "2026-01-15") })));
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/actions/new`), { what: `Policy ${ref}`, owner: "organisation", ...day("due_on", "2099-01-15") });
	assert.equal(await one(`SELECT COUNT(*) FROM contract_action WHERE contract_id = ${id(ref)}`), "2");
	assert.match(said(await reviewer.get("/")), /1 action of yours about a contract is overdue/);
	const mine = said(await reviewer.get("/contracts/actions?owner=me&state=overdue"));
	assert.match(mine, new RegExp(`Visit ${ref}`));
	assert.doesNotMatch(mine, new RegExp(`Policy ${ref}`));
	assert.match(said(await reviewer.get("/contracts/actions?owner=organisation")), new RegExp(`Policy ${ref}`));
	assert.match((await auditor.get("/contracts/actions.csv?state=all")).text, new RegExp(`'=Befriending,Voluntary ${tag}A,Visit ${ref},Rita Reviewer,2026-01-15,Open`));
	assert.match(said(await provider.get(`/our-contracts/${ref}`)), new RegExp(`Policy ${ref} .*15 January 2099 .*Open`));
	assert.equal([...(await reviewer.get(`/contracts/${ref}`)).text.matchAll(/href="\/contracts\/actions\/[^"]+\/(done|cancel)"/g)].length, 4);
	assert.doesNotMatch((await auditor.get(`/contracts/${ref}`)).text, /href="\/contracts\/actions\/[^"]+\/done"/);
	const done = `/contracts/actions/${await own(`Visit ${ref}`)}/done`;
	assert.match(said(await reviewer.submit(await reviewer.get(done), { words: "" })), /Say how you know/);
	assert.equal((await reviewer.submit(await reviewer.get(done), { words: "The minutes of June" })).location, `/contracts/${ref}#actions`);
	assert.equal((await reviewer.get(done)).status, 303);
	await reviewer.submit(await reviewer.get(`/contracts/actions/${await own(`Policy ${ref}`)}/cancel`), { words: "They have one" });
	const page = said(await auditor.get(`/contracts/${ref}`));
	assert.match(page, /The minutes of June .*Done/);
	assert.match(page, new RegExp(`Action .*Rita Reviewer Cancelled: Policy ${ref} They have one`));
	assert.doesNotMatch(said(await reviewer.get("/")), /action of yours about a contract is overdue/);
});

test("an open action is changed, with a reason: the history has what it was before; two at once lose nothing; what has ended stays", async () => {
	const ref = await contract(it, { organisation: `${tag}A` }), action = newRef();
	await it.sql(`INSERT INTO contract_action (ref, contract_id, organisation_id, what, due_on, made_at, reminded_at)
		SELECT '${action}', contract_id, organisation_id, 'Write it down', '2099-01-15', UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM contract WHERE ref = '${ref}'`);
	const page = await reviewer.get(`/contracts/actions/${action}/edit`), rita = await one(`SELECT ref FROM person WHERE email = '${accounts.reviewer.email}'`);
	assert.match(page.text, /Write it down/);
	assert.match(said(await reviewer.submit(page, { what: "Write it up" })), /Say why it is changed/);
	assert.match(said(await reviewer.submit(page, { what: "", why: "A slip" })), /Say what is to be done/);
	assert.equal((await reviewer.submit(page, { what: "Write it up", owner: rita, ...day("due_on", "2099-02-20"), why: "Agreed on the telephone" })).location, `/contracts/${ref}#actions`);
	assert.deepEqual((await it.sql(`SELECT a.what, p.ref, a.due_on, a.reminded_at IS NULL FROM contract_action a JOIN person p ON p.person_id = a.owner_id WHERE a.ref = '${action}'`))[0],
		["Write it up", rita, "2099-02-20", "1"], "and its new owner is reminded");
	const told = said(await auditor.get(`/contracts/${ref}`));
	for (const words of ["Agreed on the telephone", "Write it down", "15 January 2099", "Write it up"])
		assert.ok(told.includes(words), words);
	assert.match(await one(`SELECT detail FROM audit WHERE subject = 'contract' AND ref = '${ref}' AND action = 'change' ORDER BY audit_id DESC LIMIT 1`), /Write it down/);
	const late = await reviewer.submit(page, { what: "Mine is kept", why: "Later" });
	assert.equal(late.status, 422, "somebody changed it since");
	assert.ok(said(late).includes("Write it up") && late.text.includes("Mine is kept"));
	assert.equal((await reviewer.submit(await reviewer.get(`/contracts/actions/${action}/edit`), { why: "Nothing" })).location, `/contracts/${ref}#actions`);
	assert.equal((await auditor.get(`/contracts/actions/${action}/edit`)).status, 403);
	await reviewer.submit(await reviewer.get(`/contracts/actions/${action}/done`), { words: "Seen" });
	assert.equal((await reviewer.get(`/contracts/actions/${action}/edit`)).status, 303);
	assert.equal((await reviewer.submit(page, { what: "Too late", why: "Later" })).status, 303);
	assert.equal(await one(`SELECT what FROM contract_action WHERE ref = '${action}'`), "Write it up");
});

test("reminders: the owner, or the organisation, 7 days before and when overdue; once each, and without content", async () => {
	const ref = await contract(it, { organisation: `${tag}A` });
	const action = async (what, days, owner) => it.sql(`INSERT INTO contract_action (ref, contract_id, organisation_id, what, owner_id, due_on, made_at)
		SELECT '${what}', c.contract_id, c.organisation_id, 'Secret canary', ${owner ? `(SELECT person_id FROM person WHERE email = '${owner}')` : "NULL"},
		CURRENT_DATE + INTERVAL ${days} DAY, UTC_TIMESTAMP() FROM contract c WHERE c.ref = '${ref}'`);
	await action(`RMND-${tag.slice(-4).padStart(4, "2")}`, 3, accounts.reviewer.email);
	await action(`RMNE-${tag.slice(-4).padStart(4, "2")}`, -2);
	await action(`RMNF-${tag.slice(-4).padStart(4, "2")}`, 30, accounts.reviewer.email);
	await Promise.all([1, 2].map(() => it.soundings(["jobs"])));
	await it.soundings(["jobs"]);
	const sent = await it.sql(`SELECT recipient, subject FROM mail WHERE kind = 'contract_action' AND recipient IN ('${accounts.reviewer.email}', '${accounts.provider.email}') ORDER BY recipient = '${accounts.provider.email}', subject`);
	assert.deepEqual(sent, [[accounts.reviewer.email, "An action is due soon"], [accounts.provider.email, "An action is overdue"]]);
});

test("a condition of a review is not for who has a conflict of interest there: section, list, file, count, address, history", async () => {
	const ref = await contract(it, { organisation: `${tag}A` }), conflicted = await it.addUser("contract_reviewer"), client = await signIn(it, conflicted);
	const of = await panelReview(it, { contract: ref }), decision = await decisionMade(it, of, { by: accounts.reviewer.email, votes: {} });
	await it.sql(`INSERT INTO contract_action (ref, contract_id, decision_id, organisation_id, what, owner_id, due_on, made_at)
		SELECT '${tag.slice(-4).padStart(4, "2")}-CNDX', c.contract_id, d.decision_id, c.organisation_id, 'Canary condition', p.person_id, '2026-01-01', UTC_TIMESTAMP()
		FROM contract c, decision d, person p WHERE c.ref = '${ref}' AND d.ref = '${decision}' AND p.email = '${conflicted.email}';
		INSERT INTO contract_event (contract_id, at, kind, review_id, text) SELECT v.contract_id, UTC_TIMESTAMP(), 'review', v.review_id, 'Canary event' FROM review v WHERE v.ref = '${of}'`);
	const places = [`/contracts/${ref}`, "/contracts/actions?owner=me", "/contracts/actions.csv?state=all"], own = await one("SELECT ref FROM contract_action WHERE what = 'Canary condition' ORDER BY action_id DESC LIMIT 1");
	const seen = async () => (await Promise.all(places.map((path) => client.get(path)))).map(({ text }) => /Canary condition/.test(text));
	assert.deepEqual(await seen(), [true, true, true]);
	assert.match(said(await client.get(`/contracts/${ref}`)), /Canary event/);
	assert.equal((await client.get(`/contracts/actions/${own}/done`)).status, 200);
	assert.match(said(await client.get("/")), /1 action of yours about a contract is overdue/);
	const form = await client.get(`/contracts/actions/${own}/done`);
	await declares(it, of, conflicted.email, "indirect");
	assert.deepEqual(await seen(), [false, false, false]);
	assert.doesNotMatch(said(await client.get(`/contracts/${ref}`)), /Canary event/);
	assert.equal((await client.get(`/contracts/actions/${own}/done`)).status, 404);
	assert.equal((await client.submit(form, { words: "An open tab" })).status, 404);
	assert.doesNotMatch(said(await client.get("/")), /action of yours about a contract/);
	assert.match((await auditor.get(`/contracts/${ref}`)).text, /Canary condition/);
});
