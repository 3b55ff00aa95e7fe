// incidents.test.mjs: the queue of incidents: filters, orders, search, saved views, files, many assigned at once; bank holidays and working days.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { fillIncidents } from "../bench/incident_rows.mjs";
import { decode, signIn } from "../lib/http.mjs";
import { incident, report } from "../lib/incidents.mjs";
import { root, sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

const bench = "organisation_id IN (SELECT organisation_id FROM organisation WHERE code LIKE 'BI%')"; // fillIncidents made them
let it, manager, other, auditor, accounts, draft;
before(async () => {
	it = await sharedInstance();
	await fillIncidents(it, 173);
	accounts = { manager: await it.addUser("incident_manager", { name: "Queue Manager" }), other: await it.addUser("incident_manager", { name: "Other Manager" }),
		auditor: await it.addUser("auditor") };
	[manager, other, auditor] = await Promise.all(Object.values(accounts).map((account) => signIn(it, account)));
	await it.sql(`UPDATE incident SET manager_id = (SELECT person_id FROM person WHERE email = '${accounts.manager.email}') WHERE incident_id MOD 17 = 3 AND ${bench}`);
	// Late by 0 to 9 working days, and two that have time.
	await it.sql(`UPDATE incident SET state = 'submitted', looked_at = NULL, closed_at = NULL, due_at = UTC_TIMESTAMP() + INTERVAL 2 - CAST(incident_id AS SIGNED) MOD 12 DAY,
		manager_id = NULL WHERE incident_id MOD 23 = 5 AND ${bench}; INSERT IGNORE INTO incident_theme_link
		SELECT incident_id, (SELECT MIN(theme_id) FROM incident_theme) FROM incident WHERE incident_id MOD 19 = 4 AND ${bench}`);
	draft = await incident(it, { organisation: "BI001", reporter: accounts.manager.email, state: "draft", title: "Never seen" });
});
after(() => it.release());

const refs = (page) => [...page.text.matchAll(/<a href="\/incidents\/([0-9B-Z]{4}-[0-9B-Z]{4})">/g)].map(([, ref]) => ref);
const nextOf = (page) => decode(/href="([^"]*)" rel="next"/.exec(page.text)?.[1] ?? "");
async function walk(query, client = manager) {
	const found = [];
	for (let at = query || "?"; at; ) {
		const page = await client.get(`/incidents${at}`);
		assert.equal(page.status, 200, at);
		found.push(...refs(page));
		at = nextOf(page);
		assert.ok(found.length < 5000);
	}
	return found;
}
const truth = async (where = "1 = 1", order = "urgency, incident_id") =>
	(await it.sql(`SELECT ref FROM incident i WHERE state <> 'draft' AND (${where}) ORDER BY ${order}`)).map(([ref]) => ref);
const one = async (query) => (await it.sql(query))[0][0];

for (const [sort, order] of [["urgency", "urgency, incident_id"], ["-urgency", "urgency DESC, incident_id DESC"], ["newest", "submitted_at DESC, incident_id DESC"],
	["-newest", "submitted_at, incident_id"], ["happened", "happened_on DESC, incident_id DESC"], ["-happened", "happened_on, incident_id"],
	["title", "title, incident_id"], ["-title", "title DESC, incident_id DESC"]])
	test(`order ${sort}: every report once, as the database sorts them, and no draft`, async () => {
		const rows = await truth("1 = 1", order);
		assert.ok(rows.length >= 173);
		assert.deepEqual(await walk(`?sort=${sort}`), rows);
	});

const closed = "'draft', 'closed', 'duplicate', 'not_incident'";
for (const [query, where] of [["state=open", `state NOT IN (${closed})`], ["state=unseen", `looked_at IS NULL AND state NOT IN (${closed})`],
	["state=overdue", `looked_at IS NULL AND state NOT IN (${closed}) AND due_at < UTC_TIMESTAMP()`], ["state=closed", "state = 'closed'"], ["state=hold", "state = 'hold'"],
	["kind=risk", "kind = 'risk'"], ["about=own", "about = 'own'"], ["practice=BI001", "organisation_id = (SELECT organisation_id FROM organisation WHERE code = 'BI001')"],
	["provider=BJ002", "about_organisation_id = (SELECT organisation_id FROM organisation WHERE code = 'BJ002')"], ["manager=nobody", "manager_id IS NULL"],
	["manager=me", "manager_id = (SELECT person_id FROM person WHERE name = 'Queue Manager' ORDER BY person_id DESC LIMIT 1)"],
	["harm=moderate_or_worse", "physical <= 3 OR psychological <= 2"], ["harm=severe_or_fatal", "physical <= 2 OR psychological <= 1"], ["harm=fatal", "physical = 1"],
	["harm=none", "LEAST(COALESCE(physical, 9), COALESCE(psychological + 1, 9)) = 5"], ["from=2026-06-01&until=2026-08-31", "submitted_at >= '2026-05-31 23:00' AND submitted_at < '2026-08-31 23:00'"],
	["theme=THEME", "EXISTS (SELECT 1 FROM incident_theme_link l WHERE l.incident_id = i.incident_id AND l.theme_id = (SELECT MIN(theme_id) FROM incident_theme))"],
	["state=open&kind=incident&harm=low", `state NOT IN (${closed}) AND kind = 'incident' AND LEAST(COALESCE(physical, 9), COALESCE(psychological + 1, 9)) = 4`]])
	test(`filter ${query}: what a plain count finds, in two orders, and in the file`, async () => {
		const asked = query.replace("THEME", await one("SELECT ref FROM incident_theme ORDER BY theme_id LIMIT 1")), rows = await truth(where);
		assert.ok(rows.length > 0, "the control: there are some");
		assert.deepEqual(await walk(`?${asked}`), rows);
		assert.deepEqual(await walk(`?${asked}&sort=-newest`), await truth(where, "submitted_at, incident_id"));
		const file = await manager.get(`/incidents.csv?${asked}`);
		assert.deepEqual(file.text.trim().split("\r\n").slice(1).map((line) => line.slice(0, 9)), rows);
	});

test("a manager by their random reference; of another list's ids none", async () => {
	const ref = await one(`SELECT ref FROM person WHERE email = '${accounts.manager.email}'`), id = await one(`SELECT person_id FROM person WHERE email = '${accounts.manager.email}'`);
	assert.deepEqual(await walk(`?manager=${ref}`, other), await walk("?manager=me"));
	assert.deepEqual(await walk(`?manager=${id}`), await walk(""), "an id counts as not said");
});

test("search: words of the report, and a reference as somebody types it, wherever it stands", async () => {
	assert.deepEqual((await walk("?q=larkspur")).sort(), (await truth("title LIKE '%larkspur%'")).sort());
	assert.deepEqual((await walk("?q=vaccin+fridge&state=closed")).sort(), (await truth("title LIKE '%vaccine fridge%' AND state = 'closed'")).sort());
	const [ref] = await truth("state = 'closed'");
	for (const typed of [ref, ref.toLowerCase(), ref.replace("-", ""), ` ${ref.replace("-", " ")} `])
		assert.deepEqual(await walk(`?q=${encodeURIComponent(typed)}&state=open`), [ref], typed);
	assert.deepEqual(await walk(`?q=${draft}`), [], "a draft is not found");
	assert.deepEqual(await walk("?q=2222-2222"), []);
});

test("the clock: until when, how late, waiting for whom", async () => {
	const page = text(await manager.get("/incidents?state=unseen"));
	assert.match(page, /Look by (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w{3}/);
	assert.match(page, /\d+ working days late/);
	assert.match(text(await manager.get("/incidents?state=information")), /Waiting for the practice since \d/);
	assert.match(text(await manager.get("/incidents?state=hold")), /Until \d/);
	const home = text(await manager.get("/"));
	const [[late]] = await it.sql(`SELECT COUNT(*) FROM incident WHERE looked_at IS NULL AND state NOT IN (${closed}) AND due_at < UTC_TIMESTAMP()`);
	assert.match(home, new RegExp(`${late} reports are late: nobody looked at them within 5 working days`));
	assert.match(home, /new reports? nobody has looked at yet/);
	assert.doesNotMatch(text(await auditor.get("/")), /nobody looked at/);
});

test("what makes no sense in the address counts as not said", async () => {
	const plain = refs(await manager.get("/incidents"));
	for (const query of ["state=x", "state=draft", "kind='", "practice=1", "practice=BI001'--", "provider=%00x".replace("%00", ""), "manager=1 OR 1=1", "harm=9", "theme=0", "from=2026-02-30",
		"until=x", "sort=i.title", "sort=urgency;DROP TABLE incident", "after=17", "before=x", "per_page=100000", "state=open&state=closed", "q=%25"])
		assert.deepEqual(refs(await manager.get(`/incidents?${query.replace(/ /g, "%20")}`)), plain, query);
	assert.equal((await manager.get("/incidents?q=%FF")).status, 400);
	assert.equal((await manager.get(`/incidents?q=${"x".repeat(3000)}`)).status, 200);
});

test("a row: the practice and about whom, the worse harm, grave ones told apart", async () => {
	const made = [[{ physical: "2", psychological: "4" }, "Severe harm", true], [{ physical: "5", psychological: "2" }, "Moderate psychological harm", false],
		[{ physical: "1", psychological: "1" }, "Fatal", true], [{ physical: "5", psychological: "4" }, "", false]];
	for (const [one, words, grave] of made) {
		const ref = await incident(it, { organisation: "BI004", about: "BJ002", title: `Harm of ${words}`, report: report({}, [one]) });
		const page = await manager.get(`/incidents?q=${ref}`), row = /<tbody[\s\S]*<\/tbody>/.exec(page.text)[0];
		assert.match(text({ text: row }), new RegExp(`Bench Surgery 4 about Bench Hospital 2 Incident ${words}`));
		assert.equal(row.includes("app-grave"), grave, words);
		assert.equal(/harm/i.test(text({ text: row.slice(row.indexOf("about Bench")) })), words.includes("harm"));
	}
});

test("saved views: saved, used, shared, changed, deleted; another person's are not there", async () => {
	const page = await manager.get("/incidents?kind=risk&harm=severe_or_fatal&sort=newest&after=nonsense");
	const link = decode(/href="(\/incidents\/views\/new[^"]*)"/.exec(page.text)[1]), form = await manager.get(link);
	assert.equal((await manager.submit(form, { name: "" })).status, 422);
	const sent = await manager.submit(form, { name: "Grave <risks>", shared: "no" });
	assert.equal(sent.location, "/incidents?kind=risk&harm=severe_or_fatal&sort=newest");
	assert.equal((await manager.submit(form, { name: "grave <RISKS>", shared: "no" })).status, 422, "a name once");
	const list = await manager.get(sent.location);
	assert.match(list.text, /<a href="\?kind=risk&amp;harm=severe_or_fatal&amp;sort=newest" aria-current="true">Grave &lt;risks&gt;<\/a>/);
	assert.ok(!list.text.includes("/incidents/views/new"), "what is saved already");
	assert.ok(!text(await other.get("/incidents")).includes("Grave"));
	const ref = await one("SELECT ref FROM saved_view WHERE name = 'Grave <risks>'"), path = `/incidents/views/${ref}`;
	for (const end of ["edit", "delete"]) {
		const mine = await manager.get(`${path}/${end}`), csrf = /name="csrf" value="([^"]+)"/.exec((await other.get("/incidents/views/new")).text)[1];
		assert.equal(mine.status, 200);
		assert.equal((await other.get(`${path}/${end}`)).status, 404);
		assert.equal((await other.post(`${path}/${end}`, { csrf, name: "Mine now", shared: "yes" })).status, 404);
		assert.equal((await auditor.get(`${path}/${end}`)).status, 403);
	}
	assert.equal((await manager.submit(await manager.get(`${path}/edit`), { name: "Grave risks", shared: "yes" })).status, 303);
	assert.ok(text(await other.get("/incidents")).includes("Grave risks"));
	assert.ok(text(await auditor.get("/incidents/views")).includes("Grave risks"));
	assert.equal((await other.get(`${path}/edit`)).status, 404, "shared is not given away");
	// An address of somebody's own making is none.
	const csrf = /name="csrf" value="([^"]+)"/.exec(form.text)[1];
	for (const query of ["?x\" onclick=", "//evil.example", "?a=1#b", "javascript:alert(1)", "?".padEnd(3000, "x")]) {
		const answer = await manager.post("/incidents/views/new?kind=risk", { csrf, name: `n${query.length}`, shared: "no", query });
		assert.equal(answer.location, "/incidents?kind=risk", query);
	}
	assert.equal((await manager.submit(await manager.get(`${path}/delete`))).status, 303);
	assert.equal((await manager.get(`${path}/edit`)).status, 404);
	assert.equal(await one("SELECT COUNT(*) FROM audit WHERE subject = 'saved_view' AND ref = '" + ref + "'"), "3");
});

const versionOf = async (ref) => Number(await one(`SELECT row_version FROM incident WHERE ref = '${ref}'`));
const managerOf = async (ref) => one(`SELECT COALESCE((SELECT name FROM person p WHERE p.person_id = i.manager_id), '') FROM incident i WHERE ref = '${ref}'`);

test("many assigned at once: who has them, their history, the trail; what changed meanwhile is left and named", async () => {
	const [a, b, c] = await truth("manager_id IS NULL"), to = await one(`SELECT ref FROM person WHERE email = '${accounts.other.email}'`);
	const page = await manager.get(`/incidents/assign?ref=${a}&ref=${b}&ref=${c}&ref=${draft}&ref=2222-2222&ref=x&ref=${a}&back=${encodeURIComponent("?state=open")}`);
	assert.deepEqual([...page.text.matchAll(/name="chosen" value="([^."]+)\./g)].map(([, ref]) => ref), [a, b, c]);
	assert.equal((await manager.submit(page, { manager: "" })).status, 422);
	assert.equal((await manager.submit(page, { manager: "1" })).status, 422);
	await it.sql(`UPDATE incident SET row_version = row_version + 1 WHERE ref = '${b}'`);
	const sent = await manager.submit(page, { manager: to });
	assert.equal(sent.location, "/incidents?state=open");
	const said = text(await manager.get(sent.location));
	assert.match(said, new RegExp(`2 reports are now looked after by Other Manager\\. Somebody else changed these meanwhile, and they are as they were: ${b}`));
	assert.deepEqual(await Promise.all([a, b, c].map(managerOf)), ["Other Manager", "", "Other Manager"]);
	assert.equal(await one(`SELECT COUNT(*) FROM incident_event e JOIN incident i USING (incident_id) WHERE e.kind = 'assigned' AND i.ref IN ('${a}', '${b}', '${c}')`), "2");
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE subject = 'incident' AND action = 'change' AND ref IN ('${a}', '${b}', '${c}')`), "2");
	// Sent twice: nothing more happens.
	const before = await versionOf(a);
	assert.equal((await manager.submit(page, { manager: to })).status, 303);
	assert.equal(await versionOf(a), before);
});

test("two managers at once: each report is one's or the other's, and one event tells of it", async () => {
	const list = (await truth("manager_id IS NULL")).slice(0, 6), address = `/incidents/assign?${list.map((ref) => `ref=${ref}`).join("&")}`;
	const pages = await Promise.all([manager.get(address), other.get(address)]);
	const refsOf = await Promise.all([accounts.manager, accounts.other].map(({ email }) => one(`SELECT ref FROM person WHERE email = '${email}'`)));
	const answers = await Promise.all([manager.submit(pages[0], { manager: refsOf[0] }), other.submit(pages[1], { manager: refsOf[1] })]);
	assert.deepEqual(answers.map(({ status }) => status), [303, 303]);
	for (const ref of list) {
		assert.ok(["Queue Manager", "Other Manager"].includes(await managerOf(ref)), ref);
		assert.equal(await one(`SELECT COUNT(*) FROM incident_event e JOIN incident i USING (incident_id) WHERE e.kind = 'assigned' AND i.ref = '${ref}'`), "1");
	}
});

test("by direct POST: no draft, none without its version, none by who may not", async () => {
	const [a] = await truth("manager_id IS NULL"), to = await one(`SELECT ref FROM person WHERE email = '${accounts.other.email}'`), version = await versionOf(a);
	const csrf = /name="csrf" value="([^"]+)"/.exec((await manager.get("/incidents/views/new")).text)[1];
	for (const chosen of [`${draft}.1`, "2222-2222.1", "x", "", `${a}${a}.1`])
		assert.equal((await manager.post("/incidents/assign", { csrf, manager: to, chosen })).status, 422, chosen);
	for (const chosen of [`${a}.${version + 1}`, `${a}.-1`, `${a}.x`, `${a}.`, `${a}.99999999999999999999`])
		assert.equal((await manager.post("/incidents/assign", { csrf, manager: to, chosen, back: "//evil.example" })).location, "/incidents?", chosen);
	assert.equal((await manager.post("/incidents/assign", { csrf, manager: await one(`SELECT ref FROM person WHERE email = '${accounts.auditor.email}'`), chosen: `${a}.${version}` })).status, 422);
	const token = /name="csrf" value="([^"]+)"/.exec((await auditor.get("/")).text)[1];
	assert.equal((await auditor.post("/incidents/assign", { csrf: token, manager: to, chosen: `${a}.${version}` })).status, 403);
	assert.equal(await managerOf(a), "");
	assert.equal(await managerOf(draft), "");
	const page = await auditor.get("/incidents");
	assert.ok(!page.text.includes("checkbox") && !page.text.includes("/incidents/assign"));
});

/** A file of a ZIP, by its central directory. */
function unzip(bytes, name) {
	let at = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06") + 16);
	for (; bytes.readUInt32LE(at) === 0x02014b50; at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)) {
		if (bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28)) !== name)
			continue;
		const begin = bytes.readUInt32LE(at + 42), from = begin + 30 + bytes.readUInt16LE(begin + 26) + bytes.readUInt16LE(begin + 28);
		const data = inflateRawSync(bytes.subarray(from, from + bytes.readUInt32LE(at + 20)));
		assert.equal(data.length, bytes.readUInt32LE(at + 24));
		return data.toString();
	}
	throw new Error(`no ${name}`);
}

test("the files: every row of the list, formulas made harmless, in the trail", async () => {
	const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "=HYPERLINK(\"http://evil.example\")", "<b>&\"'"], made = [];
	for (const title of formulas)
		made.push(await incident(it, { organisation: "BI003", title, report: report({ what_happened: title }), happened_on: "2024-02-29" }));
	const csv = (await manager.get("/incidents.csv")).text, cookie = [...manager.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	const answer = await fetch(`${it.staffUrl}/incidents.xlsx`, { headers: { cookie } }), sheet = unzip(Buffer.from(await answer.arrayBuffer()), "xl/worksheets/sheet1.xml");
	assert.equal(answer.headers.get("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
	assert.match(answer.headers.get("content-disposition"), /attachment; filename="incidents\.xlsx"/);
	assert.deepEqual([...sheet.matchAll(/<c r="A\d+" t="inlineStr"><is><t>([^<]*)/g)].map(([, ref]) => ref), await truth());
	assert.ok(!/<f[ >]/.test(sheet), "no formula");
	for (const [i, ref] of made.entries()) {
		const cell = decode(new RegExp(`<t>${ref}</t></is></c><c r="B\\d+" t="inlineStr"><is><t[^>]*>([^<]*)`).exec(sheet)[1]);
		assert.equal(cell, formulas[i]);
		const line = csv.split("\r\n").find((row) => row.startsWith(ref));
		assert.ok(formulas[i].startsWith("<") || /^[^,]+,"?'/.test(line), line);
	}
	assert.match(sheet, /<c r="L\d+" s="2"><v>45351<\/v><\/c>/, "29 February 2024 is a date");
	const filtered = await fetch(`${it.staffUrl}/incidents.xlsx?kind=risk`, { headers: { cookie } });
	assert.equal([...unzip(Buffer.from(await filtered.arrayBuffer()), "xl/worksheets/sheet1.xml").matchAll(/<row /g)].length, 1 + (await truth("kind = 'risk'")).length);
	assert.ok(Number(await one("SELECT COUNT(*) FROM audit WHERE action = 'export' AND detail LIKE '%incidents.xlsx%'")) >= 2);
});

test("a workbook that finds no room is broken off and said: no half of it is sent", async () => {
	// No file of this process may grow longer than so many KB: as in a full folder, but at a place of our choice.
	const run = (most) => new Promise((resolve, reject) => {
		const child = spawn("bash", ["-c", "trap '' XFSZ; ulimit -f $0; exec \"$@\"", most, it.program, "GET", "/incidents.xlsx", "--as", accounts.manager.email],
			{ cwd: root, env: { ...process.env, ...it.env, SOUNDINGS_CONF: join(it.var, "soundings.conf") } });
		const out = { bytes: [], said: "" };
		child.stdout.on("data", (part) => out.bytes.push(part));
		child.stderr.on("data", (part) => { out.said += part; });
		child.on("error", reject).on("close", (status) => resolve({ ...out, status, sent: Buffer.concat(out.bytes).includes("PK\x03\x04") }));
	});
	const whole = await run("unlimited");
	assert.ok(whole.status === 0 && whole.sent, `the control: ${whole.said}`);
	// Among the first rows; among the last; when the sheet is put together.
	for (const most of ["4", "48", "100"]) {
		const { status, sent, said } = await run(most);
		assert.deepEqual([status, sent], [1, false], most);
		assert.match(said, /a workbook was broken off: no room/);
	}
});

test("bank holidays: added, there already, removed; who may; the next year is asked for", async () => {
	const admin = await signIn(it, await it.addUser("administrator"));
	const page = await admin.get("/holidays/new"), day = { "day-day": "6", "day-month": "5", "day-year": "2041" };
	assert.equal((await admin.submit(page, { ...day, name: "" })).status, 422);
	assert.equal((await admin.submit(page, { ...day, "day-day": "32", name: "None" })).status, 422);
	assert.equal((await admin.submit(page, { ...day, name: "Jubilee & more" })).location, "/holidays");
	assert.match(text(await admin.get("/holidays")), /2041 Monday 6 May 2041 Jubilee & more/);
	assert.equal((await admin.submit(page, { ...day, name: "Again" })).status, 422);
	assert.ok(!(await auditor.get("/holidays")).text.includes("/remove"));
	for (const wrong of ["2041-05-07", "2041-5-6", "x", "2041-05-06x", "20410506"])
		assert.equal((await admin.get(`/holidays/${wrong}/remove`)).status, 404, wrong);
	assert.equal((await admin.submit(await admin.get("/holidays/2041-05-06/remove"))).location, "/holidays");
	assert.equal((await admin.get("/holidays/2041-05-06/remove")).status, 404);
	assert.equal(await one("SELECT COUNT(*) FROM audit WHERE subject = 'holiday' AND ref = '2041-05-06'"), "2");
	assert.doesNotMatch(text(await admin.get("/settings")), /No bank holiday of/);
	const next = new Date().getFullYear() + 1;
	await it.sql(`CREATE TEMPORARY TABLE kept AS SELECT * FROM holiday WHERE day LIKE '${next}-%'; DELETE FROM holiday WHERE day LIKE '${next}-%';
		CREATE TABLE holiday_kept AS SELECT * FROM kept`);
	try {
		assert.match(text(await admin.get("/settings")), new RegExp(`No bank holiday of ${next} is known yet`));
	} finally {
		await it.sql("INSERT IGNORE INTO holiday SELECT day, name FROM holiday_kept; DROP TABLE holiday_kept");
	}
});
