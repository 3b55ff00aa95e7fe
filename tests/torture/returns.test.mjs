// returns.test.mjs: promise 1 for monitoring returns: while workers are killed, and then the database, everybody who tries again has sent
// their return once: one version with its figures, its line in the history and in the trail; none of it half.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { contract, kpi, monitoringReturn, voluntary } from "../lib/contracts.mjs";
import { signIn } from "../lib/http.mjs";
import { startInstance } from "../lib/instance.mjs";

const MOST = 60, KILLS = 12;
let it, client, of, measured;
before(async () => {
	it = await startInstance({ mail: false, demo: false, workers: 1, staffWorkers: 3 });
	await voluntary(it, "KILLED");
	client = await signIn(it, await it.addUser("provider_member", { organisation: "KILLED" }));
	of = await contract(it, { organisation: "KILLED", status: "planned", returns_from: "2010-01-01" });
	measured = await kpi(it, of, { name: "People seen in time" });
});
after(() => it?.stop());

/** Does it until it is done; counts the times that it was not. */
async function patiently(what, done, seen) {
	for (const end = Date.now() + 60_000; Date.now() < end; await sleep(30)) {
		const answer = await what().catch((error) => ({ status: error.code ?? error.message }));
		if (done(answer))
			return answer;
		seen.failed++;
	}
	throw new Error("a minute of trying, and not done");
}

const isPage = ({ status }) => status === 200;
async function send(ref, i, seen) {
	const at = `/returns/${ref}`, form = await patiently(() => client.get(`${at}/edit`), isPage, seen);
	const answers = { [`kpi_${measured.replace("-", "").toLowerCase()}`]: String(i), narrative: `Return ${i} “£5 & <3” 😀`, spend: String(i), safeguarding: "no" };
	// Saved already, when the answer was lost: the same text again is no conflict.
	await patiently(() => client.submit(form, answers, { button: "check" }), ({ location }) => location === `${at}/check`, seen);
	const check = await patiently(() => client.get(`${at}/check`), isPage, seen);
	await patiently(() => client.submit(check), ({ location }) => location === `${at}/sent`, seen);
}

test("returns that are sent while workers and the database are killed: each once, none half", { timeout: 240_000 }, async (t) => {
	const refs = [];
	for (let i = 0; i < MOST; i++)
		refs.push(await monitoringReturn(it, of, { starts_on: new Date(Date.UTC(2010, 3 * i, 1)).toISOString().slice(0, 10) }));
	const seen = { failed: 0 };
	let sending = true, killed = 0;
	const work = Promise.all([0, 1, 2, 3].map(async (person) => {
		for (let i = person; i < MOST; i += 4)
			await send(refs[i], i, seen);
	})).finally(() => {
		sending = false;
	});
	work.catch(() => {});
	for (; sending && killed < KILLS; await sleep(30 + Math.random() * 80)) {
		if (killed === KILLS / 2) {
			await it.killDb();
			await it.startDb();
			killed++;
		} else if (it.killWorker("staff") !== undefined)
			killed++;
	}
	await work;
	t.diagnostic(`${killed} kills, ${seen.failed} answers that were none`);
	assert.ok(killed > 3, "control: something was killed meanwhile");
	for (const [i, ref] of refs.entries()) {
		const [row] = await it.sql(`SELECT m.state, m.version, m.spend, m.draft, (SELECT COUNT(*) FROM monitoring_version v WHERE v.return_id = m.return_id),
			(SELECT HEX(v.answers) FROM monitoring_version v WHERE v.return_id = m.return_id),
			(SELECT GROUP_CONCAT(w.value) FROM monitoring_value w WHERE w.return_id = m.return_id),
			(SELECT COUNT(*) FROM contract_event e WHERE e.kind = 'return' AND JSON_VALUE(e.detail, '$.return') = m.ref),
			(SELECT COUNT(*) FROM audit a WHERE a.subject = 'return' AND a.ref = m.ref AND a.action = 'add') FROM monitoring_return m WHERE m.ref = '${ref}'`);
		row[5] = JSON.parse(Buffer.from(row[5], "hex")).narrative;
		assert.deepEqual(row, ["sent", "1", String(100 * i), "NULL", "1", `Return ${i} “£5 & <3” 😀`, String(100 * i), "1", "1"], ref);
	}
});
