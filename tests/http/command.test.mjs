// command.test.mjs: the verbs of the command line; migrations that are killed and run again.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
	assert.ok(routes.length >= 20 && routes.every((line) => /^(GET|POST)\t\/\S*\t(public|staff|public,staff)\t[a-z_,]+$/.test(line)));
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

test("migrations killed at random points and run again end as they would have", { timeout: 120_000 }, async () => {
	const shape = async (name) => JSON.stringify([
		await it.sql(`SELECT table_name, column_name, column_type, is_nullable, column_default, column_comment FROM information_schema.columns
			WHERE table_schema = '${name}' ORDER BY 1, 2`),
		await it.sql(`SELECT table_name, index_name, seq_in_index, column_name, non_unique FROM information_schema.statistics WHERE table_schema = '${name}' ORDER BY 1, 2, 3`),
		await it.sql(`SELECT trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = '${name}' ORDER BY 1`),
		await it.sql(`SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints WHERE table_schema = '${name}' ORDER BY 1, 2`),
		await it.sql(`SELECT table_name, grantee, privilege_type FROM information_schema.table_privileges WHERE table_schema = '${name}' ORDER BY 1, 2, 3`),
		await it.sql(`SELECT number, name, statements FROM ${name}.migration ORDER BY 1`),
	]);
	const name = `soundings_m${process.pid}`, owner = it.setting("db.owner.user");
	writeFileSync(join(it.var, "migrate.conf"), readFileSync(join(it.var, "soundings.conf"), "utf8").replace(/^db\.name = .*/m, `db.name = ${name}`), { mode: 0o600 });
	let killed = 0;
	for (let round = 0; round < 4; round++) {
		await it.sql(`DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
			GRANT ALL PRIVILEGES ON ${name}.* TO ${owner}@localhost WITH GRANT OPTION`);
		for (let kill = 0; kill < 6; kill++) {
			const child = spawn(it.program, ["migrate"], { cwd: root, stdio: "ignore", env: { ...process.env, ...it.env, SOUNDINGS_CONF: join(it.var, "migrate.conf") } });
			const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal)));
			await sleep(10 + Math.random() * 60);
			child.kill("SIGKILL");
			killed += await ended === "SIGKILL";
		}
		const last = await it.soundings(["migrate"], { conf: "migrate.conf" });
		assert.equal(last.status, 0, last.stderr);
		assert.equal(await shape(name), await shape("soundings"));
	}
	assert.ok(killed > 0, "control: some were killed before they were done");
	await it.sql(`DROP DATABASE ${name}`);
});

test("a migration that fails says which statement of which file, and the next run goes on from there", async () => {
	const folder = join(it.var, "schema"), name = `soundings_f${process.pid}`;
	mkdirSync(folder, { recursive: true });
	for (const file of readdirSync(join(root, "sql/schema")))
		cpSync(join(root, "sql/schema", file), join(folder, file));
	writeFileSync(join(folder, "9001_test.sql"), "-- 9001_test.sql: a test.\n\nCREATE TABLE IF NOT EXISTS one (a INT) COMMENT 'x';\n\nCREATE TABEL two (a INT);\n");
	writeFileSync(join(it.var, "schema.conf"), readFileSync(join(it.var, "soundings.conf"), "utf8")
		.replace(/^db\.name = .*/m, `db.name = ${name}`).replace(/^schema = .*/m, `schema = ${folder}`), { mode: 0o600 });
	await it.sql(`CREATE DATABASE ${name}; GRANT ALL PRIVILEGES ON ${name}.* TO ${it.setting("db.owner.user")}@localhost WITH GRANT OPTION`);
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
