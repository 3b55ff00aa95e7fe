// prepare.mjs: makes what instances begin as copies of, unless it is there and nothing was changed since (instance.mjs, which starts this under a lock).
// usage: node tests/lib/prepare.mjs san|release demo|plain
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isPrepared, prepared, startInstance } from "./instance.mjs";

const [build, what] = process.argv.slice(2), demo = what === "demo", folder = prepared(build, demo);
if (!isPrepared(build, demo)) {
	rmSync(folder, { recursive: true, force: true });
	const it = await startInstance({ build, demo, folder, from: false, mail: false, workers: 1, staffWorkers: 1 });
	await it.stop({ keep: true });
	writeFileSync(join(folder, "made"), "");
}
