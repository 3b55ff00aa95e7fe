// retire.test.mjs: a worker ends after so many requests and another takes its place, and nobody who asks notices.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startInstance } from "../lib/instance.mjs";

let it;
before(async () => {
	it = await startInstance({ demo: false, env: { WORKER_REQUESTS: "40" } });
});
after(() => it?.release());

test("workers retire, and each request is answered", async () => {
	const first = it.workers("public"), met = new Set(first);
	const one = async () => {
		for (let i = 0; i < 60; i++)
			assert.equal((await fetch(`${it.publicUrl}/`)).status, 200);
	};
	await Promise.all([one(), one(), one(), one()]);
	for (const end = Date.now() + 30_000; Date.now() < end && it.workers("public").some((pid) => first.includes(pid)); await sleep(200))
		assert.equal((await fetch(`${it.publicUrl}/`)).status, 200);
	for (const pid of it.workers("public"))
		met.add(pid);
	assert.ok(met.size >= 4, `both were replaced: ${[...met]}`);
});
