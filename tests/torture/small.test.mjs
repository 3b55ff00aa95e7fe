// small.test.mjs: promises 1 and 2, small: kills under load, and nothing acknowledged is lost, doubled or half-saved.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startInstance } from "../lib/instance.mjs";
import { publish, stored } from "../lib/surveys.mjs";
import { endings, kills } from "./kills.mjs";
import { answersOf, ask, compare, felt, startLoad, tortureSurvey } from "./load.mjs";
import { compareReports, members, startReports, storedReports } from "./reports.mjs";

const wanted = { workers: 8, databases: 3, nginx: 2, reloads: 1, supervisors: 1, staff: 8 };
const nothing = { lost: [], doubled: [], broken: [], unasked: [], strangers: [] };
const nothingReported = { lost: [], doubled: [], broken: [], unasked: [] };
const faults = ({ acknowledged, stored, ...found }) => found;
const bySubmission = (slug) => `survey_id = (SELECT survey_id FROM survey WHERE slug = '${slug}')`;

let it, slug, load, reports, cookies;
before(async () => {
	it = await startInstance({ mail: false, build: "release", demo: false, workers: 4, staffWorkers: 2 });
	cookies = await members(it, 3);
	slug = await publish(it, tortureSurvey());
});
after(() => it?.stop());

/** Runs the load for as long as `during` takes, and until so many were acknowledged. */
async function under(during, { survey = slug, least = 200, reporters = [], reported = 0 } = {}) {
	const people = startLoad(it, survey), others = startReports(it, reporters);
	await sleep(500);
	const result = await during(people, others).catch((error) => {
		people.broken = others.broken = true;
		return error;
	});
	for (const end = Date.now() + 60_000; (people.acknowledged.size < least || others.acknowledged.size < reported) && Date.now() < end && !people.broken;)
		await sleep(50);
	await Promise.all([people.stop(), others.stop()]);
	if (result instanceof Error)
		throw result;
	return { people, others, result };
}

test("kills under load: 0 lost, 0 doubled, 0 half-saved, and everybody who tries again gets through", { timeout: 180_000 }, async (t) => {
	const began = performance.now(), first = it.workers("public"), { people, others, result: { counts, away } }
		= await under((now, then) => kills(it, now, { ...wanted, reports: then }), { reporters: cookies, reported: 20 });
	load = people;
	reports = others;
	const found = compare(load, await stored(it, slug));
	t.diagnostic(`${found.acknowledged} acknowledged, ${found.stored} stored; people saw `
		+ `${JSON.stringify(load.refusals)}; longest without a confirmation after a kill, ms: ${JSON.stringify(away)}; longest wait of one person: ${Math.round(load.longestWait)} ms`);
	assert.ok(found.acknowledged >= 200, `only ${found.acknowledged} were acknowledged`);
	assert.deepEqual(faults(found), nothing);
	assert.equal(load.gaveUp, 0);
	assert.deepEqual(load.unkind, [], "every failure is a page that says what to do");
	// The kills happened, says who is not us.
	assert.deepEqual(counts, wanted);
	assert.ok(endings(it, "mariadb") >= wanted.databases && endings(it, "nginx") >= wanted.nginx);
	const [[, uptime]] = await it.sql("SHOW STATUS LIKE 'Uptime'");
	assert.ok(Number(uptime) < (performance.now() - began) / 1000, "MariaDB is younger than this test");
	assert.deepEqual(it.workers("public").filter((pid) => first.includes(pid)), [], "the supervisor's end took its workers along");
	assert.ok(felt(load) > 5, `nobody felt them: ${JSON.stringify(load.refusals)}`);
	// Practices that reported meanwhile, signed in.
	t.diagnostic(`${reports.acknowledged.size} reports acknowledged; their writers saw ${JSON.stringify(reports.refusals)}; longest wait: `
		+ `${Math.round(reports.longestWait)} ms`);
	assert.ok(reports.acknowledged.size >= 20, `only ${reports.acknowledged.size} reports were acknowledged`);
	assert.deepEqual(compareReports(reports, await storedReports(it)), nothingReported);
	assert.equal(reports.gaveUp, 0);
	assert.deepEqual(reports.unkind, [], "every failure is a page that says what to do");
	assert.ok(felt(reports) > 2, `nobody felt them: ${JSON.stringify(reports.refusals)}`);
});

test("the totals made again are the totals that were kept", async () => {
	assert.equal((await it.soundings(["tally"])).status, 0);
	const result = await it.soundings(["tally", "--rebuild"]);
	assert.equal(result.status, 0, result.stderr);
	assert.equal(result.stdout, "0 differences\n");
	const [[total]] = await it.sql(`SELECT SUM(n) FROM survey_total WHERE ${bySubmission(slug)} AND question = '' AND choice = ''`);
	assert.equal(Number(total), (await stored(it, slug)).length);
});

test("control: what is lost, doubled, cut short or never sent is found", async () => {
	const rows = await stored(it, slug), i = 9_999_999, [{ answers }] = rows;
	assert.deepEqual(faults(compare({ ...load, acknowledged: new Set([...load.acknowledged, i]) }, rows)), { ...nothing, lost: [i] });
	assert.deepEqual(compare(load, [{ answers: { ...answers, words: answers.words.slice(0, 5) } }, ...rows.slice(1)]).broken, [answers.visits]);
	assert.deepEqual(compare(load, [...rows, { answers: answersOf(i) }]).unasked, [i]);
	// In the database itself: a row stored twice, and one that goes.
	const [victim] = load.acknowledged, id = randomBytes(16).toString("hex");
	const where = `${bySubmission(slug)} AND JSON_VALUE(answers, '$.visits') = ${victim}`;
	await it.sql(`INSERT INTO response SELECT survey_id, UNHEX('${id}'), version, UNHEX('${id}'), digest, received_on, answers
		FROM response WHERE ${where}`);
	assert.deepEqual(faults(compare(load, await stored(it, slug))), { ...nothing, doubled: [victim] });
	await it.soundings(["tally"]);
	await it.sql(`DELETE FROM response WHERE ${where}`);
	assert.deepEqual(faults(compare(load, await stored(it, slug))), { ...nothing, lost: [victim] });
	assert.doesNotMatch((await it.soundings(["tally", "--rebuild"])).stdout, /^0 differences/m);
});

test("control: a report that is lost, doubled, cut short, never sent, or told of twice is found", async () => {
	const rows = await storedReports(it), sent = rows.findIndex(({ i }) => reports.acknowledged.has(i)), { i, report } = rows[sent], none = 9_999_999;
	const instead = (row) => compareReports(reports, rows.toSpliced(sent, 1, { ...rows[sent], ...row }));
	assert.deepEqual(compareReports({ ...reports, acknowledged: new Set([...reports.acknowledged, none]) }, rows), { ...nothingReported, lost: [none] });
	assert.deepEqual(compareReports(reports, rows.toSpliced(sent, 1)).lost, [i]);
	assert.deepEqual(instead({ report: null }).lost, [i], "it is only a draft");
	assert.deepEqual(instead({ moves: 2 }).broken, [i]);
	assert.deepEqual(instead({ told: 0 }).broken, [i]);
	assert.deepEqual(instead({ report: { ...report, people: [] } }).broken, [i]);
	assert.deepEqual(compareReports({ ...reports, sent: new Set([...reports.sent].filter((n) => n !== i)) }, rows).unasked, [i]);
	// In the database itself: a draft of it besides.
	await it.sql(`INSERT INTO incident (ref, submission, organisation_id, state, state_at, made_at, saved_at, draft, title)
		SELECT '2222-2222', RANDOM_BYTES(16), organisation_id, 'draft', state_at, made_at, saved_at, '{}', title FROM incident
		WHERE title LIKE '% report ${i} says %' LIMIT 1`);
	assert.deepEqual(compareReports(reports, await storedReports(it)), { ...nothingReported, doubled: [i] });
	await it.sql("DELETE FROM incident WHERE ref = '2222-2222'");
});

/** A form on its check page, filled in by person i. */
async function filled(survey, i) {
	const agent = new Agent({ keepAlive: true, maxSockets: 100 }), at = (n) => `/s/${survey}/${n}`;
	const { stance, words, visits, ending } = answersOf(i);
	const state = ({ text }) => ["state", /name="state" value="([^"]+)"/.exec(text)[1]];
	const first = await ask(it, agent, at(1));
	const second = await ask(it, agent, at(1), [state(first), ["stance", stance], ["words", words], ["go", "on"]]);
	const check = await ask(it, agent, at(2), [state(second), ["visits", visits], ["ending", ending], ["go", "on"]]);
	return {
		agent, send: () => ask(it, agent, at("check"), [state(check), ["go", "on"]]),
		confirmation: async ({ location }) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await ask(it, agent, location)).text)?.[0],
		rows: async () => (await stored(it, survey)).filter(({ answers }) => answers.visits === i),
	};
}

test("the same POST 100 times at once, with a worker killed in the middle, and 100 times in turn: one row, one confirmation", async () => {
	const form = await filled(slug, 1_000_000);
	const answers = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => {
		if (i === 30)
			setTimeout(() => it.killWorker("public"), 5);
		return form.send();
	}));
	const sent = answers.flatMap(({ value }) => (value?.status === 303 ? [value] : []));
	assert.ok(sent.length > 50, JSON.stringify(answers.map(({ value }) => value?.status)));
	for (let i = 0; i < 100; i++)
		sent.push(await form.send());
	assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([303]));
	const confirmations = new Set(await Promise.all(sent.map(form.confirmation)));
	assert.equal(confirmations.size, 1);
	assert.match([...confirmations][0], /-/);
	const rows = await form.rows();
	assert.equal(rows.length, 1);
	assert.deepEqual(rows[0].answers, answersOf(1_000_000));
	form.agent.destroy();
});

test("workers told to stop under load finish what they have: nobody feels it", { timeout: 60_000 }, async () => {
	const before = it.workers("public"), { people } = await under(async () => {
		for (const pid of before) {
			process.kill(pid, "SIGTERM");
			await sleep(300);
		}
		for (const end = Date.now() + 20_000; it.workers("public").some((pid) => before.includes(pid)); await sleep(50))
			assert.ok(Date.now() < end, "one is still there");
	}, { survey: await publish(it, tortureSurvey()) });
	assert.deepEqual(people.refusals, {});
});

test("a database that hangs: our page with what was typed, not nginx's, and all is well after", { timeout: 60_000 }, async (t) => {
	const survey = await publish(it, tortureSurvey()), { people } = await under(async () => {
		it.pauseDb();
		await sleep(16_000); // longer than nginx waits
		it.pauseDb(false);
	}, { survey, least: 20 });
	t.diagnostic(`people saw ${JSON.stringify(people.refusals)}`);
	assert.deepEqual(Object.keys(people.refusals), ["503"]);
	assert.deepEqual(people.unkind, []);
	assert.deepEqual(faults(compare(people, await stored(it, survey))), nothing);
});

test("control: a database that forgets what it said it had stored is caught", { timeout: 120_000 }, async (t) => {
	const survey = await publish(it, tortureSurvey());
	const { people, others } = await under(async (now, then) => {
		const lost = async () => {
			const acknowledged = new Set(now.acknowledged), reported = new Set(then.acknowledged); // before looking: more come meanwhile
			return Math.min(compare({ ...now, acknowledged }, await stored(it, survey)).lost.length,
				compareReports({ ...then, acknowledged: reported }, await storedReports(it)).lost.length);
		};
		for (let i = 0; i < 5 && !await lost(); i++) {
			// Workers look at this when they connect; these have.
			await it.sql("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
			await sleep(1300 + 150 * i);
			await it.killDb();
			await it.startDb();
		}
	}, { survey, least: 0, reporters: cookies });
	const { lost } = compare(people, await stored(it, survey)), { lost: notReported } = compareReports(others, await storedReports(it));
	t.diagnostic(`${lost.length} of ${people.acknowledged.size} responses lost, ${notReported.length} of ${others.acknowledged.size} reports`);
	assert.ok(lost.length > 0);
	assert.ok(notReported.length > 0);
});

test("control: without the database's rule that a form is stored once, the same POST doubles", async () => {
	await it.sql("ALTER TABLE response DROP KEY submission");
	const form = await filled(slug, 2_000_000);
	for (let i = 0; i < 3; i++)
		await form.send();
	assert.equal((await form.rows()).length, 3);
	assert.deepEqual(compare({ ...load, sent: new Set([2_000_000]) }, await stored(it, slug)).doubled, [2_000_000]);
	form.agent.destroy();
});
