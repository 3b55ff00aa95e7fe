// audit.test.mjs: promise 10. The trail: rows with what they tell of, chained; every way of changing it is found.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, publish, text, visit } from "../lib/surveys.mjs";

let it, slug, auditor, author, other;
before(async () => {
	it = await sharedInstance();
	slug = await publish(it, definition({ organisation: { code: "AUDITA", name: "Test Practice AUDITA", kind: "practice" } }));
	auditor = await signIn(it, it.accounts.auditor);
	author = await signIn(it, await it.addUser("author"));
	other = await signIn(it, await it.addUser("author", { organisation: "AUDITA" }));
});
after(() => it.release());

const verify = (...anchors) => it.soundings(["audit", "verify", ...anchors.flatMap((anchor) => ["--anchor", anchor])]);
const rows = async (where) => (await it.sql(`SELECT audit_id, who, action, subject, ref, detail FROM audit WHERE ${where} ORDER BY audit_id`));
const end = async () => (await it.sql("SELECT CONCAT(seq, ':', LOWER(HEX(hash))) FROM audit_link ORDER BY seq DESC LIMIT 1"))[0][0];
const last = async () => Number((await it.sql("SELECT MAX(audit_id) FROM audit"))[0][0]);
/** Everything but the jobs' own time: rows that the test's own requests added are chained. */
async function whole() {
	const { status, stdout, stderr } = await verify();
	assert.equal(status, 0, stdout + stderr);
	return stdout;
}

test("control: an untouched trail is whole", async () => {
	assert.match(await whole(), /The trail is whole\./);
});

test("fifty at once: every row is chained, in numbers without a gap", async () => {
	const before_all = await last();
	const clients = await Promise.all(Array.from({ length: 50 }, async (_, i) => {
		const client = new Client(it.staffUrl);
		client.cookies = new Map((i % 2 ? author : auditor).cookies);
		return client;
	}));
	for (let round = 0; round < 4; round++)
		for (const answer of await Promise.all(clients.map((client) => client.get("/surveys.csv"))))
			assert.equal(answer.status, 200);
	const made = await rows(`audit_id > ${before_all} AND action = 'export' AND detail LIKE '%surveys.csv%'`);
	assert.equal(made.length, 200);
	const loose = `SELECT COUNT(*) FROM audit a LEFT JOIN audit_link l USING (audit_id) WHERE l.seq IS NULL AND a.audit_id > ${before_all}`;
	// The last of a crowd may find that others chain; the next request, or the jobs, take up what they left.
	await author.get("/surveys.csv");
	assert.deepEqual(await it.sql(loose), [["0"]]);
	assert.deepEqual(await it.sql("SELECT COUNT(*) - MAX(seq), MIN(seq) FROM audit_link"), [["0", "1"]]);
	await whole();
});

// ---- Tampering: done by MariaDB's administrator, found, and put back ------------------------------

/** Chains some rows of our own, to be tampered with: [{ seq, id }…], oldest first. */
async function someRows(n = 6) {
	const begin = await last();
	for (let i = 0; i < n; i++) // each unlike the next one
		await author.get(`/surveys/${slug}/${i % 2 ? "results" : "responses"}.csv`);
	const list = await it.sql(`SELECT l.seq, l.audit_id FROM audit_link l WHERE l.audit_id > ${begin} ORDER BY l.seq`);
	assert.ok(list.length >= n);
	return list.map(([seq, id]) => ({ seq: Number(seq), id: Number(id) }));
}
const asRoot = (statements) => it.sql(`SET FOREIGN_KEY_CHECKS = 0; ${statements}`);
/** Tampers, wants verify to say `words`, mends, wants it whole again. */
async function found(tamper, mend, words, ...anchors) {
	await asRoot(tamper);
	const { status, stdout } = await verify(...anchors);
	await asRoot(mend);
	assert.equal(status, 1, `not found: ${tamper}\n${stdout}`);
	assert.match(stdout, words);
	assert.match(stdout, /The trail was changed/);
	await whole();
}
const copy = `DROP TABLE IF EXISTS a_copy, l_copy; CREATE TABLE a_copy AS SELECT * FROM audit; CREATE TABLE l_copy AS SELECT * FROM audit_link;`;
const back = `BEGIN; DELETE FROM audit_link; DELETE FROM audit; INSERT INTO audit SELECT * FROM a_copy; INSERT INTO audit_link SELECT * FROM l_copy; COMMIT; DROP TABLE a_copy, l_copy`;

test("a change of any column of a row is found, and where", async () => {
	const list = await someRows(), { seq, id } = list[2];
	const changes = { at: "at + INTERVAL 1 SECOND", person_id: "COALESCE(person_id, 0) + 1", who: "'somebody@else.example'", organisation_id: "NULL", action: "'look'",
		subject: "'person'", ref: "'other'", detail: "'{\"file\":\"other.csv\"}'" };
	const columns = (await it.sql("SELECT column_name FROM information_schema.columns WHERE table_schema = 'soundings' AND table_name = 'audit' AND column_name <> 'audit_id'")).flat();
	assert.deepEqual(columns.sort(), Object.keys(changes).sort(), "a new column is not in the chain: audit_chain.c, encoding");
	for (const [column, value] of Object.entries(changes))
		await found(`${copy} UPDATE audit SET ${column} = ${value} WHERE audit_id = ${id}`, back, new RegExp(`^link ${seq}, row ${id}: not what was chained`, "m"));
	// NULL is not 0, and no text is not another.
	await found(`${copy} UPDATE audit SET organisation_id = 0 WHERE audit_id = (SELECT MAX(audit_id) FROM a_copy WHERE organisation_id IS NULL)`, back, /not what was chained/);
	await found(`${copy} UPDATE audit SET ref = CONCAT(ref, CHAR(0), 'x') WHERE audit_id = ${id}`, back, /not what was chained/);
	await found(`${copy} UPDATE audit SET who = CONCAT(who, ' ') WHERE audit_id = ${id}`, back, /not what was chained/);
});

test("removal is found: the row, its link, both, and all behind moved up", async () => {
	const list = await someRows(), { seq, id } = list[2];
	await found(`${copy} DELETE FROM audit WHERE audit_id = ${id}`, back, new RegExp(`^link ${seq}, row ${id}: the row was taken out`, "m"));
	await found(`${copy} DELETE FROM audit_link WHERE seq = ${seq}; DELETE FROM audit WHERE audit_id = ${id}`, back, new RegExp(`^link ${seq}: missing: a row was taken out`, "m"));
	await found(`${copy} DELETE FROM audit_link WHERE seq = ${seq}; DELETE FROM audit WHERE audit_id = ${id}; UPDATE audit_link SET seq = seq - 1 WHERE seq > ${seq} ORDER BY seq`, back,
		new RegExp(`^link ${seq}, row ${list[3].id}: not what was chained`, "m"));
	await found(`${copy} DELETE FROM audit_link WHERE seq BETWEEN ${seq} AND ${seq + 2}; DELETE FROM audit WHERE audit_id BETWEEN ${id} AND ${list[4].id}`, back, new RegExp(`^links ${seq} to ${seq + 2}: missing`, "m"));
});

test("insertion is found: in the middle of the chain, and left loose or chained late", async () => {
	const { seq } = (await someRows())[2], forged = await last() + 1000;
	const row = (at) => `INSERT INTO audit (audit_id, at, who, action, subject, ref, detail) VALUES (${forged}, ${at}, 'forged@test.example', 'add', 'person', 'x', '{}')`;
	await found(`${copy} ${row("UTC_TIMESTAMP()")}; UPDATE audit_link SET seq = seq + 1 WHERE seq > ${seq} ORDER BY seq DESC;
		INSERT INTO audit_link VALUES (${seq + 1}, ${forged}, REPEAT('x', 32))`, back, new RegExp(`^link ${seq + 1}, row ${forged}: not what was chained`, "m"));
	await found(`${copy} ${row("UTC_TIMESTAMP() - INTERVAL 2 HOUR")}`, back, new RegExp(`^(row ${forged} of .*: not chained, though it is older than an hour|link \\d+, row ${forged}: it says .*chained after)`, "m"));
	// chained by the program itself, after the fact
	await asRoot(`${copy} ${row("UTC_TIMESTAMP() - INTERVAL 2 DAY")}`);
	await author.get("/surveys.csv");
	const { status, stdout } = await verify();
	assert.equal(status, 1);
	assert.match(stdout, new RegExp(`^link \\d+, row ${forged}: it says .*, but was chained after rows of`, "m"));
	await asRoot(back);
	await whole();
});

test("an exchange of two is found: their contents, their links", async () => {
	const list = await someRows(), [a, b] = [list[1], list[4]];
	// The others' columns too: rows of one request may differ in nothing but their number.
	await found(`${copy} UPDATE audit x JOIN a_copy y ON y.audit_id = IF(x.audit_id = ${a.id}, ${b.id - 1}, x.audit_id) SET x.ref = 'changed', x.at = y.at WHERE x.audit_id = ${a.id}`, back,
		new RegExp(`^link ${a.seq}, row ${a.id}: not what was chained`, "m"));
	await found(`${copy} UPDATE audit_link SET audit_id = 4100000000 WHERE seq = ${a.seq}; UPDATE audit_link SET audit_id = ${a.id} WHERE seq = ${b.seq}; UPDATE audit_link SET audit_id = ${b.id} WHERE seq = ${a.seq}`, back,
		new RegExp(`^link ${a.seq}, row ${b.id}: not what was chained[^]*^link ${b.seq}, row ${a.id}: not what was chained`, "m"));
	await found(`${copy} UPDATE audit SET audit_id = 4100000000 WHERE audit_id = ${a.id}; UPDATE audit SET audit_id = ${a.id} WHERE audit_id = ${b.id}; UPDATE audit SET audit_id = ${b.id} WHERE audit_id = 4100000000`, back,
		new RegExp(`^link ${a.seq}, row ${a.id}: not what was chained`, "m"));
});

test("a cut of the end is found by the anchor that somebody holds; a chain made again too", async () => {
	const held = await (async () => { await someRows(); return end(); })();
	const seq = Number(held.split(":")[0]);
	const cut = `${copy} DELETE FROM audit WHERE audit_id IN (SELECT audit_id FROM audit_link WHERE seq > ${seq - 3}); DELETE FROM audit_link WHERE seq > ${seq - 3}`;
	// control: without an anchor nobody can tell, and with it the whole chain is fine
	assert.equal((await verify(held)).status, 0);
	await found(cut, back, new RegExp(`^the anchor that was given names link ${seq}, and the chain ends at ${seq - 3}: its end was cut off`, "m"), held);
	await asRoot(`${cut}; DELETE FROM audit_anchor WHERE anchor_on = '2001-01-01'`);
	assert.equal((await verify()).status, 0, "control: a cut that no anchor knows");
	await asRoot(back);
	// with an anchor of the table
	const stored = `INSERT INTO audit_anchor SELECT '2001-01-01', seq, hash, UTC_TIMESTAMP() FROM l_copy ORDER BY seq DESC LIMIT 1`;
	await found(`${cut}; ${stored}`, `DELETE FROM audit_anchor WHERE anchor_on = '2001-01-01'; ${back}`, /^the anchor of 1 January 2001 names link \d+, and the chain ends at/m);
	// who may change everything makes the chain again behind the change: every link fits, the anchor does not
	await asRoot(`${copy} UPDATE audit SET ref = 'other' WHERE audit_id = (SELECT audit_id FROM audit_link WHERE seq = ${seq - 3}); DELETE FROM audit_link WHERE seq >= ${seq - 3}`);
	await author.get("/surveys.csv");
	assert.equal((await verify()).status, 0, "control: chained again, nothing tells");
	const { status, stdout } = await verify(held);
	assert.equal(status, 1);
	assert.match(stdout, new RegExp(`^link ${seq}: it is not the one of the anchor that was given`, "m"));
	await asRoot(back);
	await whole();
});

test("verify is used rightly, and says what it found", async () => {
	for (const args of [["--anchor"], ["--anchor", "1"], ["--anchor", "x:00"], ["--anchor", `1:${"0".repeat(63)}`], ["--anchor", `-1:${"0".repeat(64)}`], ["--anchor", `1:${"g".repeat(64)}`], ["now"]])
		assert.equal((await it.soundings(["audit", "verify", ...args])).status, 2, args.join(" "));
	assert.equal((await it.soundings(["audit"])).status, 2);
	const { status, stdout } = await verify(`1:${"0".repeat(64)}`);
	assert.equal(status, 1);
	assert.match(stdout, /^link 1: it is not the one of the anchor that was given/m);
	assert.match((await rows("subject = 'audit' AND ref = 'verify'")).at(-1)[5], /"outcome":"something was changed"/);
});

test("no link of staff's database user keeps others from chaining: it follows the last one, and names a row", async () => {
	const row = "INSERT INTO audit (at, who, action, subject, ref, detail) VALUES (UTC_TIMESTAMP(), 'x', 'look', 'audit', 'loose', '{}')";
	for (const [seq, id] of [["18446744073709551615", "MAX(audit_id)"], ["9223372036854775807", "MAX(audit_id)"], ["(SELECT MAX(seq) + 2 FROM audit_link)", "MAX(audit_id)"],
		["(SELECT MAX(seq) + 1 FROM audit_link)", "MAX(audit_id) + 1000000000"]])
		await assert.rejects(it.sqlAs("staff", `BEGIN; ${row}; SET foreign_key_checks = 0; INSERT INTO audit_link SELECT ${seq}, ${id}, REPEAT('x', 32) FROM audit; ROLLBACK`), /a link follows the last one/, `${seq}, ${id}`);
	await it.sqlAs("staff", `BEGIN; ${row}; INSERT INTO audit_link SELECT (SELECT MAX(seq) + 1 FROM audit_link), LAST_INSERT_ID(), REPEAT('x', 32); ROLLBACK`);
});

test("staff's database user adds and reads, and nothing else", async () => {
	for (const statement of ["UPDATE audit SET who = 'x'", "DELETE FROM audit", "UPDATE audit_link SET seq = 1", "DELETE FROM audit_link", "DELETE FROM audit_anchor", "UPDATE audit_anchor SET seq = 1",
		"INSERT INTO audit (audit_id, at, who, action, subject, ref, detail) VALUES (4e18, NOW(), 'x', 'x', 'x', '', '{}')", "INSERT INTO audit_anchor VALUES ('2002-02-02', 1, 'x', NOW())", "REPLACE INTO audit (audit_id, at, who, action, subject, ref, detail) SELECT audit_id, at, 'x', action, subject, ref, detail FROM audit LIMIT 1",
		"INSERT INTO audit SELECT * FROM audit LIMIT 1 ON DUPLICATE KEY UPDATE who = 'x'", "TRUNCATE audit", "TRUNCATE audit_link", "ALTER TABLE audit ADD x INT", "DROP TABLE audit_link", "RENAME TABLE audit TO other",
		"LOCK TABLES audit WRITE", "CREATE TRIGGER x BEFORE INSERT ON audit FOR EACH ROW SET NEW.who = 'x'", "LOAD DATA LOCAL INFILE '/dev/null' REPLACE INTO TABLE audit"])
		await assert.rejects(it.sqlAs("staff", statement), undefined, statement);
	for (const table of ["audit", "audit_link", "audit_anchor"]) {
		await assert.rejects(it.sqlAs("public", `SELECT * FROM ${table}`));
		await assert.rejects(it.sqlAs("public", `INSERT INTO ${table} VALUES ()`));
	}
	assert.ok((await it.sqlAs("staff", "SELECT COUNT(*) FROM audit"))[0][0] > 0);
});

// ---- What is in it, and what is not ----------------------------------------------------------------

test("a refusal, a look and each export is a row, by whom it was, before its first byte", async () => {
	const begin = await last();
	assert.equal((await author.get("/audit")).status, 403);
	assert.equal((await author.get(`/audit?who=secret-in-the-query`)).status, 403);
	assert.equal((await author.post("/sign-out", { csrf: "wrong" })).status, 403);
	const theirs = await publish(it, definition({ organisation: { code: "AUDITB", name: "Test Practice AUDITB", kind: "practice" } }));
	assert.equal((await other.get(`/surveys/${theirs}/results`)).status, 404);
	assert.equal((await other.get("/surveys/no-such-survey")).status, 404);
	for (const path of [`/surveys/${slug}/results/words`, `/surveys/${slug}/results.csv`, `/surveys/${slug}/responses.csv`, "/surveys.csv", `/surveys/${slug}`, `/surveys/${slug}/results`])
		assert.equal((await other.get(path)).status, 200, path);
	const made = (await rows(`audit_id > ${begin}`)).map(([, , ...rest]) => rest.slice(0, 3).join(" "));
	assert.deepEqual(made.filter((row) => !row.startsWith("publish") && !row.startsWith("add")).sort(), ["refused page /audit", "refused page /audit", "refused page /sign-out", `refused page /surveys/${theirs}/results`,
		`look survey ${slug}`, `export survey ${slug}`, `export survey ${slug}`, "export survey "].sort());
	assert.ok(made.includes(`publish survey ${theirs}`) && made.includes("add organisation AUDITB"));
	assert.ok(!JSON.stringify(await rows(`audit_id > ${begin}`)).includes("secret-in-the-query"));
});

test("the command line is named: the program, or the person it acts for, and the operating system's user", async () => {
	const begin = await last();
	const { email } = await it.addUser("author");
	assert.equal((await it.soundings(["GET", "/surveys.csv", "--as", email])).status, 0);
	const [added, exported] = await rows(`audit_id > ${begin} AND action IN ('add', 'export')`);
	assert.deepEqual(added.slice(1, 4), ["soundings", "add", "person"]);
	assert.deepEqual(exported.slice(1, 4), [email, "export", "survey"]);
	for (const row of [added, exported])
		assert.match(JSON.parse(row[5]).run_by, /^[a-z]\w*/);
});

test("no anonymous response leaves a row, and no secret or answer is in any", async () => {
	const canary = `canary${Math.random().toString(36).slice(2)}`, begin = await last();
	await visit(it, slug, { stance: "for", words: `answer ${canary}` });
	assert.deepEqual(await rows(`audit_id > ${begin}`), [], "a response is no row");
	const person = await it.addUser("author"), client = new Client(it.staffUrl);
	const page = await client.get("/sign-in");
	await client.submit(page, { email: person.email, password: `wrong ${canary}`, code: "918273" }, { path: "/sign-in" });
	const signed = await signIn(it, person);
	const csrf = /name="csrf" value="([^"]+)"/.exec((await signed.get("/")).text)[1];
	await signed.post("/sign-out", { csrf: `token-${canary}` });
	await signed.get(`/surveys/${slug}/results/words`);
	await signed.get(`/surveys/${slug}/responses.csv`);
	const all = JSON.stringify(await rows("1 = 1"));
	for (const secret of [canary, person.password, person.secret, csrf, ...signed.cookies.values(), it.accounts.administrator.password])
		assert.ok(!all.includes(secret), secret);
	assert.ok(all.includes(person.email), "control: what is meant to be there is found");
});

test("the anchor of a day is stored and mailed once, to the auditors of the commissioner", async () => {
	const mails = async () => Number((await it.sql("SELECT COUNT(*) FROM mail WHERE kind = 'anchor'"))[0][0]);
	const auditors = Number((await it.sql("SELECT COUNT(DISTINCT p.person_id) FROM membership m JOIN organisation o USING (organisation_id) JOIN person p USING (person_id) WHERE o.kind = 'commissioner' AND m.role = 'auditor' AND p.state = 'active'"))[0][0]);
	await it.sql("DELETE FROM audit_anchor");
	const was = await mails();
	assert.ok(auditors > 0);
	await Promise.all([1, 2, 3].map(() => it.soundings(["jobs"])));
	await it.soundings(["jobs"]);
	assert.equal((await it.sql("SELECT COUNT(*) FROM audit_anchor"))[0][0], "1");
	assert.equal(await mails() - was, auditors);
	const [[seq, hash]] = await it.sql("SELECT seq, LOWER(HEX(hash)) FROM audit_anchor");
	assert.equal((await verify(`${seq}:${hash}`)).status, 0);
	const page = await auditor.get("/audit/anchors");
	assert.ok(page.text.includes(`${seq}:${hash}`));
	assert.match(text(page), /Last checked \d+ \w+ \d{4}/);
	assert.ok((await auditor.get("/audit/anchors.csv")).text.includes(`${seq}:${hash}`));
});

// ---- Pages -------------------------------------------------------------------------------------------

test("the list: newest first, filters by day, person, action and record; pages one after another", async () => {
	const begin = await last(), { email } = await it.addUser("author", { name: `Zoë Audit${process.pid}` });
	const zoe = await signIn(it, { ...(await it.addUser("author", { name: `Yves Audit${process.pid}` })) });
	for (let i = 0; i < 120; i++)
		await zoe.get("/surveys.csv");
	const first = await auditor.get("/audit");
	assert.equal(first.status, 200);
	const count = (page) => (page.text.match(/<th role="rowheader"/g) ?? []).length;
	assert.equal(count(first), 50);
	let page = await auditor.get(`/audit?who=Yves+Audit${process.pid}&action=export`), seen = count(page);
	for (let link; (link = /href="([^"]+)"[^>]*rel="next"/.exec(page.text)?.[1]); seen += count(page))
		page = await auditor.get(`/audit${link.replaceAll("&amp;", "&")}`);
	assert.equal(seen, 120);
	assert.match(text(await auditor.get(`/audit?who=Audit${process.pid}`)), /Several people|No rows match/);
	assert.equal(count(await auditor.get(`/audit?subject=person&action=add&from=2000-01-01&until=2100-01-01&who=soundings`)) > 0, true);
	assert.match(text(await auditor.get("/audit?until=2000-01-01")), /No rows match/);
	assert.match(text(await auditor.get("/audit?from=2100-01-01")), /No rows match/);
	assert.ok(count(await auditor.get(`/audit?from=${new Date().toISOString().slice(0, 10)}`)) > 0);
	assert.match(text(await auditor.get("/audit?subject=person&action=add")), new RegExp(`Email: ${email.replaceAll(".", "\\.")}`));
	for (const nonsense of ["?from=x&until=99", "?action=nothing", "?after=99999999999999", "?who=%25", "?who=%27%22%3Cscript%3E", "?ref=%00", "?sort=at;DROP"])
		assert.ok([200, 400].includes((await auditor.get(`/audit${nonsense}`)).status), nonsense);
	const looks = await rows(`audit_id > ${begin} AND subject = 'audit' AND action = 'look'`);
	assert.ok(looks.some(([, , , , , detail]) => JSON.parse(detail).action === "export"), "what was looked for is in the row of the look");
	await whole();
});

test("the file: the same rows, streamed, formulas harmless, and itself a row first", async () => {
	await it.sql("INSERT INTO audit (at, who, action, subject, ref, detail) VALUES (UTC_TIMESTAMP(), '=cmd@test.example', 'change', 'setting', '+1', '{\"x\":\"<b>\"}')");
	const begin = await last();
	const { status, text: body, headers } = await auditor.get("/audit.csv?subject=setting&who=%3Dcmd@test.example");
	assert.equal(status, 200);
	assert.match(headers.get("content-disposition"), /attachment; filename="audit.csv"/);
	assert.match(body, /'=cmd@test\.example/);
	assert.match(body, /'\+1/);
	assert.equal(body.trim().split("\n").length, 2);
	const [row] = await rows(`audit_id > ${begin}`);
	assert.deepEqual(row.slice(2, 4), ["export", "audit"]);
	assert.equal((await author.get("/audit.csv")).status, 403);
	assert.equal((await other.get("/audit/anchors")).status, 403);
	const page = await auditor.get("/audit?subject=setting");
	assert.ok(page.text.includes("X: &lt;b&gt;"));
});
