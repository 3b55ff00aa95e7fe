// command.test.mjs: the verbs of the command line; migrations that are killed and run again.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { statements } from "../../cgi/gen/lint_schema.mjs";
import { root, sharedInstance } from "../lib/instance.mjs";
import { fingerprint } from "../lib/surveys.mjs";

let it, author;
before(async () => {
	it = await sharedInstance();
	author = await it.addUser("author");
});
after(() => it.release());
const run = (...args) => it.soundings(args);

test("any page from a shell: the whole answer, as somebody, and as nobody", async () => {
	const page = await run("GET", "/s/fft");
	assert.equal(page.status, 0);
	assert.match(page.stdout, /^Status: 200 OK\r\nContent-Type: text\/html; charset=utf-8\r\nCache-Control: [^\r]+\r\nContent-Length: \d+\r\n(?:\S+: [^\r]+\r\n)*\r\n<!DOCTYPE html>/);
	const [head, body] = page.stdout.split("\r\n\r\n");
	assert.equal(Buffer.byteLength(body), Number(/Content-Length: (\d+)/.exec(head)[1]));
	assert.match((await run("GET", "/surveys")).stdout, /^Status: 303 [^\r]+\r\n[\s\S]*Location: \/sign-in\r\n/);
	const mine = await run("GET", "/surveys", "--as", author.email);
	assert.match(mine.stdout, /^Status: 200 [\s\S]*Friends and Family Test/);
	assert.match((await run("GET", "/", "--pool", "staff", "--as", author.email)).stdout, /My work/);
	assert.match((await run("GET", "/surveys/fft/responses.csv", "--as", author.email)).stdout, /^Status: 200 [\s\S]*Content-Type: text\/csv/);
	assert.match((await run("GET", "/nothing")).stdout, /^Status: 404 /);
	assert.match((await run("POST", "/", "--body", "a=b", "--pool", "public")).stdout, /^Status: 405 /);
	assert.match((await run("POST", "/s/fft/1", "--body", "state=x")).stdout, /^Status: 400 /);
	const unknown = await run("GET", "/surveys", "--as", "nobody@test.example");
	assert.equal(unknown.status, 1);
	assert.match(unknown.stderr, /nobody@test\.example/);
});

test("--routes, --help, --version, and what is no verb", async () => {
	const routes = (await run("--routes")).stdout.trim().split("\n");
	assert.ok(routes.length >= 20 && routes.every((line) => /^(GET|POST)\t\/\S*\t(public|staff|public,staff)\t[a-z_,]+( of_commissioner)?$/.test(line)));
	const help = await run("--help");
	assert.equal(help.status, 0);
	for (const verb of ["serve", "GET", "POST", "migrate", "check", "user", "import", "tally", "jobs", "mail", "--routes"])
		assert.match(help.stdout, new RegExp(`^  ${verb} `, "m"));
	assert.match((await run("--version")).stdout, /^soundings \d/);
	for (const wrong of [["nonsense"], ["GET"], ["GET", "surveys"], ["serve"], ["serve", "--pool", "other"], ["user"], ["user", "add"], ["user", "add", "a@b.example"],
		["import"], ["import", "nothing", "x"], ["import", "responses", "fft"]]) {
		const { status, stderr } = await run(...wrong);
		assert.equal(status, 2, wrong.join(" "));
		assert.match(stderr, /soundings/);
	}
	assert.match((await run("serve", "--pool", "public")).stderr, /listening socket/);
});

test("check says that all is well", async () => {
	const { status, stdout } = await run("check");
	assert.equal(status, 0);
	assert.match(stdout, /\d+ queries, \d+ templates, \d+ routes: all is well/);
});

test("accounts: what is wrong is refused, twice is refused, a given password has 12 characters", async () => {
	const before = await it.sql("SELECT COUNT(*) FROM person");
	for (const [args, input] of [[["add", "no-address", "--name", "A", "--role", "author"]], [["add", author.email, "--name", "A", "--role", "author"]],
		[["add", author.email.toUpperCase(), "--name", "A", "--role", "author"]], [["add", "x@test.example", "--name", "A", "--role", "king"]],
		[["add", "x@test.example", "--name", "A", "--role", "author", "--organisation", "NOWHERE"]],
		[["add", "x@test.example", "--name", "A", "--role", "author", "--password-stdin"], "short\n"],
		[["add", "x@test.example", "--name", "\xff".repeat(3), "--role", "author,"]]]) {
		const result = await it.soundings(["user", ...args], { input: input ?? "" });
		if (args.includes("author,"))
			continue; // an empty role after a comma is nobody's harm
		assert.equal(result.status, 1, args.join(" "));
		assert.equal(result.stdout, "");
	}
	const given = await it.soundings(["user", "add", `p${process.pid}@test.example`, "--name", "P", "--role", "auditor", "--password-stdin"],
		{ input: "correct horse battery\n" });
	assert.equal(given.status, 0);
	assert.match(given.stdout, /^\S+\tcorrect horse battery\t[A-Z2-7]{32}\n$/);
	assert.ok(Number((await it.sql("SELECT COUNT(*) FROM person"))[0][0]) - Number(before[0][0]) <= 2);
});

test("a given password follows the rules of the pages", async () => {
	for (const password of ["short", "password123456", "aaaaaaaaaaaaaaaa", "Rosalind walks home", "soundings of the sea", "x".repeat(201), ""]) {
		const { status, stdout, stderr } = await it.soundings(["user", "add", "rules@test.example", "--name", "Rosalind Franklin", "--role", "author", "--password-stdin"],
			{ input: `${password}\n` });
		assert.equal(status, 1, password);
		assert.equal(stdout, "");
		assert.match(stderr, /Choose a password/);
	}
	assert.deepEqual(await it.sql("SELECT COUNT(*) FROM person WHERE email = 'rules@test.example'"), [["0"]]);
});

test("twenty accounts made at once: all are there, each told of once", async () => {
	const made = await Promise.all(Array.from({ length: 20 }, (_, i) => it.addUser("author,auditor", { email: `once${i}@test.example`, name: `Once ${i}` })));
	assert.equal(made.length, 20);
	assert.deepEqual(await it.sql(`SELECT COUNT(DISTINCT p.person_id), COUNT(DISTINCT a.audit_id), COUNT(DISTINCT m.person_id, m.role)
		FROM person p JOIN audit a ON a.ref = p.ref AND a.subject = 'person' AND a.action = 'add' JOIN membership m ON m.person_id = p.person_id
		WHERE p.email LIKE 'once%@test.example'`), [["20", "20", "40"]]);
});

test("user role: more roles in one organisation, told of; what does not fit is refused", async () => {
	const { email } = await it.addUser("author"), role = (...rest) => it.soundings(["user", "role", ...rest]);
	const has = async () => (await it.sql(`SELECT CONCAT(o.kind, ' ', m.role) FROM membership m JOIN organisation o USING (organisation_id)
		JOIN person p ON p.person_id = m.person_id WHERE p.email = '${email}' ORDER BY 1`)).flat();
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('COMMANDR', 'Test Practice COMMANDR', 'practice')");
	const [[version]] = await it.sql(`SELECT row_version FROM person WHERE email = '${email}'`);
	for (const [wrong, status] of [[["nobody@test.example", "--organisation", "COMMANDR", "--role", "author"], 1], [[email, "--organisation", "NOWHERE", "--role", "author"], 1],
		[[email, "--organisation", "COMMANDR", "--role", "auditor"], 1], [[email, "--organisation", "COMMANDR", "--role", "king"], 1], [[email, "--role", "author"], 2]])
		assert.equal((await role(...wrong)).status, status, wrong.join(" "));
	assert.deepEqual(await has(), ["commissioner author"]);
	assert.equal((await role(email, "--organisation", "COMMANDR", "--role", "practice_member,author")).status, 0);
	assert.deepEqual(await has(), ["commissioner author", "practice author", "practice practice_member"]);
	assert.deepEqual(await it.sql(`SELECT row_version - ${version} FROM person WHERE email = '${email}'`), [["1"]]);
	const told = async () => it.sql(`SELECT a.who, JSON_VALUE(a.detail, '$."roles for COMMANDR".to') FROM audit a JOIN person p ON p.ref = a.ref WHERE p.email = '${email}' AND a.action = 'change'`);
	assert.deepEqual(await told(), [["soundings", "practice_member, author"]]);
	assert.equal((await role(email, "--organisation", "COMMANDR", "--role", "author")).status, 0, "again is no fault");
	assert.equal((await told()).length, 1, "and no row");
});

test("jobs may run twice, side by side", async () => {
	const results = await Promise.all([run("jobs"), run("jobs"), run("jobs"), run("tally")]);
	for (const { status, stderr } of results)
		assert.equal(status, 0, stderr);
});

test("migrate does nothing when there is nothing to do", async () => {
	const before = await fingerprint(it), { status, stdout } = await run("migrate");
	assert.equal(status, 0);
	assert.equal(stdout, "");
	assert.equal(await fingerprint(it), before);
});

/** An empty database, and a settings file that names it (and another folder of migrations). */
async function emptyDatabase(name, conf, schema) {
	let text = readFileSync(join(it.var, "soundings.conf"), "utf8").replace(/^db\.name = .*/m, `db.name = ${name}`);
	if (schema)
		text = text.replace(/^schema = .*/m, `schema = ${schema}`);
	writeFileSync(join(it.var, conf), text, { mode: 0o600 });
	await it.sql(`DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
		GRANT ALL PRIVILEGES ON ${name}.* TO ${it.setting("db.owner.user")}@localhost WITH GRANT OPTION`);
}

/** What a database is made of, a line each. Sorted here, as whole lines: the server puts equals of an ORDER BY in any order. */
async function shape(name) {
	const rows = await it.sql(`SELECT 'column', table_name, column_name, ordinal_position, column_type, is_nullable, column_default, column_comment FROM information_schema.columns
			WHERE table_schema = '${name}';
		SELECT 'index', table_name, index_name, seq_in_index, column_name, non_unique FROM information_schema.statistics WHERE table_schema = '${name}';
		SELECT 'trigger', trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = '${name}';
		SELECT 'constraint', table_name, constraint_name, constraint_type FROM information_schema.table_constraints WHERE table_schema = '${name}';
		SELECT 'privilege', table_name, grantee, privilege_type FROM information_schema.table_privileges WHERE table_schema = '${name}';
		SELECT 'migration', number, name, statements FROM ${name}.migration`);
	return rows.map((row) => row.join(" | ")).sort();
}

function sameShape(actual, wanted, when) {
	const lacks = wanted.filter((line) => !actual.includes(line)), extra = actual.filter((line) => !wanted.includes(line));
	assert.ok(lacks.length + extra.length === 0 && actual.length === wanted.length,
		`${when}: ${actual.length} lines, not ${wanted.length}\n${[...lacks.map((line) => `lacks  ${line}`), ...extra.map((line) => `extra  ${line}`)].join("\n")}`);
}

test("migrations killed at random points and run again end as they would have", { timeout: 120_000 }, async () => {
	const name = `soundings_m${process.pid}`, wanted = await shape("soundings");
	let killed = 0;
	for (let round = 0; round < 4; round++) {
		await emptyDatabase(name, "migrate.conf");
		for (let kill = 0; kill < 6; kill++) {
			const child = spawn(it.program, ["migrate"], { cwd: root, stdio: "ignore", env: { ...process.env, ...it.env, SOUNDINGS_CONF: join(it.var, "migrate.conf") } });
			const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal)));
			await sleep(10 + Math.random() * 60);
			child.kill("SIGKILL");
			killed += await ended === "SIGKILL";
		}
		const last = await it.soundings(["migrate"], { conf: "migrate.conf" });
		assert.equal(last.status, 0, last.stderr);
		sameShape(await shape(name), wanted, `round ${round + 1}`);
	}
	assert.ok(killed > 0, "control: some were killed before they were done");
	await it.sql(`DROP DATABASE ${name}`);
});

// As if each run had been killed between a statement and the note of it, for all of them.
test("every statement of the migrations may run twice", async () => {
	const folder = join(it.var, "schema-twice"), name = `soundings_t${process.pid}`;
	const tables = (lines) => lines.filter((line) => !line.startsWith("migration "));
	mkdirSync(folder, { recursive: true });
	for (const file of readdirSync(join(root, "sql/schema")))
		writeFileSync(join(folder, file), statements(readFileSync(join(root, "sql/schema", file), "utf8")).map(({ text }) => `${text}\n${text}\n`).join(""));
	await emptyDatabase(name, "twice.conf", folder);
	const { status, stderr } = await it.soundings(["migrate"], { conf: "twice.conf" });
	assert.equal(status, 0, stderr);
	sameShape(tables(await shape(name)), tables(await shape("soundings")), "each twice");
	await it.sql(`DROP DATABASE ${name}`);
});

test("migrations started at once: one works, the others wait and find nothing to do", async () => {
	const name = `soundings_o${process.pid}`;
	await emptyDatabase(name, "once.conf");
	const runs = await Promise.all([1, 2, 3, 4].map(() => it.soundings(["migrate"], { conf: "once.conf" })));
	for (const { status, stderr } of runs)
		assert.equal(status, 0, stderr);
	assert.equal(runs.filter(({ stdout }) => stdout !== "").length, 1);
	sameShape(await shape(name), await shape("soundings"), "at once");
	await it.sql(`DROP DATABASE ${name}`);
});

test("a migration that fails says which statement of which file, and the next run goes on from there", async () => {
	const folder = join(it.var, "schema"), name = `soundings_f${process.pid}`;
	mkdirSync(folder, { recursive: true });
	for (const file of readdirSync(join(root, "sql/schema")))
		cpSync(join(root, "sql/schema", file), join(folder, file));
	writeFileSync(join(folder, "9001_test.sql"), "-- 9001_test.sql: a test.\n\nCREATE TABLE IF NOT EXISTS one (a INT) COMMENT 'x';\n\nCREATE TABEL two (a INT);\n");
	await emptyDatabase(name, "schema.conf", folder);
	const broken = await it.soundings(["migrate"], { conf: "schema.conf" });
	assert.equal(broken.status, 1);
	assert.match(broken.stderr, /9001_test\.sql, statement 2:[\s\S]*TABEL/);
	assert.match((await it.soundings(["check"], { conf: "schema.conf" })).stderr, /9001_test\.sql/);
	writeFileSync(join(folder, "9001_test.sql"), "-- 9001_test.sql: a test.\n\nCREATE TABLE IF NOT EXISTS one (a INT) COMMENT 'x';\n\nCREATE TABLE two (a INT);\n");
	const mended = await it.soundings(["migrate"], { conf: "schema.conf" });
	assert.equal(mended.status, 0);
	assert.match(mended.stdout, /9001_test\.sql: 1 statements/);
	await it.sql(`DROP DATABASE ${name}`);
});
