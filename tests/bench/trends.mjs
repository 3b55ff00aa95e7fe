// trends.mjs: the page of trends with 1,000 reports and with 100,000, and how long counting them takes.
import { startInstance } from "../lib/instance.mjs";
import { fillIncidents } from "./incident_rows.mjs";
import { reader } from "./lists.mjs";
import { median, seconds, whole } from "./tools.mjs";

const few = 1000, many = 100_000, turns = Math.max(15, Math.round(seconds * 4));
const pages = ["/incidents/trends", "/incidents/trends?of=BI001", "/incidents/trends?of=BJ001", "/incidents/trends/practices"];

/** Fills an instance and counts; gives the seconds of counting. */
async function counted(it, n) {
	await fillIncidents(it, n, { pending: true });
	await it.sql(`INSERT IGNORE INTO list_size (organisation_id, counted_on, patients) SELECT organisation_id, '2020-01-01', patients FROM organisation WHERE code LIKE 'BI%'`);
	const begin = performance.now(), { status, stderr } = await it.soundings(["tally"]);
	if (status !== 0)
		throw new Error(`tally: ${stderr}`);
	return (performance.now() - begin) / 1000;
}

export async function trends(it, table) {
	// Of their own: the queue's bench has its incidents.
	const start = () => startInstance({ mail: false, build: "release", staffWorkers: 4, env: { PROGRAM: it.program, DB_BUFFER: "512M", JOBS_EVERY: "600" } });
	const both = [await start(), await start()];
	try {
		for (const one of both)
			one.program = it.program;
		await counted(both[0], few);
		table.atMost(`counting ${whole(many)} incidents for the trends`, await counted(both[1], many), 120, "seconds", 0);
		const read = await Promise.all(both.map((one) => reader(one, "incident_manager")));
		for (const path of pages) {
			const taken = [[], []];
			for (let i = -6; i < turns; i++) // each worker prepares its statements first
				for (const which of i % 2 ? [1, 0] : [0, 1]) {
					const { time } = await read[which](path);
					if (i >= 0)
						taken[which].push(time);
				}
			const [a, b] = taken.map(median);
			table.atMost(`${path.replace("?of=BI001", ", a practice's").replace("?of=BJ001", ", about a provider")} at ${whole(many)} to ${whole(few)}`, b / a, 1.5,
				`${a.toFixed(2)} ms to ${b.toFixed(2)} ms`);
		}
	} finally {
		await Promise.all(both.map((one) => one.stop()));
	}
}
