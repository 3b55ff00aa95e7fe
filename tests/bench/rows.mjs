// rows.mjs: a million responses: filling, the results page, the export.
import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "../lib/http.mjs";
import { fill, rebuild } from "./surveys.mjs";
import { compileBare, dbEnv, descendants, pss, rounds, run, sideBySide, whole, wrk } from "./tools.mjs";

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const few = 1000;

async function surveyId(it, slug) {
	return (await it.sql(`SELECT survey_id FROM survey WHERE slug = '${slug}'`))[0][0];
}

async function fillBoth(it, table) {
	const begin = performance.now();
	await fill(it, "bench-many", rows);
	const time = (performance.now() - begin) / 1000;
	await fill(it, "bench-few", few);
	table.atMost(`filling ${whole(rows)} responses, in totals too`, time, 120, "seconds", 0);
	const said = (await rebuild(it)).trim();
	table.check("tally --rebuild changes nothing", /^0 differences$/m.test(said), said.split("\n").pop());
}

/** The page as its reader waits for it, with all its counts. */
async function results(it, table, cookie) {
	const page = (slug) => async () => 1000 / (await wrk(`${it.staffUrl}/surveys/${slug}/results`,
		{ clients: 1, time: 1, headers: { Cookie: cookie } })).rate;
	const { ours, theirs, ratio } = await sideBySide(page("bench-many"), page("bench-few"), 4 * rounds);
	table.atMost(`results page at ${whole(rows)} to ${whole(few)}`, ratio, 1.5, `${ours.toFixed(2)} ms to ${theirs.toFixed(2)} ms`);
}

async function csv(it, cookie) {
	const { stdout } = await run("curl", ["-s", "-o", "/dev/null", "-H", `Cookie: ${cookie}`, "-w",
		"%{http_code} %{time_starttransfer} %{time_total} %{size_download}", `${it.staffUrl}/surveys/bench-many/responses.csv`]);
	const [status, first, time, bytes] = stdout.split(" ").map(Number);
	if (status !== 200)
		throw new Error(`export: ${status}`);
	return { first, time, bytes };
}

async function exportAll(it, table, cookie) {
	const program = await compileBare("rows"), id = await surveyId(it, "bench-many"), firsts = [], sizes = [];
	const bare = async () => {
		const begin = performance.now();
		const { stdout } = await run(program, [id], { env: { ...process.env, ...dbEnv(it) } });
		if (Number(stdout.split(" ")[0]) !== rows)
			throw new Error(`bare_rows read ${stdout}`);
		return 1000 / (performance.now() - begin);
	};
	const { ours, theirs, ratio } = await sideBySide(async () => {
		const { first, time, bytes } = await csv(it, cookie);
		firsts.push(first);
		sizes.push(bytes);
		return 1 / time;
	}, bare);
	table.atLeast(`CSV of ${whole(rows)} responses`, ratio, 0.5,
		`${(1 / ours).toFixed(1)} s to ${(1 / theirs).toFixed(1)} s, ${whole(sizes[0] / 1e6)} MB`);
	table.atMost("its first byte", Math.max(...firsts), 1, "seconds");
	const memory = await memoryWhile(it, csv(it, cookie)), half = memory.length >> 1;
	table.atMost("its memory's growth, first half to second", Math.max(...memory.slice(half)) - Math.max(...memory.slice(0, half)),
		0.5, `MB, ${Math.max(...memory).toFixed(1)} at most, ${memory.length} looks`);
}

/** What the largest of the staff pool's processes takes, in MB, looked at ten times a second until something is done. */
async function memoryWhile(it, work) {
	const looks = [];
	let done = false;
	const end = work.finally(() => { done = true; });
	for (; !done; await sleep(100))
		looks.push(Math.max(...descendants(it.pid("staff")).map(({ pid }) => pss(pid) / 2 ** 20)));
	await end;
	return looks;
}

export async function manyResponses(it, table) {
	await fillBoth(it, table);
	const client = await signIn(it, it.accounts.auditor);
	const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	await results(it, table, cookie);
	await exportAll(it, table, cookie);
	table.note("filters and cross-tables", "not there yet, not counted");
}
