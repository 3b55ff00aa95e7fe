// contracts.test.mjs: the register of contracts: filters, orders, flags, search, saved views, files, totals of money, aims, the job that counts anew.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { fillContracts } from "../bench/contract_rows.mjs";
import { contract, voluntary } from "../lib/contracts.mjs";
import { decode, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { review as openReview } from "../lib/reviews.mjs";
import { text } from "../lib/surveys.mjs";

let it, reviewer, other, auditor, accounts;
before(async () => {
	it = await sharedInstance();
	await fillContracts(it, 173);
	accounts = { reviewer: await it.addUser("contract_reviewer", { name: "Register Reviewer" }), other: await it.addUser("contract_reviewer", { name: "Other Reviewer" }),
		auditor: await it.addUser("auditor") };
	[reviewer, other, auditor] = await Promise.all(Object.values(accounts).map((account) => signIn(it, account)));
	await it.sql(`UPDATE contract SET lead_id = (SELECT person_id FROM person WHERE email = '${accounts.reviewer.email}') WHERE reference LIKE 'BK/%' AND CAST(SUBSTRING(reference, 4) AS INT) MOD 5 = 3`);
	await it.sql("UPDATE contract SET ends_on = CURRENT_DATE + INTERVAL 30 DAY, status = 'live', kind = 'contract' WHERE reference IN ('BK/00003', 'BK/00008')");
});
after(() => it.release());

const refs = (page) => [...page.text.matchAll(/<a href="\/contracts\/([0-9B-Z]{4}-[0-9B-Z]{4})">/g)].map(([, ref]) => ref);
const nextOf = (page) => decode(/href="([^"]*)" rel="next"/.exec(page.text)?.[1] ?? "");
async function walk(query, client = reviewer) {
	const found = [];
	for (let at = query || "?"; at; ) {
		const page = await client.get(`/contracts${at}`);
		assert.equal(page.status, 200, at);
		found.push(...refs(page));
		at = nextOf(page);
		assert.ok(found.length < 5000);
	}
	return found;
}
const ends = "IF(status = 'ended', '9999-12-31', ends_on)", review = "IF(status = 'ended' OR next_review_on IS NULL, '9999-12-31', next_review_on)";
const truth = async (where = "1 = 1", order = `${ends}, contract_id`) => (await it.sql(`SELECT ref FROM contract c WHERE ${where} ORDER BY ${order}`)).map(([ref]) => ref);
const one = async (query) => (await it.sql(query))[0][0];

for (const [sort, order] of [["ends", `${ends}, contract_id`], ["-ends", `${ends} DESC, contract_id DESC`], ["review", `${review}, contract_id`],
	["-review", `${review} DESC, contract_id DESC`], ["reference", "reference, contract_id"], ["-reference", "reference DESC, contract_id DESC"],
	["service", "service, contract_id"], ["-service", "service DESC, contract_id DESC"], ["value", "value_now DESC, contract_id DESC"], ["-value", "value_now, contract_id"]])
	test(`order ${sort}: every contract once, as the database sorts them`, async () => {
		const rows = await truth("1 = 1", order);
		assert.ok(rows.length >= 173);
		assert.deepEqual(await walk(`?sort=${sort}`), rows);
	});

const current = "status <> 'ended'", mine = "lead_id = (SELECT person_id FROM person WHERE name = 'Register Reviewer' ORDER BY person_id DESC LIMIT 1)";
const flags = {
	no_specification: `${current} AND NOT specified`, no_monitoring: `${current} AND NOT monitored`, review_overdue: `${current} AND next_review_on < CURRENT_DATE`,
	ends_soon: `${current} AND ends_on < CURRENT_DATE + INTERVAL 6 MONTH`, returns_missing: `${current} AND returns_missing > 0`, red_kpis: `${current} AND red_kpis > 0`,
	ends_unreviewed: `${current} AND ends_on < CURRENT_DATE + INTERVAL 6 MONTH AND NOT EXISTS (SELECT 1 FROM review v WHERE v.contract_id = c.contract_id AND v.state NOT IN ('decided', 'cancelled'))`,
};
for (const [query, where] of [["status=current", current], ["status=live", "status = 'live'"], ["status=notice", "status = 'notice'"], ["status=ended", "status = 'ended'"],
	["status=planned", "status = 'planned'"], ["kind=grant", "kind = 'grant'"], ["organisation=BK007", "organisation_id = (SELECT organisation_id FROM organisation WHERE code = 'BK007')"],
	["lead=me", mine], ["lead=nobody", "lead_id IS NULL"], ["aim=AIM", "aim_id = (SELECT aim_id FROM contract_aim WHERE name = 'Bench aim 2')"], ["aim=none", "aim_id IS NULL"],
	...Object.entries(flags).map(([flag, where]) => [`flag=${flag}`, where]), ["flag=ends_soon&lead=me&kind=contract", `${flags.ends_soon} AND ${mine} AND kind = 'contract'`]])
	test(`filter ${query}: what a plain count finds, in two orders, and in the file`, async () => {
		const asked = query.replace("AIM", await one("SELECT ref FROM contract_aim WHERE name = 'Bench aim 2'")), rows = await truth(where);
		assert.ok(rows.length > 0 && rows.length < (await truth()).length, `the control: some and not all, ${rows.length}`);
		assert.deepEqual(await walk(`?${asked}`), rows);
		assert.deepEqual(await walk(`?${asked}&sort=-value`), await truth(where, "value_now, contract_id"));
		const file = await reviewer.get(`/contracts.csv?${asked}`);
		assert.deepEqual(file.text.trim().split("\r\n").slice(1).map((line) => line.split(",")[0]), (await it.sql(`SELECT reference FROM contract c WHERE ${where} ORDER BY ${ends}, contract_id`)).flat());
	});

const rowOf = (page, ref) => text({ text: page.text.split("<tr role=\"row\">").find((row) => row.includes(`/contracts/${ref}"`))?.split("</tr>")[0] ?? "" });
test("flags of a row: each where it is so, none where it is not", async () => {
	const day = (n) => ({ sql: `CURRENT_DATE + INTERVAL ${n} DAY` });
	const settled_on = { sql: "CURRENT_DATE" }; // the jobs leave it alone
	const fine = { settled_on, return_months: 0, specified: 1, monitored: 1, ends_on: day(800), first_ends_on: "2027-03-31", next_review_on: day(0) };
	for (const [changes, words] of [[{}, "None"], [{ specified: 0 }, "No specification"], [{ monitored: 0 }, "No monitoring"], [{ next_review_on: day(-1) }, "Review overdue"],
		[{ ends_on: day(30) }, "Ends soon"], [{ ends_on: day(-1) }, "End has passed"], [{ returns_missing: 1 }, "1 return missing"], [{ returns_missing: 3 }, "3 returns missing"],
		[{ red_kpis: 1 }, "1 red KPI"], [{ red_kpis: 2 }, "2 red KPIs"], [{ specified: 0, red_kpis: 1 }, "No specification 1 red KPI"],
		[{ status: "ended", specified: 0, monitored: 0, next_review_on: day(-9), ends_on: day(-9), returns_missing: 1, red_kpis: 1 }, "None"]]) {
		const ref = await contract(it, { organisation: "BK001", ...fine, ...changes });
		assert.match(rowOf(await reviewer.get(`/contracts?q=${ref}`), ref), new RegExp(`${changes.status ? "Ended" : "Live"} Flags ${words}$`), words);
	}
	await it.sql("UPDATE contract SET status = 'ended' WHERE reference LIKE 'T/%' AND organisation_id = (SELECT organisation_id FROM organisation WHERE code = 'BK001')");
});

test("at a glance: the boxes say what the filters find, and lead to them; nothing has no link", async () => {
	const page = await reviewer.get("/contracts"), boxes = /<ul class="app-tiles"[^]*?<\/ul>/.exec(page.text)[0];
	for (const [flag, where] of Object.entries(flags).slice(0, 6)) {
		const n = Number(await one(`SELECT COUNT(*) FROM contract c WHERE ${where}`));
		assert.match(boxes, new RegExp(`<a href="\\?flag=${flag}"><strong>${n >= 200 ? "200 or more" : n}</strong>`), flag);
	}
	await it.sql("CREATE TABLE red_kept AS SELECT contract_id, red_kpis FROM contract WHERE red_kpis > 0; UPDATE contract SET red_kpis = 0");
	try {
		const none = await reviewer.get("/contracts");
		assert.ok(!/app-tiles[^]*flag=red_kpis[^]*<\/ul>\s*<nav/.test(none.text));
		assert.match(none.text, /<p><strong>0<\/strong> <span>Red KPIs<\/span><\/p>/);
	} finally {
		await it.sql("UPDATE contract c JOIN red_kept k ON k.contract_id = c.contract_id SET c.red_kpis = k.red_kpis; DROP TABLE red_kept");
	}
});

test("search: words of the service, the organisation's name, the reference, and a reference of an address", async () => {
	assert.deepEqual((await walk("?q=larkspur")).sort(), (await truth("service LIKE '%larkspur%'")).sort());
	assert.deepEqual((await walk("?q=choir+demen&kind=grant")).sort(), (await truth("service LIKE '%choir%dementia%' AND kind = 'grant'")).sort());
	assert.deepEqual(await walk("?q=BK/00042"), await truth("reference = 'BK/00042'"));
	assert.equal((await walk("?q=bench+charity")).length, 173);
	const [ref] = await truth("status = 'ended'");
	assert.deepEqual(await walk(`?q=${ref.toLowerCase()}&status=live`), [ref]);
	assert.deepEqual(await walk("?q=2222-2222"), []);
	assert.match((await reviewer.get("/contracts?q=nothingofthekind")).text, /No contracts match/);
});

test("search: an organisation's other name, from the moment that it has it", async () => {
	const ref = await contract(it, { organisation: "BKNAME", settled_on: { sql: "CURRENT_DATE" } }), admin = await signIn(it, await it.addUser("administrator"));
	const form = await admin.get("/organisations/BKNAME/edit");
	assert.equal((await admin.submit(form, { name: "Quillfeather Trust" })).status, 303);
	assert.deepEqual(await walk("?q=quillfeather"), [ref]);
	await it.sql(`UPDATE contract SET status = 'ended' WHERE ref = '${ref}'`);
});

test("what makes no sense in the address counts as not said", async () => {
	const plain = refs(await reviewer.get("/contracts"));
	for (const query of ["status=x", "flag=1", "kind='", "lead=1 OR 1=1", "aim=1", "organisation=BK001'--", "sort=c.service", "after=17", "per_page=100000", "status=live&status=ended"])
		assert.deepEqual(refs(await reviewer.get(`/contracts?${query.replace(/ /g, "%20")}`)), plain, query);
});

test("saved views: of the register alone, and of whoever keeps it", async () => {
	const link = decode(/href="(\/contracts\/views\/new[^"]*)"/.exec((await reviewer.get("/contracts?kind=grant&flag=red_kpis")).text)[1]), form = await reviewer.get(link);
	const sent = await reviewer.submit(form, { name: "Red <grants>", shared: "yes" });
	assert.equal(sent.location, "/contracts?flag=red_kpis&kind=grant");
	assert.match((await other.get(sent.location)).text, /aria-current="true">Red &lt;grants&gt;<\/a>/);
	assert.match(text(await auditor.get("/contracts/views")), /Red <grants>/);
	const manager = await signIn(it, await it.addUser("incident_manager"));
	assert.ok(!(await manager.get("/incidents")).text.includes("grants"));
	assert.ok(!(await auditor.get("/contracts?kind=grant&flag=red_kpis&lead=nobody")).text.includes("/contracts/views/new"));
});

test("My work: what waits for who looks after contracts, and its lists say the same", async () => {
	const home = text(await reviewer.get("/"));
	for (const [flag, words] of [["review_overdue", "contracts? that you look after (is|are) overdue for review"], ["returns_missing", "contracts? that you look after (has|have) monitoring returns missing"],
		["ends_unreviewed", "contracts? that you look after ends? within 6 months, and no review is open"]]) {
		const n = (await walk(`?flag=${flag}&lead=me`)).length;
		assert.equal(n, Number(await one(`SELECT COUNT(*) FROM contract c WHERE ${flags[flag]} AND ${mine}`)));
		if (n)
			assert.match(home, new RegExp(`\\b${n} ${words}`));
		else
			assert.doesNotMatch(home, new RegExp(words));
	}
	assert.match(home, /overdue for review/, "the control: there is one");
	assert.doesNotMatch(text(await other.get("/")), /that you look after/);
});

/** A file of a ZIP, by its central directory. */
function unzip(bytes, name) {
	let at = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06") + 16);
	for (; bytes.readUInt32LE(at) === 0x02014b50; at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)) {
		if (bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28)) !== name)
			continue;
		const begin = bytes.readUInt32LE(at + 42), from = begin + 30 + bytes.readUInt16LE(begin + 26) + bytes.readUInt16LE(begin + 28);
		return inflateRawSync(bytes.subarray(from, from + bytes.readUInt32LE(at + 20))).toString();
	}
	throw new Error(`no ${name}`);
}
/** A line of CSV: its cells. */
const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll("\"\"", "\"") ?? bare);

test("files: every column, formulas made harmless, money and days as a spreadsheet knows them; the trail tells", async () => {
	await voluntary(it, "BKFORM", "=HYPERLINK(\"http://evil\")");
	const ref = await contract(it, { organisation: "BKFORM", reference: "+44", service: "@SUM(A1)", served: "-1+1", area: "a, \"b\"\nc", monitoring: "=cmd", starts_on: "2024-04-01", first_ends_on: "2026-03-31",
		ends_on: "2027-03-31", settled_on: { sql: "CURRENT_DATE" }, values: { 2024: 5_000_000, 2025: 5_100_050 }, lead: accounts.reviewer.email, kpis: [{}, {}], notice_months: 6, next_review_on: "2027-01-15",
		value_now: 5_100_050, outcome: "conditions", decided_on: "2026-01-20" });
	await it.sql(`INSERT INTO contract_extension (ref, contract_id, ends_on, state) SELECT '${ref}', contract_id, '2027-03-31', 'taken' FROM contract WHERE ref = '${ref}'`);
	const csv = await reviewer.get(`/contracts.csv?q=${ref}`), [head, line] = csv.text.replace(/^\uFEFF/, "").split("\r\n");
	const row = Object.fromEntries(cells(head).map((name, i) => [name, cells(line)[i]]));
	assert.equal(csv.headers.get("content-disposition"), "attachment; filename=\"contracts.csv\"");
	assert.deepEqual([row.Reference, row.Organisation, row.Service, row["Who is served"], row.Where, row.Monitoring],
		["'+44", "'=HYPERLINK(\"http://evil\")", "'@SUM(A1)", "'-1+1", "a, \"b\"\nc", "'=cmd"]);
	assert.deepEqual([row.Start, row["End as signed"], row["Current end"], row.Extensions, row.Years, row["Value this year"], row["Annual values"], row.Lead, row["Next review"], row.Route],
		["2024-04-01", "2026-03-31", "2027-03-31", "taken to 2027-03-31", "3", "51000.5", "2024/25 50000.00; 2025/26 51000.50", "Register Reviewer", "2027-01-15", "Direct award"]);
	assert.deepEqual([row.Status, row.KPIs, row["Notice in months"], row["Last outcome"], row["No specification"], row["Red KPIs"]], ["Live", "2", "6", "Continue with conditions", "Yes", "0"]);
	const { cookies } = reviewer, book = Buffer.from(await (await fetch(new URL(`/contracts.xlsx?q=${ref}`, it.staffUrl),
		{ headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") } })).arrayBuffer());
	const sheet = unzip(book, "xl/worksheets/sheet1.xml");
	assert.ok(!sheet.includes("<f>"), "no formula");
	assert.match(sheet, /<c r="A2"[^>]*t="inlineStr"><is><t>\+44<\/t>/);
	assert.match(sheet, /<c r="N2"[^>]*><v>51000\.5<\/v>/);
	assert.match(sheet, /<c r="I2" s="\d+"><v>45383<\/v>/, "1 April 2024");
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE subject = 'contract' AND action = 'export' AND who = '${accounts.reviewer.email}' AND detail LIKE '%contracts.xlsx%'`), "1");
	await it.sql(`DELETE FROM contract_extension WHERE ref = '${ref}'; UPDATE contract SET reference = CONCAT('T', contract_id), service = 'Formula', status = 'ended' WHERE ref = '${ref}'`);
});

test("files: what came of a review is not for who has a conflict of interest in it", async () => {
	const ref = await contract(it, { organisation: "BK003", settled_on: { sql: "CURRENT_DATE" }, outcome: "vary", decided_on: "2026-02-03" });
	await openReview(it, { contract: ref, state: "cancelled", conflict: [accounts.other.email] });
	const said = async (client) => (await client.get(`/contracts.csv?q=${ref}`)).text.split("\r\n")[1];
	assert.match(await said(reviewer), /,Vary,2026-02-03,/, "the control");
	assert.doesNotMatch(await said(other), /Vary|2026-02-03/);
	await it.sql(`UPDATE contract SET status = 'ended' WHERE ref = '${ref}'`);
});

test("money: by aim, by status and by year, as a plain sum has it; with a picture, links, and a file", async () => {
	const page = await reviewer.get("/contracts/totals"), said = text(page);
	const pounds = (pence) => `£${Math.floor(pence / 100).toLocaleString("en-GB")}${pence % 100 ? `.${String(pence % 100).padStart(2, "0")}` : ""}`;
	const [[n, pence]] = await it.sql("SELECT COUNT(*), SUM(value_now) FROM contract WHERE status <> 'ended' AND aim_id = (SELECT aim_id FROM contract_aim WHERE name = 'Bench aim 3')");
	assert.ok(said.includes(`Bench aim 3 ${n} ${pounds(Number(pence))} `), `${n} ${pounds(Number(pence))}`);
	for (const [code, label] of [["live", "Live"], ["ended", "Ended"], ["planned", "Planned"]]) {
		const [[count, sum]] = await it.sql(`SELECT COUNT(*), SUM(value_now) FROM contract WHERE status = '${code}'`);
		assert.ok(said.includes(`${label} ${count} ${pounds(Number(sum))} `), label);
		assert.ok(page.text.includes(`href="/contracts?status=${code}"`));
	}
	assert.equal((page.text.match(/<svg class="app-chart/g) ?? []).length, 3);
	const [[year, sum]] = await it.sql("SELECT year, SUM(pence) FROM contract_value WHERE year = YEAR(CURRENT_DATE - INTERVAL 3 MONTH) GROUP BY year");
	assert.match(said, new RegExp(`${year}/${String((Number(year) + 1) % 100).padStart(2, "0")} \\d+ ${pounds(Number(sum)).replaceAll(".", "\\.")}`));
	const file = (await reviewer.get("/contracts/totals.csv")).text;
	const total = file.trim().split("\r\n").slice(1).reduce((all, line) => all + Math.round(Number(cells(line)[3]) * 100), 0);
	assert.equal(total, Number(await one("SELECT SUM(value_now) FROM contract")));
});

test("aims: added once, renamed, ended, never lost when two edit; the auditor reads", async () => {
	const page = await reviewer.get("/contracts/aims"), name = `Warm <homes> ${process.pid}`;
	assert.equal((await reviewer.submit(page, { name: "" })).status, 422);
	assert.equal((await reviewer.submit(page, { name })).location, "/contracts/aims");
	const twice = await reviewer.submit(page, { name });
	assert.equal(twice.status, 422);
	assert.match(twice.text, /There is an aim with this name already/);
	const ref = await one(`SELECT ref FROM contract_aim WHERE name = '${name}'`), path = `/contracts/aims/${ref}`;
	const [mine, theirs] = [await reviewer.get(path), await other.get(path)];
	assert.equal((await reviewer.submit(mine, { name: `${name} first` })).status, 303);
	const late = await other.submit(theirs, { name: `${name} second` });
	assert.equal(late.status, 422);
	assert.ok(late.text.includes("second") && late.text.includes("first"), "their own text is kept, and the other one is said");
	assert.equal((await other.submit(late, { name: `${name} both`, ended: "ended" })).status, 303);
	assert.equal(await one(`SELECT CONCAT(name, ' ', ended, ' ', row_version) FROM contract_aim WHERE ref = '${ref}'`), `${name} both 1 3`);
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE subject = 'contract' AND ref = '${ref}'`), "3");
	const read = await auditor.get("/contracts/aims");
	assert.ok(read.text.includes("both") && !read.text.includes("<form method=\"post\" novalidate") && !read.text.includes(path));
	assert.equal((await auditor.get(path)).status, 403);
	assert.equal((await reviewer.get("/contracts/aims/0000000000")).status, 404);
});

test("once a day what is kept beside a contract is counted anew; again the same day: nothing is written", async () => {
	const ref = await contract(it, { organisation: "BK002", values: { 2025: 100, 2026: 200 }, kpis: [{}], returns_missing: 0, value_now: 7, settled_on: null, returns_from: "2040-04-01" });
	await it.sql(`INSERT INTO monitoring_return (ref, contract_id, organisation_id, starts_on, ends_on, due_on, state_at) SELECT '${ref}', contract_id, organisation_id,
		CURRENT_DATE - INTERVAL 120 DAY, CURRENT_DATE - INTERVAL 30 DAY, CURRENT_DATE - INTERVAL 1 DAY, UTC_TIMESTAMP() FROM contract WHERE ref = '${ref}'`);
	const state = () => it.sql(`SELECT returns_missing, monitored, value_now = COALESCE((SELECT v.pence FROM contract_value v WHERE v.contract_id = c.contract_id
		AND v.year = YEAR(CURRENT_DATE - INTERVAL 3 MONTH)), 0), settled_on = CURRENT_DATE, row_version FROM contract c WHERE ref = '${ref}'`);
	assert.equal((await it.soundings(["jobs"])).status ?? 0, 0);
	assert.deepEqual(await state(), [["1", "1", "1", "1", "1"]]);
	await it.sql(`UPDATE contract SET returns_missing = 9 WHERE ref = '${ref}'`);
	await it.soundings(["jobs"]);
	assert.deepEqual((await state())[0][0], "9", "the control: it was settled today, and is left alone");
	await it.sql(`UPDATE contract SET settled_on = CURRENT_DATE - INTERVAL 1 DAY WHERE ref = '${ref}'`);
	await Promise.all([it.soundings(["jobs"]), it.soundings(["jobs"])]);
	assert.deepEqual(await state(), [["1", "1", "1", "1", "1"]]);
	await it.sql(`UPDATE contract SET status = 'ended' WHERE ref = '${ref}'`);
});
