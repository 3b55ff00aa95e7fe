// tools.mjs: what the benches share: wrk, medians of interleaved runs, memory of processes, the bare programs.
import { execFile, spawn } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { root } from "../lib/instance.mjs";

export const run = promisify(execFile);
export const seconds = Number(process.env.BENCH_SECONDS ?? 5);
export const rounds = 3;
export const workers = 8;
export const built = join(root, "build/bench");
export const lua = (name) => join(root, "tests/bench", `${name}.lua`);

export const median = (list) => {
	const sorted = [...list].sort((a, b) => a - b), half = sorted.length >> 1;
	return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
export const whole = (n) => Math.round(n).toLocaleString("en-GB");

/**
 * Runs wrk and gives { rate, requests, text }. What wrk calls an error (a status that is neither 2xx nor 3xx, a socket
 * that failed) ends the bench: a fast wrong answer is no result.
 */
export async function wrk(url, { clients, time = seconds, script, args = [], headers = {} }) {
	const { stdout } = await run("wrk", [`-t${Math.min(2, clients)}`, `-c${clients}`, `-d${time}s`,
		...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]),
		...(script ? ["-s", lua(script)] : []), url, ...(args.length ? ["--", ...args] : [])], { cwd: root });
	const wrong = /Non-2xx.*|Socket errors:.*/.exec(stdout);
	if (wrong)
		throw new Error(`wrk ${url}: ${wrong[0]}`);
	return {
		rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]), requests: Number(/(\d+) requests in/.exec(stdout)[1]),
		text: stdout,
	};
}

/**
 * Runs ours and theirs in turns, since the machine drifts: A B, B A, A B. Gives the medians and the median of the ratios of
 * each turn's pair.
 */
export async function sideBySide(ours, theirs, times = rounds) {
	const a = [], b = [];
	for (let i = 0; i < times; i++)
		for (const which of i % 2 ? [1, 0] : [0, 1])
			(which ? b : a).push(await (which ? theirs : ours)());
	return { ours: median(a), theirs: median(b), ratio: median(a.map((n, i) => n / b[i])), all: [a, b] };
}

// ---- Processes ------------------------------------------------------------------------------------

/** Proportional share of memory in bytes: pages that several processes share are divided among them. */
export function pss(pid) {
	try {
		return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1]) * 1024;
	} catch {
		return 0; // ended while we looked
	}
}

/** Everything below a process: [{ pid, name }]. */
export function descendants(pid) {
	const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
		try {
			const stat = readFileSync(`/proc/${name}/stat`, "utf8"), end = stat.lastIndexOf(")");
			return [{ pid: Number(name), name: stat.slice(stat.indexOf("(") + 1, end), parent: Number(stat.slice(end + 2).split(" ")[1]) }];
		} catch {
			return []; // ended while we looked
		}
	});
	const below = (parent) => all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
	return below(pid);
}

export async function freePort() {
	const server = await new Promise((resolve) => { const s = createServer().listen(0, "127.0.0.1", () => resolve(s)); });
	const { port } = server.address();
	await new Promise((resolve) => server.close(resolve));
	return port;
}

// ---- Bare programs --------------------------------------------------------------------------------

/** Compiles tests/bench/bare_NAME.c with the flags of the release build. */
export async function compileBare(name) {
	mkdirSync(built, { recursive: true });
	const program = join(built, `bare_${name}`);
	await run("gcc", ["-std=gnu17", "-Wall", "-Wextra", "-Wconversion", "-O2", "-D_GNU_SOURCE", "-D_FORTIFY_SOURCE=3",
		"-fstack-protector-strong", "-fstack-clash-protection", "-fcf-protection=full", "-ftrivial-auto-var-init=zero",
		"-fPIE", "-pie", "-isystem", "/usr/include/mariadb", "-o", program, join(root, "tests/bench", `bare_${name}.c`),
		"-lfcgi", "-lmariadb"]);
	return program;
}

/** What the bare programs need to know of the database; the owner may do all that they do. */
export const dbEnv = (it) => ({
	DB_SOCKET: it.setting("db.socket"), DB_NAME: it.setting("db.name"),
	DB_USER: it.setting("db.owner.user"), DB_PASSWORD: it.setting("db.owner.password"),
});

/**
 * Serves a bare program behind the instance's own nginx, at a port of its own, by as many processes as the public pool
 * has. { url, stop }. Its connections are not kept: the stock accept loop would hang on an idle one.
 */
export async function serveBare(it, name, args) {
	const program = await compileBare(name), port = await freePort(), socket = join(it.var, `bare_${name}.sock`);
	const child = spawn("setpriv", ["--pdeathsig", "TERM", "--", "spawn-fcgi", "-n", "-s", socket, "-M", "0660", "-b", "1024",
		"--", "/usr/bin/multiwatch", "-f", String(workers), "--", program, ...args],
	{ cwd: root, env: { ...process.env, ...dbEnv(it) }, stdio: ["ignore", "inherit", "inherit"] });
	const conf = join(it.var, "bare.conf");
	appendFileSync(conf, `server {
	listen 127.0.0.1:${port};
	server_name localhost;
	error_log "${it.var}/nginx-bare.log" emerg;
	gzip on;
	gzip_comp_level 2;
	gzip_min_length 800;
	fastcgi_pass_request_headers off;
	fastcgi_keep_conn off;
	location / {
		fastcgi_pass "unix:${socket}";
	}
}
`);
	const whole = readFileSync(join(it.var, "nginx.conf"), "utf8");
	if (!whole.includes(`include "${conf}";`))
		writeFileSync(join(it.var, "nginx.conf"), `${whole.slice(0, whole.lastIndexOf("}"))}include "${conf}";\n}\n`);
	process.kill(it.pid("nginx"), "SIGHUP");
	const url = `http://localhost:${port}`;
	for (let i = 0; i < 100; i++, await sleep(50))
		if ((await fetch(url, { method: "HEAD", redirect: "manual" }).catch(() => ({}))).status) {
			await sleep(500); // nginx's old process has gone by then
			return { url, stop: () => child.kill("SIGTERM") };
		}
	throw new Error(`bare_${name} does not answer`);
}
