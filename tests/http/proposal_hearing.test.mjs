// proposal_hearing.test.mjs: what staff see of responses to a proposal: totals are those of the rows, whatever came, changed or was withdrawn.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { proposal, proposalId, response, theme } from "../lib/proposals.mjs";

let it, author;
before(async () => {
	it = await sharedInstance();
	author = await signIn(it, await it.addUser("author"));
});
after(() => it.release());

async function totals(ref) {
	const { status, stderr } = await it.soundings(["tally"]);
	assert.equal(status, 0, stderr);
	const rows = await it.sql(`SELECT dimension, value, SUM(n) FROM proposal_total WHERE proposal_id = ${proposalId(ref).sql} GROUP BY dimension, value HAVING SUM(n) <> 0`);
	return Object.fromEntries(rows.map(([dimension, value, n]) => [`${dimension} ${value}`.trim(), Number(n)]));
}

test("totals: stances, points, themes, answers, and what is apart; a new version takes over with its codes", async () => {
	const form = { pages: [{ title: "More", questions: [{ code: "how", type: "radios", label: "How?", options: [] }, { code: "what", type: "checkboxes", label: "What?", options: [] },
		{ code: "say", type: "text", label: "Say" }] }] };
	const one = await proposal(it, { groups: [["GPs", 42], ["LMC", null]], form: JSON.stringify(form) });
	const quality = await theme(it, one.ref, "Quality");
	const first = await response(it, one.ref, { group: one.groups.GPs, answers: { how: "well", what: ["a", "b"], say: "well" },
		points: [{ kind: "gain", grade: "high", text: "More local say", themes: [quality], quoted: 1 }, { kind: "concern", text: "Too fast" }] });
	await response(it, one.ref, { stance: "against", group: one.groups.LMC, points: [{ kind: "gain", grade: "high", text: "More local say" }] });
	await response(it, one.ref, { stance: "against", late: 1, points: [{ kind: "gain", grade: "high", text: "Late words" }] });
	const expected = { all: 2, "stance in_favour": 1, "stance against": 1, "capacity person": 2, "source web": 2, "publication none": 2, "gain high": 2, concern: 1, [`theme ${await id(quality)}.gain.high`]: 1,
		"q how": 1, "q what": 1, "q say": 1, "q:how well": 1, "q:what a": 1, "q:what b": 1, "apart late": 1, "apart_stance late.against": 1, "coding 0": 4 };
	assert.deepEqual(await totals(one.ref), expected);
	// They send another: the same gain, coded and quoted as before; then one more at once.
	const [[person]] = await it.sql("SELECT MIN(person_id) FROM person");
	await it.sql(`INSERT INTO proposal_coded (point_id, person_id, proposal_id, at) VALUES (${first.points[0]}, ${person}, ${proposalId(one.ref).sql}, UTC_TIMESTAMP());
		INSERT INTO proposal_code (point_id, person_id, theme_id) VALUES (${first.points[0]}, ${person}, ${await id(quality)})`);
	const second = await response(it, one.ref, { group: one.groups.GPs, replaces: first.ref, stance: "unsure", points: [{ kind: "gain", grade: "high", text: "More local say" }] });
	const third = await response(it, one.ref, { group: one.groups.GPs, replaces: second.ref, stance: "unsure", points: [{ kind: "gain", grade: "high", text: "More local say" }, { text: "New" }] });
	assert.deepEqual(await totals(one.ref), { all: 2, "stance unsure": 1, "stance against": 1, "capacity person": 2, "source web": 2, "publication none": 2, "gain high": 2, gain: 1,
		[`theme ${await id(quality)}.gain.high`]: 1, "apart late": 1, "apart_stance late.against": 1, "coding 0": 3, "coding 1": 1, [`coder ${person}.alone`]: 1 });
	assert.deepEqual(await it.sql(`SELECT quoted, (SELECT COUNT(*) FROM proposal_code c WHERE c.point_id = p.point_id) FROM proposal_point p WHERE point_id IN (${third.points})
		ORDER BY position`), [["1", "1"], ["0", "0"]]);
	assert.deepEqual(await it.sql(`SELECT ref, counts FROM proposal_response WHERE proposal_id = ${proposalId(one.ref).sql} AND counts = 0 ORDER BY ref`),
		[[first.ref, "0"], [second.ref, "0"]].sort());
	await it.sql(`UPDATE proposal_response SET withdrawn = 1 WHERE ref = '${third.ref}'`);
	assert.deepEqual(await totals(one.ref), { all: 1, "stance against": 1, "capacity person": 1, "source web": 1, "publication none": 1, "gain high": 1, "apart late": 1, "apart_stance late.against": 1,
		"apart withdrawn": 1, "apart_stance withdrawn.unsure": 1, "coding 0": 2 });
	// Made again they are the same; what a hand has changed is mended.
	assert.doesNotMatch((await it.soundings(["tally", "--rebuild"])).stdout, /responses to proposals/);
	await it.sql(`UPDATE proposal_total SET n = n + 1 WHERE proposal_id = ${proposalId(one.ref).sql} AND dimension = 'all'`);
	assert.match((await it.soundings(["tally", "--rebuild"])).stdout, /responses to proposals were wrong, and are mended/);
	assert.equal((await totals(one.ref)).all, 1);
});

const id = async (ref) => (await it.sql(`SELECT theme_id FROM proposal_theme WHERE ref = '${ref}'`))[0][0];

const listed = (text) => [...text.matchAll(/href="\/proposals\/[\w-]+\/responses\/(\w{4}-\w{4})"/g)].map(([, ref]) => ref).sort();
const fileRows = (text) => text.replace(/^\uFEFF/, "").trim().split("\r\n").length - 1;

test("the list: every number of the results leads to so many responses; words, filters, files", async () => {
	const form = { pages: [{ title: "More", questions: [{ code: "how", type: "radios", label: "How?", options: [{ code: "well", label: "Well" }, { code: "ill", label: "Ill" }] }] }] };
	const one = await proposal(it, { groups: [["GPs", 42], ["LMC", null]], form: JSON.stringify(form) });
	const quality = await theme(it, one.ref, "Quality"), money = await theme(it, one.ref, "Money", quality);
	const a = await response(it, one.ref, { group: one.groups.GPs, answers: { how: "well" }, points: [{ kind: "gain", grade: "high", text: "Larkspur <b>& rosemary", themes: [quality] }] });
	const b = await response(it, one.ref, { stance: "against", source: "letter", name: "Somebody", answers: { how: "ill" },
		points: [{ kind: "concern", text: "Thyme", themes: [money] }, { kind: "gain", text: "Sage" }] });
	const c = await response(it, one.ref, { stance: "against", late: 1, points: [{ kind: "concern", text: "Basil" }] });
	await response(it, (await proposal(it)).ref, { points: [{ text: "Larkspur elsewhere" }] });
	const path = `/proposals/${one.ref}/responses`;
	const page = await author.get(path);
	assert.deepEqual(listed(page.text), [a.ref, b.ref, c.ref].sort());
	for (const [query, expected] of Object.entries({ "?q=larkspur": [a], "?q=somebody": [b], [`?q=${c.ref.toLowerCase()}`]: [c], "?apart=counted": [a, b], "?apart=late": [c], "?apart=withdrawn": [],
		"?stance=against": [b, c], [`?group=${one.groups.GPs}`]: [a], "?group=none&apart=counted": [b], "?points=gain": [a, b], "?points=gain_high": [a], "?points=gain_none": [b],
		"?points=concern": [b], [`?theme=${quality}`]: [a], [`?theme=${money}&points=concern`]: [b], [`?theme=${money}&points=gain`]: [], "?source=letter": [b], "?answer=how.ill": [b],
		"?publication=none&stance=in_favour": [a] })) {
		const { status, text } = await author.get(path + query);
		assert.equal(status, 200, query);
		assert.deepEqual(listed(text), expected.map(({ ref }) => ref).sort(), query);
		assert.equal(/One response can say several/.test(text), /points=|theme=/.test(query), query);
		assert.equal(fileRows((await author.get(`/proposals/${one.ref}/responses.csv${query}`)).text), expected.length, query);
	}
	// Each number of the results leads to the responses that it counts.
	const results = await author.get(`/proposals/${one.ref}/results`);
	const links = [...results.text.matchAll(/<a href="([^"]*\/responses\?[^"]*)">([\d,]+)</g)];
	assert.ok(links.length > 15, `${links.length} links`);
	for (const [, link, n] of links) {
		const list = await author.get(link.replaceAll("&amp;", "&"));
		assert.equal(list.status, 200, link);
		assert.equal(listed(list.text).length, Number(n), link);
	}
	assert.equal((await author.get(`/proposals/${one.ref}/responses.xlsx`)).status, 200);
	assert.equal((await author.get(`${path}/2222-2222`)).status, 404);
	const shown = await author.get(`${path}/${a.ref}`);
	assert.match(shown.text, /Larkspur &lt;b&gt;&amp; rosemary/);
	assert.match(shown.text, /Themes: Quality/);
	assert.match(shown.text, /How\?<\/dt><dd[^>]*>Well</);
	// Its address under another proposal is not there.
	assert.equal((await author.get(`/proposals/${(await proposal(it)).ref}/responses/${a.ref}`)).status, 404);
});

test("a response is set apart as a duplicate, and counted again; earlier versions and withdrawn ones are shown", async () => {
	const one = await proposal(it), path = `/proposals/${one.ref}/responses`;
	const first = await response(it, one.ref, { email: "someone@test.example" }), again = await response(it, one.ref), newer = await response(it, one.ref, { replaces: first.ref });
	const page = await author.get(`${path}/${again.ref}/duplicate`);
	for (const other of ["", "nonsense", again.ref, first.ref, "2222-2222"])
		assert.equal((await author.submit(page, { other })).status, 422, other);
	assert.equal((await author.submit(page, { other: newer.ref.toLowerCase() })).status, 303);
	assert.equal((await totals(one.ref))["apart duplicate"], 1);
	assert.match((await author.get(`${path}/${again.ref}`)).text, new RegExp(`The same people sent <a href="${path}/${newer.ref}"`));
	assert.deepEqual(listed((await author.get(`${path}?apart=duplicate`)).text), [again.ref]);
	assert.equal((await author.submit(await author.get(`${path}/${again.ref}/duplicate`), {}, { button: "undo" })).status, 303);
	assert.deepEqual((await totals(one.ref)).all, 2);
	assert.match((await author.get(`${path}/${newer.ref}`)).text, new RegExp(`Earlier versions[^]*${first.ref}`));
	const old = (await author.get(`${path}/${first.ref}`)).text;
	assert.match(old, /They left one/);
	assert.match(old, new RegExp(`It was replaced by <a [^>]*>${newer.ref}`));
	assert.ok(!old.includes("someone@test.example"));
	await it.sql(`UPDATE proposal_response SET withdrawn = 1 WHERE ref = '${newer.ref}'`);
	assert.match((await author.get(`${path}/${newer.ref}`)).text, /It was withdrawn/);
	assert.equal((await author.get(`${path}/${newer.ref}/duplicate`)).status, 303);
	assert.equal((await author.get(`${path}/${first.ref}/duplicate`)).status, 303);
});

test("what was set apart as a duplicate counts again when the one that it duplicates is withdrawn", async () => {
	const one = await proposal(it), link = { sql: `UNHEX('${randomBytes(32).toString("hex")}')` }, first = await response(it, one.ref, { edit_hash: link }), again = await response(it, one.ref);
	await it.sql(`UPDATE proposal_response SET duplicate_of = ${first.id} WHERE response_id = ${again.id}`);
	assert.deepEqual([(await totals(one.ref)).all, (await totals(one.ref))["apart duplicate"]], [1, 1]);
	await response(it, one.ref, { edit_hash: link, replaces: first.ref, withdrawn: 1 });
	const counted = await totals(one.ref);
	assert.deepEqual([counted.all, counted["apart duplicate"], counted["apart withdrawn"]], [1, undefined, 1]);
});

test("two that are set apart as duplicates of each other at once: one of them is still counted", async () => {
	const one = await proposal(it), path = `/proposals/${one.ref}/responses`, a = await response(it, one.ref), b = await response(it, one.ref);
	const page = await author.get(`${path}/${a.ref}/duplicate`);
	// Somebody else, who takes a second.
	const theirs = it.sql(`START TRANSACTION; UPDATE proposal_response SET duplicate_of = ${a.id}, row_version = row_version + 1 WHERE response_id = ${b.id}; DO SLEEP(1); COMMIT`);
	await sleep(300);
	assert.equal((await author.submit(page, { other: b.ref })).status, 422);
	await theirs;
	assert.deepEqual((await totals(one.ref)).all, 1);
});

const dated = (name, date) => ({ [`${name}-day`]: String(date.getUTCDate()), [`${name}-month`]: String(date.getUTCMonth() + 1), [`${name}-year`]: String(date.getUTCFullYear()) });
const daysAgo = (n) => new Date(Date.now() - n * 86_400_000);

test("typed in from a letter, once; what came after the last day is late; a meeting's responses are gathered there", async () => {
	const form = { pages: [{ title: "More", questions: [{ code: "how", type: "radios", label: "How?", options: [{ code: "well", label: "Well" }, { code: "ill", label: "Ill" }] }] }] };
	const one = await proposal(it, { groups: [["GPs", 42]], form: JSON.stringify(form), closes_on: daysAgo(5).toISOString().slice(0, 10) });
	const path = `/proposals/${one.ref}/responses/new`, page = await author.get(path);
	assert.equal(page.status, 200);
	assert.equal((await author.submit(page, {})).status, 422);
	const nothing = await author.submit(page, { ...dated("received_on", daysAgo(9)), source: "letter" });
	assert.equal(nothing.status, 422);
	assert.match(nothing.text, /Enter what they said/);
	assert.equal((await author.submit(page, { ...dated("received_on", daysAgo(-3)), source: "letter", stance: "against" })).status, 422);
	const said = { ...dated("received_on", daysAgo(9)), source: "letter", stance: "against", gain_1: "Nearer <i>home</i>", gain_1_grade: "high", gain_1_section: one.sections[0],
		concern_1: "Too dear", comment: "Otherwise good", own_how: "ill", group: one.groups.GPs, capacity: "organisation", organisation: "Hill Surgery", publication: "name" };
	const stored = await author.submit(page, said);
	assert.equal(stored.status, 303, stored.text);
	assert.match(stored.location, /\/responses\/\w{4}-\w{4}$/);
	assert.equal((await author.submit(page, said)).location, stored.location, "a double tap stores one");
	assert.equal((await author.submit(page, { ...said, stance: "unsure" })).status, 303);
	assert.equal(Number((await it.sql(`SELECT COUNT(*) FROM proposal_response WHERE proposal_id = ${proposalId(one.ref).sql}`))[0][0]), 1);
	const shown = await author.get(stored.location);
	for (const words of ["Against", "Nearer &lt;i&gt;home&lt;/i&gt;", "Gain, high", "About: What we propose", "Too dear", "Otherwise good", "Ill", "Hill Surgery", "Letter", "Typed in by Test Person"])
		assert.ok(shown.text.includes(words), words);
	await author.submit(await author.get(path), { ...said, ...dated("received_on", daysAgo(1)), source: "telephone" });
	const counts = await totals(one.ref);
	assert.deepEqual([counts.all, counts["source letter"], counts["apart late"], counts["q:how ill"], counts["gain high"], counts.comment], [1, 1, 1, 1, 1, 1]);
	// A meeting, who came, and what was said there.
	const added = await author.submit(await author.get(`/proposals/${one.ref}/events/new`), { title: "Open <b>evening", kind: "workshop", ...dated("held_on", daysAgo(8)), place: "Guildhall",
		[`came_${one.groups.GPs.replace("-", "").toLowerCase()}`]: "30" });
	assert.equal(added.status, 303);
	const [[event]] = await it.sql(`SELECT ref FROM proposal_event WHERE proposal_id = ${proposalId(one.ref).sql}`);
	assert.match((await author.get(`/proposals/${one.ref}/events`)).text, /Open &lt;b&gt;evening[^]*>30</);
	const there = await author.get(`${path}?event=${event}`);
	const gathered = await author.submit(there, { concern_1: "Said in the hall" });
	assert.equal(gathered.status, 303, gathered.text);
	assert.deepEqual(listed((await author.get(`/proposals/${one.ref}/responses?event=${event}`)).text), [gathered.location.slice(-9)]);
	// Two change it at once: the second is told.
	const edit = await author.get(`/proposals/${one.ref}/events/${event}/edit`);
	assert.equal((await author.submit(edit, { place: "Town hall" })).status, 303);
	const late = await author.submit(edit, { title: "Open day" });
	assert.equal(late.status, 422);
	assert.match(late.text, /Somebody else changed this/);
	assert.match((await author.get(`/proposals/${one.ref}/events/${event}`)).text, /Town hall[^]*>30</);
	const withdrawn = await proposal(it, { state: "withdrawn", withdrawn_why: "Over" });
	assert.equal((await author.get(`/proposals/${withdrawn.ref}/responses/new`)).status, 303);
});

test("typed in: words that may say who somebody is are warned of, and never refused; a name to publish is not", async () => {
	const one = await proposal(it), path = `/proposals/${one.ref}/responses/new`, page = await author.get(path);
	const named = { ...dated("received_on", daysAgo(3)), source: "letter", stance: "against", publication: "name", name: "Mrs Lee Harris" };
	const said = { ...named, gain_2: "Mrs Jones can walk there", comment: "Ring 0161 496 0123" };
	const warned = await author.submit(page, said);
	assert.equal(warned.status, 422);
	assert.match(warned.text, /This may say who somebody is[^]*Mrs Jones[^]*0161 496 0123/);
	assert.doesNotMatch(warned.text, /identity_passage" value="Mrs Lee/);
	assert.deepEqual(await it.sql(`SELECT COUNT(*) FROM proposal_response WHERE proposal_id = ${proposalId(one.ref).sql}`), [["0"]]);
	const removed = await author.submit(warned, { identity_remove: "Mrs Jones" });
	assert.equal(removed.status, 422);
	assert.match(removed.text, /\[removed\] can walk there/);
	const stored = await author.submit(removed, {});
	assert.equal(stored.status, 303, stored.text);
	assert.match((await author.get(stored.location)).text, /\[removed\] can walk there[^]*Ring 0161 496 0123/);
	assert.equal((await author.submit(await author.get(path), { ...named, comment: "It is too far" })).status, 303);
});

test("the same text many times: a campaign, or the same people; counted apart, and together again", async () => {
	const one = await proposal(it), path = `/proposals/${one.ref}/duplicates`;
	const text = "Save our clinic! Open all day, every day, for everybody who works, and for those who look after somebody.";
	for (let i = 0; i < 4; i++)
		await response(it, one.ref, { stance: "against", points: [{ kind: "concern", text }] });
	await response(it, one.ref, { points: [{ text: `${text} But not on Sundays` }] });
	const page = await author.get(path);
	assert.match(page.text, /4 responses[^]*Save our clinic/);
	assert.equal((page.text.match(/<section/g) ?? []).length, 1);
	await author.submit(page, { name: "  " }, { button: "campaign" });
	assert.equal((await totals(one.ref)).all, 5);
	await author.submit(page, { name: "Save our clinic" }, { button: "campaign" });
	let counts = await totals(one.ref);
	assert.deepEqual([counts.all, counts["apart campaign"], counts["apart_stance campaign.against"]], [1, 4, 4]);
	// What comes later with the same words is of it too.
	const [[hash]] = await it.sql(`SELECT HEX(text_hash) FROM proposal_campaign WHERE proposal_id = ${proposalId(one.ref).sql}`);
	await response(it, one.ref, { stance: "against", points: [{ kind: "concern", text }], text_hash: { sql: `UNHEX('${hash}')` } });
	assert.equal((await totals(one.ref))["apart campaign"], 5);
	const results = await author.get(`/proposals/${one.ref}/results`);
	assert.match(results.text, /Save our clinic<\/th><td[^>]*>\s*<a href="[^"]*campaign=[^"]*">5</);
	await author.submit(await author.get(path), {}, { button: "undo" });
	counts = await totals(one.ref);
	assert.deepEqual([counts.all, counts["apart campaign"]], [6, undefined]);
	await author.submit(await author.get(path), {}, { button: "duplicates" });
	counts = await totals(one.ref);
	assert.deepEqual([counts.all, counts["apart duplicate"]], [2, 4]);
	await author.submit(await author.get(path), {}, { button: "undo" });
	assert.equal((await totals(one.ref)).all, 6);
});

test("one person is written to at one address: the one they left last, and at none when they withdrew", async () => {
	const { ref } = await proposal(it), edit_hash = (k) => ({ edit_hash: { sql: `UNHEX(SHA2('${ref}${k}', 256))` } });
	const addresses = async () => (await it.sql(`SELECT c.email FROM proposal_contact c JOIN proposal p ON p.proposal_id = c.proposal_id WHERE p.ref = '${ref}' ORDER BY c.email`)).map(([email]) => email);
	const first = await response(it, ref, { email: "one@old.example", ...edit_hash(1) }), kept = await response(it, ref, { email: "two@kept.example", ...edit_hash(2) });
	const gone = await response(it, ref, { email: "three@gone.example", ...edit_hash(3) });
	await it.soundings(["tally"]);
	assert.deepEqual(await addresses(), ["one@old.example", "three@gone.example", "two@kept.example"]);
	const silent = await response(it, ref, { replaces: first.ref, ...edit_hash(1) }); // says nothing of an address
	await response(it, ref, { replaces: silent.ref, email: "one@new.example", ...edit_hash(1) });
	await response(it, ref, { replaces: kept.ref, ...edit_hash(2) });
	await response(it, ref, { replaces: gone.ref, withdrawn: 1, ...edit_hash(3) });
	await it.soundings(["tally"]);
	assert.deepEqual(await addresses(), ["one@new.example", "two@kept.example"]);
});
