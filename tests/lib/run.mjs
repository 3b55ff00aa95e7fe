// run.mjs: runs test files with node's runner, all on one private instance that it starts and stops.
// usage: node tests/lib/run.mjs FILE|FOLDER...      (BUILD=release for the hardened build; KEEP=1 keeps the instance's folder)
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { instanceFacts, root, startInstance } from "./instance.mjs";

const files = process.argv.slice(2).flatMap((path) => {
	if (!existsSync(join(root, path)))
		return [];
	return statSync(join(root, path)).isDirectory()
		? readdirSync(join(root, path)).filter((name) => name.endsWith(".test.mjs")).sort().map((name) => join(path, name))
		: [path];
});
if (!files.length) {
	console.log(`SKIP ${process.argv.slice(2).join(" ")}: no test files there`);
	process.exit(0);
}

// Only what asks for the shared instance pays for it.
const wanted = files.some((file) => readFileSync(join(root, file), "utf8").includes("sharedInstance"));
const shared = wanted ? await startInstance({ build: process.env.BUILD ?? "san" }) : undefined;
// One file after another: they share an instance, and look whether it was changed. Node 18 has no such option.
const [major, minor] = process.versions.node.split(".").map(Number);
const inTurn = major > 20 || (major === 20 && minor >= 10) ? ["--test-concurrency=1"] : [];
const child = spawn(process.execPath, ["--test", ...inTurn, "--test-reporter=spec", ...files], {
	cwd: root, stdio: "inherit",
	env: { ...process.env, ...(shared && { SOUNDINGS_INSTANCE: instanceFacts(shared) }) },
});
for (const signal of ["SIGINT", "SIGTERM"])
	process.on(signal, () => child.kill(signal));
let status = await new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ? 1 : code)));
try {
	await shared?.stop({ keep: status !== 0 || Boolean(process.env.KEEP) });
} catch (error) {
	console.error(error.message);
	status = 1;
}
if (status !== 0 && shared)
	console.error(`the instance's folder is kept: ${shared.var}`);
process.exit(status);
