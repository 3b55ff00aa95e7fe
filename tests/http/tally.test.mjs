// tally.test.mjs: surveys and responses from files, the fold, and totals that can be made again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, startInstance } from "../lib/instance.mjs";

let it;
before(async () => {
	// Its own: the control below damages totals, which another test's rebuild would mend.
	it = await startInstance({ demo: false });
});
after(() => it.stop());

const demo = (name) => JSON.parse(readFileSync(join(root, "sql/demo", name), "utf8"));
const file = (name, value) => {
	const path = join(it.var, name);
	writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value, null, "\t"));
	return path;
};
const importSurvey = (slug, change = {}) =>
	it.soundings(["import", "survey", file(`${slug}.json`, { ...demo("joint-commissioning.json"), slug, ...change })]);
const importResponses = (slug, responses) =>
	it.soundings(["import", "responses", slug, file(`${slug}.responses.json`, responses)]);
const count = async (table, where = "1") => Number((await it.sql(`SELECT COUNT(*) FROM ${table} WHERE ${where}`))[0][0]);
const id = async (slug) => (await it.sql(`SELECT survey_id FROM survey WHERE slug = '${slug}'`))[0][0];
const rebuild = async () => (await it.soundings(["tally", "--rebuild"])).stdout.trim().split("\n");

test("the same file again publishes nothing, a changed one the next version, new dates none", async () => {
	assert.match((await importSurvey("versions")).stdout, /version 1$/m);
	assert.match((await importSurvey("versions")).stdout, /version 1, the same questions/);
	assert.match((await importSurvey("versions", { closes: "2031-01-01" })).stdout, /version 1, the same questions/);
	assert.deepEqual(await it.sql("SELECT closes_at FROM survey WHERE slug = 'versions'"), [["2031-01-01 00:00:00"]]);
	assert.match((await importSurvey("versions", { title: "Another" })).stdout, /version 2$/m);
	assert.equal(await count("survey_version", `survey_id = ${await id("versions")}`), 2);
});

test("a broken survey is refused with its line, and nothing is stored", async () => {
	const text = JSON.stringify({ ...demo("joint-commissioning.json"), slug: "broken" }, null, "\t").split("\n");
	const line = text.findIndex((words) => words.includes("\"option\": \"against\"")) + 1;
	text[line - 1] = text[line - 1].replace("against", "agianst");
	const path = file("broken.json", text.join("\n"));
	const [surveys, asked] = [await count("survey"), await count("organisation")];
	const result = await it.soundings(["import", "survey", path]);
	assert.equal(result.status, 1);
	assert.ok(result.stderr.startsWith(`${path}:${line}: `), result.stderr);
	assert.deepEqual([await count("survey"), await count("organisation")], [surveys, asked]);
});

test("responses are stored all or none, at their week", async () => {
	await importSurvey("weeks");
	const { responses } = demo("joint-commissioning.responses.json");
	const broken = { responses: [...responses, { received_on: "2026-11-22", answers: { stance: "perhaps" } }] };
	const refused = await importResponses("weeks", broken);
	assert.equal(refused.status, 1);
	assert.match(refused.stderr, /weeks\.responses\.json:\d+: "stance": /);
	const where = `survey_id = ${await id("weeks")}`;
	assert.equal(await count("response", where), 0);
	broken.responses.at(-1).answers.stance = "against";
	assert.equal((await importResponses("weeks", broken)).status, 0);
	assert.equal(await count("response", where), 13);
	assert.equal(await count("response_pending", where), 13);
	assert.equal(await count("response", `${where} AND received_on = '2026-11-16'`), 1);
});

test("the fold gives the consultation's figures, and making again finds nothing", async () => {
	await importSurvey("figures");
	await importResponses("figures", demo("joint-commissioning.responses.json"));
	assert.equal((await it.soundings(["tally"])).status, 0);
	const where = `survey_id = ${await id("figures")}`;
	const totals = await it.sql(`SELECT choice, SUM(n) FROM survey_total WHERE ${where} AND question = 'stance'
		GROUP BY choice ORDER BY choice`);
	assert.deepEqual(totals, [["against", "2"], ["do_not_know", "3"], ["in_favour", "7"]]);
	assert.equal(await count("survey_total", `${where} AND question = 'change_mind' AND choice = ''`), 0,
		"those whom it was not put to are not counted");
	assert.equal(await count("response_pending", where), 0);
	assert.deepEqual(await rebuild(), ["0 differences"]);
});

test("control: wrong totals and lost texts are found, and mended", async () => {
	await importSurvey("damage");
	await importResponses("damage", demo("joint-commissioning.responses.json"));
	await it.soundings(["tally"]);
	const where = `survey_id = ${await id("damage")}`;
	const texts = await count("response_text", where);
	await it.sql(`UPDATE survey_total SET n = n + 1 WHERE ${where} AND question = 'stance' AND choice = 'against'`);
	await it.sql(`DELETE FROM survey_total WHERE ${where} AND question = 'involved' AND choice = 'meetings'`);
	await it.sql(`INSERT INTO survey_total VALUES (${await id("damage")}, 'stance', 'maybe', '2014-12-01', 3)`);
	await it.sql(`DELETE FROM response_text WHERE ${where} LIMIT 1`);
	const found = await rebuild();
	assert.equal(found.at(-1), "4 differences", found.join("\n"));
	assert.ok(found.some((line) => line.includes("\"stance\" \"maybe\"")));
	assert.deepEqual(await rebuild(), ["0 differences"]);
	assert.equal(await count("response_text", where), texts);
});

test("folds side by side count every response once", async () => {
	await importSurvey("together");
	const { responses } = demo("joint-commissioning.responses.json");
	await importResponses("together", { responses: responses.map((one) => ({ ...one, times: 500 })) });
	const folds = await Promise.all([1, 2, 3].map(() => it.soundings(["tally"])));
	assert.deepEqual(folds.map((fold) => fold.status), [0, 0, 0], folds.map((fold) => fold.stderr).join());
	// What one fold held while another looked was passed over.
	await it.soundings(["tally"]);
	const where = `survey_id = ${await id("together")}`;
	assert.deepEqual(await it.sql(`SELECT SUM(n) FROM survey_total WHERE ${where} AND question = ''`), [["6000"]]);
	assert.equal(await count("response_pending", where), 0);
	assert.deepEqual(await rebuild(), ["0 differences"]);
});

test("what the first answer fixes stays", async () => {
	await importSurvey("fixed");
	await importResponses("fixed", demo("joint-commissioning.responses.json"));
	const refused = await importSurvey("fixed", { organisation: { code: "ZZOTHER", name: "Other", kind: "other" } });
	assert.equal(refused.status, 1);
	assert.match(refused.stderr, /has answers/);
	await assert.rejects(it.sqlAs("owner", "UPDATE survey SET anonymity = 'confidential' WHERE slug = 'fixed'"));
	await assert.rejects(it.sqlAs("owner", "UPDATE survey_version SET definition = '{}'"), /frozen/);
	await it.sqlAs("owner", "UPDATE survey SET anonymity = 'unlinkable' WHERE slug = 'versions'");
	const invite = (person) => it.sqlAs("owner", `INSERT INTO invitation (survey_id, token_hash, anonymity, person_id)
		SELECT survey_id, RANDOM_BYTES(32), 'unlinkable', ${person} FROM survey WHERE slug = 'versions'`);
	await assert.rejects(invite(1), /invitation_unlinkable/);
	await invite("NULL");
});

test("the public user reads no answers, staff write none", async () => {
	for (const query of ["SELECT answers FROM response", "SELECT * FROM response", "SELECT response_id FROM response",
		"SELECT * FROM response_pending", "SELECT * FROM survey_total", "SELECT * FROM response_text",
		"SELECT * FROM invitation", "SELECT * FROM response_link", "SELECT * FROM person", "UPDATE response SET version = 2",
		"DELETE FROM response", "UPDATE survey SET title = ''", "INSERT INTO response_pending VALUES (1, '')"])
		await assert.rejects(it.sqlAs("public", query), /denied/, query);
	await it.sqlAs("public", "SELECT submission, digest FROM response_sent");
	for (const query of ["INSERT INTO response SELECT * FROM response", "UPDATE response SET version = 2",
		"DELETE FROM response", "SELECT * FROM invitation", "SELECT * FROM response_link"])
		await assert.rejects(it.sqlAs("staff", query), /denied/, query);
});
