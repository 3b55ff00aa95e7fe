// instance.mjs: a private copy of Soundings for one run of tests, benches or the torture; its own VAR, ports and processes.
//
//	const it = await startInstance({ build: "san", workers: 2 });
//	await fetch(`${it.publicUrl}/health`);
//	await it.stop();        // throws when a sanitizer reported something
//
// Test files that need nothing special share one: `const it = await sharedInstance()`, `after(() => it.release())`.
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const programs = { san: "build/san/soundings", release: "build/soundings" };
const reports = /ERROR: (Address|Leak)Sanitizer|runtime error: |SUMMARY: \w+Sanitizer/;

/** Two ports that nobody listens on, chosen by the kernel. */
async function freePorts(count) {
	const servers = await Promise.all(Array.from({ length: count }, () => new Promise((resolve, reject) => {
		const server = createServer().on("error", reject);
		server.listen(0, "127.0.0.1", () => resolve(server));
	})));
	const ports = servers.map((server) => server.address().port);
	await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
	return ports;
}

/** Processes of this machine: [{ pid, parent, command }]. */
function processes() {
	const list = [];
	for (const name of readdirSync("/proc")) {
		if (!/^\d+$/.test(name))
			continue;
		try {
			const stat = readFileSync(`/proc/${name}/stat`, "utf8");
			list.push({
				pid: Number(name),
				parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]),
				command: readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0").slice(0, -1),
			});
		} catch {
			// ended while we looked
		}
	}
	return list;
}

function alive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

class Instance {
	constructor(facts) {
		Object.assign(this, facts);
	}

	/** Demonstration accounts: { administrator: { email, password, secret }, … }. */
	get accounts() {
		const file = join(this.var, "demo-accounts.tsv");
		if (!existsSync(file))
			return {};
		const lines = readFileSync(file, "utf8").trim().split("\n").slice(1);
		return Object.fromEntries(lines.map((line) => {
			const [role, email, password, secret] = line.split("\t");
			return [role, { role, email, password, secret }];
		}));
	}

	/** One setting of soundings.conf. */
	setting(key) {
		const line = readFileSync(join(this.var, "soundings.conf"), "utf8").split("\n")
			.find((text) => text.startsWith(`${key} = `));
		return line?.slice(key.length + 3);
	}

	/** Rows of a query, as arrays of strings (NULL is "NULL"), asked by MariaDB's administrator. */
	async sql(query) {
		return this.mariadb(query, `--defaults-file=${join(this.var, "root.cnf")}`);
	}

	/** The same as one of the program's own users: "public", "staff" or "owner". */
	async sqlAs(pool, query) {
		return this.mariadb(query, "--no-defaults", `--socket=${this.setting("db.socket")}`,
			`--user=${this.setting(`db.${pool}.user`)}`, `--password=${this.setting(`db.${pool}.password`)}`);
	}

	async mariadb(query, ...options) {
		const { stdout } = await run("mariadb", [...options, "--batch", "--skip-column-names", "--raw", "-e", query, "soundings"],
			{ cwd: root, maxBuffer: 1 << 28 });
		return stdout.split("\n").slice(0, -1).map((line) => line.split("\t"));
	}

	/** Runs the program: { status, stdout, stderr }; never throws for a status. */
	soundings(args, { input = "", conf = "soundings.conf", env = {} } = {}) {
		return new Promise((resolve, reject) => {
			const child = spawn(this.program, args, {
				cwd: root,
				env: { ...process.env, ...this.env, SOUNDINGS_CONF: join(this.var, conf), ...env },
			});
			const out = { stdout: "", stderr: "" };
			child.stdout.setEncoding("utf8").on("data", (text) => { out.stdout += text; });
			child.stderr.setEncoding("utf8").on("data", (text) => { out.stderr += text; });
			child.stdin.on("error", () => {}).end(input);
			child.on("error", reject).on("close", (code, signal) => resolve({ status: code ?? signal, ...out }));
		});
	}

	/** Makes a person with these roles: { email, password, secret }. */
	async addUser(roles, { email, name = "Test Person", organisation } = {}) {
		email ??= `t${process.pid}.${Math.random().toString(36).slice(2)}@test.example`;
		const result = await this.soundings(["user", "add", email, "--name", name, "--role", roles,
			...(organisation ? ["--organisation", organisation] : [])]);
		if (result.status !== 0)
			throw new Error(`user add: ${result.stderr}`);
		const [address, password, secret] = result.stdout.trim().split("\t");
		return { email: address, password, secret };
	}

	/** Everything the workers, nginx, MariaDB and the jobs wrote to their logs. */
	logs() {
		return readdirSync(this.var).filter((name) => name.endsWith(".log")).sort()
			.map((name) => `== ${name}\n${readFileSync(join(this.var, name), "utf8")}`).join("\n");
	}

	pid(name) {
		const file = join(this.var, `${name}.pid`);
		return existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined;
	}

	/** Process ids of a pool's workers, which its supervisor started. */
	workers(pool) {
		const supervisor = this.pid(pool);
		return processes().filter(({ parent, command }) => parent === supervisor && command.includes("serve"))
			.map(({ pid }) => pid);
	}

	/** Kills one worker at random (its supervisor starts another); gives its process id. */
	killWorker(pool = "public", signal = "SIGKILL") {
		const list = this.workers(pool);
		const pid = list[Math.floor(Math.random() * list.length)];
		if (pid !== undefined)
			process.kill(pid, signal);
		return pid;
	}

	/** Kills nginx, all its processes; keep.sh starts it again. */
	killNginx(signal = "SIGKILL") {
		const master = this.pid("nginx");
		if (master && alive(master))
			process.kill(-master, signal);
	}

	/** Ends MariaDB at once, and keeps it down until startDb(). */
	async killDb(signal = "SIGKILL") {
		const pid = this.pid("mariadb");
		writeFileSync(join(this.var, "mariadb.hold"), "");
		if (pid && alive(pid))
			process.kill(pid, signal);
		while (pid && alive(pid))
			await sleep(20);
	}

	/** Lets MariaDB start again, and waits until it answers. */
	async startDb() {
		rmSync(join(this.var, "mariadb.hold"), { force: true });
		for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50))
			if (await this.sql("SELECT 1").catch(() => undefined))
				return;
		throw new Error(`MariaDB did not come back:\n${this.logs()}`);
	}

	/** Stops or continues MariaDB in the middle of what it does: a slow database. */
	pauseDb(paused = true) {
		process.kill(this.pid("mariadb"), paused ? "SIGSTOP" : "SIGCONT");
	}

	/** Ends everything this instance started; its folder goes too, unless something was found in it. */
	async stop({ keep = Boolean(process.env.KEEP) } = {}) {
		const { child } = this;
		if (child && child.exitCode === null && child.signalCode === null) {
			const ended = new Promise((resolve) => child.once("exit", resolve));
			child.kill("SIGTERM");
			await ended;
		}
		const found = this.logs().split("\n").filter((line) => reports.test(line));
		if (found.length)
			throw new Error(`a sanitizer reported (logs in ${relative(root, this.var)}):\n${found.join("\n")}`);
		if (!keep)
			rmSync(this.var, { recursive: true, force: true });
	}

	async release() {
		if (!this.shared)
			await this.stop();
	}
}

/** When anything of these was changed last, in milliseconds. */
function changed(paths) {
	return Math.max(...paths.map((path) => {
		const file = statSync(path);
		return Math.max(file.mtimeMs, file.isDirectory() ? changed(readdirSync(path).map((name) => join(path, name))) : 0);
	}));
}

/** What new instances begin as copies of, so that they need not set up MariaDB and load the demonstration each: the folder of one that was stopped. */
export const prepared = (build, demo) => join(root, "build/prepared", `${build}-${demo ? "demo" : "plain"}`);
export function isPrepared(build, demo) {
	const mark = join(prepared(build, demo), "made");
	return existsSync(mark) && statSync(mark).mtimeMs > changed([join(root, programs[build]), join(root, "nginx/run.sh"), join(root, "sql")]);
}

/**
 * Starts an instance. build: "san" | "release"; demo: load the demonstration surveys and accounts; limits: nginx's rate
 * limits; workers, staffWorkers: processes; mail: a server that
 * takes its mail (mail.mjs); env: more of run.sh's settings; folder: a VAR to use again (kept afterwards); from: false where it is to be set
 * up from nothing.
 * Its jobs run once now, then when a test says so, `it.soundings(["jobs"])`, and never by themselves: nothing changes while a test looks.
 */
export async function startInstance({ build = "san", demo = true, limits = false, workers = 2, staffWorkers = 2,
	mail = true, env = {}, folder, from = true } = {}) {
	mkdirSync(join(root, "build/prepared"), { recursive: true });
	if (from && !isPrepared(build, demo)) // one at a time
		await run("flock", [`${prepared(build, demo)}.lock`, process.execPath, "tests/lib/prepare.mjs", build, demo ? "demo" : "plain"], { cwd: root });
	const [publicPort, staffPort, smtpPort, mailPort] = await freePorts(4);
	const path = folder ?? mkdtempSync(join(root, "build/test-"));
	mkdirSync(path, { recursive: true });
	const settings = {
		VAR: path, PROGRAM: programs[build], PUBLIC_PORT: String(publicPort), STAFF_PORT: String(staffPort),
		DEMO: demo ? "1" : "0", LIMITS: limits ? "1" : "0", WORKERS: String(workers), STAFF_WORKERS: String(staffWorkers),
		MAIL: mail ? "1" : "0", MAIL_PORT: String(smtpPort), MAIL_WEB_PORT: String(mailPort), JOBS_EVERY: "0", DB_BUFFER: "64M",
		WORKER_REQUESTS: "1000000", // none retires while a test runs: one that ends has failed
		ASAN_OPTIONS: "detect_leaks=1:abort_on_error=0:exitcode=99", UBSAN_OPTIONS: "print_stacktrace=1",
		...(from && { FROM: prepared(build, demo) }),
		...env,
	};
	// --pdeathsig: when a test is killed, so is all it started.
	const log = openSync(join(path, "run.log"), "w");
	const child = spawn("setpriv", ["--pdeathsig", "TERM", "--", "nginx/run.sh"], {
		cwd: root, env: { ...process.env, ...settings }, stdio: ["ignore", log, log],
	});
	const it = new Instance({
		child, var: path, build, program: join(root, programs[build]), publicPort, staffPort, smtpPort,
		mailPort, env: { ASAN_OPTIONS: settings.ASAN_OPTIONS, UBSAN_OPTIONS: settings.UBSAN_OPTIONS },
		publicUrl: `http://localhost:${publicPort}`, staffUrl: `http://localhost:${staffPort}`,
	});
	rmSync(join(path, "ready"), { force: true });
	for (const end = Date.now() + 180_000; !existsSync(join(path, "ready")); await sleep(50)) {
		if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
			const text = it.logs();
			child.kill("SIGTERM");
			throw new Error(`the instance did not start (logs in ${relative(root, path)}):\n${text}`);
		}
	}
	if (settings.JOBS_EVERY === "0")
		await it.soundings(["jobs"]); // figures of what was loaded
	return it;
}

/** The instance of this run (tests/lib/run.mjs starts it), or a new one where a test file is run by itself. */
export async function sharedInstance(options = {}) {
	const facts = process.env.SOUNDINGS_INSTANCE;
	return facts ? new Instance({ ...JSON.parse(facts), shared: true }) : startInstance(options);
}

/** What another process needs to use a running instance. */
export function instanceFacts({ child, ...facts }) {
	return JSON.stringify(facts);
}
