// imports.mjs: the whole national list of practices, imported on the command line.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/instance.mjs";

const list = join(root, "../shared/data/epraccur-2024-01.csv");

async function timed(it, args) {
	const begin = performance.now(), result = await it.soundings(args);
	if (result.status !== 0)
		throw new Error(`soundings ${args.join(" ")}: ${result.stderr}${result.stdout}`);
	return { seconds: (performance.now() - begin) / 1000, words: result.stdout.trim().split("\n").at(-2) };
}

export async function nationalList(it, table) {
	if (!existsSync(list))
		return table.note("the national list of practices", "SKIP: ../shared/data is not there");
	const first = await timed(it, ["import", "practices", list, "--yes"]);
	table.atMost("the national list of practices, seconds", first.seconds, 10, `15,971 rows: ${first.words.replace(/^.*?: /, "")}`);
	const { stdout } = await it.soundings(["import", "practices", list, "--yes"]);
	table.check("the same list again has nothing to do", /Nothing to do/.test(stdout), stdout.trim().split("\n").at(-1).replace(/^.*?: /, ""));
}
