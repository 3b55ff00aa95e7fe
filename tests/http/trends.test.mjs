// trends.test.mjs: trends of incident reports: their numbers are those of the table, whatever was changed and whoever counts at the same time; a practice
// sees its own and no small number of another's.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "../lib/http.mjs";
import { incident, incidentStates } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";

const stamp = `${process.pid}`.slice(-4), code = (letter) => `TR${stamp}${letter}`, group = `Trends ${stamp}`;
const practices = { A: [8000, 7], B: [3000, 3], C: [5100, 6], D: [9000, 20], E: [12000, 0] }; // patients, reports in the year that is compared
const pick = (list) => list[Math.floor(Math.random() * list.length)];
let it, manager, member;

/** The middle of a month, so many months before this one, as SQL has it. */
const monthsAgo = (months) => {
	const now = new Date();
	return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 14, 12)).toISOString().slice(0, 19).replace("T", " ");
};
const lastQuarter = () => 1 + new Date().getUTCMonth() % 3; // months back to the last month of the last whole quarter
const csv = (text) => text.replace(/^\uFEFF/, "").trim().split("\r\n").map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));

before(async () => {
	it = await sharedInstance();
	await it.sql(`INSERT INTO organisation_group (kind, name) VALUES ('peer_group', '${group}');
		INSERT INTO organisation (code, name, kind) VALUES ('${code("H")}', 'Trends Hospital ${stamp}', 'provider')`);
	for (const [letter, [patients]] of Object.entries(practices))
		await it.sql(`INSERT INTO organisation (code, name, kind, patients, peer_group_id) SELECT '${code(letter)}', 'Canary ${letter} ${stamp}', 'practice', ${patients}, group_id
			FROM organisation_group WHERE name = '${group}';
			INSERT INTO list_size (organisation_id, counted_on, patients) SELECT organisation_id, '2020-01-01', ${patients} FROM organisation WHERE code = '${code(letter)}'`);
	for (const [letter, [, n]] of Object.entries(practices))
		for (let i = 0; i < n; i++) {
			const at = monthsAgo(lastQuarter() + i % 6);
			await incident(it, { organisation: code(letter), submitted_at: at, due_at: at, state: "submitted", ...(i % 3 === 0 && { about: code("H") }) });
		}
	manager = await signIn(it, await it.addUser("incident_manager"));
	member = await signIn(it, await it.addUser("practice_member", { organisation: code("A") }));
});
after(() => it.release());

/** What the table says, as rows of a file. */
async function plain(where) {
	const month = "DATE_FORMAT(i.submitted_at + INTERVAL (MONTH(i.submitted_at) BETWEEN 3 AND 9) HOUR, '%Y-%m-01')";
	const dimension = (name, value) => `SELECT '${name}', ${month} AS month, ${value} AS value, COUNT(*) FROM incident i
		JOIN organisation o ON o.organisation_id = i.organisation_id WHERE ${where} AND i.state <> 'draft' GROUP BY month, value`;
	const labels = { physical: ["Not given", "Fatal", "Severe", "Moderate", "Low", "None"] };
	const rows = await it.sql([dimension("Reports by month", "''"), dimension("Kind", "i.kind"), dimension("State now", "i.state"),
		dimension("Physical harm", "COALESCE(i.physical, 0)"), dimension("Time to close", "COALESCE(LEAST(52, DATEDIFF(i.closed_at, i.submitted_at) DIV 7), 'Not closed')")].join(" UNION ALL "));
	return rows.map(([name, at, value, n]) => [name, at, name === "Physical harm" ? labels.physical[Number(value)] : value, n].join("|")).sort();
}

let stateLabels;
async function shown(client, path) {
	const { status, text } = await client.get(path);
	assert.equal(status, 200);
	const labels = { Incident: "incident", "Poor outcome": "outcome", Risk: "risk", "Good care": "good_care" };
	const states = Object.fromEntries(incidentStates.map((state) => [stateLabels[state], state]));
	return csv(text).slice(1).filter(([name]) => ["Reports by month", "Kind", "State now", "Physical harm", "Time to close"].includes(name))
		.map(([name, month, value, , n]) => [name, month, name === "Kind" ? labels[value] : name === "State now" ? states[value] : value, n].join("|")).sort();
}

test("numbers are the table's, after many changes, with two who count at once", async () => {
	const { text } = await manager.get("/incidents");
	const select = /<select[^>]*name="state">([^]*?)<\/select>/.exec(text)[1];
	stateLabels = Object.fromEntries([...select.matchAll(/<option value="(\w+)"[^>]*>([^<]*)/g)].map(([, state, label]) => [state, label.replace("&#39;", "'")]));
	const ids = (await it.sql(`SELECT i.incident_id FROM incident i JOIN organisation o USING (organisation_id) WHERE o.code LIKE 'TR${stamp}_'`)).map(([id]) => id);
	assert.equal(ids.length, 36);
	for (let round = 0; round < 5; round++) {
		const changes = [];
		for (let i = 0; i < 10; i++) {
			const state = pick(incidentStates.slice(1)), over = ["closed", "duplicate", "not_incident"].includes(state), id = pick(ids);
			changes.push(`UPDATE incident SET state = '${state}', looked_at = submitted_at + INTERVAL ${1 + Math.floor(Math.random() * 300)} HOUR,
				closed_at = ${over ? `submitted_at + INTERVAL ${Math.floor(Math.random() * 200)} DAY` : "NULL"}, kind = '${pick(["incident", "risk", "outcome", "good_care"])}',
				physical = ${pick(["NULL", 1, 2, 3, 4, 5])} WHERE incident_id = ${id}; INSERT INTO incident_pending (incident_id) VALUES (${id})`);
		}
		await it.sql(changes.join(";"));
		const pages = await Promise.all([manager.get("/incidents/trends"), manager.get(`/incidents/trends?of=${code("D")}`), member.get("/reports/trends")]);
		assert.deepEqual(pages.map(({ status }) => status), [200, 200, 200]);
	}
	for (const letter of ["A", "D"])
		assert.deepEqual(await shown(manager, `/incidents/trends.csv?of=${code(letter)}`), await plain(`o.code = '${code(letter)}' AND i.submitted_at > UTC_TIMESTAMP() - INTERVAL 1 YEAR`));
	assert.deepEqual(await shown(member, "/reports/trends.csv"), await plain(`o.code = '${code("A")}'`));
	const about = csv((await manager.get(`/incidents/trends.csv?of=${code("H")}&chart=months`)).text).slice(1).reduce((sum, row) => sum + Number(row[4]), 0);
	assert.equal(about, 3 + 1 + 2 + 7);
});

test("made again they are the same; a wrong one is mended", async () => {
	assert.equal((await it.soundings(["tally"])).status, 0);
	const path = `/incidents/trends.csv?of=${code("D")}`, right = (await manager.get(path)).text;
	const rebuild = async () => (await it.soundings(["tally", "--rebuild"])).stdout;
	assert.doesNotMatch(await rebuild(), /incidents were wrong/);
	assert.equal((await manager.get(path)).text, right);
	await it.sql(`UPDATE incident_total SET n = n + 3 WHERE scope = 'practice' AND dimension = 'all' AND scope_id = (SELECT organisation_id FROM organisation WHERE code = '${code("D")}')`);
	assert.notEqual((await manager.get(path)).text, right);
	assert.match(await rebuild(), /incidents were wrong, and are mended/);
	assert.equal((await manager.get(path)).text, right);
});

test("a practice sees itself among others without names, and no small number", async () => {
	const { text } = await member.get("/reports/trends");
	const file = csv((await member.get("/reports/trends.csv?chart=peers")).text).slice(1);
	assert.deepEqual(file.map(([name, patients, n]) => [name, patients, n].join(" ")), [`Canary A ${stamp} 8000 7`, "Another 3000 *", "Another 5000 *", "Another 9000 20", "Another 12000 0"]);
	for (const page of [text, file.flat().join(" ")])
		for (const letter of ["B", "C", "D", "E"])
			assert.ok(!page.includes(`Canary ${letter}`) && !page.includes(code(letter)), letter);
	// A dot each but for the two that are hidden.
	const picture = /aria-labelledby="chart-practices-title[^]*?<\/svg>/.exec(text)[0];
	assert.equal(picture.match(/<circle/g).length, 3);
	assert.equal(picture.match(/app-dot--own/g).length, 1);
	// Another's is not to be had by asking for it, nor other months than those that are compared.
	const own = csv((await member.get("/reports/trends.csv")).text);
	assert.deepEqual(csv((await member.get(`/reports/trends.csv?of=${code("D")}`)).text), own);
	const later = (await member.get("/reports/trends.csv?chart=peers&from=2026-01&until=2026-01")).text;
	assert.deepEqual(csv(later).slice(1), file);
});

test("managers see every practice by its name, and the queue behind a number", async () => {
	const from = monthsAgo(lastQuarter() + 11).slice(0, 7), until = monthsAgo(lastQuarter()).slice(0, 7);
	const { text } = await manager.get(`/incidents/trends/practices?from=${from}&until=${until}`);
	assert.ok(text.includes(`Canary B ${stamp}`));
	const rows = csv((await manager.get(`/incidents/trends/practices.csv?from=${from}&until=${until}`)).text).filter(([, name]) => name.startsWith("Canary"));
	assert.deepEqual(rows.map(([, , , patients, n, rate]) => [patients, n, rate].join(" ")), ["8000 7 0.9", "3000 3 1.0", "5100 6 1.2", "9000 20 2.2", "12000 0 0.0"]);
	const page = await manager.get(`/incidents/trends?of=${code("D")}&from=${from}&until=${until}`);
	const [, link, n] = /<a href="(\/incidents\?[^"]*)">([\d,]+)</.exec(page.text);
	const list = await manager.get(link.replaceAll("&amp;", "&"));
	assert.equal((list.text.match(/class="app-ref"/g) ?? []).length, Number(n));
	// A practice of which nobody knows the patients is left out, and said so.
	await it.sql(`INSERT INTO organisation (code, name, kind) VALUES ('${code("Z")}', 'Canary Z ${stamp}', 'practice')`);
	const without = await manager.get("/incidents/trends/practices");
	assert.ok(!without.text.includes(`Canary Z ${stamp}`) && /Left out, since their number of patients is not known: \d/.test(without.text));
});

test("what makes no sense in the address counts as not said", async () => {
	for (const query of ["from=x&until=y", "from=2030-01&until=1999-13", "from=2026-11&until=2026-01", "of=nobody", "chart=%3Cscript%3E", "from=0000-00"])
		for (const path of ["/incidents/trends", "/incidents/trends.csv", "/incidents/trends/practices", "/incidents/trends/practices.csv"])
			assert.equal((await manager.get(`${path}?${query}`)).status, 200, `${path}?${query}`);
});
