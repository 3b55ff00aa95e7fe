// contracts.mjs: the demonstration's contracts with voluntary organisations: 24 with 14 of them, £1,600,000 in this financial year, three years of
// quarterly returns, reviews in every state, 50 practices' plans for the quality contract, bids. Always the same but for the dates.
//	node sql/demo/contracts.mjs > FILE; soundings import reviews FILE
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as words from "./contract-words.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const practices = readFileSync(join(here, "organisations.csv"), "utf8").split("\n").filter((line) => line.startsWith("ZZ-P"))
	.map((line) => ({ code: line.slice(0, 6), name: line.split(",")[1], patients: Number(line.split(",").at(-2)) }));
const DAY = 86400000, now = process.argv[2] ? Date.parse(process.argv[2]) : Date.now();
const who = (name) => `${name}@demo.example`;
const reviewers = ["contract-reviewer", "second-contract-reviewer", "third-contract-reviewer"].map(who);
const panel = ["panel-chair", "panel-member", "second-panel-member", "second-contract-reviewer", "third-contract-reviewer"].map(who);
const senders = { "ZZ-V01": who("provider-member"), "ZZ-V03": who("carers-member") };
const senderOf = (organisation) => senders[organisation] ?? who("shared-office-member");

let seed = 20110401; // mulberry32
function random() {
	seed = (seed + 0x6d2b79f5) | 0;
	let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
	t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
	return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const day = (time) => new Date(time).toISOString().slice(0, 10);
const date = (year, month, dayOfMonth) => day(Date.UTC(year, month - 1, dayOfMonth));
const later = (iso, days) => day(Date.parse(iso) + days * DAY);
/** The last day of the month so many months from today. */
const monthsOn = (months) => { const d = new Date(now); return day(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + months + 1, 0)); };
/** A working day's hour, never to come. */
function moment(time) {
	const d = new Date(time);
	while (d.getUTCDay() % 6 === 0)
		d.setTime(d.getTime() + DAY);
	d.setUTCHours(8 + below(9), below(60), below(60));
	return `${new Date(Math.min(d.getTime(), now - 120000)).toISOString().slice(0, 19)}Z`;
}
/** A step of a review so many days after it was opened: no weekend's, and never before an earlier one. */
function step(opened, days, minute) {
	const d = new Date(opened + Math.floor(days) * DAY), weekday = d.getUTCDay();
	d.setUTCHours(weekday === 6 ? 8 : weekday === 0 ? 11 : 14, minute + Math.round((days % 1) * 120), below(60));
	if (weekday % 6 === 0)
		d.setUTCDate(d.getUTCDate() + (weekday ? 2 : 1));
	return `${new Date(Math.min(d.getTime(), now - 120000)).toISOString().slice(0, 19)}Z`;
}
const today = day(now), year = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0); // the financial year
const lines = [];
const put = (record, values) => lines.push(JSON.stringify({ record, ...values }));

/** Periods of so many months that are over, the oldest first: of three years at most. */
function periods(months, from, until) {
	const list = [], start = new Date(now);
	start.setUTCMonth(Math.floor(start.getUTCMonth() / 3) * 3, 1);
	if (months > 3) // years and halves begin in April
		start.setTime(Date.UTC(year, months === 6 && today >= date(year, 10, 1) ? 9 : 3, 1));
	for (let i = 36 / months; i >= 1; i--) {
		const starts = day(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - i * months, 1));
		const ends = day(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - (i - 1) * months, 0));
		if (starts >= from && ends <= until)
			list.push({ starts, ends, due: later(ends, 30) });
	}
	return list;
}

/** As a form takes it: whole numbers, percentages with one decimal. */
function rounded(value, unit) {
	if (unit === "percent")
		return Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;
	return unit === "days" || (unit === "pounds" && value < 100) ? Math.round(value * 10) / 10 : Math.max(0, Math.round(value));
}

function figure(kpi, i, n, quarter) {
	const season = Math.cos((quarter - 0.5) * Math.PI / 2), ago = (i - n + 1) / 4;
	const value = kpi.usual * (1 + 0.6 * kpi.swing * season) * (1 + kpi.change * ago) * (1 + 0.7 * kpi.noise * (random() + random() - 1));
	return { name: kpi.name, value: rounded(value, kpi.unit) };
}

function versions(s, period, i, n, sent) {
	const quarter = Math.floor(Number(period.starts.slice(5, 7)) / 3), kpis = s.kpis.filter(({ every = 1 }) => (i + 1) % every === 0).map((kpi) => figure(kpi, i, n, quarter));
	const pounds = s.pounds || s.before, version = { sent: moment(sent), by: senderOf(s.org), spend: Math.round(pounds / (12 / (s.returns ?? 3)) * (0.96 + random() * 0.07)),
		narrative: `${pick(s.did)} ${pick(words.seasons[quarter])}${random() < 0.4 ? ` ${pick(s.did)}` : ""}`.replace(/(.{20,}) \1$/, "$1"),
		...(random() < 0.5 && { case_study: pick(s.cases) }), ...(random() < 0.12 && { safeguarding_done: pick(words.safeguarding) }), kpis };
	if (random() > 0.09)
		return [version];
	const first = { ...version, kpis: kpis.map((kpi, k) => k ? kpi : { ...kpi, value: rounded(kpi.value * 1.12, s.kpis[k].unit) }) };
	return [first, { ...version, sent: moment(sent + 9 * DAY), reason: pick(words.corrections) }];
}

function returns(s, contract) {
	const list = periods(contract.return_months, contract.starts, contract.ends), n = list.length;
	if (n === 0)
		return;
	contract.returns_from = list[0].starts;
	return () => list.forEach((period, i) => {
		const left = n - i, given = { contract: contract.reference, ...period }, due = Date.parse(period.due);
		const late = random() < 0.16 ? 2 + below(17) : -below(14), sent = Math.min(due + late * DAY, now - 3 * 3600000);
		if (left <= (s.missing ?? 0) || (left === 1 && due > now && random() < 0.35))
			put("return", { ...given, state: "due", at: moment(Date.parse(period.starts)) });
		else if (left === s.excused)
			put("return", { ...given, state: "excused", at: moment(due), decided_by: contract.lead, question: "Their office was flooded; the figures of these weeks are lost." });
		else {
			const all = versions(s, period, i, n, sent), last = Date.parse(all.at(-1).sent);
			const back = left === 1 && s.back, accepted = !back && (left > 1 || last < now - 12 * DAY);
			put("return", { ...given, state: back ? "back" : accepted ? "accepted" : "sent", at: back || accepted ? moment(last + (2 + below(7)) * DAY) : all.at(-1).sent,
				...((back || accepted) && { decided_by: contract.lead }), ...(back && { question: words.questions[0] }), versions: all });
		}
	});
}

// ---- The register ----------------------------------------------------------------------------------------------------------------------

const count = {};
function reference(from, kind) {
	const key = `${kind === "grant" ? "VG" : "VS"}/${from}`;
	count[key] = (count[key] ?? 0) + 1;
	return `${key}/${String(count[key]).padStart(2, "0")}`;
}

function values(s, first, last) {
	const list = [];
	for (let y = first; y <= last; y++) {
		const pounds = s.story === "taper" && y > year ? s.pounds * (y === year + 1 ? 2 / 3 : 1 / 3)
			: y < year ? (s.before ?? s.pounds) * 0.98 ** Math.min(4, year - y) : y === year ? s.pounds : s.next ?? s.pounds;
		if (pounds > 0)
			list.push({ year: y, pounds: y === year ? pounds : Math.round(pounds / 10) * 10 });
	}
	return list;
}

function documents(s, starts, lead, ref) {
	const held = (name) => `Shared drive: Contracts/${ref.replaceAll("/", "-")}/${name}`;
	const list = [{ kind: "agreement", title: s.kind === "grant" ? "Grant letter" : "Signed contract", versions: [{ agreed: starts, held_at: held("Agreement.pdf"), added: moment(Date.parse(starts)), by: lead }] }];
	if (s.spec === "draft")
		list.push({ kind: "specification", title: "Specification", versions: [{ why: "First draft, for talks with the organisation", held_at: held("Specification draft.docx"), added: moment(now - 20 * DAY), by: lead }] });
	else if (s.spec > 0)
		list.push({ kind: "specification", title: "Service specification", versions: Array.from({ length: s.spec }, (_, i) => {
			const agreed = later(starts, Math.min(i * 400 - 10, (now - Date.parse(starts)) / DAY - 30));
			return { agreed, ...(i && { why: i === 1 ? "Targets of the KPIs, and returns every quarter" : "Safeguarding and equality as the review asked" }), held_at: held(`Specification ${i + 1}.docx`),
				added: moment(Date.parse(agreed) + 2 * DAY), by: lead };
		}) });
	return list;
}

function register(s, i) {
	const starts = date(year - s.from, 4, 1), ref = reference(year - s.from, s.kind), lead = reviewers[i % 2], first = s.endsIn ? monthsOn(s.endsIn) : date(year - s.from + (s.years ?? 3), 3, 31);
	const ended = s.status === "ended", taper = s.story === "taper";
	const ends = ended ? date(year, 3, 31) : taper ? date(year + 3, 3, 31) : s.extended ? later(date(year - s.from + s.years + 2, 4, 1), -1) : first;
	const months = s.returns ?? 3, planned = s.status === "planned";
	const contract = { reference: ref, organisation: s.org, kind: s.kind ?? "contract", service: s.service, served: s.served, area: s.area, route: s.route, starts,
		first_ends: ended ? ends : first, ends, status: s.status ?? (taper ? "notice" : "live"), aim: words.aims[s.aim], lead, ...(s.notice && { notice_months: s.notice }),
		monitoring: months ? `A return every ${months === 3 ? "quarter" : `${months} months`}, and a visit each year.` : undefined, return_months: months, review_months: s.review,
		values: values(s, year - s.from, Number(ends.slice(0, 4)) - (ends.slice(5) < "04-01" ? 1 : 0)), documents: documents(s, planned ? later(today, -15) : starts, lead, ref),
		extensions: s.extension ? [{ until: later(date(Number(first.slice(0, 4)) + s.extension, Number(first.slice(5, 7)) + 1, 1), -1) }] : s.extended ? [{ until: ends, state: "taken" }] : undefined,
		kpis: s.kpis.length ? s.kpis.map(({ name, unit, target, better, every, outcome }) => ({ name, unit, target, better, every, outcome })) : undefined,
		surveys: s.surveys ? [{ slug: "fft" }] : undefined,
		history: [{ at: moment(Date.parse(planned ? later(today, -20) : starts)), by: lead, kind: "added", why: s.route === "inherited" ? "Taken over from the body before us." : "Signed by both sides." }] };
	if (s.review)
		contract.next_review = s.story === "overdue" ? later(today, -40 - 9 * i) : planned ? date(year + 2, 2, 1) : ended || taper ? undefined : later(today, 60 + 17 * i);
	if (s.spec === 0 && !ended)
		contract.actions = [{ what: "Agree a specification with the organisation", owner: lead, made: moment(now - 50 * DAY), due: later(today, s.pounds > 20000 ? -6 : 45) }];
	if (months)
		contract.returns_from = starts;
	const send = months && !planned ? returns(s, contract) : undefined;
	put("contract", contract);
	send?.();
	return { ...s, contract };
}

// ---- Reviews ---------------------------------------------------------------------------------------------------------------------------

const grade = (level, i) => Math.max(0, Math.min(4, Math.round(level + (random() - 0.5) * 1.4 + (i % 4 === 1 ? 0.2 : 0))));
const reasonFor = (criterion, score, n) => n % 2 ? criterion.reasons[score] : `${criterion.reasons[score]} ${["I read all returns of three years for this.", "The visit in the spring showed the same.", "See the case studies.", "We spoke with the manager about it."][n % 4]}`;
const pounds = (n) => `£${n.toLocaleString("en-GB")}`;

/** days: from the opening to each step; what is not there did not happen. */
function review(what, { criteria, list, level, opened, openedBy = reviewers[0], scorers = reviewers.slice(0, 2), conflicts = [], declared = panel, steps, extra = {} }) {
	const minute = below(25), at = (days) => step(opened, days, minute), free = (email) => !conflicts.some(({ person }) => person === email);
	const all = [...new Set([...(steps.scored === undefined ? [] : scorers), ...(steps.panel === undefined ? [] : declared)])];
	const marks = list.map((criterion, i) => ({ criterion, by: scorers.map(() => grade(level, i)) }));
	const record = { ...what, criteria, opened: at(0), ...(openedBy && { opened_by: openedBy }), due: day(opened + 70 * DAY),
		declarations: [...all.filter(free).map((person, i) => ({ person, kind: "none", at: at(1 + i * 0.2) })), ...conflicts.map((one, i) => ({ ...one, at: at(0.5 + i) }))] };
	if (record.declarations.length === 0)
		delete record.declarations;
	if (steps.asked !== undefined || steps.scored !== undefined)
		record.reviewers = scorers.map((person, k) => {
			const sent = steps.moderation !== undefined || k < (steps.sent ?? 0), some = steps.scored === undefined ? [] : sent ? marks : marks.slice(0, k === (steps.sent ?? 0) ? 3 : 0);
			return { person, added: at(0.3), ...(some.length && { scores: some.map(({ criterion, by }, i) => ({ criterion: criterion.name, score: by[k], reason: reasonFor(criterion, by[k], i + k) })) }), ...(sent && { sent: at(steps.scored + k) }) };
		});
	const agreed = marks.map(({ criterion, by }) => ({ criterion, score: Math.round(by.reduce((a, b) => a + b, 0) / by.length - 0.01), differ: new Set(by).size > 1 }));
	if (steps.moderation !== undefined) {
		record.moderation = at(steps.moderation);
		record.agreed = agreed.slice(0, steps.agreed ?? 99).map(({ criterion, score, differ }, i) => ({ criterion: criterion.name, score, by: scorers[0], at: at(steps.moderation + 1 + i * 0.01),
			reason: differ ? `We talked about the difference. ${criterion.reasons[score]}` : criterion.reasons[score] }));
	}
	if (steps.findings !== undefined)
		record.findings = { ...extra.findings(agreed), by: scorers[0], sent: at(steps.findings), answer_by: day(opened + (steps.findings + 14) * DAY),
			...(steps.answered !== undefined ? { answer: extra.answer, answered: at(steps.answered), answered_by: senderOf(what.sender) } : extra.draft && { answer_draft: extra.draft }) };
	if (steps.panel !== undefined)
		record.panel = at(steps.panel);
	if (steps.made !== undefined) {
		const away = extra.away ?? [];
		record.decision = { ...extra.decision(at(steps.confirmed ?? steps.made)), met: day(Date.parse(at(steps.made))), quorum: 3, made_by: panel[0], made: at(steps.made),
			members: panel.map((person, i) => !free(person) ? { person, part: "excluded" } : away.includes(person) ? { person, part: "absent" }
				: { person, part: "present", vote: extra.votes?.[i] ?? "for" }),
			...(steps.confirmed !== undefined && { confirmed_by: panel[2], confirmed: at(steps.confirmed) }) };
	}
	if (steps.cancelled !== undefined)
		record.cancelled = { at: at(steps.cancelled), by: scorers[0], why: extra.why };
	delete record.sender;
	put("review", record);
}

function findings(s) {
	return (agreed) => {
		const good = agreed.filter(({ score }) => score >= 3).map(({ criterion }) => criterion.name.toLowerCase()), weak = agreed.filter(({ score }) => score <= 1).map(({ criterion }) => criterion.name.toLowerCase());
		const kpi = s.kpis.find(({ outcome }) => outcome), first = s.kpis.find(({ unit, usual }) => (unit === "number" || unit === "hours") && usual > 0), cost = s.pounds || s.before;
		return { text: `The service does what it was agreed to do${good.length ? `, and is strong in ${good.slice(0, 3).join(", ")}` : ""}. ${weak.length ? `It is weak in ${weak.join(", ")}; this needs a plan.` : "We found no serious weakness."} The measure that says most is “${kpi.name.toLowerCase()}”, with a target of ${kpi.target.toLocaleString("en-GB")}${kpi.unit === "percent" ? "%" : ""}.`,
			value_for_money: first ? `${pounds(cost)} a year is about ${pounds(Math.round(cost / (first.usual * 4) * 100) / 100)} for each of “${first.name.toLowerCase()}”. Similar services cost between ${pounds(Math.round(cost / (first.usual * 4) * 0.8))} and ${pounds(Math.round(cost / (first.usual * 4) * 1.3))}.` : `It costs ${pounds(cost)} a year; nothing similar is paid for by us.`,
			equality: pick(["Women and people over 75 use it most. Few people come from Saltmarsh Coast; stopping would touch people without a car most.", "People from the two poorest wards are reached well. Men come less often than women; the organisation plans an evening group.", "Going on has no bad effect on any group. Stopping would touch disabled people more than others."]) };
	};
}
const answer = "Thank you for the draft. We agree with most of it. Two of the late returns fell into the weeks in which our office moved. A plan for training is with our trustees, and will be sent to you next month.";
const from = (days) => now - days * DAY;
const usual = { asked: 0, scored: 12, moderation: 15, findings: 20, answered: 31, panel: 36, made: 41, confirmed: 43 };
const upTo = (last) => Object.fromEntries(Object.entries(usual).slice(0, Object.keys(usual).indexOf(last) + 1));

const next = (months) => (at) => ({ next_review: day(Date.parse(at) + months * 30.4 * DAY) });
const outcomes = {
	continue: (s) => (at) => ({ outcome: "continue", reasons: "Outcomes are good and the cost is in line with others. Stopping would leave people without help that nobody else gives.", ...next(s.review)(at) }),
	extend: (s) => (at) => ({ outcome: "extend", until: s.contract.ends, reasons: "Targets were met in nearly every quarter. The agreement allows an extension, and a longer term helps to keep good staff.", ...next(s.review)(at) }),
	vary: (s) => (at) => ({ outcome: "vary", text: "Advocates also come to meetings about care homes; the target for ringing back becomes three days.", reasons: "What people ask for has changed since the agreement was signed.", ...next(s.review)(at) }),
	conditions: (s, due) => (at) => ({ outcome: "conditions", reasons: "The service is needed and people value it. Training and reach are not good enough yet, so it goes on with conditions.", ...next(s.review)(at),
		conditions: [{ what: "Every sitter and volunteer has finished safeguarding training", made: at, due: later(day(Date.parse(at)), 60), done: moment(Math.min(now - 5 * DAY, Date.parse(at) + 55 * DAY)), evidence: "The list of certificates was seen at the visit." },
			{ what: "A plan to reach people on Saltmarsh Coast, with numbers", made: at, due: later(today, -9) }, { what: "Look at the cost of an hour again with the organisation's accounts", owner: s.contract.lead, made: at, due: later(today, due) }] }),
	taper: (s) => () => ({ outcome: "taper", until: s.contract.ends, taper: s.contract.values.filter(({ year: y }) => y > year), text: "The council's service takes people on, step by step; groups that run now are finished.",
		reasons: "Outcomes have been below target for three years, and a larger service does the same since last spring. Nobody is to lose help from one day to the next, so the money goes down in steps.", next_review: later(today, 300) }),
	cease: (s) => () => ({ outcome: "cease", until: s.contract.ends, reasons: "Few young people come, and the outcome has not been reached in two years. The school nurses' new service is open to all of them." }),
};

const [carers, stroke] = ["third", "panel"].map((conflict) => words.services.find((one) => one.conflict === conflict).org);

function reviewsOf(s) {
	const what = { contract: s.contract.reference, title: `Review of ${s.service[0].toLowerCase()}${s.service.slice(1)}`, sender: s.org };
	// Who has a conflict of interest about one contract of an organisation stays away from the reviews of its others too.
	const interested = (person) => !s.conflict && ((person === reviewers[2] && s.org === carers) || (person === who("panel-member") && s.org === stroke));
	const base = { criteria: "Review of a contract or grant", list: words.criteria, level: s.level ?? 2.5, declared: panel.filter((person) => !interested(person)) };
	const conflicts = s.conflict === "third" ? [{ person: reviewers[2], kind: "personal", description: "I am a trustee of The Carers' Centre." }]
		: s.conflict === "panel" ? [{ person: who("panel-member"), kind: "indirect", description: "My partner works for Stroke Friends two days a week." }] : [];
	const extra = { findings: findings(s), answer };
	const decided = (ago, outcome, more = {}) => review(what, { ...base, opened: from(ago), conflicts, steps: usual, extra: { ...extra, ...more, away: [...more.away ?? [], ...panel.filter(interested)], decision: outcome } });
	if (s.earlier)
		decided(1000, outcomes.continue(s));
	({
		continue: () => decided(270, outcomes.continue(s), { away: [panel[3]] }), extend: () => decided(330, outcomes.extend(s)), vary: () => decided(150, outcomes.vary(s), { votes: ["for", "for", "against", "for", "abstain"] }),
		conditions: () => decided(190, outcomes.conditions(s, 30)), conditions2: () => decided(240, outcomes.conditions(s, 12)), taper: () => decided(210, outcomes.taper(s), { votes: ["for", "for", "for", "against", "for"] }),
		cease: () => decided((now - Date.parse(s.contract.ends)) / DAY + 260, outcomes.cease(s), { away: [panel[4]] }), lapsed: () => decided(450, (at) => ({ ...outcomes.continue(s)(at), next_review: later(today, -33) })),
		made: () => review(what, { ...base, opened: from(44), conflicts, steps: upTo("made"), extra: { ...extra, away: [panel[4]], decision: outcomes.continue(s) } }),
		panel: () => review(what, { ...base, opened: from(40), conflicts, declared: panel.slice(0, 4), steps: upTo("panel"), extra }),
		findings: () => review(what, { ...base, opened: from(26), conflicts, steps: upTo("findings"), extra: { ...extra, draft: "We read the draft with our trustees. About the waiting for first talks" } }),
		moderation: () => review(what, { ...base, opened: from(19), steps: { ...upTo("moderation"), agreed: 3 }, extra }),
		scoring: () => review(what, { ...base, opened: from(9), steps: { asked: 0, scored: 6, sent: 1 }, extra }),
		scoring2: () => review(what, { ...base, opened: from(15), scorers: [reviewers[1], reviewers[2], reviewers[0]], steps: { asked: 0, scored: 8, sent: 2 }, extra }),
		calendar: () => review(what, { ...base, opened: from(4), openedBy: null, steps: {}, extra }),
		cancelled: () => review(what, { ...base, opened: from(100), steps: { asked: 0, scored: 10, sent: 1, cancelled: 24 }, extra: { why: "The clinic moves in the spring. The service is reviewed when it is known where." } }),
	})[s.story]?.();
}

// ---- Plans and bids --------------------------------------------------------------------------------------------------------------------

const planCall = `Quality contract ${year + 1}/${String(year + 2).slice(2)}: your practice's plan`, bidCall = `Innovation bids ${year}/${String(year + 1).slice(2)}`;
const sentences = {
	phlebotomy_plan: ["Our two healthcare assistants take blood every morning; from April on Thursday evenings too.", "We share a phlebotomist with the surgery across the road, and look for rooms for a second.", "Blood is taken three days a week. A nurse is trained now, and from June it will be every day.", "We want to begin when we have found somebody."],
	emergency_plan: ["A grab bag stands at the desk; telephones go over to the neighbouring practice within ten minutes. We tried it in September.", "Paper forms for two days, and a list of who rings whom. The neighbours have a key.", "The plan is on the wall. We have not tried it yet, and will in May."],
	engagement_plan: ["What was said stands on the agenda of our Tuesday meeting, and questions go back the same week.", "One page for everybody after each meeting; the patient group sees it too.", "We send somebody when we can."],
	transfers_plan: ["A GP reads every transfer the day it comes, and rings the ward when something is missing.", "Our pharmacist goes through the medicines within three days of going home.", "We accept them where the hospital has agreed it with us before."],
	optional_plan: ["A named nurse, and a list that is looked at every month.", "An afternoon a week is kept free for it.", "We begin with those we know best."],
};

function plans() {
	put("call", { kind: "plan", title: planCall, about: "Each practice sends **one plan** for four mandatory standards and as many optional ones as it likes.\n\nA panel judges each plan against the same criteria before it is funded, at up to 95p for each patient.", form: words.planForm,
		asks: ["practice"], criteria: "Quality contract: the mandatory standards", state: "closed", closes: later(today, -21) });
	practices.forEach(({ code, patients }, i) => {
		const optional = ["carers", "disability", "frailty", "screening"].filter(() => random() < 0.4), amount = Math.round(patients * (random() < 0.8 ? 0.95 : 0.8));
		const answers = { phlebotomy_now: pick(["daily", "daily", "some", "no"]), emergency_tested: pick(["yes", "yes", "no"]), engagement_lead: pick(["gp", "gp", "nurse", "manager"]), transfers_accept: pick(["yes", "yes", "yes", "no"]),
			...Object.fromEntries(Object.entries(sentences).filter(([name]) => name !== "optional_plan").map(([name, list]) => [name, pick(list)])), optional: optional.length ? optional : ["none"],
			...(optional.length && { optional_plan: pick(sentences.optional_plan) }), amount: amount * 100 };
		put("submission", { call: planCall, organisation: code, person: i === 1 ? who("two-hats") : who("practice-member"), sent: moment(from(22 + below(30))), answers, amount });
	});
	const judged = ["approve", "approve_conditions", "approve", "return", "approve", "decline", "made", "panel", "moderation", "scoring", "scoring", "calendar"];
	judged.forEach((end, i) => judge({ call: planCall, organisation: practices[i].code, title: `Quality contract: plan of ${practices[i].name}` }, end,
		{ criteria: "Quality contract: the mandatory standards", list: words.standards, level: end === "decline" ? 0.8 : end === "return" ? 1.6 : 3, opened: from(18) }, i));
}

function judge(what, end, base, i) {
	const decision = (at) => ({ outcome: end === "made" ? "approve" : end, ...{
		approve: { reasons: "All mandatory standards are met or planned in full." }, made: { reasons: "The parts that count most are clear and can be done." }, decline: { reasons: "It says neither who would do what, nor when." },
		return: { reasons: "Two standards are planned without dates.", text: "Dates for every standard, and cover for leave." },
		approve_conditions: { reasons: "Good, with one gap that can be closed.", conditions: [{ what: "Send the date on which this begins, and who stands in", made: at, due: later(today, 25) }] },
	}[end] });
	const steps = { asked: 0, scored: 3, moderation: 6, panel: 9, made: 11, confirmed: 12 };
	const cut = { made: { ...steps, confirmed: undefined }, panel: { asked: 0, scored: 3, moderation: 6, panel: 9 }, moderation: { asked: 0, scored: 3, moderation: 6, agreed: 2 }, scoring: { asked: 0, scored: 4, sent: 1 }, calendar: { asked: 0 } }[end] ?? steps;
	review(what, { ...base, scorers: [reviewers[i % 3], reviewers[(i + 1) % 3]], openedBy: reviewers[i % 3], steps: cut, extra: { decision, away: i % 4 === 3 ? [panel[1]] : [] } });
}

function bids() {
	put("call", { kind: "bid", title: bidCall, about: "For something that nobody does here yet. Up to £50,000, for three years at most.", form: words.bidForm, asks: ["practice", "provider", "voluntary"], several: true, criteria: "Innovation bids", state: "closed", closes: later(today, -45) });
	words.bids.forEach(([organisation, title, amount, idea, end, level], i) => {
		const sender = organisation.startsWith("ZZ-P") ? who("practice-member") : senderOf(organisation);
		put("submission", { call: bidCall, organisation, title, person: sender, sent: moment(from(50 + i)), amount,
			answers: { title, idea, people: "We ask everybody before and after, with the same five questions, and publish what comes out.", doing: "Two of our people, from April; the rooms are there.", months: 12 + 6 * (i % 3), amount: amount * 100, spread: "We write down how it was done, and show it to anybody who asks." } });
		judge({ call: bidCall, organisation, title }, end, { criteria: "Innovation bids", list: words.innovation, level, opened: from(38) }, i);
	});
	put("call", { kind: "bid", title: "Small grants for a warm winter", about: "Up to £2,000 for something that keeps people warm and in company this winter.", form: words.bidForm, asks: ["practice", "voluntary"], several: true, criteria: "Innovation bids", state: "open", closes: later(today, 35) });
	put("submission", { call: "Small grants for a warm winter", organisation: "ZZ-V03", state: "draft", person: who("carers-member"), saved: moment(from(2)), answers: { title: "Soup on Mondays", idea: "Soup for carers who come in from the cold" } });
}

// ---- All of it -------------------------------------------------------------------------------------------------------------------------

const scaled = (list) => list.map(({ name, help, weight, evidence, scale }) => ({ name, help, weight, ...(evidence && { evidence }), ...Object.fromEntries(scale.map((meaning, i) => [i, meaning])) }));
for (const name of words.aims)
	put("aim", { name });
for (const [i, person] of panel.entries())
	put("panel", { person, ...(i === 0 && { chair: true }), since: day(from(1100)) });
put("criteria", { name: "Review of a contract or grant", judges: "contract", answer_days: 14, published: moment(from(1090)), by: reviewers[0], criteria: scaled(words.criteria) });
put("criteria", { name: "Quality contract: the mandatory standards", judges: "submission", answer_days: 0, published: moment(from(120)), by: reviewers[0], criteria: scaled(words.standards) });
put("criteria", { name: "Innovation bids", judges: "submission", answer_days: 0, published: moment(from(200)), by: reviewers[1], criteria: scaled(words.innovation) });
put("interest", { person: reviewers[2], kind: "personal", organisation: "ZZ-V03", description: "Trustee of The Carers' Centre, without pay.", began: day(from(800)), declared: moment(from(790)) });
put("interest", { person: who("panel-member"), kind: "indirect", organisation: "ZZ-V06", description: "Partner works for Stroke Friends two days a week.", began: day(from(500)), declared: moment(from(495)) });
put("interest", { person: who("panel-chair"), kind: "professional", organisation_name: "County Association of Volunteers", description: "Member of its advisory board, without pay.", began: day(from(1500)), declared: moment(from(1100)) });
put("interest", { person: who("second-panel-member"), kind: "financial", organisation: "ZZ-T06", description: "Ran a clinic there one day a month, for a fee.", began: day(from(1400)), ended: day(from(300)), declared: moment(from(1100)) });
put("interest", { person: reviewers[0], kind: "personal", organisation: "ZZ-V01", description: "Gives five pounds a month to the hospice's lottery.", began: day(from(900)), declared: moment(from(700)) });
put("breach", { happened: day(from(410)), what: "A member of a panel took part in the talk about a grant before saying that a relative worked for the organisation. No vote had been taken.",
	done: "The talk began again without that member. Since then nobody can open a review before they have declared their interests.", notes: "Reported to the audit committee.", recorded_by: who("panel-chair"), recorded: moment(from(405)) });
const contracts = words.services.map(register);
contracts.forEach(reviewsOf);
plans();
bids();
process.stdout.write(`${lines.join("\n")}\n`);
