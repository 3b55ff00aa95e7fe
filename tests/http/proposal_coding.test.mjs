// proposal_coding.test.mjs: themes of what people said, passages coded by two people, how far they agree.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { decode, forms, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { proposal, response, theme } from "../lib/proposals.mjs";

let it, client, other, someone, somebody;
before(async () => {
	it = await sharedInstance();
	client = await signIn(it, someone = await it.addUser("author"));
	other = await signIn(it, somebody = await it.addUser("author"));
});
after(() => it.release());

const words = ({ text }) => decode(/<main[^]*<\/main>/.exec(text)[0].replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
const themes = async (ref) => (await it.sql(`SELECT CONCAT(IF(t.parent_id IS NULL, '', '- '), t.name, IF(t.ended, ' (ended)', '')) FROM proposal_theme t
	LEFT JOIN proposal_theme u ON u.theme_id = t.parent_id JOIN proposal p ON p.proposal_id = t.proposal_id WHERE p.ref = '${ref}'
	ORDER BY COALESCE(u.position, t.position), t.parent_id IS NOT NULL, t.position`)).flat();
const themeRef = async (ref, name) => (await it.sql(`SELECT t.ref FROM proposal_theme t JOIN proposal p ON p.proposal_id = t.proposal_id WHERE p.ref = '${ref}' AND t.name = '${name}'`))[0][0];
/** [["theme", …] of each passage], as they count. */
const counted = async (point) => (await it.sql(`SELECT t.name FROM proposal_point_theme x JOIN proposal_theme t ON t.theme_id = x.theme_id WHERE x.point_id = ${point} ORDER BY t.name`)).flat();
const pending = async (id) => Number((await it.sql(`SELECT COUNT(*) FROM proposal_pending WHERE response_id = ${id}`))[0][0]);

/** The number of the form on a page that has this field. */
const formWith = (page, field) => forms(page.text).findIndex(({ fields }) => fields.some(([name]) => name === field));

test("themes are added in two levels, changed, moved, put below another, ended", async () => {
	const { ref } = await proposal(it), at = `/proposals/${ref}/themes`;
	assert.match(words(await client.get(at)), /There are no themes yet/);
	for (const [name, parent] of [["Access"], ["Money"], ["Buses", "Access"], ["Parking", "Access"]]) {
		const page = await client.get(at);
		const added = await client.submit(page, { name, parent: parent ? await themeRef(ref, parent) : "", about: name === "Buses" ? "Trains too" : "" }, { form: formWith(page, "about") });
		assert.equal(added.status, 303, name);
	}
	assert.deepEqual(await themes(ref), ["Access", "- Buses", "- Parking", "Money"]);
	let page = await client.get(at);
	assert.match(words(page), /Access: Buses Trains too/);
	assert.match(words(await client.submit(page, { name: "Buses" }, { form: formWith(page, "about") })), /There is a theme with this name already/);
	assert.match(words(await client.submit(page, { name: "" }, { form: formWith(page, "about") })), /Enter the theme’s name/);
	assert.equal((await client.submit(page, { name: "Third", parent: await themeRef(ref, "Buses") }, { form: formWith(page, "about") })).status, 422, "two levels and no third");

	const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	for (const [name, to] of [["Parking", "up"], ["Parking", "up"], ["Money", "up"], ["Buses", "sideways"]])
		assert.equal((await client.post(`${at}/${await themeRef(ref, name)}/move`, { csrf, to })).status, 303);
	assert.deepEqual(await themes(ref), ["Money", "Access", "- Parking", "- Buses"]);

	page = await client.get(`${at}/${await themeRef(ref, "Access")}/edit`);
	assert.match(words(await client.submit(page, { parent: await themeRef(ref, "Money") })), /Other themes stand below this one/);
	page = await client.get(`${at}/${await themeRef(ref, "Buses")}/edit`);
	const mine = await other.get(`${at}/${await themeRef(ref, "Buses")}/edit`);
	assert.equal((await client.submit(page, { name: "Public transport", parent: await themeRef(ref, "Money") })).status, 303);
	assert.deepEqual(await themes(ref), ["Money", "- Public transport", "Access", "- Parking"]);
	const again = await other.submit(mine, { about: "Mine" });
	assert.equal(again.status, 422);
	assert.match(words(again), /Somebody else changed this to “Public transport”/);
	assert.equal((await other.submit(again, { ended: "ended" }, { path: mine.path })).status, 303);
	assert.deepEqual(await themes(ref), ["Money", "- Public transport (ended)", "Access", "- Parking"]);
	assert.match(words(await client.get(at)), /Public transport Not used any more Mine/);
	assert.match((await it.sql(`SELECT detail FROM audit WHERE subject = 'proposal' AND ref = '${ref}' ORDER BY audit_id DESC LIMIT 1`))[0][0], /Public transport/);
});

test("a theme is merged into another: its passages move along, and those agree who differed by it alone", async () => {
	const { ref } = await proposal(it), at = `/proposals/${ref}/themes`;
	const [a, b] = [await theme(it, ref, "Bus"), await theme(it, ref, "Buses")];
	const { id, points: [p] } = await response(it, ref, { points: [{ kind: "concern", grade: "high", text: "No bus runs" }] });
	for (const [email, given] of [[someone.email, a], [somebody.email, b]]) {
		const person = `(SELECT person_id FROM person WHERE email = '${email}')`;
		await it.sql(`INSERT INTO proposal_coded (point_id, person_id, proposal_id, at) SELECT ${p}, ${person}, proposal_id, UTC_TIMESTAMP() FROM proposal WHERE ref = '${ref}'`);
		await it.sql(`INSERT INTO proposal_code (point_id, person_id, theme_id) SELECT ${p}, ${person}, theme_id FROM proposal_theme WHERE ref = '${given}'`);
	}
	await it.sql(`DELETE FROM proposal_pending WHERE response_id = ${id}`);
	const page = await client.get(`${at}/${a}/merge`), twice = await client.get(`${at}/${a}/merge`);
	assert.equal((await client.submit(page, { into: "" })).status, 422);
	assert.equal((await client.submit(page, { into: b })).status, 303);
	assert.deepEqual(await themes(ref), ["Bus (ended)", "Buses"]);
	assert.deepEqual(await counted(p), ["Buses"]);
	assert.equal(await pending(id), 1);
	assert.match(words(await client.get(at)), /Buses Passages 1/);
	assert.equal((await client.submit(twice, { into: b })).status, 303, "it is merged already");
	assert.equal((await client.get(`${at}/${a}/merge`)).status, 303);
});

test("nobody else's theme, and nobody who may not", async () => {
	const one = await proposal(it), two = await proposal(it), theirs = await theme(it, two.ref, "Theirs");
	for (const what of ["edit", "merge"])
		assert.equal((await client.get(`/proposals/${one.ref}/themes/${theirs}/${what}`)).status, 404);
	const reader = await signIn(it, await it.addUser("auditor")), page = await reader.get(`/proposals/${two.ref}/themes`);
	assert.match(words(page), /Theirs/);
	assert.doesNotMatch(words(page), /Add a theme|Move up|Change/);
	assert.equal((await reader.get(`/proposals/${two.ref}/themes/${theirs}/edit`)).status, 403);
});

/** A proposal with themes Access (Buses below it) and Money, and one response with these texts. */
async function coding(texts = ["No bus runs on Sundays", "It saves money", "Nothing else"], columns = {}) {
	const made = await proposal(it), { ref } = made, access = await theme(it, ref, "Access"), buses = await theme(it, ref, "Buses", access), money = await theme(it, ref, "Money");
	const said = await response(it, ref, { points: texts.map((text, i) => ({ kind: i === 1 ? "gain" : "concern", grade: "high", text, section: made.sections[0] })), publication: "name", ...columns });
	return { ref, access, buses, money, said, at: (n) => `/proposals/${ref}/code/${said.ref}/${n}` };
}
const code = async (who, path, given, more = {}, options = {}) => who.submit(await who.get(path), { themes: given, ...more }, { button: "save", ...options });
const given = async (point, email) => (await it.sql(`SELECT t.name FROM proposal_code c JOIN person w ON w.person_id = c.person_id JOIN proposal_theme t ON t.theme_id = c.theme_id
	WHERE c.point_id = ${point} AND w.email = '${email}' ORDER BY t.name`)).flat();

test("one passage after another is coded, each sees the other's codes only afterwards, and what both gave counts", async () => {
	const { ref, access, buses, money, said, at } = await coding();
	const overview = await client.get(`/proposals/${ref}/code`);
	assert.match(words(overview), /Coded by you: 0 of 3.*Code the next passage/);
	const seen = new Set();
	let next = (await client.get(`/proposals/${ref}/code/next`)).location;
	for (let i = 0; i < 3; i++) {
		const page = await client.get(next);
		seen.add(next.replace(/\?.*/, ""));
		assert.equal((await client.submit(page, {}, { button: "save" })).status, 422, "nothing is ticked");
		const sent = await client.submit(page, { themes: next.includes(`/${said.ref}/1`) ? [buses, access] : next.includes("/2") ? money : "none" }, { button: "save" });
		assert.equal(sent.status, 303);
		next = (await client.get(sent.location)).location;
	}
	assert.equal(seen.size, 3);
	const done = words(await client.get(next));
	assert.match(done, /Coded by you: 3 of 3 .*Coded by two people: 0 of 3.*All passages are coded by you/);
	assert.doesNotMatch(done, /Code the next passage/);
	assert.deepEqual(await given(said.points[0], someone.email), ["Access", "Buses"]);
	assert.deepEqual(await counted(said.points[0]), ["Access", "Buses"], "one coder: what they gave");

	const blind = await other.get(at(1));
	assert.doesNotMatch(words(blind), /What others gave it/);
	assert.doesNotMatch(blind.text, /value="[^"]+" checked/);
	await it.sql(`DELETE FROM proposal_pending WHERE response_id = ${said.id}`);
	assert.equal((await other.submit(blind, { themes: [buses, money] }, { button: "save" })).status, 303);
	assert.ok(await pending(said.id) > 0, "totals follow");
	assert.deepEqual(await counted(said.points[0]), ["Buses"], "what both gave");
	assert.match(words(await other.get(at(1))), /What others gave it [^:]+: Access Buses/);
	await code(other, at(2), money);
	await code(other, at(3), "none");
	assert.match(words(await other.get(`/proposals/${ref}/code`)), /Coded by two people: 3 of 3/);
	const third = await signIn(it, await it.addUser("author"));
	assert.equal((await third.get(`/proposals/${ref}/code/next`)).location, `/proposals/${ref}/code`, "two are enough");

	const page = await client.get(`/proposals/${ref}/agreement`);
	assert.match(words(page), /Both coded 3 passages; of 2 they said exactly the same \(67%\)\. Kappa over all themes is 0\.50: moderate agreement/);
	assert.match(words(page), /Money Both gave it 1 .* Agree on 67% Kappa 0\.40 In words fair/);
	assert.match(words(page), /Concern, High No bus runs on Sundays/);
	const settle = await client.get(`/proposals/${ref}/agreement/${said.ref}/1`);
	assert.match((await client.submit(settle, { themes: [access], why: "" })).text, /Say why/);
	assert.equal((await client.submit(settle, { themes: [access, buses], why: "Buses are access" })).status, 303);
	assert.deepEqual(await counted(said.points[0]), ["Access", "Buses"]);
	const late = await client.submit(settle, { themes: [money], why: "Another reason" });
	assert.equal(late.status, 422);
	assert.match(words(late), /Somebody else changed this/);
	assert.match(words(await client.get(`/proposals/${ref}/agreement`)), /There are none.*Settled .*No bus runs on Sundays.*Buses are access/);
	assert.equal((await code(client, at(1), [money])).status, 303);
	assert.deepEqual(await counted(said.points[0]), ["Access", "Buses"], "what is settled stays");
	assert.match(words(await client.get(at(1))), /settled it on .*: Access, Buses/);
	assert.match((await it.sql(`SELECT GROUP_CONCAT(detail) FROM audit WHERE subject = 'proposal' AND ref = '${ref}'`))[0][0], /coded.*settled/s);
});

test("two tabs lose nothing; a new theme keeps what was ticked; what is merged away is asked for again", async () => {
	const { ref, access, buses, money, said, at } = await coding(["No bus runs on Sundays"]);
	const [one, two] = [await client.get(at(1)), await client.get(at(1))];
	assert.equal((await client.submit(one, { themes: buses }, { button: "save" })).status, 303);
	const clash = await client.submit(two, { themes: money }, { button: "save" });
	assert.equal(clash.status, 422);
	assert.match(words(clash), /Somebody else changed this to “Buses”/);
	assert.match(clash.text, new RegExp(`value="${money}" checked`));
	assert.equal((await client.submit(clash, {}, { button: "save", path: at(1) })).status, 303);
	assert.deepEqual(await given(said.points[0], someone.email), ["Money"]);

	const page = await client.get(at(1));
	const added = await client.submit(page, { themes: [money, buses], new_theme: "Sundays", new_parent: access }, { button: "add" });
	assert.equal(added.status, 200);
	for (const ref of [money, buses, await themeRef(said && page.path.split("/")[2], "Sundays")])
		assert.match(added.text, new RegExp(`value="${ref}" checked`));
	assert.deepEqual(await themes(ref), ["Access", "- Buses", "- Sundays", "Money"]);
	assert.equal((await client.submit(added, {}, { button: "save", path: at(1) })).status, 303);
	assert.deepEqual(await given(said.points[0], someone.email), ["Buses", "Money", "Sundays"]);
	assert.equal((await client.submit(await client.get(at(1)), { new_theme: "" }, { button: "add" })).status, 422);

	const before = await other.get(at(1));
	await client.submit(await client.get(`/proposals/${ref}/themes/${buses}/merge`), { into: access });
	const gone = await other.submit(before, { themes: buses }, { button: "save" });
	assert.equal(gone.status, 422);
	assert.match(words(gone), /“Buses” is not used any more/);
});

/** While somebody else ends this theme, which takes them a second, `what` is sent; gives its answer. */
async function whileEnded(theme, what) {
	const ending = it.sql(`START TRANSACTION; UPDATE proposal_theme SET ended = 1, row_version = row_version + 1 WHERE ref = '${theme}'; DO SLEEP(1); COMMIT`);
	await sleep(300);
	const answer = await what();
	await ending;
	return answer;
}

test("a theme that is merged away at the very moment is given to nothing, and nothing is merged into it", async () => {
	const { ref, access, buses, money, said, at } = await coding(["No bus runs on Sundays"]);
	const page = await client.get(at(1)), late = await whileEnded(money, () => client.submit(page, { themes: money }, { button: "save" }));
	assert.equal(late.status, 422);
	assert.match(words(late), /“Money” is not used any more/);
	assert.deepEqual(await given(said.points[0], someone.email), []);
	const into = await theme(it, ref, "Into"), merge = await client.get(`/proposals/${ref}/themes/${buses}/merge`);
	assert.equal((await whileEnded(into, () => client.submit(merge, { into }))).status, 422);
	assert.deepEqual(await themes(ref), ["Access", "- Buses", "Money (ended)", "Into (ended)"]);
	// Each into the other, at once: one of them stays.
	const one = await theme(it, ref, "One"), pages = await Promise.all([[client, one, access], [other, access, one]].map(async ([who, from, to]) => [who, await who.get(`/proposals/${ref}/themes/${from === access ? buses : from}/merge`), to]));
	await Promise.all(pages.map(([who, form, to]) => who.submit(form, { into: to === access ? buses : to })));
	assert.equal((await themes(ref)).filter((name) => /^(One|- Buses)$/.test(name)).length, 1);
});

test("suggestions come first, filters go along, skipping comes back, a quotation needs their leave", async () => {
	const { ref, buses, said, at } = await coding(["No bus runs on Sundays", "It saves money", "The last bus is at six"]);
	await code(client, at(1), buses);
	const page = await client.get(at(3));
	assert.match(words(page), /Suggested by its words Access: Buses Other themes Access/);
	assert.equal((await code(client, at(1), buses, { quote: "yes" })).status, 303);
	assert.deepEqual(await it.sql(`SELECT quoted FROM proposal_point WHERE point_id = ${said.points[0]}`), [["1"]]);
	let next = (await client.get(`/proposals/${ref}/code/next?kind=concern&grade=high`)).location;
	assert.match(next, /\/3\?behind=0&kind=concern&grade=high$/);
	const skip = decode(/href="([^"]+)">Skip this one/.exec((await client.get(next)).text)[1]);
	assert.match((await client.get(skip)).location, /\/3\?/, "the only one left");
	assert.equal((await client.get(`/proposals/${ref}/code/next?kind=comment`)).location, `/proposals/${ref}/code`);
	assert.match((await client.get(`/proposals/${ref}/code/next?kind=x%27&behind=-1`)).location, /\/code\//);

	const silent = await coding(["Do not print this"], { publication: "none" });
	const form = await client.get(silent.at(1));
	assert.match(words(form), /They did not agree to their words being published/);
	await client.submit(form, { themes: "none", quote: "yes" }, { button: "save" });
	assert.deepEqual(await it.sql(`SELECT quoted FROM proposal_point WHERE point_id = ${silent.said.points[0]}`), [["0"]]);
	assert.equal((await client.get(`/proposals/${ref}/code/${silent.said.ref}/1`)).status, 404, "of another proposal");
	assert.equal((await client.get(`${at(9)}`)).status, 404);
});

test("what is replaced, withdrawn, a duplicate or of a campaign is not asked for", async () => {
	const { ref, said } = await coding(["The first version"]);
	await response(it, ref, { replaces: said.ref, points: [{ kind: "gain", text: "The second version" }] });
	await response(it, ref, { withdrawn: 1, points: [{ kind: "gain", text: "Withdrawn" }] });
	const again = await response(it, ref, { points: [{ kind: "gain", text: "The second version" }] });
	await it.sql(`UPDATE proposal_response SET duplicate_of = ${said.id} WHERE response_id = ${again.id}`);
	const next = await client.get((await client.get(`/proposals/${ref}/code/next`)).location);
	assert.match(words(next), /The second version/);
	await client.submit(next, { themes: "none" }, { button: "save" });
	assert.equal((await client.get(`/proposals/${ref}/code/next`)).location, `/proposals/${ref}/code`);
});
