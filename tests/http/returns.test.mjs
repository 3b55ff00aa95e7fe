// returns.test.mjs: monitoring returns: made by the clock, written by colleagues, sent once, corrected, asked back, accepted, excused; figures and
// their colours at the boundaries; late is visible; another organisation's is not there.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { contract, kpi, monitoringReturn, voluntary } from "../lib/contracts.mjs";
import { decode, forms, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, reviewer, auditor, first, second, stranger, successor;
const code = (name) => `${name}${randomBytes(3).toString("hex").toUpperCase()}`;
const own = code("RO"), other = code("RS"), before_ = code("RB");
const one = async (query) => (await it.sql(query))[0]?.[0];
const words = (html) => decode(html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ")).replace(/\s+/g, " ");
const main = ({ text }) => words(/<main[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? text);
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const field = (ref) => `kpi_${ref.replace("-", "").toLowerCase()}`;
const row = (ref, column) => one(`SELECT ${column} FROM monitoring_return WHERE ref = '${ref}'`);
const versions = async (ref) => Number(await one(`SELECT COUNT(*) FROM monitoring_version JOIN monitoring_return USING (return_id) WHERE ref = '${ref}'`));

before(async () => {
	it = await sharedInstance();
	for (const organisation of [own, other, before_])
		await voluntary(it, organisation);
	await it.sql(`UPDATE organisation o JOIN organisation s ON s.code = '${own}' SET o.successor_id = s.organisation_id, o.closed_on = '2026-01-01' WHERE o.code = '${before_}'`);
	const made = (roles, options) => it.addUser(roles, options);
	const people = [await made("provider_member", { organisation: own, name: "First Coordinator" }), await made("provider_member", { organisation: own, name: "Second Coordinator" }),
		await made("provider_member", { organisation: other }), await made("contract_reviewer", { name: "Rea Reviewer" }), await made("auditor")];
	[first, second, stranger, reviewer, auditor] = await Promise.all(people.map((person) => signIn(it, person)));
	[first.email, second.email, successor] = [people[0].email, people[1].email, people[0].email];
});
after(() => it.release());

// (Contracts that are only planned: the jobs make no returns of theirs.)
/** A contract with three KPIs and a return of a period that is over: { of, ref, seen, wait, cost }. */
async function due(columns = {}, organisation = own) {
	const of = await contract(it, { organisation, returns_from: "2026-01-01", status: "planned" });
	const [seen, wait, cost] = [await kpi(it, of, { name: "People seen in time", unit: "percent", target: 8500, position: 1 }),
		await kpi(it, of, { name: "Days people wait", unit: "days", target: 1400, better: "low", position: 2 }),
		await kpi(it, of, { name: "Cost of a visit", unit: "pounds", target: 2000, better: "low", amber: 0, position: 3 })];
	return { of, seen, wait, cost, ref: await monitoringReturn(it, of, { starts_on: "2026-07-01", ...columns }) };
}
const filled = ({ seen, wait, cost }, changes = {}) => ({ [field(seen)]: "87", [field(wait)]: "15", [field(cost)]: "25.50", narrative: "A good summer.\nMany came.",
	spend: "12,500", case_study: "Somebody went out again.", safeguarding: "no", ...changes });
const write = async (client, made, changes = {}, button = "check") => client.submit(await client.get(`/returns/${made.ref}/edit`), filled(made, changes), { button });
async function sent(client, made, changes) {
	const saved = await write(client, made, changes);
	assert.equal(saved.location, `/returns/${made.ref}/check`, main(saved));
	return client.submit(await client.get(saved.location));
}
const move = async (made, name, changes) => reviewer.submit(await reviewer.get(`/contracts/${made.of}/returns/${made.ref}/${name}`), changes);

test("written, saved half, gone on with by a colleague, checked, sent, read, accepted", async () => {
	const made = await due(), at = `/returns/${made.ref}`;
	assert.match(main(await first.get("/")), /monitoring returns? of your organisation to send/);
	assert.match((await first.get("/returns")).text, new RegExp(at));
	assert.match(main(await first.get(at)), /July to September 2026/);
	const form = await first.get(`${at}/edit`);
	assert.match(main(form), /Target: at least 85% .*Target: at most 14 days .*Target: at most £20/);
	const saved = await write(first, made, { narrative: "canary-half", [field(made.wait)]: "" }, "save");
	assert.equal(saved.location, at);
	assert.match(main(await second.get(at)), /First Coordinator saved it last/);
	assert.equal((await second.get(`${at}/check`)).location, `${at}/edit`, "it is not whole");
	for (const page of [`/contracts/${made.of}/returns/${made.ref}`, `/contracts/${made.of}/returns`, `/contracts/${made.of}`, "/contracts/returns"])
		assert.doesNotMatch((await reviewer.get(page)).text, /canary-half/, page);

	const short = await write(second, made, { narrative: "", [field(made.wait)]: "" });
	assert.equal(short.status, 422);
	assert.match(main(short), /Write what happened in this period/);
	assert.match(main(short), /Enter a figure for ‘Days people wait’, or say why there was nothing to measure/);
	assert.match(short.text, /value="25.50"/);
	const right = await second.submit(short, filled(made), { button: "check", path: `${at}/edit` });
	assert.equal(right.location, `${at}/check`, main(right));
	const check = await second.get(right.location);
	assert.match(main(check), /People seen in time This period 87% Target at least 85% Result Green/);
	assert.match(main(check), /Days people wait This period 15 days Target at most 14 days Result Amber/);
	assert.match(main(check), /Cost of a visit This period £25.50 Target at most £20 Result Red/);
	assert.match(check.text, new RegExp(`href="${at}/edit#${field(made.seen)}"`));
	const done = await second.submit(check);
	assert.equal(done.location, `${at}/sent`);
	assert.match(main(await second.get(done.location)), new RegExp(`Return sent .*${made.ref}`));
	assert.deepEqual((await it.sql(`SELECT state, version, rag, spend, draft FROM monitoring_return WHERE ref = '${made.ref}'`))[0], ["sent", "1", "red", "1250000", "NULL"]);
	assert.deepEqual(await it.sql(`SELECT w.value, w.rag FROM monitoring_value w JOIN monitoring_return m USING (return_id) JOIN contract_kpi k USING (kpi_id)
		WHERE m.ref = '${made.ref}' ORDER BY k.position`), [["8700", "green"], ["1500", "amber"], ["2550", "red"]]);
	assert.equal(await one(`SELECT red_kpis FROM contract WHERE ref = '${made.of}'`), "1");

	assert.match(main(await reviewer.get("/")), /monitoring returns? to look at/);
	const all = await reviewer.get("/contracts/returns?state=all");
	assert.match((await reviewer.get("/contracts/returns")).text, new RegExp(made.ref), "first what waits to be looked at");
	assert.match(all.text, new RegExp(made.ref));
	const page = await reviewer.get(`/contracts/${made.of}/returns/${made.ref}`);
	assert.match(main(page), /A good summer\. Many came\. .*£12,500 .*Somebody went out again/);
	assert.match((await reviewer.get(`/contracts/${made.of}`)).text, new RegExp(`/contracts/${made.of}/returns/${made.ref}`));
	const seen = await auditor.get(page.path);
	assert.equal(seen.status, 200);
	assert.doesNotMatch(seen.text, /\/accept|\/back"/);
	assert.equal((await move(made, "accept")).location, page.path);
	assert.equal(await row(made.ref, "state"), "accepted");
	assert.doesNotMatch((await reviewer.get("/contracts/returns")).text, new RegExp(made.ref));
	for (const state of ["all", "accepted"])
		assert.match((await reviewer.get(`/contracts/returns?state=${state}`)).text, new RegExp(made.ref), state);
	assert.match(main(await first.get(at)), /Accepted/);
	assert.deepEqual(await it.sql(`SELECT e.kind, JSON_VALUE(detail, '$.what'), JSON_VALUE(detail, '$.state.to') FROM contract_event e JOIN contract c USING (contract_id)
		WHERE c.ref = '${made.of}' ORDER BY event_id`), [["return", "sent", "NULL"], ["return", "NULL", "Accepted"]]);
	assert.match((await first.get("/returns.csv")).text, new RegExp(`${made.ref},.*2026-07-01,2026-09-30,2026-10-28,Accepted`));
});

test("a hundred sends at once: one version, and all of them are led to it", async () => {
	const made = await due();
	await write(first, made);
	const check = await first.get(`/returns/${made.ref}/check`);
	const answers = await Promise.all(Array.from({ length: 100 }, () => first.submit(check)));
	assert.deepEqual([...new Set(answers.map(({ status, location }) => `${status} ${location}`))], [`303 /returns/${made.ref}/sent`]);
	assert.equal(await versions(made.ref), 1);
	assert.equal(await row(made.ref, "version"), "1");
	assert.equal(await one(`SELECT COUNT(*) FROM contract_event e JOIN contract c USING (contract_id) WHERE c.ref = '${made.of}' AND e.kind = 'return'`), "1");
	// Control: the same answers with another token, of a page that is there once more, are another version.
	await write(first, made, { reason: "One more." });
	assert.equal((await first.submit(await first.get(`/returns/${made.ref}/check`))).status, 303);
	assert.equal(await versions(made.ref), 2);
});

test("two who send from two check pages: one version", async () => {
	const made = await due();
	await write(first, made);
	const pages = await Promise.all([first, second].map((client) => client.get(`/returns/${made.ref}/check`)));
	await Promise.all([first, second].map((client, i) => client.submit(pages[i])));
	assert.equal(await versions(made.ref), 1);
});

test("corrected with a reason: another version, the first stays; asked back; earlier versions are read", async () => {
	const made = await due(), at = `/returns/${made.ref}`, there = `/contracts/${made.of}/returns/${made.ref}`;
	await sent(first, made);
	const without = await write(second, made, { [field(made.seen)]: "80" });
	assert.equal(without.status, 422);
	assert.match(main(without), /Write what you correct, and why/);
	assert.match(without.text, /A good summer/, "it begins with what was sent");
	await sent(second, made, { [field(made.seen)]: "80", reason: "Two were counted twice." });
	assert.equal(await versions(made.ref), 2);
	assert.deepEqual((await it.sql(`SELECT v.number, JSON_VALUE(v.answers, '$.kpis[0].value'), v.reason FROM monitoring_version v JOIN monitoring_return USING (return_id) WHERE ref = '${made.ref}'`)),
		[["1", "8700", ""], ["2", "8000", "Two were counted twice."]]);
	assert.equal(await one(`SELECT w.value FROM monitoring_value w JOIN monitoring_return m USING (return_id) JOIN contract_kpi k USING (kpi_id) WHERE m.ref = '${made.ref}' AND k.ref = '${made.seen}'`), "8000");
	const read = main(await reviewer.get(there));
	assert.match(read, /People seen in time This period 80% .*Amber/);
	assert.match(read, /Two were counted twice\. People seen in time: before 87% People seen in time: now 80%/);
	for (const [client, path] of [[reviewer, there], [first, at]])
		assert.match(main(await client.get(`${path}?version=1`)), /This is version 1, which was corrected later\. .*People seen in time This period 87%/);

	const empty = await move(made, "back", { question: " " });
	assert.equal(empty.status, 422);
	assert.match(main(empty), /Write what you ask/);
	const before = Number(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'return' AND recipient = '${first.email}'`));
	assert.equal((await move(made, "back", { question: "How many came canary-question?" })).location, there);
	assert.equal(await row(made.ref, "state"), "back");
	assert.equal(Number(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'return' AND recipient = '${first.email}'`)), before + 1);
	assert.match(main(await first.get("/")), /monitoring returns? about which you were asked something/);
	assert.match(main(await first.get(at)), /asks How many came canary-question\?/);
	assert.match(main(await first.get(`${at}/edit`)), /How many came canary-question\? .*Your answer to the question/);
	await sent(first, made, { [field(made.seen)]: "80", reason: "Forty-one." });
	assert.equal(await row(made.ref, "state"), "sent");
	assert.match(main(await reviewer.get(there)), /They were asked How many came canary-question\? Why it was changed Forty-one\./);
	assert.equal(await versions(made.ref), 3);
});

test("a begun correction is discarded: what was sent stays; not when a colleague saved meanwhile, and nobody else's", async () => {
	const made = await due(), at = `/returns/${made.ref}`;
	assert.equal((await first.get(`${at}/discard`)).status, 303, "nothing was begun");
	await sent(first, made);
	await write(first, made, { narrative: "Begun by mistake", reason: "None" }, "save");
	assert.match((await first.get(at)).text, new RegExp(`href="${at}/discard"`));
	const page = await second.get(`${at}/discard`);
	assert.match(main(page), /First Coordinator saved it last.*What was sent stays as it is/);
	assert.equal((await stranger.get(`${at}/discard`)).status, 404);
	await write(first, made, { narrative: "Not by mistake", reason: "None" }, "save");
	const late = await second.submit(page);
	assert.equal(late.status, 422);
	assert.match(main(late), /It was changed meanwhile/);
	assert.match(await row(made.ref, "draft"), /Not by mistake/);
	assert.equal((await second.submit(late)).location, at);
	assert.equal(await row(made.ref, "draft IS NULL AND draft_by IS NULL"), "1");
	assert.deepEqual([await row(made.ref, "state"), await versions(made.ref)], ["sent", 1]);
	assert.match((await first.get(`${at}/edit`)).text, /A good summer/, "another correction begins with what was sent");
	assert.equal((await second.submit(late)).location, at, "a double tap");
});

test("accepting what was corrected meanwhile is not done: the page says that it changed", async () => {
	const made = await due();
	await sent(first, made);
	const page = await reviewer.get(`/contracts/${made.of}/returns/${made.ref}/accept`);
	await sent(first, made, { reason: "A slip.", spend: "1" });
	const late = await reviewer.submit(page);
	assert.equal(late.status, 422);
	assert.match(main(late), /changed while you were looking/);
	assert.equal(await row(made.ref, "state"), "sent");
	assert.equal((await move(made, "accept")).status, 303);
});

test("excused with a reason, wanted after all", async () => {
	const made = await due();
	assert.equal((await reviewer.get(`/contracts/${made.of}/returns/${made.ref}/accept`)).status, 303, "nothing to accept");
	assert.equal(await row(made.ref, "state"), "due");
	assert.equal((await move(made, "excuse", { question: "The service was closed in August." })).status, 303);
	assert.match(main(await first.get(`/returns/${made.ref}`)), /The service was closed in August\./);
	assert.equal((await first.get(`/returns/${made.ref}/edit`)).location, `/returns/${made.ref}`);
	assert.equal((await move(made, "want", { question: "It was not." })).status, 303);
	assert.equal(await row(made.ref, "state"), "due");
	assert.equal((await sent(first, made)).status, 303);
});

test("another organisation's return is not there, and the trail has it; who goes on for one sends its returns", async () => {
	const made = await due({}, other);
	for (const path of ["", "/edit", "/check", "/sent"]) {
		const refused = Number(await one("SELECT COUNT(*) FROM audit WHERE action = 'refused'"));
		const theirs = await first.get(`/returns/${made.ref}${path}`), nowhere = await first.get(`/returns/2222-2222${path}`);
		assert.equal(theirs.status, 404);
		assert.equal(main(theirs), main(nowhere));
		assert.equal(Number(await one("SELECT COUNT(*) FROM audit WHERE action = 'refused'")), refused + 1, path);
	}
	assert.equal((await stranger.get(`/returns/${made.ref}`)).status, 200, "control");
	assert.doesNotMatch((await first.get("/returns")).text + (await first.get("/returns.csv")).text, new RegExp(made.ref));
	const mine = await first.get(`/returns/${(await due()).ref}/edit`);
	for (const path of ["edit", "check"])
		assert.equal((await first.submit(mine, {}, { path: `/returns/${made.ref}/${path}`, button: "save" })).status, 404, path);
	assert.equal(await row(made.ref, "draft"), "NULL");
	assert.equal((await reviewer.get(`/contracts/${(await due()).of}/returns/${made.ref}`)).status, 404, "of another contract");
	const inherited = await due({}, before_);
	assert.equal((await sent(first, inherited)).status, 303);
});

test("late is visible, by the day it was due; in time is not", async () => {
	for (const [days, overdue, late] of [[-1, /1 day overdue/, /Sent 1 day late/], [-12, /12 days overdue/, /Sent 12 days late/], [0, null, null], [5, null, null]]) {
		const made = await due({ starts_on: "2026-01-01", due_on: day(days) });
		for (const [client, path] of [[first, `/returns/${made.ref}`], [reviewer, `/contracts/${made.of}/returns`]]) {
			const text = main(await client.get(path));
			if (overdue)
				assert.match(text, overdue);
			else
				assert.doesNotMatch(text, /overdue/, `${days}`);
		}
		await sent(second, made);
		for (const [client, path] of [[first, `/returns/${made.ref}`], [reviewer, `/contracts/${made.of}/returns/${made.ref}`], [reviewer, `/contracts/${made.of}/returns`]]) {
			const text = main(await client.get(path));
			if (late)
				assert.match(text, late);
			else
				assert.doesNotMatch(text, / late/, `${days}`);
		}
	}
});

test("colours by each target's own rule, at the boundaries; nothing to measure has none", async () => {
	const cases = [["85", "14", "Green", "Green"], ["84.99", "14.01", "Amber", "Amber"], ["76.5", "15.4", "Amber", "Amber"], ["76.49", "15.41", "Red", "Red"]];
	for (const [seen, wait, ...colours] of cases) {
		const made = await due();
		await sent(first, made, { [field(made.seen)]: seen, [field(made.wait)]: wait, [field(made.cost)]: "", [`${field(made.cost)}_why`]: "No visits" });
		const text = main(await reviewer.get(`/contracts/${made.of}/returns/${made.ref}`));
		assert.match(text, new RegExp(`People seen in time This period ${seen}% Target at least 85% Result ${colours[0]}`));
		assert.match(text, new RegExp(`Days people wait This period ${wait} days Target at most 14 days Result ${colours[1]}`));
		assert.match(text, /Cost of a visit This period Nothing to measure: No visits .*Not measured/);
		assert.equal(await row(made.ref, "rag"), colours[0].toLowerCase());
		const both = await write(first, made, { [`${field(made.seen)}_why`]: "None", reason: "x" });
		assert.match(main(both), /or why there was none: not both/);
	}
});

test("targets of then: a KPI that changes later leaves what was sent; what is asked every fourth time is asked then", async () => {
	const made = await due();
	const yearly = await kpi(it, made.of, { name: "Asked once a year", every: 4, position: 9 });
	assert.doesNotMatch((await first.get(`/returns/${made.ref}/edit`)).text, /Asked once a year/, "the third of the year");
	await sent(first, made);
	await it.sql(`UPDATE contract_kpi SET target = 9500 WHERE ref = '${made.seen}'`);
	assert.match(main(await reviewer.get(`/contracts/${made.of}/returns/${made.ref}`)), /87% Target at least 85% Result Green/);
	// Corrected, it is still judged by the target it was sent with.
	assert.match(main(await first.get(`/returns/${made.ref}/edit`)), /Target: at least 85%/);
	await sent(first, made, { [field(made.seen)]: "86", reason: "Two were counted twice" });
	const stored = () => it.sql(`SELECT w.value, w.target, w.rag FROM monitoring_value w JOIN contract_kpi k USING (kpi_id) JOIN monitoring_return m USING (return_id) WHERE k.ref = '${made.seen}' AND m.ref = '${made.ref}'`);
	assert.deepEqual(await stored(), [["8600", "8500", "green"]]);
	await sent(first, made, { [field(made.seen)]: "87", reason: "No, once" });
	// By the page too: no colour of what was sent changes, and the page says so.
	const change = await reviewer.get(`/contracts/${made.of}/kpis/${made.seen}/edit`);
	assert.match(main(change), /A new target counts for returns that are sent from then on/);
	const other = await reviewer.submit(change, { unit: "days", target: "99", why: "More is asked" });
	assert.equal(other.status, 422);
	assert.match(main(other), /figures in the unit of before/);
	assert.match(other.text, /More is asked/);
	assert.equal((await reviewer.submit(change, { target: "99", why: "More is asked" })).status, 303);
	await it.soundings(["jobs"]);
	assert.deepEqual(await stored(), [["8700", "8500", "green"]]);
	assert.match(main(await reviewer.get(`/contracts/${made.of}`)), /Target 99%.*What was sent keeps the target of its time/);
	await it.sql(`UPDATE contract_kpi SET target = 9500 WHERE ref = '${made.seen}'`);
	const fourth = await monitoringReturn(it, made.of, { starts_on: "2026-10-01" });
	const form = await first.get(`/returns/${fourth}/edit`);
	assert.match(form.text, /Asked once a year/);
	await sent(first, { ...made, ref: fourth }, { [field(yearly)]: "90", [field(made.seen)]: "93" });
	const page = await reviewer.get(`/contracts/${made.of}/returns`);
	assert.match(page.text, /<svg class="app-chart"[\s\S]*<title[^>]*>People seen in time/);
	assert.match(main(page), /Oct to Dec 2026 93% at least 95% Amber Jul to Sep 2026 87% at least 85% Green/);
	const csv = (await reviewer.get(`/contracts/${made.of}/returns.csv`)).text;
	assert.match(csv, /People seen in time,Per cent,2026-07-01,2026-09-30,87,85,More is better,10,Green\r\n/);
	assert.match(csv, /People seen in time,Per cent,2026-10-01,2026-12-31,93,95,More is better,10,Amber\r\n/);
});

test("two colleagues at once: nothing of either is lost", async () => {
	const made = await due(), at = `/returns/${made.ref}/edit`;
	await write(first, made, {}, "save");
	const [mine, theirs] = [await first.get(at), await second.get(at)];
	assert.equal((await first.submit(mine, { narrative: "Mine of the story" }, { button: "save" })).status, 303);
	const conflict = await second.submit(theirs, { narrative: "Theirs of the story", spend: "7" }, { button: "save" });
	assert.equal(conflict.status, 422);
	assert.match(main(conflict), /First Coordinator saved this return while you were writing/);
	assert.match(main(conflict), /Somebody else changed this to “Mine of the story”/);
	assert.match(conflict.text, /Theirs of the story/);
	assert.match(conflict.text, /name="spend"[^>]*value="7"/);
	assert.equal((await second.submit(conflict, { narrative: "Both" }, { button: "save", path: at })).status, 303);
	assert.deepEqual((await it.sql(`SELECT JSON_VALUE(draft, '$.narrative'), JSON_VALUE(draft, '$.spend') FROM monitoring_return WHERE ref = '${made.ref}'`))[0], ["Both", "7"]);
	// Different fields: the one that was left alone takes what the other wrote.
	const [a, b] = [await first.get(at), await second.get(at)];
	const answers = await Promise.all([first.submit(a, { spend: "8" }, { button: "save" }), second.submit(b, { case_study: "Another" }, { button: "save" })]);
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
});

test("hostile: unknown fields, texts too long, emoji, NUL, wrong units, numbers that are none", async () => {
	const made = await due(), at = `/returns/${made.ref}/edit`;
	const tries = [[{ [field(made.seen)]: "£87" }, /not counted in pounds/], [{ [field(made.wait)]: "15%" }, /not counted in per cent/], [{ [field(made.wait)]: "two weeks" }, /must be a number/],
		[{ [field(made.wait)]: "-1" }, /must be between/], [{ [field(made.seen)]: "1001" }, /must be between/], [{ [field(made.seen)]: "87.123" }, /must be a number/],
		[{ [field(made.seen)]: "9".repeat(30) }, /must be/], [{ spend: "-5" }, /must be between/], [{ spend: "1e9" }, /must be a number/], [{ narrative: "x".repeat(3001) }, /3,000 characters or fewer/],
		[{ [`${field(made.cost)}_why`]: "y".repeat(301), [field(made.cost)]: "" }, /300 characters or fewer/], [{ safeguarding: "maybe" }, /safeguarding/],
		[{ safeguarding: "yes" }, /Write what was done about the safeguarding concern/], [{ [field(made.seen)]: ["1", "2"] }, /Enter a figure/]];
	for (const [changes, message] of tries) {
		const answer = await write(first, made, changes);
		assert.equal(answer.status, 422, JSON.stringify(changes).slice(0, 80));
		assert.match(main(answer), message);
	}
	const form = await first.get(at), csrf = forms(form.text).find(({ method }) => method === "post").fields.find(([name]) => name === "csrf")[1];
	for (const body of [`csrf=${csrf}&narrative=a%00b`, `csrf=${csrf}&narrative=%ff`])
		assert.equal((await first.post(at, body)).status, 400, body);
	assert.equal(await versions(made.ref), 0);
	await sent(first, made, { [`${field(made.cost)}_why`]: "", narrative: "😀 <b>&amp;\u202e", unknown: "canary-unknown", state: "accepted", version: "9", return_id: "1", kpi_22222222: "1" });
	assert.deepEqual((await it.sql(`SELECT state, version FROM monitoring_return WHERE ref = '${made.ref}'`))[0], ["sent", "1"]);
	const stored = await one(`SELECT answers FROM monitoring_version JOIN monitoring_return USING (return_id) WHERE ref = '${made.ref}'`);
	assert.doesNotMatch(stored, /canary-unknown|kpi_2222/);
	assert.match((await reviewer.get(`/contracts/${made.of}/returns/${made.ref}`)).text, /😀 &lt;b&gt;&amp;amp;/);
});

test("a name in the case study is warned of, once, and why it stays is kept", async () => {
	const made = await due();
	const warned = await write(first, made, { case_study: "Mrs Margaret Canary, 943 476 5919, went out again." });
	assert.equal(warned.status, 422);
	assert.match(main(warned), /NHS number/i);
	const again = await first.submit(warned, {}, { button: "check", path: `/returns/${made.ref}/edit` });
	assert.equal(again.location, `/returns/${made.ref}/check`, main(again));
});

test("the job makes a return of every period that has begun, once, however often it runs", async () => {
	const months = (n) => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + n, 1)).toISOString().slice(0, 10);
	const live = await contract(it, { organisation: own, return_months: 3, returns_from: months(-7), starts_on: months(-7), first_ends_on: "2030-03-31" });
	const ended = await contract(it, { organisation: own, return_months: 3, returns_from: months(-7), status: "ended" });
	const planned = await contract(it, { organisation: own, return_months: 1, returns_from: months(1) });
	const none = await contract(it, { organisation: own, return_months: 0, returns_from: null });
	await Promise.all([1, 2, 3].map(() => it.soundings(["jobs"])));
	assert.equal((await it.soundings(["jobs"])).status, 0);
	const rows = (ref) => it.sql(`SELECT m.starts_on, m.ends_on, m.due_on, m.state FROM monitoring_return m JOIN contract c USING (contract_id) WHERE c.ref = '${ref}' ORDER BY 1`);
	assert.deepEqual((await rows(live)).map(([start]) => start), [months(-7), months(-4), months(-1)]);
	for (const [start, end, due_on] of await rows(live)) {
		const next = new Date(`${start}T00:00:00Z`);
		next.setUTCMonth(next.getUTCMonth() + 3);
		assert.equal(new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10), end);
		assert.equal(new Date(next.getTime() + 27 * 86_400_000).toISOString().slice(0, 10), due_on);
	}
	for (const ref of [ended, planned, none])
		assert.deepEqual(await rows(ref), []);
	// Another rhythm from now on: what is there stays, and nothing overlaps it.
	await it.sql(`UPDATE contract SET return_months = 1 WHERE ref = '${live}'`);
	await it.soundings(["jobs"]);
	assert.equal((await rows(live)).length, 3);
});

test("reminders: two weeks before and once it is overdue, each once, to each member, without content", async () => {
	const organisation = code("RR"), count = async (subject) => Number(await one(`SELECT COUNT(*) FROM mail WHERE recipient = '${member.email}' AND subject = '${subject}'`));
	await voluntary(it, organisation);
	const member = await it.addUser("provider_member", { organisation });
	const soon = await due({ due_on: day(14) }, organisation);
	const later = await due({ due_on: day(15) }, organisation);
	await Promise.all([1, 2, 3].map(() => it.soundings(["jobs"])));
	await it.soundings(["jobs"]);
	assert.equal(await count("A monitoring return is due soon"), 1);
	assert.notEqual(await row(soon.ref, "reminded_at"), "NULL");
	assert.equal(await row(later.ref, "reminded_at"), "NULL");
	for (const made of [soon, later])
		await it.sql(`UPDATE monitoring_return SET starts_on = '2026-01-01', ends_on = '2026-03-31', due_on = '${day(-1)}' WHERE ref = '${made.ref}'`);
	await Promise.all([1, 2, 3].map(() => it.soundings(["jobs"])));
	await it.soundings(["jobs"]);
	assert.ok([1, 2].includes(await count("A monitoring return is overdue")), "one message, or one for each when two jobs shared them");
	assert.equal(await one(`SELECT returns_missing FROM contract WHERE ref = '${soon.of}'`), "1");
	const client = await signIn(it, member);
	await sent(client, soon);
	assert.equal(await one(`SELECT returns_missing FROM contract WHERE ref = '${soon.of}'`), "0");
});
