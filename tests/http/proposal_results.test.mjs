// proposal_results.test.mjs: the result of a proposal: numbers of staff are exact and lead to the responses behind them; what is published shows no small
// number and no name that was not released.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { proposal, proposalId, response, theme } from "../lib/proposals.mjs";

let it, author, auditor;
before(async () => {
	it = await sharedInstance();
	author = await signIn(it, await it.addUser("author"));
	auditor = await signIn(it, await it.addUser("auditor"));
});
after(() => it.release());

const decode = (html) => html.replace(/<br>/g, " ").replace(/<[^>]+>/g, "").replace(/&#39;/g, "'").replace(/&quot;/g, "\"").replace(/&lt;/g, "<").replace(/&amp;/g, "&").replace(/\s+/g, " ").trim();
const section = (html, id) => html.match(new RegExp(`<section[^>]*aria-labelledby="${id}">[^]*?</section>`))?.[0] ?? "";
const rowsOf = (html) => [...html.replace(/<span class="nhsuk-u-visually-hidden">[^]*?<\/span>/g, "").matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)]
	.map(([, row]) => [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell]) => decode(cell)));
const csv = (text) => text.replace(/^\uFEFF/, "").trim().split("\r\n").map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => (a ?? b).replaceAll("\"\"", "\"")));

test("the demonstration: 12 of 42, 58%, 17%, 25%, and a row a group", async () => {
	const [[ref]] = await it.sql("SELECT ref FROM proposal WHERE slug = 'joint-commissioning'");
	const { status, text } = await author.get(`/proposals/${ref}/results`);
	assert.equal(status, 200);
	const row = rowsOf(section(text, "result-stances")).find(([name]) => name === "Public and Patient Associates");
	assert.deepEqual(row.slice(0, 6), ["Public and Patient Associates", "42", "12 28.6%", "7 58%", "2 17%", "3 25%"]);
	assert.equal(rowsOf(section(text, "result-stances"))[0].length, row.length);
	const said = section(text, "result-points");
	for (const words of ["Conflicts of interest: we would commission ourselves, and be seen to", "Members' meeting, 27 practices", "Joined up social prescribing", "Residents cannot tell who answers for what"])
		assert.ok(decode(said).includes(words), words);
	const themes = rowsOf(section(text, "result-themes"));
	assert.deepEqual(themes.find(([name]) => name === "What could be better"), ["What could be better"], "nothing was given to it itself: no noughts");
	assert.equal(themes.find(([name]) => name === "– Better integrated services").length, themes[0].length);
	const gps = rowsOf(said).find(([name]) => name === "GP members");
	assert.match(gps[1], /High 2 .*Medium 2 /);
	assert.match(gps[2], /High 2 .*Medium 2 /);
	// The same as a file, line by line.
	const file = csv((await author.get(`/proposals/${ref}/results.csv`)).text);
	assert.deepEqual(file.find(([part, group, what]) => part === "Answers" && group.startsWith("Public") && what === "In favour").slice(4, 6), ["7", "58%"]);
	assert.deepEqual(file.filter(([part, group, what]) => part === "Quotations" && group === "GP members" && what === "Gain").map((line) => line[3]), ["High", "High", "Medium", "Medium"]);
	const book = await author.get(`/proposals/${ref}/results.xlsx`);
	assert.equal(book.status, 200);
	assert.match(book.headers.get("content-type"), /spreadsheetml/);
	assert.equal((await auditor.get(`/proposals/${ref}/results`)).status, 200);
	// And as everybody reads it.
	const published = await new Client(it.publicUrl).get("/p/joint-commissioning/results");
	assert.equal(published.status, 200);
	assert.deepEqual(rowsOf(section(published.text, "result-stances")).find(([name]) => name === "Public and Patient Associates").slice(0, 6),
		["Public and Patient Associates", "42", "12 28.6%", "7 58%", "*", "*"]);
	assert.match(decode(section(published.text, "result-points")), /Conflicts of interest: we would commission ourselves, and be seen to Members' meeting, 27 practices/);
});

const words = (name) => ({ kind: "concern", grade: "high", text: `Canary words ${name}`, quoted: 1 });

test("published: small numbers are hidden with what gives them away, and only what was released is said", async () => {
	const one = await proposal(it, { groups: [["Large", 100], ["Small", 10], ["Silent", 5]] });
	const quality = await theme(it, one.ref, "Quality");
	const fill = async (n, more) => {
		for (let i = 0; i < n; i++)
			await response(it, one.ref, more);
	};
	await fill(11, { group: one.groups.Large, points: [{ kind: "gain", grade: "high", text: "More of it", themes: [quality] }] });
	await fill(9, { group: one.groups.Large, stance: "against" });
	await fill(3, { group: one.groups.Large, stance: "unsure" });
	await fill(2, { group: one.groups.Small, stance: "against", points: [{ kind: "gain", grade: "high", text: "More of it", themes: [quality] }] });
	await fill(6, { stance: "unsure" });
	await response(it, one.ref, { group: one.groups.Large, publication: "none", name: "Canary Nobody", points: [words("of none")] });
	await response(it, one.ref, { group: one.groups.Large, publication: "group", name: "Canary Group", organisation: "Canary Ltd", points: [words("of the group")] });
	await response(it, one.ref, { group: one.groups.Large, publication: "name", name: "Ann Released", points: [words("with a name")] });
	await response(it, one.ref, { group: one.groups.Large, publication: "name", name: "Canary Unquoted", points: [{ kind: "gain", text: "Canary not chosen" }] });
	const path = `/proposals/${one.ref}/results`;
	const staff = await author.get(path);
	assert.deepEqual(rowsOf(section(staff.text, "result-stances")).slice(1).map((row) => row.slice(0, 6)), [
		[`Large ${one.slug}`, "100", "27 27.0%", "15 56%", "9 33%", "3 11%"], [`Small ${one.slug}`, "10", "2 20.0%", "0 0%", "2 100%", "0 0%"],
		[`Silent ${one.slug}`, "5", "0 0%", "0", "0", "0"], ["No group", "", "6", "0 0%", "0 0%", "6 100%"], ["All", "", "35", "15 43%", "11 31%", "9 26%"]]);
	assert.ok(!staff.text.includes("of none") && !staff.text.includes("Canary Group") && !staff.text.includes("Canary not chosen"));
	const preview = await author.get(`${path}/publish`);
	assert.equal(preview.status, 200);
	for (const something of ["", "x", "PUBLISH"])
		assert.equal((await author.submit(preview, { do: something })).status, 200, "asked again");
	assert.equal((await new Client(it.publicUrl).get(`/p/${one.slug}/results`)).status, 404);
	const published = await author.submit(preview, {}, { button: "publish" });
	assert.equal(published.status, 303);
	const [[json]] = await it.sql(`SELECT results FROM proposal WHERE ref = '${one.ref}'`);
	const results = JSON.parse(json);
	for (const text of ["Canary Nobody", "Canary Group", "Canary Ltd", "of none", "Canary Unquoted", "Canary not chosen"])
		assert.ok(!json.includes(text) && !preview.text.includes(text), text);
	assert.deepEqual(results.groups[0].quotes.map(({ text, by }) => [text, by]).sort(), [["Canary words of the group", ""], ["Canary words with a name", "Ann Released"]]);
	const numbers = [];
	JSON.stringify(results, (key, value) => (typeof value === "number" && !["members", "point"].includes(key) ? numbers.push(value) : 0, value));
	assert.deepEqual(numbers.filter((n) => n > 0 && n < 5), []);
	// In no sum is one alone hidden, nor two that are small together and known to be.
	const [large, small] = results.groups;
	assert.equal(small.n, null);
	assert.equal(small.stance[1], null);
	assert.equal(large.stance[2], null);
	assert.ok(large.stance.filter((n) => n === null).length + (large.n === null) >= 2, JSON.stringify(large));
	for (let i = 0; i < 3; i++)
		assert.notEqual(results.groups.filter(({ stance }) => stance[i] === null).length + (results.all.stance[i] === null), 1, `column ${i}: ${json}`);
	// Frozen: what comes later is not in it. Published again, it is; taken back, nothing is there.
	await fill(10, { group: one.groups.Large });
	assert.equal((await it.sql(`SELECT results FROM proposal WHERE ref = '${one.ref}'`))[0][0], json);
	await author.submit(preview, {}, { button: "publish" });
	assert.notEqual((await it.sql(`SELECT results FROM proposal WHERE ref = '${one.ref}'`))[0][0], json);
	await author.submit(await author.get(`${path}/publish`), {}, { button: "unpublish" });
	assert.deepEqual(await it.sql(`SELECT results, results_at FROM proposal WHERE ref = '${one.ref}'`), [["NULL", "NULL"]]);
	assert.equal((await auditor.get(`${path}/publish`)).status, 403);
});

const publishes = async (one) => {
	assert.equal((await author.submit(await author.get(`/proposals/${one.ref}/results/publish`), {}, { button: "publish" })).status, 303);
	return JSON.parse((await it.sql(`SELECT results FROM proposal WHERE ref = '${one.ref}'`))[0][0]);
};

test("published: campaigns together are what was sent of campaigns; who ticked a box leaves who did not", async () => {
	const form = { pages: [{ title: "More", questions: [{ code: "ways", type: "checkboxes", label: "Which ways?", options: [{ code: "bus", label: "Bus" }, { code: "car", label: "Car" }] }] }] };
	const one = await proposal(it, { form: JSON.stringify(form) });
	const campaigns = ["Large", "Small"].map((name) => `${name} campaign ${one.slug}`);
	for (const name of campaigns)
		await it.sql(`INSERT INTO proposal_campaign (ref, proposal_id, name, text_hash, made_at, person_id) VALUES (LEFT(UUID(), 9), ${proposalId(one.ref).sql}, '${name}', RANDOM_BYTES(16), NOW(), (SELECT MIN(person_id) FROM person))`);
	for (const [name, n] of [[campaigns[0], 10], [campaigns[1], 2]])
		for (let i = 0; i < n; i++)
			await response(it, one.ref, { campaign_id: null }).then(({ ref }) => it.sql(`UPDATE proposal_response SET campaign_id = (SELECT campaign_id FROM proposal_campaign WHERE name = '${name}') WHERE ref = '${ref}'`));
	// All of 12 go by bus, but for two.
	for (let i = 0; i < 12; i++)
		await response(it, one.ref, { answers: { ways: i < 10 ? ["bus", "car"] : ["car"] } });
	const results = await publishes(one);
	assert.deepEqual(results.campaigns.map(({ n }) => n), [null, null], "twelve less ten are two");
	assert.deepEqual(results.questions[0].choices.map(({ n }) => n), [null, 12], "two did not tick it");
});

test("published again: what changed since by a few is hidden, so that nobody subtracts; also after it was taken back", async () => {
	const one = await proposal(it, { groups: [["Large", 100], ["Other", 100]] }), { Large, Other } = one.groups;
	const fill = async (n, more) => {
		for (let i = 0; i < n; i++)
			await response(it, one.ref, more);
	};
	await fill(10, { group: Large });
	await fill(10, { group: Large, stance: "against" });
	await fill(20, { group: Other });
	assert.deepEqual((await publishes(one)).groups.map(({ n, stance }) => [n, ...stance]), [[20, 10, 10, 0], [20, 20, 0, 0]]);
	// Nothing came: nothing is hidden.
	assert.deepEqual((await publishes(one)).groups.map(({ n, stance }) => [n, ...stance]), [[20, 10, 10, 0], [20, 20, 0, 0]]);
	await fill(1, { group: Large, stance: "against" });
	for (const again of [false, true]) {
		if (again)
			await author.submit(await author.get(`/proposals/${one.ref}/results/publish`), {}, { button: "unpublish" });
		const { groups: [large], all } = await publishes(one);
		assert.deepEqual([large.n, large.stance[1], all.n, all.stance[1]], [null, null, null, null], JSON.stringify({ large, all }));
	}
	// Neither from the last that was shown of it, nor from an earlier one.
	await fill(9, { group: Large, stance: "against" });
	await publishes(one);
	await it.sql(`UPDATE proposal_response SET withdrawn = 1 WHERE proposal_id = ${proposalId(one.ref).sql} AND stance = 'against' LIMIT 8`);
	assert.equal((await publishes(one)).groups[0].stance[1], null, "12, which was 10 once");
	// Many more are shown.
	await fill(20, { group: Large, stance: "against" });
	assert.equal((await publishes(one)).groups[0].stance[1], 32);
	assert.match((await author.get(`/proposals/${one.ref}/results/publish`)).text, /published before/);
});

test("a draft has no results to publish; nobody else's page is there", async () => {
	const draft = await proposal(it, { state: "draft" });
	assert.equal((await author.get(`/proposals/${draft.ref}/results`)).status, 200);
	assert.equal((await author.get(`/proposals/${draft.ref}/results/publish`)).status, 303);
	assert.equal((await author.get("/proposals/2222-2222/results")).status, 404);
});

test("the demonstration, published: the associates' twelve are shown, since who else answered gave their names", async () => {
	const [[ref]] = await it.sql("SELECT ref FROM proposal WHERE slug = 'joint-commissioning'");
	const { text } = await author.get(`/proposals/${ref}/results/publish`);
	const rows = rowsOf(section(text, "result-stances"));
	assert.deepEqual(rows.find(([name]) => name === "Public and Patient Associates").slice(0, 5), ["Public and Patient Associates", "42", "12 28.6%", "7 58%", "*"]);
	assert.equal(rows.find(([name]) => name === "Healthwatch")[2], "1 100%");
});

test("words that were taken back leave what is published; its numbers stay", async () => {
	const one = await proposal(it, { groups: [["Large", 100]] }), slug = (await it.sql(`SELECT slug FROM proposal WHERE ref = '${one.ref}'`))[0][0];
	for (let i = 0; i < 8; i++)
		await response(it, one.ref, { group: one.groups.Large, points: [{ kind: "gain", grade: "high", text: "More of it" }] });
	const said = (text) => ({ group: one.groups.Large, publication: "name", name: "Nell Namely", points: [{ kind: "gain", grade: "high", text, quoted: 1 }] });
	const gone = await response(it, one.ref, said("Canary gone")), changed = await response(it, one.ref, said("Canary changed"));
	await response(it, one.ref, said("Canary stays"));
	const page = await author.get(`/proposals/${one.ref}/results/publish`);
	assert.equal((await author.submit(page, { do: "publish" })).status, 303);
	const everybody = new Client(it.publicUrl), published = async () => (await everybody.get(`/p/${slug}/results?${Math.random()}`)).text;
	const before = await published();
	for (const canary of ["gone", "changed", "stays"])
		assert.ok(before.includes(`Canary ${canary}`), canary);
	await response(it, one.ref, { group: one.groups.Large, replaces: gone.ref, withdrawn: 1, publication: "none" });
	await response(it, one.ref, { ...said("Canary changed"), publication: "group", replaces: changed.ref });
	assert.equal((await it.soundings(["tally"])).status, 0);
	const after = await published();
	assert.ok(!after.includes("Canary gone"), "withdrawn");
	assert.ok(!/Canary changed[^]{0,200}Nell Namely/.test(after.replace(/Canary stays[^]*/, "")), "by name no more");
	assert.ok(after.includes("Canary stays"));
	assert.deepEqual(rowsOf(section(after, "result-stances")), rowsOf(section(before, "result-stances")), "what was frozen");
	assert.equal((await it.sql(`SELECT COUNT(*) FROM proposal_publication b JOIN proposal p ON p.proposal_id = b.proposal_id WHERE p.ref = '${one.ref}' AND b.results LIKE '%Canary%'`))[0][0], "0");
});

test("published again: what is hidden has together changed by more than a few; and quotations that are shown are counted", async () => {
	const one = await proposal(it, { groups: [["A", 50], ["B", 50], ["C", 50]] }), { A, B, C } = one.groups;
	const fill = async (n, group, columns) => { for (let i = 0; i < n; i++) await response(it, one.ref, { group, ...columns }); };
	await fill(6, A);
	await fill(7, B);
	await fill(8, C);
	assert.deepEqual((await publishes(one)).groups.map(({ n }) => n), [6, 7, 8]);
	await fill(1, A);
	await fill(10, C);
	const { groups, all } = await publishes(one);
	assert.deepEqual(groups.map(({ n, stance }) => [n, stance[0]]), [[null, null], [null, null], [null, null]], "A and B together: one more");
	assert.deepEqual([all.n, all.stance[0]], [32, 32]);

	const two = await proposal(it, { groups: [["A", 50], ["B", 50], ["C", 50]] }), gain = { kind: "gain", grade: "high", text: "Shorter ways" };
	const said = (group, n, columns) => response(it, two.ref, { group, points: Array.from({ length: n }, () => ({ ...gain, quoted: 1 })), ...columns });
	await said(two.groups.A, 4, { publication: "group" });
	await said(two.groups.B, 1, { publication: "none" });
	await said(two.groups.C, 9, { publication: "none" });
	assert.deepEqual((await publishes(two)).groups.map(({ points, quotes }) => [points[0], quotes.length]), [[null, 4], [null, 0], [null, 0]], "five less four that are read");
});
