// organisations.test.mjs: the list of organisations (search, filters, orders, pages, file) and the page of each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { decode, forms, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

const n = 173, tag = `Zl${Math.random().toString(36).slice(2, 7).replace(/\d/g, "q")}`;
const code = (i) => `ZL-${i}`;
let it, staff, group;
before(async () => {
	it = await sharedInstance();
	staff = await signIn(it, await it.addUser("administrator"));
	await it.sql(`INSERT INTO organisation_group (kind, name) VALUES ('locality', '${tag} East')`);
	[[group]] = await it.sql(`SELECT group_id FROM organisation_group WHERE name = '${tag} East'`);
	// Equal names and sizes, and none at all: what an order must not stumble over.
	await it.sql(`INSERT INTO organisation (code, name, kind, locality_id, postcode, opened_on, closed_on, patients)
		SELECT CONCAT('ZL-', seq), CONCAT('${tag} Surgery ', seq MOD 60), IF(seq MOD 5, 'practice', 'voluntary'), IF(seq MOD 2, ${group}, NULL), 'ZZ9 1AA',
			IF(seq MOD 3, '2001-01-01' + INTERVAL seq MOD 40 DAY, NULL), IF(seq MOD 11, NULL, '2020-02-03'), IF(seq MOD 4, seq MOD 30 * 100, NULL)
		FROM seq_1_to_${n}`);
	for (const word of ["SUBSTRING_INDEX(name, ' ', 1)", "'surgery'", "SUBSTRING_INDEX(name, ' ', -1)", "'zl'", "SUBSTRING(code, 4)", "'zz9'", "'1aa'"])
		await it.sql(`INSERT IGNORE INTO search_word SELECT 'organisation', LOWER(${word}), organisation_id FROM organisation WHERE code LIKE 'ZL-%'`);
});
after(async () => {
	await it.sql("DELETE s FROM search_word s JOIN organisation o ON o.organisation_id = s.subject_id WHERE s.subject = 'organisation' AND o.code LIKE 'ZL-%'");
	await it.sql(`DELETE FROM organisation WHERE code LIKE 'ZL-%' AND code <> 'ZL-2'; DELETE FROM organisation_group WHERE group_id = ${group}`);
	await it.release();
});

const codes = (page) => [...page.text.matchAll(/<th role="rowheader"[^>]*><a href="\/organisations\/([^"]+)"/g)].map(([, one]) => one);
const link = (page, rel) => decode(new RegExp(`href="([^"]*)" rel="${rel}"`).exec(page.text)?.[1] ?? "");
const found = (page) => /<p class="app-found">([^<]*)/.exec(page.text)?.[1];
async function list(query = "", client = staff) {
	const page = await client.get(`/organisations${query}`);
	assert.equal(page.status, 200, query);
	return page;
}
/** Every page from a query on, forward: lists of codes. */
async function walk(query, rel = "next") {
	const pages = [];
	for (let at = query; at; ) {
		const page = await list(at);
		pages.push(codes(page));
		assert.ok(pages.length < 20, "it ends");
		at = link(page, rel);
		if (!at)
			return { pages, page };
	}
}

const truth = async (order, where = "closed_on IS NULL") => (await it.sql(
	`SELECT code FROM organisation WHERE code LIKE 'ZL-%' AND ${where} ORDER BY ${order}`)).map(([one]) => one);

for (const [sort, order] of [["name", "name, organisation_id"], ["-name", "name DESC, organisation_id DESC"], ["code", "code"], ["-code", "code DESC"],
	["patients", "patients DESC, organisation_id DESC"], ["-patients", "patients, organisation_id"],
	["opened", "opened_on DESC, organisation_id DESC"], ["-opened", "opened_on, organisation_id"]])
	test(`in order of ${sort}: forth and back, every row exactly once, as the database sorts them`, async () => {
		const rows = await truth(order), { pages, page } = await walk(`?q=${tag}&sort=${sort}`);
		assert.deepEqual(pages.flat(), rows);
		assert.deepEqual(pages.map(({ length }) => length), [50, 50, 50, rows.length - 150]);
		assert.equal(found(page), `${rows.length} organisations`);
		const back = await walk(link(page, "prev"), "prev");
		assert.deepEqual([...back.pages].reverse(), pages.slice(0, -1));
		assert.ok(link(back.page, "next"));
	});

test("search: beginnings of words, all of them, in any case; frequent and rare", async () => {
	assert.equal(found(await list(`?q=${tag.toUpperCase()}`)), `${n - Math.floor(n / 11)} organisations`);
	assert.deepEqual(codes(await list(`?q=${tag}+zl-17`)).sort(), (await truth("code", "(code = 'ZL-17' OR code LIKE 'ZL-17_' OR name LIKE '% 17') AND closed_on IS NULL")).sort());
	assert.equal(codes(await list(`?q=+${tag.slice(0, 4)}++surg+`)).length, 50);
	assert.match(text(await list(`?q=${tag}x`)), /No organisations match/);
	assert.deepEqual(codes(await list(`?q=${tag}+zz9+1aa&sort=code`)), codes(await list(`?q=${tag}&sort=code`)));
	const page = await list(`?q=${encodeURIComponent(`"><b>'&%_ ${tag}`)}`);
	assert.equal(forms(page.text).find(({ role }) => role === "search").fields.find(([name]) => name === "q")[1], `"><b>'&%_ ${tag}`);
	assert.match(text(await list("?q=%25")), /organisations/, "no letters: nothing is searched");
});

test("filters narrow, together too, and stay on the way to the next page and to the file", async () => {
	assert.deepEqual(codes(await list(`?q=${tag}&kind=voluntary&sort=code`)), await truth("code", "kind = 'voluntary' AND closed_on IS NULL"));
	assert.deepEqual(codes(await list(`?q=${tag}&state=closed&sort=code`)), await truth("code", "closed_on IS NOT NULL"));
	const where = `locality_id = ${group} AND kind = 'practice'`, { pages } = await walk(`?q=${tag}&locality=${group}&kind=practice&state=all&sort=-code`);
	assert.deepEqual(pages.flat(), await truth("code DESC", where));
	const page = await list(`?q=${tag}&locality=${group}&kind=practice&state=all&sort=-code`);
	const file = await staff.get(decode(/href="(\/organisations\.csv[^"]*)"/.exec(page.text)[1]));
	assert.equal(file.status, 200);
	assert.match(file.headers.get("content-type"), /^text\/csv/);
	assert.deepEqual(file.text.trim().split("\r\n").slice(1).map((line) => line.split(",")[0]), await truth("code DESC", where));
	const form = forms(page.text).find(({ role }) => role === "search");
	assert.deepEqual(Object.fromEntries(form.fields), { q: tag, kind: "practice", locality: group, peer_group: "", state: "all", sort: "-code" });
});

test("the file has every row of the list, and is in the trail", async () => {
	const file = await staff.get(`/organisations.csv?q=${tag}&after=5`);
	assert.equal(file.text.trim().split("\r\n").length, 1 + n - Math.floor(n / 11));
	assert.ok(Number((await it.sql("SELECT COUNT(*) FROM audit WHERE action = 'export' AND subject = 'organisation'"))[0][0]) > 0);
});

test("what makes no sense in the address counts as not said", async () => {
	const plain = codes(await list(`?q=${tag}`)), of = (path) => places.get(path);
	const places = new Map();
	await it.sql(`INSERT INTO person (organisation_id, email, name, password_hash, totp_secret, created_at)
		SELECT (SELECT MIN(organisation_id) FROM organisation), CONCAT('${tag}', seq, '@test.example'), '${tag}', '', '', '2026-01-01' FROM seq_1_to_60`);
	for (const path of ["/organisations", "/people"])
		places.set(path, /[?&]after=([\w-]+)/.exec(link(await staff.get(`${path}?state=all`), "next"))[1]);
	const place = of("/organisations"), altered = place.slice(0, 40) + (place[40] === "A" ? "B" : "A") + place.slice(41);
	for (const more of ["sort=name;DROP TABLE organisation", "sort=o.name", "sort=--name", "sort=", "sort=name&sort=code", "kind=x", "kind='", "locality=0", "locality=-1",
		"locality=1 OR 1=1", "state=x", "state=open&state=all", "after=-1", "after=17", "after=x", "before=9999999999999999999", `after=${altered}`, `before=${of("/people")}`, "per_page=1000000",
		"page=%00x".replace("%00", ""), "Q=zzz", "kind[]=practice"])
		assert.deepEqual(codes(await list(`?q=${tag}&${more.replace(/ /g, "%20")}`)), plain, more);
	await it.sql(`DELETE FROM person WHERE email LIKE '${tag}%@test.example'`);
	assert.equal((await list(`?q=${"x".repeat(3000)}`)).status, 200);
	assert.equal((await staff.get("/organisations?q=%FF")).status, 400);
});

test("a place in an address tells nobody how many rows there are, and may be gone", async () => {
	const next = link(await list(`?q=${tag}`), "next");
	assert.match(next, /&after=[\w-]{60,}$/);
	await it.sql(`INSERT INTO organisation (code, name, kind) SELECT CONCAT('ZM-', seq), '${tag}m', 'other' FROM seq_1_to_60;
		INSERT INTO search_word SELECT 'organisation', '${tag.toLowerCase()}m', organisation_id FROM organisation WHERE code LIKE 'ZM-%'`);
	const first = await list(`?q=${tag}m`), gone = link(first, "next");
	assert.equal(codes(await list(gone)).length, 10);
	await it.sql("DELETE s FROM search_word s JOIN organisation o ON o.organisation_id = s.subject_id WHERE s.subject = 'organisation' AND o.code LIKE 'ZM-%'");
	await it.sql("DELETE FROM organisation WHERE code LIKE 'ZM-%'");
	assert.equal((await list(gone)).status, 200, "a row that is no more");
	const shown = codes(await list(`?q=${tag}&after=${/after=(.*)/.exec(gone)[1]}`));
	assert.deepEqual(shown, codes(await list(`?q=${tag}`)), "the first page");
});

test("headings say the order, and turn it round", async () => {
	const page = await list("?sort=patients");
	assert.match(page.text, /<th[^>]*aria-sort="descending"><a href="\?sort=-patients">Patients/);
	assert.match((await list("?sort=-patients")).text, /<th[^>]*aria-sort="ascending"><a href="\?sort=patients">Patients/);
	assert.equal(page.text.match(/aria-sort/g).length, 1);
});

test("the page of one: its facts, what was merged, its sections by role; others' is not there", async () => {
	await it.sql(`INSERT INTO list_size SELECT organisation_id, '2026-01-01', 4321 FROM organisation WHERE code = 'ZL-2'`);
	await it.sql("UPDATE organisation SET successor_id = (SELECT organisation_id FROM organisation WHERE code = 'ZL-2'), closed_on = '2026-02-01' WHERE code = 'ZL-3'");
	const page = text(await staff.get("/organisations/ZL-2"));
	assert.match(page, /Voluntary|Practice/);
	assert.match(page, /4,321/);
	assert.match(page, /Merged into this organisation.*ZL-3/);
	assert.match(page, /History/);
	assert.match(text(await staff.get("/organisations/ZL-3")), /Merged into .*Surgery 2/);
	const own = await signIn(it, await it.addUser("practice_member", { organisation: "ZL-2" }));
	const mine = await own.get("/organisations/ZL-2");
	assert.equal(mine.status, 200);
	assert.doesNotMatch(text(mine), /History|People/);
	assert.equal((await own.get("/organisations/ZL-3")).status, 200, "merged into their own");
	assert.equal((await own.get("/organisations/ZL-4")).status, 404);
	assert.equal((await own.get("/organisations")).status, 403);
	assert.equal((await own.get("/organisations.csv")).status, 403);
	for (const odd of ["ZL-2%27", "x".repeat(300), "ZL_2", "%00", "ZL-2%20OR%201"])
		assert.ok([400, 404].includes((await staff.get(`/organisations/${odd}`)).status), odd);
	await it.sql("DELETE l FROM list_size l JOIN organisation o USING (organisation_id) WHERE o.code = 'ZL-2'; UPDATE organisation SET successor_id = NULL WHERE code = 'ZL-3'");
});
