// trail.mjs: a million rows of the audit trail: checked on the command line, and as a list.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, startInstance } from "../lib/instance.mjs";
import { compare, reader, trail } from "./lists.mjs";
import { pss, whole } from "./tools.mjs";

const rows = Number(process.env.BENCH_TRAIL ?? 1_000_000), few = 100;

/** Runs the program and looks at its memory on the way: { status, text, seconds, mb }. */
function watched(it, args) {
	return new Promise((resolve, reject) => {
		const begin = performance.now();
		const child = spawn(it.program, args, { cwd: root, env: { ...process.env, SOUNDINGS_CONF: join(it.var, "soundings.conf") } });
		const seen = [];
		const watch = setInterval(() => seen.push(pss(child.pid) / 2 ** 20), 100);
		let text = "";
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding("utf8").on("data", (part) => { text += part; });
		child.on("error", reject).on("close", (status) => {
			clearInterval(watch);
			const third = seen.slice(0, Math.ceil(seen.length / 3));
			resolve({ status, text, seconds: (performance.now() - begin) / 1000, mb: Math.max(...seen), early: Math.max(...third) });
		});
	});
}

export async function auditTrail(it, table) {
	const [[n]] = await it.sql("SELECT COUNT(*) FROM audit");
	await it.sql(`${trail(Math.max(1, rows - n))}; ANALYZE TABLE audit`);
	// The jobs chain what was added, as they would after a night of requests whose workers were killed.
	let time = 0;
	for (let left = 1; left > 0;) {
		const chained = await watched(it, ["jobs"]);
		time += chained.seconds;
		if (chained.status !== 0)
			throw new Error(`soundings jobs: ${chained.text}`);
		[[left]] = (await it.sql("SELECT (SELECT COUNT(*) FROM audit) - (SELECT COUNT(*) FROM audit_link) < 100")).map(([done]) => [done === "1" ? 0 : 1]);
	}
	table.note("chaining them", `${time.toFixed(1)} seconds`);
	const { status, text, seconds, mb, early } = await watched(it, ["audit", "verify"]);
	if (status !== 0)
		throw new Error(`soundings audit verify: ${text}`);
	table.atMost(`audit verify, ${whole(rows)} rows, seconds`, seconds, 60, text.trim().split("\n").at(-1));
	table.atMost("its memory (PSS)", mb, 10, `MB; ${early.toFixed(1)} in its first third`, 1);
	const other = await startInstance({ mail: false, build: "release", staffWorkers: 4, env: { PROGRAM: it.program, DB_BUFFER: "512M" } });
	try {
		await other.sql(trail(few));
		await compare(table, [await reader(other), await reader(it)], "/audit", `/audit, ${whole(rows)} rows to ${few}`);
	} finally {
		await other.stop();
	}
}
