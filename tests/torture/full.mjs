// full.mjs: `make torture`: promise 1 at full scale. Progress while it runs, a table at the end; exit status 0 only when all of it holds.
// Its size comes from the environment: ACK=100000 WORKER_KILLS=1000 STAFF_KILLS=200 DB_KILLS=200 NGINX_KILLS=50 CLIENTS=32 BUILD=release
import { setTimeout as sleep } from "node:timers/promises";
import { startInstance } from "../lib/instance.mjs";
import { publish, stored } from "../lib/surveys.mjs";
import { endings, kills } from "./kills.mjs";
import { compare, felt, startLoad, tortureSurvey } from "./load.mjs";
import { compareReports, members, startReports, storedReports } from "./reports.mjs";

const number = (name, otherwise) => {
	const value = Number(process.env[name] ?? otherwise);
	if (!Number.isInteger(value) || value < 0)
		throw new Error(`${name} must be a whole number`);
	return value;
};
const size = {
	responses: number("ACK", 100_000), workers: number("WORKER_KILLS", 1000), databases: number("DB_KILLS", 200),
	nginx: number("NGINX_KILLS", 50), reloads: number("NGINX_RELOADS", 20), supervisors: number("SUPERVISOR_KILLS", 20),
	staff: number("STAFF_KILLS", 200), clients: number("CLIENTS", 32), members: number("MEMBERS", 6),
};

const it = await startInstance({ mail: false, build: process.env.BUILD ?? "release", demo: false, workers: 8, staffWorkers: 3 });
for (const signal of ["SIGINT", "SIGTERM"])
	process.on(signal, () => it.stop().finally(() => process.exit(130)));
const slug = await publish(it, tortureSurvey());
const started = Date.now();
let counts = { workers: 0, databases: 0, nginx: 0, reloads: 0, supervisors: 0, staff: 0 };
const signedIn = await members(it, size.members);
const load = startLoad(it, slug, { clients: size.clients, patience: 120_000 }), reports = startReports(it, signedIn, { patience: 120_000 });
const line = () => `${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  `
	+ `${load.acknowledged.size} of ${size.responses} acknowledged; kills: worker ${counts.workers}/${size.workers}, `
	+ `MariaDB ${counts.databases}/${size.databases}, nginx ${counts.nginx}/${size.nginx}`;
const progress = setInterval(() => console.log(line()), 10_000);

await sleep(1000);
const { away } = await kills(it, load, {
	...size, reports, report: (now) => { counts = { ...counts, ...now }; }, pace: () => load.acknowledged.size / size.responses,
});
while (load.acknowledged.size < size.responses)
	await sleep(200);
await Promise.all([load.stop(), reports.stop()]);
clearInterval(progress);
console.log(line());

const found = compare(load, await stored(it, slug)), ofReports = compareReports(reports, await storedReports(it));
const wrongReports = Object.values(ofReports).flat().length;
// The control: what was never stored must be found missing, or this counted nothing.
const control = compare({ ...load, acknowledged: new Set([-1, ...load.acknowledged]) }, []).lost.length === load.acknowledged.size + 1;
const fold = await it.soundings(["tally"]), tally = await it.soundings(["tally", "--rebuild"]);
const same = fold.status === 0 && tally.status === 0 && /\b0 differences/.test(tally.stdout);
const seen = felt(load), longest = Math.max(...Object.values(away));
const rows = [
	["acknowledged", found.acknowledged, found.acknowledged >= size.responses],
	["stored", found.stored, found.stored >= found.acknowledged],
	["kills of a worker", counts.workers, counts.workers >= size.workers],
	["kills of MariaDB, by keep.sh's log", endings(it, "mariadb"), endings(it, "mariadb") >= size.databases],
	["kills of nginx, by keep.sh's log", endings(it, "nginx"), endings(it, "nginx") >= size.nginx],
	["kills of the workers' supervisor", counts.supervisors, counts.supervisors >= size.supervisors],
	["kills of a worker of staff", counts.staff, counts.staff >= size.staff],
	["reports acknowledged", reports.acknowledged.size, reports.acknowledged.size > 0 || size.members === 0],
	["of reports: lost, doubled, half-saved", `${wrongReports} ${wrongReports ? JSON.stringify(ofReports) : ""}`, wrongReports === 0],
	["their writers: gave up, not helped", `${reports.gaveUp}, ${reports.unkind.length} ${reports.unkind[0] ?? ""}`, reports.gaveUp + reports.unkind.length === 0],
	["reloads of nginx", counts.reloads, counts.reloads >= size.reloads],
	["failures that people saw", `${seen} ${JSON.stringify(load.refusals)}`, seen > 0 || size.workers + size.databases + size.nginx === 0],
	["of these, not a page that helps", `${load.unkind.length} ${load.unkind[0] ?? ""}`, load.unkind.length === 0],
	["people who gave up", load.gaveUp, load.gaveUp === 0],
	["nobody confirmed after a kill, ms", `${JSON.stringify(away)} (5000 at most)`, longest <= 5000],
	["longest wait of one person, ms", Math.round(load.longestWait), true],
	["acknowledged and lost", found.lost.length, found.lost.length === 0],
	["doubled", found.doubled.length, found.doubled.length === 0],
	["half-saved", found.broken.length, found.broken.length === 0],
	["stored and never sent", found.unasked.length, found.unasked.length === 0],
	["told of somebody else's answers", found.strangers.length, found.strangers.length === 0],
	["totals made again", same ? "0 differences" : tally.stdout.trim() + tally.stderr.trim(), same],
	["control: what is missing is found", control ? "yes" : "no", control],
];
console.log("");
for (const [name, value, holds] of rows)
	console.log(`${holds ? "  ok  " : " FAIL "} ${name.padEnd(36)} ${value}`);
const holds = rows.every(([, , row]) => row);
await it.stop({ keep: !holds });
if (!holds)
	console.log(`\nthe instance's folder is kept: ${it.var}`);
process.exit(holds ? 0 : 1);
