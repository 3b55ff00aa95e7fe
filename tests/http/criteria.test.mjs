// criteria.test.mjs: templates of criteria: written, weighed, published for ever, changed by a next version.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { decode, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { criteria } from "../lib/reviews.mjs";

let it, client;
before(async () => {
	it = await sharedInstance();
	client = await signIn(it, await it.addUser("contract_reviewer"));
});
after(() => it.release());

const words = ({ text }) => decode(/<main[^]*<\/main>/.exec(text)[0].replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
const names = async (ref) => (await it.sql(`SELECT c.name FROM criterion c JOIN criteria_version w ON w.version_id = c.version_id JOIN criteria t ON t.criteria_id = w.criteria_id
	WHERE t.ref = '${ref}' AND w.number = (SELECT MAX(number) FROM criteria_version x WHERE x.criteria_id = t.criteria_id) ORDER BY c.position`)).flat();

test("a template is written, weighed, moved, published; then it stays, and a next version changes it", async () => {
	const began = await client.get("/criteria/new");
	const made = await client.submit(began, { name: `Journey ${process.pid}` });
	assert.equal(made.status, 303);
	const at = made.location, ref = at.split("/").at(-1);
	assert.equal((await client.submit(began, { name: `Journey ${process.pid}` })).location, at, "a double tap adds one");
	const other = await client.get("/criteria/new");
	assert.match(words(await client.submit(other, { name: `Journey ${process.pid}` })), /Another template has this name/);

	assert.equal((await client.get(`${at}/publish`)).status, 303, "an empty one is not published");
	for (const [name, weight] of [["Quality", 1], ["Reach", 1], ["Value", 1]]) {
		const form = await client.get(`${at}/add`);
		assert.equal((await client.submit(form, { name, weight, evidence: name === "Value" ? "spend" : "" })).status, 303);
		await client.submit(form, { name, weight });
	}
	assert.deepEqual(await names(ref), ["Quality", "Reach", "Value"], "each of them once");
	let page = await client.get(at);
	assert.match(words(page), /1\. Quality Weight 1 Of the whole 33\.3%/);
	const item = (name) => new RegExp(`/criteria/${ref}/(\\w+(?:-\\w+)?)/edit">Change<span class="nhsuk-u-visually-hidden"> ${name}<`).exec(page.text)[1];
	const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	await client.post(`${at}/${item("Value")}/move`, { csrf, to: "up" });
	await client.post(`${at}/${item("Value")}/move`, { csrf, to: "up" });
	await client.post(`${at}/${item("Value")}/move`, { csrf, to: "up" });
	await client.post(`${at}/${item("Quality")}/move`, { csrf, to: "down" });
	assert.deepEqual(await names(ref), ["Value", "Reach", "Quality"]);
	await client.submit(await client.get(`${at}/${item("Reach")}/remove`));
	assert.deepEqual(await names(ref), ["Value", "Quality"]);

	const preview = await client.get(`${at}/versions/1`);
	assert.match(words(preview), /1\. Value 50% of the whole Evidence beside it: Spend and value for money/);
	assert.match(words(preview), /4 All of it is met, with good evidence/);
	const publish = await client.get(`${at}/publish`), value = item("Value");
	const edit = await client.get(`${at}/${value}/edit`);
	assert.equal((await client.submit(edit, { weight: "3" })).status, 303);
	const stale = await client.submit(publish);
	assert.equal(stale.status, 422, "what they saw is not what it is by now");
	assert.match(words(stale), /Somebody else has just changed this draft/);
	const unchanged = await client.submit(await client.get(`${at}/edit`));
	assert.match(words(await client.get(unchanged.location)), /Important There was nothing to change\./, "what was not done is not called done");
	assert.equal((await client.submit(stale, {}, { path: `${at}/publish` })).status, 303);
	assert.match(words(await client.get(at)), /Done Version 1 was published/);
	for (const path of ["add", `${value}/edit`, `${value}/remove`, "publish"]) {
		assert.equal((await client.get(`${at}/${path}`)).status, 303, path);
		assert.match(words(await client.get(at)), /^(?!.* Done ).*Important /, path);
	}
	assert.equal((await client.submit(edit, { weight: "5" })).status, 303);
	assert.match(words(await client.get(`${at}/versions/1`)), /Value 75% of the whole/, "it stays");
	for (const sql of [`UPDATE criterion SET weight = 9 WHERE ref = '${value}'`, `DELETE FROM criterion WHERE ref = '${value}'`,
		`UPDATE criteria_version w JOIN criteria t ON t.criteria_id = w.criteria_id SET w.state = 'draft', w.published_at = NULL WHERE t.ref = '${ref}'`])
		await assert.rejects(it.sqlAs("staff", sql), /stays as it is/, sql);

	page = await client.get(at);
	assert.equal((await client.submit(page)).status, 303);
	page = await client.get(at);
	assert.match(words(page), /Version 2, a draft/);
	await client.submit(await client.get(`${at}/${item("Quality")}/edit`), { name: "Quality of life" });
	assert.deepEqual(await names(ref), ["Value", "Quality of life"]);
	assert.match(words(await client.get(`${at}/versions/1`)), /2\. Quality 25%/, "the first version is what it was");
});

test("two people change one criterion: nobody's text is lost", async () => {
	const { ref } = await criteria(it, { state: "draft" }), other = await signIn(it, await it.addUser("contract_reviewer"));
	const page = await client.get(`/criteria/${ref}`), at = /\/criteria\/[^/]+\/[^/]+\/edit(?=">Change<span class="nhsuk-u-visually-hidden"> Quality)/.exec(page.text)[0];
	const [mine, theirs] = [await client.get(at), await other.get(at)];
	assert.equal((await other.submit(theirs, { help: "Theirs" })).status, 303);
	const again = await client.submit(mine, { help: "Mine" });
	assert.equal(again.status, 422);
	assert.match(words(again), /Somebody else changed this while you were typing/);
	assert.match(again.text, />\s*Mine<\/textarea>/);
	assert.match(words(again), /Theirs/);
	assert.equal((await client.submit(again, {}, { path: at })).status, 303);
	assert.deepEqual(await it.sql(`SELECT c.help FROM criterion c JOIN criteria_version w ON w.version_id = c.version_id JOIN criteria t ON t.criteria_id = w.criteria_id
		WHERE t.ref = '${ref}' AND c.name = 'Quality'`), [["Mine"]]);
});

test("two people change a template's name and days: what differs is said, and nothing is lost", async () => {
	const { ref, name } = await criteria(it), at = `/criteria/${ref}/edit`, [mine, theirs] = [await client.get(at), await client.get(at)];
	assert.equal((await client.submit(theirs, { answer_days: "21" })).status, 303);
	const again = await client.submit(mine, { answer_days: "7", name: `${name} B` });
	assert.equal(again.status, 422);
	assert.match(words(again), /Somebody else changed this while you were typing/);
	assert.equal((await client.submit(again, {}, { path: at })).status, 303);
	assert.deepEqual(await it.sql(`SELECT name, answer_days FROM criteria WHERE ref = '${ref}'`), [[`${name} B`, "7"]]);
});

test("a template ends, and is used again; the list and its file", async () => {
	const { ref, name } = await criteria(it), at = `/criteria/${ref}`;
	const end = await client.get(`${at}/end`);
	assert.equal((await client.submit(end)).status, 303);
	assert.match(words(await client.get(at)), /Ended/);
	await client.submit(end);
	assert.match(words(await client.get(at)), /Ended/, "an old form does nothing");
	assert.doesNotMatch((await client.get("/criteria")).text, new RegExp(name));
	assert.match((await client.get("/criteria?state=ended")).text, new RegExp(name));
	assert.match((await client.get("/criteria.csv?state=ended")).text, new RegExp(`${ref},${name},A contract or grant,1,Ended,14,2,0`));
	await client.submit(await client.get(`${at}/end`));
	assert.match((await client.get("/criteria.csv")).text, new RegExp(`${ref},${name},A contract or grant,1,In use,14,2,0`));
});
