// incidents.mjs: the demonstration's incident reports, 1,040 over the year that ends today, made of incident-scenarios.json; half about the
// practice itself, half about ten providers, in every state. Always the same but for the dates.
//	node sql/demo/incidents.mjs > FILE; soundings import incidents FILE
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const scenarios = JSON.parse(readFileSync(join(here, "incident-scenarios.json"), "utf8"));
const practices = readFileSync(join(here, "organisations.csv"), "utf8").split("\n").filter((line) => line.startsWith("ZZ-P"))
	.map((line) => ({ code: line.slice(0, 6), patients: Number(line.split(",").at(-2)) }));
const DAY = 86400000, now = process.argv[2] ? Date.parse(process.argv[2]) : Date.now();

let seed = 20170401; // mulberry32
function random() {
	seed = (seed + 0x6d2b79f5) | 0;
	let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
	t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
	return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
/** The index of one of these weights. */
function weighted(weights) {
	let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
	return weights.findIndex((weight) => (left -= weight) < 0);
}
/** "{one|another} thing" → "one thing". */
const spin = (text) => text.replace(/\{([^{}]*)\}/g, (_, words) => pick(words.split("|"))).replace(/\s+([.,;])/g, "$1").replace(/ {2,}/g, " ").trim();
const day = (time) => new Date(time).toISOString().slice(0, 10);
const moment = (time) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** A working day's hour; what would be to come is now. */
function workingTime(time) {
	const date = new Date(time);
	while (date.getUTCDay() % 6 === 0)
		date.setTime(date.getTime() + DAY);
	date.setUTCHours(8 + below(10), below(60), below(60));
	return Math.min(date.getTime(), now - 60000);
}

// Larger practices report more, some report more than others: the funnel has something to show.
const keen = practices.map(({ patients }, i) => patients * (i % 11 === 3 ? 2.3 : i % 13 === 5 ? 0.25 : 0.75 + random() * 0.5));

const ages = [["7", 2], ["8", 8], ["9", 20], ["10", 24], ["11", 32], ["12", 12], ["6", 3], ["5", 2], ["4", 4]];
const process5 = { 5: "none", 4: "low", 3: "moderate", 2: "severe", 1: "fatal" };

function harmed(scenario) {
	const physical = 5 - weighted(scenario.harm ?? [70, 24, 5, 1, 0]);
	return [{ physical: String(physical), psychological: String(Math.max(1, 4 - weighted([60, 30, 9, 1]))),
		age: ages[weighted(ages.map(([, weight]) => weight))][0], gender: pick(["1", "2", "1", "2", "3"]) }];
}

function reportOf(kind, scenario, other, submitted) {
	const people = kind === "incident" || kind === "outcome" ? harmed(scenario) : [];
	const physical = Number(people[0]?.physical ?? 5), happened = submitted - below(kind === "outcome" ? 15 : 8) * DAY;
	const answers = {
		kind, happened_on: day(happened), where: other ? "other" : "own", what_happened: spin(scenario.what),
		...(other && { about_organisation: other, about_service: scenario.service ?? "1", share: pick(["name", "practice", "practice", "nobody"]) }),
		...(scenario.done && { done_at_once: spin(scenario.done) }), ...(scenario.prevent && random() < 0.8 && { prevent: spin(scenario.prevent) }),
		...(scenario.involved && { involved: scenario.involved }), ...scenario.extra,
		...(scenario.risk_theme && { risk_theme: scenario.risk_theme }), ...(scenario.outcome_type && { outcome_type: scenario.outcome_type }),
		...(random() < 0.5 && { worry: pick(["5", "4", "4", "3", "1"]) }),
		...(physical <= 3 && { candour: physical <= 2 || random() < 0.4 ? "yes" : "no" }),
	};
	if (answers.candour === "yes")
		Object.assign(answers, { candour_limbs: physical === 1 ? ["death"] : [pick(["impairment", "pain", "treatment"])],
			candour_steps: ["told", "account", "apology", ...(random() < 0.6 ? ["record", "letter"] : [])] });
	return { answers, people };
}

const consequences = { none: 1, low: 2, moderate: 3, severe: 4, fatal: 5 };

/** The provider is asked, and mostly answers. False: it has not yet. */
function asked(incident, scenario, end, later, at) {
	if (!later(1 + random() * 2, { to: "provider", why: "Asked the provider." }))
		return false;
	const hospital = incident.report.answers.about_organisation === "ZZ-T01";
	const request = incident.request = { of: incident.report.answers.about_organisation, by: incident.manager, asked: moment(at()), due: day(at() + 28 * DAY),
		questions: "What did you find? What has been done so that it does not happen again? What may others learn?" };
	if (end === 4 || end === 6 || !later(6 + random() * 16, { to: "investigating", why: "The answer came." }))
		return false;
	Object.assign(request, { answered: moment(at()), found: scenario.found, done: spin(scenario.told), ...(hospital && { answered_by: "hospital-provider-member@demo.example" }) });
	return true;
}

/** What was agreed, and whether it is done. */
function act(incident, scenario, made, done) {
	const own = !scenario.found, due = day(made + 28 * DAY);
	incident.actions = [{ what: spin(scenario.prevent ?? "Share what was learned."), made: moment(made), due,
		...(own ? { owner_name: "The practice manager" } : { owner_name: "Quality lead", owner_organisation: "The provider" }),
		...(done && { done: moment(done), evidence: own ? "Seen at the practice visit." : "Confirmed by letter." }) }];
	if (random() < 0.25)
		incident.actions.push({ what: "Ask three practices whether it has happened again.", owner: incident.manager, made: moment(made), due,
			...(done && { done: moment(done), evidence: "Asked; it has not." }) });
}

/** What became of it, by its age. */
function history(incident, scenario, kind, age) {
	const manager = incident.manager, events = [], submitted = Date.parse(incident.submitted);
	let at = submitted;
	const later = (days, event) => {
		at = Math.max(at + 60000, workingTime(at + days * DAY));
		if (at < now)
			events.push({ at: moment(at), by: manager, ...event });
		return at < now;
	};
	if (random() < (age < 6 ? 0.75 : age < 12 ? 0.15 : 0)) // nobody has looked yet, at some too late
		return events;
	if (!later(random() < 0.9 ? random() * 5 : 6 + random() * 6, { to: "triage", why: "Read, and graded.", told: "Somebody has read your report, and is finding out what can be done." }))
		return events;
	const end = age > 75 ? weighted([90, 4, 4, 1, 0, 0, 1]) : age > 20 ? weighted([52, 3, 3, 14, 12, 8, 8]) : weighted([8, 3, 3, 4, 30, 30, 22]);
	if (end === 1 && incident.like)
		later(1, { to: "duplicate", of: incident.like, why: "The same event, reported by a colleague.", told: "A colleague had reported the same event. Both reports are read together." });
	else if (end === 2)
		later(1, { to: "not_incident", why: "A question about a service, answered by telephone.", told: "We answered your question by telephone. It is not counted as an incident." });
	else if (kind === "good_care" || kind === "risk")
		later(6 + random() * 10, { to: "closed", why: "Passed on.", told: spin(scenario.told) });
	else {
		if (random() < 0.12 || (end === 6 && !scenario.found)) {
			if (!later(1, { to: "information", why: "Asked the practice.", question: "Was anybody else affected, and has the patient been told?" }) || end === 6)
				return events;
			later(2 + random() * 3, { to: "triage", answer: "Nobody else was. The patient was told the next day, and was grateful for the call.", by: undefined });
		}
		if (scenario.found && !asked(incident, scenario, end, later, () => at))
			return events;
		if (!scenario.found && !later(1 + random() * 3, { to: "investigating", note: "Spoke with the practice manager." }))
			return events;
		if (end === 4 || end === 6)
			return events;
		if (end === 5) {
			later(2, { to: "hold", until: day(now + (10 + below(40)) * DAY), why: "The coroner's office has asked us to wait.", told: "We have to wait for another body before we go on. We look again on the day shown." });
			return events;
		}
		if (!later(4 + random() * 10, { to: "planned", why: "Action agreed.", told: "We have agreed what is to change, and with whom." }))
			return events;
		const planned = at, closed = end !== 3 && later(6 + random() * 20, { to: "closed", why: "Action done.", told: spin(scenario.told) });
		act(incident, scenario, planned, closed && at);
		if (!closed)
			return events;
		if (random() < 0.02)
			later(10, { to: "reopened", why: "It happened again.", told: "Because it happened again, we have opened your report once more." });
	}
	return events;
}

/** Times of a year, a little more each month, fewer in August, none to come. */
function times(n) {
	const list = [];
	while (list.length < n) {
		const age = random() * 365, month = new Date(now - age * DAY).getUTCMonth();
		if (random() < (0.65 + 0.35 * (1 - age / 365)) * (month === 7 ? 0.7 : month === 0 || month === 11 ? 1 : 0.88))
			list.push(workingTime(now - age * DAY));
	}
	return list.sort((a, b) => a - b);
}

function make() {
	// own, about another: 520 and 520
	const plan = [...Array(450).fill(["incident", "own"]), ...Array(477).fill(["incident", "other"]), ...Array(45).fill(["risk", "risk"]),
		...Array(15).fill(["good_care", 0]), ...Array(28).fill(["good_care", 1]), ...Array(10).fill(["outcome", 0]), ...Array(15).fill(["outcome", 1])];
	for (let i = plan.length - 1; i > 0; i--) {
		const j = below(i + 1);
		[plan[i], plan[j]] = [plan[j], plan[i]];
	}
	const last = new Map();
	return times(plan.length).map((submitted, i) => {
		const [kind, which] = plan[i];
		const list = kind === "good_care" || kind === "outcome"
			? scenarios[kind].filter((scenario) => Boolean(scenario.to) === (which === 1)) : scenarios[which];
		const scenario = pick(list), other = scenario.to && pick(scenario.to), practice = practices[weighted(keen)];
		const report = reportOf(kind, scenario, other, submitted), harm = process5[report.people[0]?.physical ?? 5], age = (now - submitted) / DAY;
		const incident = { key: `demo-${i}`, practice: practice.code, submitted: moment(submitted), title: scenario.title, report,
			manager: random() < 0.6 ? "incident-manager@demo.example" : "second-incident-manager@demo.example", like: last.get(scenario.title),
			...(practice.code === "ZZ-P01" && { reporter: "practice-member@demo.example" }) };
		incident.events = history(incident, scenario, kind, age);
		last.set(scenario.title, incident.key);
		delete incident.like;
		if (incident.events.length === 0) {
			delete incident.manager;
			delete incident.events;
		} else {
			const likelihood = 1 + below(4), consequence = consequences[harm];
			incident.themes = [scenario.theme];
			incident.grade = { likelihood, consequence };
			if (incident.events.some(({ to }) => to === "closed"))
				incident.grade_after = { likelihood: Math.max(1, likelihood - 1 - below(2)), consequence };
		}
		return incident;
	});
}

/** Learning of these incidents; some practices have read it. */
function bulletins(incidents) {
	const list = JSON.parse(readFileSync(join(here, "bulletins.json"), "utf8"));
	return list.map(({ days, from, ...bulletin }, i) => {
		const published = workingTime(now - days * DAY), writers = ["incident-manager@demo.example", "second-incident-manager@demo.example"];
		const source = incidents.find(({ title, events, submitted }) => title === from && Date.parse(submitted) < published && events?.some(({ to }) => to === "closed"));
		return { ...bulletin, ...(source && { from: source.key }), written_by: writers[i % 2], approved_by: writers[1 - (i % 2)], published: moment(published),
			...(days > 60 && { read: [{ organisation: "ZZ-P01", by: "practice-member@demo.example", at: moment(workingTime(published + 3 * DAY)) },
				...(i % 3 ? [{ organisation: "ZZ-P02", by: "two-hats@demo.example", at: moment(workingTime(published + 6 * DAY)) }] : [])] }) };
	});
}

const lines = (list) => list.map((one) => JSON.stringify(one)).join(",\n");
const incidents = make();
process.stdout.write(`{ "incidents": [\n${lines(incidents)}\n], "bulletins": [\n${lines(bulletins(incidents))}\n] }\n`);
