// reports.mjs: signed-in members of a practice who report while everything around them is killed, and the count of what became of their reports.
import { Agent } from "node:http";
import { forms, signIn } from "../lib/http.mjs";
import { ask, newLoad, patiently, run } from "./load.mjs";

const practice = "TORTURE1", date = { "happened_on-day": "3", "happened_on-month": "11", "happened_on-year": "2025" };

/** What report number i says, like no other: as its form asks it, page by page, and as it is to be stored. */
export function reportOf(i) {
	const kind = i % 3 ? "incident" : "outcome", text = `${run} report ${i} says “£5 & <3” 😀 ${"again ".repeat(i % 50)}${i}.`;
	const outcome = kind === "outcome" ? { outcome_type: "1" } : {}, person = { physical: String(4 + (i % 2)), psychological: "4" };
	return {
		pages: [{ what_happened: text, kind }, { ...date, ...outcome, where: "own" }, person],
		stored: { answers: { what_happened: text, kind, happened_on: "2025-11-03", ...outcome, where: "own" }, people: [person], identity_reasons: [] },
	};
}

/** Members of a practice, signed in while all is well: their cookies. */
export async function members(it, count) {
	await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${practice}', 'Torture Practice', 'practice')`);
	return Promise.all(Array.from({ length: count }, async () => {
		const client = await signIn(it, await it.addUser("practice_member", { organisation: practice }));
		return [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	}));
}

/** A page's form with these answers: [[name, value]…]. */
function filled({ text }, answers) {
	const form = forms(/<main[^>]*>[\s\S]*<\/main>/.exec(text)[0]).find(({ method }) => method === "post");
	return [...form.fields.filter(([name]) => !(name in answers)), ...Object.entries(answers)];
}
const is = (path) => ({ status, location }) => status === 303 && path.test(location);
const isPage = ({ status }) => status === 200;
const steps = [/^\/reports\/[\w-]+\/draft\/when$/, /^\/reports\/[\w-]+\/draft\/harm$/, /^\/reports\/[\w-]+\/check$/];

/** Tries again until a page comes; that somebody is served again, after a kill, any page tells. */
async function served(load, what, enough) {
	const answer = await patiently(load, what, enough);
	if (answer)
		load.confirm(answer.begun);
	return answer;
}

/** The check page of report i, ready to be sent: { path, fields }; undefined when they gave up. One in four taps twice on the first page. */
async function write(load, go, i) {
	let path = "/reports/new";
	for (const [n, answers] of reportOf(i).pages.entries()) {
		const page = await served(load, () => go(path), isPage);
		if (!page)
			return undefined;
		const fields = filled(page, answers), double = n === 0 && i % 4 === 0 ? go(path, fields).catch(() => undefined) : undefined;
		const answer = await served(load, () => go(path, fields), is(steps[n]));
		await double;
		if (!answer)
			return undefined;
		path = answer.location;
	}
	const check = await served(load, () => go(path), isPage);
	return check && { path, fields: filled(check, {}) };
}

/** One report. One in five sends twice at once; one in seven sends again after the confirmation. */
async function reports(load, go, i) {
	const check = await write(load, go, i);
	if (!check)
		return;
	const send = () => go(check.path, check.fields);
	load.sent.add(i);
	const double = i % 5 === 0 ? send().catch(() => undefined) : undefined;
	const answer = await served(load, send, is(/^\/reports\/[\w-]+\/sent$/));
	await double;
	if (!answer || !await served(load, () => go(answer.location), ({ status, text }) => status === 200 && /Report sent/.test(text)))
		return;
	load.acknowledged.add(i);
	if (i % 7 === 0)
		await send().catch(() => undefined);
}

let batch = 0; // no number twice
/** Starts one person for each cookie; call the result's stop() for the last to finish. What is not there (any more) they do not try again. */
export function startReports(it, cookies, { patience = 60_000 } = {}) {
	const load = newLoad({ patience, hopeless: 404 });
	load.next = batch++ * 1_000_000;
	let going = true;
	const work = cookies.map(async (cookie) => {
		const agent = new Agent({ keepAlive: true, maxSockets: 2 });
		while (going)
			await reports(load, (path, fields) => ask(it, agent, path, fields, { port: it.staffPort, cookie }), load.next++);
		agent.destroy();
	});
	load.stop = async () => {
		going = false;
		await Promise.all(work);
		return load;
	};
	return load;
}

/** All there are, drafts too: [{ i, report, moves, told }]: how often its history and the trail have that it was sent; a draft's report is null. */
export async function storedReports(it) {
	const rows = await it.sql(`SELECT i.title, HEX(COALESCE(i.report, 'null')), (SELECT COUNT(*) FROM incident_event e WHERE e.incident_id = i.incident_id AND e.kind = 'moved'),
			(SELECT COUNT(*) FROM audit a WHERE a.ref = i.ref AND a.subject = 'incident' AND a.action = 'change')
		FROM incident i JOIN organisation o USING (organisation_id) WHERE o.code = '${practice}'`);
	return rows.map(([title, report, moves, told]) => (
		{ i: Number(/ report (\d+) says /.exec(title)?.[1]), report: JSON.parse(Buffer.from(report, "hex")), moves: Number(moves), told: Number(told) }));
}

/** Compares what was acknowledged with what is stored, like load.mjs's compare: { lost, doubled, broken, unasked }. */
export function compareReports(load, rows) {
	const seen = new Map(), broken = [];
	const same = (one, other) => JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
	for (const { i, report, moves, told } of rows) {
		const { stored } = reportOf(i);
		// What was never sent is a draft for ever; of what was sent there is none besides.
		if (report || load.acknowledged.has(i))
			seen.set(i, (seen.get(i) ?? 0) + 1);
		if (!report)
			continue;
		if (moves !== 1 || told !== 1 || !same(report.answers, stored.answers) || JSON.stringify(report.people) !== JSON.stringify(stored.people))
			broken.push(i);
	}
	return {
		lost: [...load.acknowledged].filter((i) => !rows.some((row) => row.i === i && row.report)),
		doubled: [...seen].filter(([, count]) => count > 1).map(([i]) => i),
		broken,
		unasked: [...seen.keys()].filter((i) => !load.sent.has(i)),
	};
}
