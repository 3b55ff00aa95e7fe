// bench.mjs: `make bench`: measures Soundings beside bare programs, prints a table, exits 0 only when all targets hold.
// BENCH_SECONDS=5 a measurement; BENCH_ROWS=1000000 responses; ONLY=page,send,visit,rows,memory,phone,lists,report,incidents,contracts,proposals,audit,import,trends,start
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { root, startInstance } from "../lib/instance.mjs";
import { firstPage, sending, visits } from "./pages.mjs";
import { manyResponses } from "./rows.mjs";
import { contractRegister } from "./contracts.mjs";
import { nationalList } from "./imports.mjs";
import { incidentQueue } from "./incidents.mjs";
import { listPages } from "./lists.mjs";
import { proposalResults } from "./proposals.mjs";
import { reportJourney } from "./report.mjs";
import { memory, phone, start } from "./sizes.mjs";
import { built, workers } from "./tools.mjs";
import { auditTrail } from "./trail.mjs";
import { trends } from "./trends.mjs";

class Table {
	lines = [];

	/** what: the row's name; value beside its target; more: what it was made of. */
	atLeast(what, value, target, more, digits = 2) {
		this.row(value >= target, what, value.toFixed(digits), `≥ ${target}`, more);
	}

	atMost(what, value, target, more, digits = 2) {
		this.row(value <= target, what, value.toFixed(digits), `≤ ${target}`, more);
	}

	check(what, fine, more) {
		this.row(fine, what, fine ? "yes" : "no", "yes", more);
	}

	note(what, more) {
		this.row(undefined, what, "", "", more);
	}

	row(fine, what, value, target, more) {
		const sign = fine === undefined ? " " : fine ? "✓" : "✗";
		const line = `${sign} ${what.padEnd(46)} ${value.padStart(7)} ${target.padStart(7)}   ${more}`;
		console.log(line);
		this.lines.push({ fine, line });
	}
}

const only = process.env.ONLY?.split(",");
const wanted = (name) => !only || only.includes(name);
const table = new Table(), begin = Date.now(), folder = join(root, `build/bench-${process.pid}`);
let it, failure;
if (loadavg()[0] > 1)
	console.log(`Something else is at work here (load ${loadavg()[0].toFixed(1)}): absolute figures will suffer, ratios less.`);
try {
	// A copy, so that somebody may go on building meanwhile.
	const program = join(built, "soundings");
	mkdirSync(built, { recursive: true });
	copyFileSync(join(root, "build/soundings"), program);
	it = await startInstance({ mail: false, build: "release", folder, workers, staffWorkers: 4,
		env: { PROGRAM: program, DB_BUFFER: "512M", JOBS_EVERY: "20" } });
	it.program = program;
	for (const [name, measure] of Object.entries({ page: firstPage, send: sending, visit: visits, memory, phone, rows: manyResponses,
		report: reportJourney, incidents: incidentQueue, contracts: contractRegister, lists: listPages, // adds 100,000 organisations, which others then list
		proposals: proposalResults,
		audit: auditTrail, import: nationalList, trends }))
		if (wanted(name))
			await measure(it, table);
	await it.stop({ keep: true });
	if (wanted("start"))
		await start(folder, table);
} catch (error) {
	failure = error;
}
await it?.stop({ keep: true }).catch(() => {});
if (!process.env.KEEP)
	rmSync(folder, { recursive: true, force: true });

console.log(`\nMeasured in ${Math.round((Date.now() - begin) / 1000)} s.  ${new Date().toISOString().slice(0, 16)}Z\n`);
console.log(`  ${"".padEnd(46)} ${"is".padStart(7)} ${"target".padStart(7)}`);
table.lines.forEach(({ line }) => console.log(line));
if (failure)
	console.error(`\nbench: ${failure.stack}`);
const missed = table.lines.filter(({ fine }) => fine === false).length;
console.log(missed ? `\n${missed} missed.` : failure ? "" : "\nAll targets hold.");
process.exit(missed || failure ? 1 : 0);
