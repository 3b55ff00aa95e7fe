// away.test.mjs: what breaks around the program, on instances of their own: MariaDB away, slow and back; no workers; rate limits; wrong settings.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { begin, exchange, params, record, STDIN } from "../lib/fcgi.mjs";
import { expectHeaders } from "../lib/headers.mjs";
import { Client, forms, raw, signIn, totp } from "../lib/http.mjs";
import { startInstance } from "../lib/instance.mjs";
import { definition, fill, publish, stateOf, stored, text, visit } from "../lib/surveys.mjs";

const get = (path, more = "") => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}Connection: close\r\n\r\n`;
const post = (path, body, more = "") => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n`
	+ `Content-Length: ${Buffer.byteLength(body)}\r\n${more}Connection: close\r\n\r\n${body}`;

describe("MariaDB away", () => {
	let it, slug, workers;
	before(async () => {
		it = await startInstance({ mail: false, demo: false });
		slug = await publish(it, definition({ settings: { one_page: true, check_answers: false } }));
		workers = it.workers("public").sort();
	});
	after(() => it?.stop());
	const words = "typed with care \u{1F642}\nin two lines <b>&\"'";

	test("sending: an honest 503 that keeps the text; Try again sends it, once; no worker was started anew", { timeout: 120_000 }, async () => {
		const client = new Client(it.publicUrl), page = await client.get(`/s/${slug}/1`);
		await it.killDb();
		const answer = await fill(client, page, { stance: "against", reason: "so", words });
		assert.equal(answer.status, 503);
		assert.equal(answer.headers.get("retry-after"), "30");
		assert.match(text(answer), /not available just now.*What you typed has been kept/);
		const kept = Object.fromEntries(forms(answer.text)[0].fields);
		assert.equal(kept.words, words);
		assert.equal(kept.stance, "against");
		// Still away: the same again.
		const again = await client.submit(answer, {}, { path: `/s/${slug}/1` });
		assert.equal(again.status, 503);
		assert.equal(Object.fromEntries(forms(again.text)[0].fields).words, words);
		await it.startDb();
		const sent = await client.submit(again, {}, { path: `/s/${slug}/1` });
		assert.equal(sent.status, 303, text(sent));
		assert.match(text(await client.get(sent.location)), /Thank you/);
		assert.equal((await client.submit(again, {}, { path: `/s/${slug}/1` })).status, 303);
		assert.deepEqual((await stored(it, slug)).map(({ answers }) => answers), [{ stance: "against", words, reason: "so" }]);
		assert.deepEqual(it.workers("public").sort(), workers);
	});

	test("every page, meanwhile: 503 in plain words with every header, or a page that needs no database", async () => {
		const staff = await signIn(it, await it.addUser("author"));
		await it.killDb();
		await sleep(1200); // what is remembered of a survey is a second old at most
		for (const [pool, path] of [["public", "/"], ["public", `/s/${slug}`], ["public", `/s/${slug}/1`], ["public", "/health"], ["public", "/privacy"],
			["staff", "/"], ["staff", "/surveys"], ["staff", `/surveys/${slug}/results`], ["staff", `/surveys/${slug}/responses.csv`], ["staff", "/sign-in"]]) {
			const answer = await raw(it[`${pool}Port`], get(path, pool === "staff" && path !== "/sign-in" ? `Cookie: session=${staff.cookies.get("session")}\r\n` : ""));
			assert.ok(answer.status === 503 || (answer.status === 200 && ["/privacy", "/sign-in"].includes(path)), `${pool} ${path}: ${answer.status}`);
			expectHeaders(answer, `${pool} ${path}`);
			if (answer.status === 503)
				assert.equal(answer.headers["cache-control"], "no-store");
		}
		await it.startDb();
		for (const path of ["/", "/surveys", `/surveys/${slug}/results`])
			assert.equal((await staff.get(path)).status, 200, `${path}: database back without restarting workers`);
		assert.equal((await fetch(`${it.publicUrl}/health`)).status, 200);
	});

	test("signing in while it is away: no password is kept in the page", async () => {
		const one = await it.addUser("author"), client = new Client(it.staffUrl), page = await client.get("/sign-in");
		await it.killDb();
		const answer = await client.submit(page, { ...one, code: totp(one.secret) }, { path: "/sign-in" });
		assert.equal(answer.status, 503);
		assert.ok(!answer.text.includes(one.password));
		await it.startDb();
		assert.equal((await client.submit(await client.get("/sign-in"), { ...one, code: totp(one.secret) }, { path: "/sign-in" })).status, 303);
	});

	test("a slow database: answered within the time-out, and well afterwards", { timeout: 60_000 }, async () => {
		const { body } = await (async () => {
			const page = await new Client(it.publicUrl).get(`/s/${slug}/1`);
			return { body: new URLSearchParams([["state", stateOf(page)], ["stance", "for"], ["words", "slow"], ["go", "on"]]).toString() };
		})();
		it.pauseDb(true);
		const started = Date.now(), waiting = raw(it.publicPort, post(`/s/${slug}/1`, body), { timeout: 30_000 });
		await sleep(2000);
		it.pauseDb(false);
		const answer = await waiting;
		assert.equal(answer.status, 303);
		assert.ok(Date.now() - started < 5000);
		it.pauseDb(true);
		const late = await raw(it.publicPort, post(`/s/${slug}/1`, body.replace("slow", "slower")), { timeout: 30_000 });
		it.pauseDb(false);
		assert.ok([503, 504, 502].includes(late.status), `${late.status}`);
		expectHeaders(late, "slow");
		for (let i = 0; i < 50 && (await fetch(`${it.publicUrl}/s/${slug}`)).status !== 200; i++)
			await sleep(100);
		assert.match(text(await visit(it, slug, { stance: "for" })), /Thank you/);
	});

	test("server settings that are not durable or strict are refused at start, and by check", async () => {
		for (const [name, wrong, right] of [["innodb_flush_log_at_trx_commit", "2", "1"], ["innodb_flush_log_at_trx_commit", "0", "1"],
			["innodb_snapshot_isolation", "OFF", "ON"], ["local_infile", "ON", "OFF"]]) {
			await it.sql(`SET GLOBAL ${name} = ${wrong}`);
			const [serve, check] = await Promise.all([it.soundings(["serve", "--pool", "public"], { conf: "public.conf" }), it.soundings(["check"])]);
			await it.sql(`SET GLOBAL ${name} = ${right}`);
			assert.equal(serve.status, 1, name);
			assert.match(serve.stderr, new RegExp(`${name} must be ${right}`));
			assert.equal(check.status, 1, name);
			assert.match(check.stderr, new RegExp(`${name} must be`));
		}
		const check = await it.soundings(["check"]);
		assert.equal(check.status, 0, check.stderr);
		// control: the same program, started the same way, with nothing wrong, is refused for another reason only
		const serve = await it.soundings(["serve", "--pool", "public"], { conf: "public.conf" });
		assert.doesNotMatch(serve.stderr, /must be/);
	});

	test("a server that is unsafe when a worker connects again is given no answer", async () => {
		const client = new Client(it.publicUrl), page = await client.get(`/s/${slug}/1`), before = (await stored(it, slug)).length;
		const cut = async (flush) => {
			await it.sql(`SET GLOBAL innodb_flush_log_at_trx_commit = ${flush}`);
			for (const [id] of await it.sql("SELECT id FROM information_schema.processlist WHERE user LIKE 'soundings%'"))
				await it.sql(`KILL CONNECTION ${id}`).catch(() => {});
		};
		await cut(2);
		const answer = await fill(client, page, { stance: "for", words });
		await cut(1);
		assert.equal(answer.status, 503);
		assert.equal((await stored(it, slug)).length, before);
		assert.equal((await client.submit(answer, {}, { path: `/s/${slug}/1` })).status, 303);
		assert.equal((await stored(it, slug)).length, before + 1);
	});

	test("a worker that ends under a GET: another answers", { timeout: 120_000 }, async () => {
		const ended = () => it.logs().split(/prematurely closed|reset by peer/).length - 1, before = ended();
		const ask = async () => (await raw(it.staffPort, get("/sign-in"))).status;
		for (let round = 0; round < 5; round++) {
			await Promise.all(Array.from({ length: 8 }, ask)); // nginx keeps a connection to each
			const all = it.workers("staff");
			all.forEach((pid) => process.kill(pid, "SIGSTOP"));
			const asked = Array.from({ length: 8 }, ask);
			await sleep(100);
			all.forEach((pid) => process.kill(pid, "SIGKILL"));
			assert.deepEqual(await Promise.all(asked), asked.map(() => 200));
		}
		assert.ok(ended() > before, "the control: it happened");
	});
});

describe("no workers; limits", () => {
	let it;
	before(async () => { it = await startInstance({ mail: false, demo: false, limits: true, build: "release" }); });
	after(() => it?.stop());

	test("502 with every header when a pool is down", async () => {
		for (const pool of ["public", "staff"]) {
			const pid = it.pid(pool);
			writeFileSync(join(it.var, `${pool}.hold`), "");
			process.kill(-pid, "SIGKILL");
			await sleep(300);
			const answer = await raw(it[`${pool}Port`], get("/"));
			assert.equal(answer.status, 502);
			expectHeaders(answer, `${pool} 502`);
			assert.equal(answer.headers["cache-control"], "no-store");
			assert.match(answer.text, /safe to send them again/);
			(await import("node:fs")).rmSync(join(it.var, `${pool}.hold`));
			let back;
			for (let i = 0; i < 100 && back !== 200; i++, await sleep(100))
				back = (await raw(it[`${pool}Port`], get("/health"))).status;
			assert.equal(back, 200);
		}
	});

	test("429 with every header, for sign-ins by hand and for floods of answers; others still get pages", async () => {
		for (const [pool, path, many] of [["staff", "/sign-in", 60], ["public", "/s/nothing/1", 400]]) {
			const answers = await Promise.all(Array.from({ length: many }, () => raw(it[`${pool}Port`], post(path, "a=b"), { timeout: 30_000 })));
			const refused = answers.filter(({ status }) => status === 429);
			assert.ok(refused.length > 10, `${pool}: ${refused.length} of ${many}`);
			refused.slice(0, 3).forEach((answer) => expectHeaders(answer, `${pool} 429`));
			assert.equal(refused[0].headers["cache-control"], "no-store");
			assert.equal((await raw(it[`${pool}Port`], get(pool === "staff" ? "/sign-in" : "/"))).status, 200);
		}
	});

	test("one silent peer at the socket is given up, and holds nobody up for longer", { timeout: 60_000 }, async () => {
		const workers = it.workers("public").sort();
		const silent = exchange(join(it.var, "public.sock"), Buffer.concat([begin(), params({ REQUEST_METHOD: "POST", REQUEST_URI: "/s/x/1", CONTENT_LENGTH: "50" }),
			record(STDIN, "short")]), { timeout: 20_000 });
		await sleep(50);
		const started = Date.now();
		assert.equal((await raw(it.publicPort, get("/"), { timeout: 20_000 })).status, 200);
		assert.ok(Date.now() - started < 12_000, `${Date.now() - started} ms`);
		assert.notEqual((await silent).why, "time");
		assert.deepEqual(it.workers("public").sort(), workers);
	});
});

describe("templates and settings", () => {
	let it;
	before(async () => { it = await startInstance({ mail: false, demo: false, workers: 1, staffWorkers: 1 }); });
	after(() => it?.stop());

	test("broken templates are refused at start", async () => {
		const { cpSync, rmSync } = await import("node:fs");
		const folder = join(it.var, "templates"), from = it.setting("templates");
		for (const [word, spoil] of [
			["missing", (file) => rmSync(file)],
			["not escaped", (file) => writeFileSync(file, readFileSync(file, "utf8").replace(/^.*\n?/, ""))],
			["not parsed", (file) => writeFileSync(file, `${readFileSync(file, "utf8")}{{#OPEN}}`)],
			["empty", (file) => writeFileSync(file, "")],
		]) {
			rmSync(folder, { recursive: true, force: true });
			cpSync(from, folder, { recursive: true });
			const conf = readFileSync(join(it.var, "soundings.conf"), "utf8").replace(/^templates = .*/m, `templates = ${folder}`);
			writeFileSync(join(it.var, "broken.conf"), conf, { mode: 0o600 });
			assert.equal((await it.soundings(["check"], { conf: "broken.conf" })).status, 0, "the copy itself is fine");
			spoil(join(folder, "survey_page.tpl"));
			for (const verb of [["check"], ["serve", "--pool", "public"], ["GET", "/"]]) {
				const result = await it.soundings(verb, { conf: "broken.conf" });
				assert.equal(result.status, 1, `${word}: ${verb}`);
				assert.match(result.stderr, /survey_page/, word);
				assert.equal(result.stdout.includes("<html"), false);
			}
		}
	});

	test("broken settings are refused with file and line", async () => {
		const conf = readFileSync(join(it.var, "soundings.conf"), "utf8");
		for (const [word, text_] of [["no equals sign", `${conf}nonsense\n`], ["a bad key", conf.replace(/^seal\.key = .*/m, "seal.key = 12")],
			["no key", conf.replace(/^seal\.key = .*\n/m, "")], ["an unknown setting", `${conf}db.pubic.user = x\n`]]) {
			writeFileSync(join(it.var, "broken.conf"), text_, { mode: 0o600 });
			const result = await it.soundings(["check"], { conf: "broken.conf" });
			assert.notEqual(result.status, 0, word);
			assert.match(result.stderr, /broken\.conf/, word);
			assert.ok(!result.stderr.includes(it.setting("db.owner.password")));
		}
		assert.notEqual((await it.soundings(["check"], { conf: "nothing.conf" })).status, 0);
	});
});
