// conflicted.test.mjs: issue 5: who declares a conflict of interest is refused on every path, at the very next request. The paths are those of the
// program's own table, so that a new one is walked without anybody thinking of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { contract } from "../lib/contracts.mjs";
import { sentPlan } from "../lib/decisions.mjs";
import { Client, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { criteria, declare, review } from "../lib/reviews.mjs";

let it, routes;
before(async () => {
	it = await sharedInstance();
	routes = (await it.soundings(["--routes"])).stdout.trim().split("\n").map((line) => line.split("\t")).filter(([, , pools]) => pools.includes("staff"))
		.map(([method, path, , who]) => ({ method, path, who, parts: path.match(/:\w+/g) ?? [] }));
});
after(() => it.release());

/** Every file of a workbook, or the text as it is. */
function unpacked(bytes) {
	if (bytes.toString("latin1", 0, 2) !== "PK")
		return bytes.toString();
	const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1"), texts = [];
	for (let i = 0, at = bytes.readUInt32LE(end + 16); i < bytes.readUInt16LE(end + 10); i++) {
		const begin = bytes.readUInt32LE(at + 42), from = begin + 30 + bytes.readUInt16LE(begin + 26) + bytes.readUInt16LE(begin + 28);
		const body = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
		texts.push((bytes.readUInt16LE(at + 10) ? inflateRawSync(body) : body).toString());
		at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return texts.join("\n");
}

async function look(client, path) {
	const answer = await fetch(new URL(path, client.base), { redirect: "manual",
		headers: { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ") } });
	return { status: answer.status, text: unpacked(Buffer.from(await answer.arrayBuffer())) };
}

const person = async (roles, name) => {
	const account = await it.addUser(roles, { name }), client = await signIn(it, account);
	return { ...account, client, ref: (await it.sql(`SELECT ref FROM person WHERE email = '${account.email}'`))[0][0],
		csrf: /name="csrf" value="([^"]+)"/.exec((await client.get("/")).text)[1] };
};
const main = ({ text }) => /<main[^]*<\/main>/.exec(text)[0].replace(/name="csrf" value="[^"]+"/g, "");
const filled = (path, values) => path.replace(/:\w+/g, (part) => values[part.slice(1)]);

/** A review in which everything says one word, of a contract that says it nowhere or of a plan that does; and those who have to do with it. */
async function world(roles, judged = "contract") {
	const word = `Zygowort${Math.random().toString(36).slice(2, 8)}`, who = await person(roles, "Walker"), of_plan = judged === "submission";
	const other = await person("contract_reviewer", "Helper"), third = await person("contract_reviewer", "Third");
	const of = await contract(it, { organisation: "WALKED", lead: who.email, return_months: 0, first_ends_on: "2032-03-31" }), by = await criteria(it, { judges: judged });
	const home = main(await who.client.get("/"));
	// The plan is what the review is about: who has a conflict sees nothing of it either.
	const plan = of_plan && await sentPlan(it, { organisation: "WALKED", by: other.email, title: `${word} plan`, answers: JSON.stringify({ what: `${word} answer` }) });
	const call = of_plan && (await it.sql(`SELECT k.ref, k.call_id FROM submission_call k JOIN submission s USING (call_id) WHERE s.ref = '${plan}'`))[0];
	const ref = await review(it, { contract: of, criteria: by, title: `${word} title`, value_for_money: `${word} value`, equality: `${word} equality`, findings: `${word} findings`,
		reviewers: [who.email, other.email], none: [who.email, other.email], conflict: [third.email],
		...(of_plan && { contract_id: null, submission_id: { sql: `(SELECT submission_id FROM submission WHERE ref = '${plan}')` } }) });
	const review_id = `(SELECT review_id FROM review WHERE ref = '${ref}')`;
	await it.sql(`INSERT INTO review_event SET review_id = ${review_id}, at = UTC_TIMESTAMP(), kind = 'opened', text = '${word} event'`);
	if (!of_plan)
		await it.sql(`INSERT INTO contract_event SET contract_id = (SELECT contract_id FROM contract WHERE ref = '${of}'), review_id = ${review_id}, at = UTC_TIMESTAMP(),
			kind = 'review', text = '${word} opened'`);
	// A colleague has looked at all of it: the trail has rows of what is judged too.
	await other.client.get(`/reviews/${ref}`);
	if (of_plan)
		await other.client.get(`/calls/${call[0]}/submissions/${plan}`);
	const feed = await who.client.post("/contracts/calendar/feed", { csrf: who.csrf, whose: "all" });
	const calendar = /\/calendar\/[\w-]{43}\.ics/.exec(feed.text)?.[0];
	/* What the :parts of paths are. Of those below /reviews every one must be here. */
	const values = { reviews: [{ ref, person: third.ref }, { ref, person: other.ref }], contracts: [{ ref: of }], organisations: [{ code: "WALKED" }], criteria: [{ ref: by.ref, number: "1" }],
		people: [{ person: third.ref }], ...(of_plan && { calls: [{ ref: call[0], submission: plan }] }) };
	return { word, ref, who, other, third, home, values, calendar, plan, says: new RegExp(`${word}|${ref}${of_plan ? `|${plan}` : ""}`, "i") };
}

/** Paths that are a review's own; and all others that can be filled in. */
function paths(w, method) {
	const own = [], others = [];
	for (const { method: verb, path, parts } of routes.filter((route) => route.method === method)) {
		const top = path.split("/")[1];
		for (const values of w.values[top] ?? [{}]) {
			const known = parts.every((part) => part.slice(1) in values);
			assert.ok(known || top !== "reviews", `${verb} ${path}: say in values.reviews what its parts are`);
			if (known)
				(top === "reviews" && parts.length > 0 ? own : others).push({ route: path, path: filled(path, values) });
		}
	}
	return { own, others };
}

/** Where this person finds anything of the review: { own: [[path, status]], others: [paths] }. */
async function found(w) {
	const { own, others } = paths(w, "GET"), out = { own: [], others: [] };
	for (const { route, path } of own)
		out.own.push([route, (await look(w.who.client, path)).status]);
	for (const { path } of others) {
		const first = await look(w.who.client, path);
		const searches = /<input[^>]* name="q"/.test(first.text) ? [`${path}?q=${w.word}`, `${path}?q=${w.ref}`, `${path}?state=all`] : [];
		// What was typed stands in the search box again, and in links to the same search.
		const shown = ({ text }) => w.says.test(text.replaceAll(/<input[^>]* name="q"[^>]*>|href="[^"]*[?&;]q=[^"]*"/g, ""));
		if (shown(first) || (await Promise.all(searches.map((one) => look(w.who.client, one)))).some(shown))
			out.others.push(path);
	}
	if (w.calendar && w.says.test((await look(new Client(it.staffUrl), w.calendar)).text))
		out.others.push("the calendar's feed");
	return out;
}

for (const [roles, judged] of [["contract_reviewer", "contract"], ["contract_reviewer,auditor", "contract"],
	["contract_reviewer,author,incident_manager,auditor,administrator", "contract"], ["contract_reviewer", "submission"],
	["contract_reviewer,author,incident_manager,auditor,administrator", "submission"]])
	test(`a declared conflict takes the review away on every path at the next request, and lifting it gives it back: of a ${judged}, ${roles}`, async () => {
		const w = await world(roles, judged), { who, other } = w;
		const seen = await found(w);
		// Control: before, every path of the review is there (there, or not yet its time), and lists show it.
		for (const { route } of paths(w, "GET").own)
			assert.ok(seen.own.some(([path, status]) => path === route && ![403, 404, 500, 503].includes(status)), `control: ${route} is there: ${JSON.stringify(seen.own)}`);
		assert.ok(seen.own.length >= 3 && paths(w, "POST").own.length >= 2, "control: they are walked");
		if (routes.some(({ path }) => path === "/reviews"))
			assert.ok(seen.others.includes("/reviews") && seen.others.includes("/reviews.csv"), `control: lists show it: ${seen.others}`);
		if (w.plan)
			for (const path of paths(w, "GET").others.map((one) => one.path).filter((path) => /^\/calls\/\w+\/submissions/.test(path)))
				assert.ok(seen.others.includes(path), `control: ${path} shows it: ${seen.others}`);

		const form = await who.client.get(`/reviews/${w.ref}/declare`);
		assert.equal((await who.client.submit(form, { kind: "indirect", description: "My neighbour is their treasurer" })).location, "/interests/declared");
		const { own } = paths(w, "GET");
		for (const { path } of own) {
			const answer = await look(who.client, path);
			assert.equal(answer.status, 404, path);
			assert.ok(!w.says.test(answer.text), `${path} says nothing of it`);
		}
		for (const { path } of paths(w, "POST").own) {
			const answer = await who.client.post(path, { csrf: who.csrf, kind: "personal", description: "x", conflict: "none", why: "x", reason: "x", go: "on", row_version: "1" });
			assert.equal(answer.status, 404, `POST ${path} with a right token`);
			assert.ok(!w.says.test(answer.text), `POST ${path} says nothing of it`);
		}
		assert.deepEqual((await found(w)).others, [], "no list, file, search, history, calendar or page of another record shows any of it");
		if (roles === "contract_reviewer")
			assert.equal(main(await who.client.get("/")), w.home, "My work is what it was before the review");
		assert.equal((await it.sql(`SELECT COUNT(*) > 3 FROM audit WHERE action = 'refused' AND who = '${who.email}'`))[0][0], "1", "the trail has the attempts");

		const at = `/reviews/${w.ref}/interests/${who.ref}/lift`;
		assert.equal((await other.client.submit(await other.client.get(at), { why: "It was another organisation" })).status, 303);
		const again = await found(w);
		assert.deepEqual(again.own.map(([path]) => path), seen.own.map(([path]) => path));
		assert.deepEqual(again.own.filter(([, status]) => status === 404), seen.own.filter(([, status]) => status === 404), "control: without the conflict it is there again");
		assert.deepEqual(again.others, seen.others, "control: and lists show it again");
	});

test("somebody else's conflict takes nothing from others", async () => {
	const w = await world("contract_reviewer");
	await declare(it, w.ref, w.other.email, "financial");
	assert.ok((await found(w)).own.some(([path, status]) => path === "/reviews/:ref/interests" && status === 200));
	assert.equal((await look(w.other.client, `/reviews/${w.ref}/interests`)).status, 404);
});
