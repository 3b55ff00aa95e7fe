// small.test.mjs: promises 1 and 2, small: kills under load, and nothing acknowledged is lost, doubled or half-saved.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "../lib/http.mjs";
import { startInstance } from "../lib/instance.mjs";
import { publish, stateOf, stored } from "../lib/surveys.mjs";
import { kills } from "./kills.mjs";
import { answersOf, compare, startLoad, tortureSurvey } from "./load.mjs";

let it, slug, load;
before(async () => {
	it = await startInstance({ build: "release", demo: false, workers: 4, staffWorkers: 1 });
	slug = await publish(it, tortureSurvey());
});
after(() => it?.stop());

test("5 kills of a worker, 3 of MariaDB, 1 of nginx and 1 reload under load: 0 lost, 0 doubled, 0 half-saved", { timeout: 180_000 }, async (t) => {
	load = startLoad(it, slug);
	await sleep(1000);
	const counts = await kills(it, { workers: 5, databases: 3, nginx: 1, reloads: 1 });
	for (const end = Date.now() + 60_000; load.acknowledged.size < 500 && Date.now() < end;)
		await sleep(100);
	await load.stop();
	assert.deepEqual(counts, { workers: 5, databases: 3, nginx: 1, reloads: 1 });
	const found = compare(load, await stored(it, slug));
	t.diagnostic(`${found.acknowledged} acknowledged, ${found.stored} stored, refused meanwhile: ${JSON.stringify(load.refusals)}`);
	assert.ok(found.acknowledged >= 500, `only ${found.acknowledged} were acknowledged`);
	assert.deepEqual({ ...found, acknowledged: 0, stored: 0 },
		{ acknowledged: 0, stored: 0, lost: [], doubled: [], broken: [], unasked: [], strangers: [] });
});

test("the kills were felt (or they proved nothing)", () => {
	const felt = Object.values(load.refusals).reduce((sum, n) => sum + n, 0);
	assert.ok(felt > 5, JSON.stringify(load.refusals));
});

test("the totals made again are the totals that were kept", async () => {
	assert.equal((await it.soundings(["tally"])).status, 0);
	const result = await it.soundings(["tally", "--rebuild"]);
	assert.equal(result.status, 0, result.stderr);
	assert.match(result.stdout, /\b0 differences/);
	const [[total]] = await it.sql(`SELECT SUM(n) FROM survey_total t JOIN survey s USING (survey_id) WHERE slug = '${slug}' AND question = '' AND choice = ''`);
	assert.equal(Number(total), (await stored(it, slug)).length);
});

test("controls: a lost, a doubled, a half-saved and an unasked response are each found", async () => {
	const rows = await stored(it, slug), i = 9_999_999;
	const changed = (change) => ({ ...load, acknowledged: new Set([...load.acknowledged, ...change.acknowledged ?? []]) });
	assert.deepEqual(compare(changed({ acknowledged: [i] }), rows).lost, [i]);
	assert.deepEqual(compare(load, [...rows, rows[0]]).doubled, [rows[0].answers.visits]);
	assert.deepEqual(compare(load, [{ answers: { ...rows[0].answers, words: rows[0].answers.words.slice(0, 5) } }, ...rows.slice(1)]).broken,
		[rows[0].answers.visits]);
	assert.deepEqual(compare(load, [...rows, { answers: answersOf(i) }]).unasked, [i]);
	// In the database itself: a row that goes missing is missed.
	const [[victim]] = await it.sql(`SELECT HEX(response_id) FROM response WHERE JSON_VALUE(answers, '$.visits') = ${[...load.acknowledged][0]}`);
	await it.sql(`DELETE FROM response WHERE response_id = UNHEX('${victim}')`);
	assert.deepEqual(compare(load, await stored(it, slug)).lost, [[...load.acknowledged][0]]);
	assert.doesNotMatch((await it.soundings(["tally", "--rebuild"])).stdout, /\b0 differences/);
});

test("the same POST 100 times at once, with a worker killed in the middle: one row, one confirmation", async () => {
	const client = new Client(it.publicUrl), before = (await stored(it, slug)).length, page = await client.get(`/s/${slug}/1`);
	const { stance, words } = answersOf(1_000_000);
	const body = [["state", stateOf(page)], ["stance", stance], ["words", words], ["visits", "1000000"], ["go", "on"]];
	const answers = await Promise.allSettled(Array.from({ length: 100 }, async (_, i) => {
		if (i === 30)
			it.killWorker("public");
		return client.post(`/s/${slug}/1`, body);
	}));
	const sent = answers.filter(({ value }) => value?.status === 303);
	assert.ok(sent.length > 50, `${sent.length}`);
	const confirmations = await Promise.all(sent.map(async ({ value }) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await client.get(value.location)).text)?.[0]));
	assert.equal(new Set(confirmations).size, 1);
	assert.equal((await stored(it, slug)).length, before + 1);
});
