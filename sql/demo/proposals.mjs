// proposals.mjs: the demonstration's proposals: the consultation on joint commissioning (42 associates asked, 12 answered: 7 in favour, 2 against, 3 do not
// know; six groups' positives and challenges, as Bath and North East Somerset published them in 2014, a row a group; the wording is ours), one that is
// open, and one that opens soon. Always the same but for the dates.
//	node sql/demo/proposals.mjs > FILE; soundings import proposals FILE
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const DAY = 86400000, now = process.argv[2] ? Date.parse(process.argv[2]) : Date.now();
const day = (days) => new Date(now + days * DAY).toISOString().slice(0, 10);
/** A part of a day is an hour of work: -29.5 is at one o'clock. */
const moment = (days) => `${new Date(Math.min(now - 120000, Date.parse(day(Math.floor(days))) + (9 + (days - Math.floor(days)) * 8) * 3600000)).toISOString().slice(0, 19)}Z`;
/** The Monday of that week, as the web's responses keep it. */
const monday = (days) => { const d = new Date(now + days * DAY); return day(days - (d.getUTCDay() + 6) % 7); };
const author = "author@demo.example", coder = "two-hats@demo.example";
const put = (record, values) => process.stdout.write(`${JSON.stringify({ record, ...values })}\n`);

const groups = {
	"Public and Patient Associates": "People who told us that they want to be asked",
	"GP members": "The practices that are members of the commissioner",
	"Local medical committee": "Speaks for general practitioners",
	"Community provider": "Community nursing, therapies, health visiting",
	"Acute provider": "The hospital",
	Healthwatch: "Speaks for people who use health and care services",
	"Local authority": "The council: social care, public health",
	"Voluntary sector": "Charities and community groups",
	"Carers": "People who look after somebody",
};
for (const [name, about] of Object.entries(groups))
	put("group", { name, about });

// ---- Joint commissioning: closed, decided --------------------------------------------------------

const themes = [
	{ name: "What could be better" },
	{ name: "Services tailored to local needs", under: "What could be better", about: "Local knowledge, local say", words: /tailored|local|here know|practices that they know/i },
	{ name: "Better integrated services", under: "What could be better", about: "Services that work together", words: /integrat|joined|work together|social care|planned together|none of them knows/i },
	{ name: "Better use of premises", under: "What could be better", about: "Buildings, opening times, one place to go", words: /premises|building|nearer to home/i },
	{ name: "What could go wrong" },
	{ name: "Conflicts of interest", under: "What could go wrong", about: "Practices decide about practices", words: /conflict|paid would decide|commission ourselves|have an interest/i },
	{ name: "Some individuals will dominate", under: "What could go wrong", words: /dominate|same few voices/i },
	{ name: "A postcode health service", under: "What could go wrong", about: "Differences from place to place", words: /postcode|same for everyone|national/i },
	{ name: "Money and people to do it", under: "What could go wrong", words: /money|staff|people to do|lose out/i },
];
const themesOf = (text) => themes.filter(({ words }) => words?.test(text)).map(({ name }) => name);

put("proposal", {
	slug: "joint-commissioning", title: "Joint commissioning of GP services", by: author,
	summary: "NHS England plans and pays for the services of your general practice. We plan and pay for most others: hospitals, community nursing, mental health, out-of-hours care.\n\nWe propose to do this together with NHS England for general practice too, from April.",
	decides: "The governing body, in public, without members who have an interest", decides_on: day(-12),
	happens: "We read everything. What people say is gathered into themes by two people who work independently of each other. We publish the result in one table, a row for each group, and then what was decided and why.\n\nWe publish your words only if you let us.",
	equality: "People who depend on their practice most (older people, people with a long-term condition, people without a car) gain most where services work together, and lose most where they move. We will look at each change for them first.",
	opens: day(-75), closes: day(-33), made: moment(-90), published: moment(-76), decided: moment(-6),
	sections: [
		{ heading: "What is proposed", body: "We would take decisions about general practice **jointly with NHS England**:\n\n- contracts of practices, and what is paid for quality\n- new practices, mergers, closures\n- premises\n\nEach practice keeps its national contract." },
		{ heading: "Why", body: "Today one patient's care is planned in several places. A practice, a district nurse and a hospital clinic may be a mile apart, and each planned by somebody else.\n\n> \"My husband sees the practice, the district nurse and the hospital, and none of them knows what the others do.\"" },
		{ heading: "Conflicts of interest", body: "General practitioners sit on our governing body. Where a decision touches their practices,\n\n1. everybody declares their interests first,\n2. who has one leaves the room,\n3. lay members are the majority,\n4. the reasons are published." },
		{ heading: "What would not change", body: "You stay with your practice. Appointments, prescriptions and referrals work as they do." },
	],
	texts: [
		{ code: "easy-read", title: "Who plans your GP surgery?", body: "We want to help plan GP surgeries.\n\nNow NHS England does this.\n\nWe want to do it **together** with them.\n\n## What is good about it\n\n- We know this area.\n- Services can work together.\n\n## What could be bad\n\n- Some doctors would help decide about doctors.\n- We have **rules** so that this is fair.\n\nTell us what you think." },
		{ code: "pl", title: "Wspólne planowanie usług lekarzy rodzinnych", body: "Proponujemy wspólne z NHS England planowanie i finansowanie usług lekarzy rodzinnych.\n\nZapraszamy do wyrażenia opinii: czy jest Pan/Pani za, przeciw, czy bez zdania, i dlaczego." },
	],
	groups: [["Public and Patient Associates", 42], ["GP members", 27], ["Local medical committee", 1], ["Community provider", 1], ["Acute provider", 1],
		["Healthwatch", 1], ["Local authority", 1], ["Voluntary sector", null]].map(([name, members]) => ({ name, ...(members ? { members } : {}) })),
	events: [{ kind: "workshop", title: "Voluntary-sector liaison event", place: "Guildhall, Castlegate", held: day(-54),
		notes: "Thirty people from charities and community groups. Three tables, one question each: what could be gained, what worries you, what would you need to see.",
		attendance: [{ group: "Voluntary sector", n: 30 }] }],
	themes: themes.map(({ words, ...theme }) => theme),
	outcomes: [
		{ theme: "Services tailored to local needs", said: "Decide about surgeries where people know them", did: "doing", what: "A joint committee decides for our area from April. It meets in public, in a different locality each time.", owner: "Director of primary care", due: day(120), progress: "Terms of reference agreed" },
		{ theme: "Better integrated services", said: "Plan practices, community nursing and social care together", did: "doing", what: "Community nurses and social workers are planned around groups of practices.", owner: "Head of community services", due: day(210) },
		{ theme: "Better use of premises", said: "Health centres stand half empty in the evenings", did: "differently", what: "We look at every building with its practice first; a shared list of free rooms is there from June.", why: "Most buildings are the practices' own: nobody can decide about them without the practice.", owner: "Head of estates", due: day(200) },
		{ theme: "Conflicts of interest", said: "Those who are paid would decide what they are paid", did: "doing", what: "Lay members are the majority of the committee. Interests are declared for every decision, and the register is published.", owner: "Chair of the audit committee", due: day(20), done: day(-8), progress: "In force" },
		{ theme: "Some individuals will dominate", said: "It is always the same few voices", did: "differently", what: "Each meeting begins with what patients' groups sent in writing, and every member is asked in turn.", why: "We considered limits on how often one person may speak, and found them unfair to people who speak for many.", owner: "Committee secretary", due: day(150) },
		{ theme: "A postcode health service", said: "Health care should be the same for everyone in England", did: "not_doing", what: "We do not set standards of our own below or instead of the national ones.", why: "The national contract and its standards stay in force for every practice; this proposal never touched them. We had not said so clearly enough." },
	],
});

function point(kind, text, { grade, section, quoted = false, coders = [author] } = {}) {
	const names = themesOf(text);
	const codes = Object.fromEntries(coders.map((who) => [who, names]));
	return { kind, ...(grade ? { grade } : {}), ...(section ? { section } : {}), text, quoted, codes };
}

// What the associates wrote is the same as in the survey of that name.
const { responses } = JSON.parse(readFileSync(join(here, "joint-commissioning.responses.json"), "utf8"));
const quotable = new Set([1, 2, 6, 9, 10]);
responses.forEach(({ answers }, i) => {
	const coders = i % 2 === 0 ? [author, coder] : [author], mine = [];
	if (answers.positives)
		mine.push(point("gain", answers.positives, { coders, quoted: quotable.has(i) }));
	if (answers.challenges)
		mine.push(point("concern", answers.challenges, { coders, section: /conflict/i.test(answers.challenges) ? "Conflicts of interest" : undefined, quoted: quotable.has(i) }));
	if (answers.change_mind)
		mine.push(point("comment", answers.change_mind, { coders }));
	// The second coder saw one passage otherwise: the agreement page shows it.
	if (i === 8)
		mine[0].codes[coder] = ["Conflicts of interest"];
	put("response", { proposal: "joint-commissioning", stance: answers.stance === "do_not_know" ? "unsure" : answers.stance, group: "Public and Patient Associates", by_link: true,
		publication: quotable.has(i) || i % 3 ? "group" : "none", received: monday(-74 + 7 * Math.floor(i / 4)), points: mine,
		...(i === 5 ? { asks: "What would really change for a patient?" } : {}), ...(i % 4 === 0 ? { email: `associate-${i + 1}@demo.example` } : {}) });
});

/** A group's own response, sent as a letter and published with its name: a row of the table. */
const row = (group, organisation, stance, received, points) => put("response", { proposal: "joint-commissioning", stance, group, capacity: "organisation", organisation,
	publication: "name", source: "letter", typed_by: author, received: day(received), points: points.map(([kind, text, grade]) => point(kind, text, { grade, quoted: true })) });
row("GP members", "Members' meeting, 27 practices", "in_favour", -50, [
	["gain", "Decisions about practices are taken by people who know them and the local needs", "high"],
	["gain", "Money can follow patients out of hospital into general practice", "high"],
	["gain", "One conversation about premises, staff and contracts instead of three", "medium"],
	["gain", "Practices, community nursing and social care are planned together", "medium"],
	["concern", "Conflicts of interest: we would commission ourselves, and be seen to", "high"],
	["concern", "More work without the staff or the money to do it", "high"],
	["concern", "Relations between member practices suffer when some judge others", "medium"],
	["concern", "Responsibility comes to us, and the power to decide stays elsewhere", "medium"]]);
row("Local medical committee", "Demonstration Local Medical Committee", "unsure", -48, [
	["gain", "The needs of local practices are understood by those who plan for them"], ["gain", "Faster answers about premises"],
	["concern", "The national contract must not be opened through the back door"], ["concern", "Practices would be managed by their neighbours: conflicts of interest on both sides"]]);
row("Community provider", "Quayside Community Health", "in_favour", -47, [
	["gain", "Community nursing and general practice planned together, around the same patients"], ["gain", "Shared buildings where teams meet"],
	["concern", "Services could go to practices without competition: a conflict of interest"]]);
row("Acute provider", "Castlegate Hospitals", "in_favour", -45, [
	["gain", "Fewer people come to hospital who need not, when general practice is integrated with other services"],
	["concern", "Hospital services lose out when money moves before demand does"]]);
row("Healthwatch", "Healthwatch Demonstration", "unsure", -41, [
	["gain", "Patients are nearer to those who decide: local people can be heard"], ["gain", "One place to complain about care that is not joined up"],
	["concern", "Who decides when general practitioners have an interest must be open to the public"], ["concern", "The same few voices are heard unless people are asked in other ways"]]);
row("Local authority", "Demonstration Council", "in_favour", -38, [
	["gain", "General practice joined up with social care and public health"], ["gain", "Better use of public buildings"],
	["concern", "Residents cannot tell who answers for what"], ["concern", "Differences between places: a postcode health service"]]);

put("response", { proposal: "joint-commissioning", group: "Voluntary sector", capacity: "organisation", organisation: "Voluntary-sector liaison event", publication: "name", source: "meeting",
	event: "Voluntary-sector liaison event", typed_by: author, received: day(-54), points: [
		point("gain", "Charities could plan with practices that they know, instead of a region that they do not", { quoted: true }),
		point("gain", "Joined up social prescribing", { quoted: true }),
		point("concern", "Small groups have no staff to sit on one more committee", { quoted: true }),
		point("concern", "Those who speak loudest in meetings will dominate", {})] });
put("response", { proposal: "joint-commissioning", stance: "against", capacity: "person", publication: "none", source: "letter", typed_by: author, received: day(-29),
	points: [point("concern", "I only heard of this after it had closed. Surgeries should stay as they are.")] });

// ---- Blood tests: open -----------------------------------------------------------------------------

put("proposal", {
	slug: "blood-tests-closer-to-home", title: "Blood tests closer to home", by: author,
	summary: "Most people go to the hospital for a blood test, and wait there.\n\nWe propose that every practice offers blood tests, or shares a clinic with its neighbours, and that the hospital's walk-in clinic opens in the mornings only.",
	decides: "The primary care committee", decides_on: day(60), opens: day(-16), closes: day(26), made: moment(-30), published: moment(-17),
	happens: "We count what you say and gather it into themes. Everybody who leaves an address is told what was decided. We publish your words only if you let us.",
	equality: "People without a car gain. People who work in the daytime may lose the hospital's afternoon clinic: tell us.",
	sections: [
		{ heading: "In your practice", body: "Each practice offers blood tests **on at least three days a week**, one of them before 9am. Small practices may share a clinic within two miles." },
		{ heading: "At the hospital", body: "The walk-in clinic opens from 7:30am to 12:30pm. Tests that need the hospital stay there." },
	],
	texts: [{ code: "easy-read", title: "Where do you get a blood test?", body: "Now many people go to the **hospital**.\n\nWe want you to have blood tests **near your home**.\n\nThe hospital would do blood tests **in the morning only**.\n\nIs this good or bad for you? Tell us." }],
	groups: [{ name: "Public and Patient Associates", members: 42 }, { name: "Carers" }, { name: "GP members", members: 50 }, { name: "Acute provider", members: 1 }],
	form: { pages: [{ title: "Your last blood test", questions: [
		{ code: "where", type: "radios", label: "Where did you have your last blood test?", options: [{ code: "practice", label: "In my practice" }, { code: "hospital", label: "At the hospital" }, { code: "elsewhere", label: "Somewhere else" }, { code: "never", label: "I have not had one" }] }] }] },
	themes: [{ name: "Travel and parking" }, { name: "Opening times" }, { name: "Waiting" }, { name: "Practices' capacity" }],
});
const said = [
	["in_favour", "gain", "No more two buses to the hospital and back", "Travel and parking"], ["in_favour", "gain", "I could walk to my surgery", "Travel and parking"],
	["in_favour", "gain", "Parking costs more than the bus there", "Travel and parking"], ["in_favour", "gain", "Less waiting in a crowded corridor", "Waiting"],
	["against", "concern", "I work until five: the afternoon clinic is the only one that I can reach", "Opening times"], ["against", "concern", "The surgery can hardly answer the telephone as it is", "Practices' capacity"],
	["unsure", "concern", "Will the results come as quickly?", "Waiting"], ["in_favour", "gain", "My mother is frightened of the hospital, not of her nurse", null],
	["unsure", "concern", "Before 9am is no use to carers who get somebody ready", "Opening times"], ["against", "concern", "Mornings only at the hospital will make the queue longer", "Waiting"],
];
for (let i = 0; i < 46; i++) {
	const [stance, kind, text, theme] = said[(i * 7 + Math.floor(i / 10)) % said.length];
	put("response", { proposal: "blood-tests-closer-to-home", stance, ...(i % 3 === 0 ? { group: "Carers" } : i % 5 === 1 ? { group: "Public and Patient Associates", by_link: true } : {}),
		publication: i % 4 ? "group" : "none", received: monday(-15 + Math.floor(i / 5)), answers: { where: ["hospital", "practice", "hospital", "elsewhere"][i % 4] },
		points: [{ kind, ...(i % 2 ? { grade: i % 4 === 1 ? "high" : "medium" } : {}), section: kind === "gain" ? "In your practice" : "At the hospital", text, ...(i < 20 ? { codes: { [author]: theme ? [theme] : [] } } : {}) }] });
}
// A campaign: the same text, many times.
for (let i = 0; i < 14; i++)
	put("response", { proposal: "blood-tests-closer-to-home", stance: "against", publication: "none", received: monday(-6), answers: { where: "hospital" },
		points: [{ kind: "concern", text: "Save our hospital blood clinic! Open all day, every day, for everybody who works." }] });

// ---- Opening times: coming -------------------------------------------------------------------------

put("proposal", {
	slug: "surgeries-in-the-evening", title: "Surgeries in the evening and on Saturday", by: author,
	summary: "We propose that each locality has one surgery that is open until 8pm on weekdays and on Saturday mornings, for patients of every practice there.",
	decides: "The primary care committee", decides_on: day(110), opens: day(12), closes: day(54), made: moment(-4), published: moment(-1),
	happens: "We count what you say and gather it into themes, publish both, and say what was decided and why.",
	sections: [{ heading: "What is proposed", body: "Five surgeries, one a locality. Appointments through your own practice or by telephone." }],
	groups: [{ name: "GP members", members: 50 }],
});

// ---- The panel's decision on joint commissioning: one member has a conflict of interest and takes no part ------------------------------

const who = (name) => `${name}@demo.example`, scorers = ["contract-reviewer", "second-contract-reviewer"].map(who);
const panel = ["panel-chair", "panel-member", "second-panel-member", "second-contract-reviewer", "third-contract-reviewer"].map(who);
const conflicted = who("third-contract-reviewer"), scale = { 0: "Not shown", 1: "Hardly shown", 2: "Partly shown", 3: "Clearly shown", 4: "Convincing in every part" };
const criteria = [["Answers what people said", 35, "What people hoped for and feared: is it met?", "proposal", 3, "Local say and integration are met; the fear of conflicts of interest is met by the majority of lay members."],
	["Safe from conflicts of interest", 30, "Could people with an interest decide?", "", 3, "Interests are declared for every decision, and who has one leaves. The register is published."],
	["Effect on equality", 20, "Who gains, who loses, and is it made good?", "", 3, "People who depend on their practice gain most. Each change is looked at for them first."],
	["Can be done", 15, "People, money, time", "", 2, "Staff are found from what is there; the money for premises is not certain."]];
put("criteria", { name: "Proposals", judges: "proposal", answer_days: 0, published: moment(-100), by: scorers[0], criteria: criteria.map(([name, weight, help, evidence]) => ({ name, weight, help, ...(evidence && { evidence }), ...scale })) });
const scores = (k) => criteria.map(([criterion, , , , score, reason], i) => ({ criterion, score: Math.max(0, score - (k && i === 1 ? 1 : 0)), reason }));
put("review", { proposal: "joint-commissioning", criteria: "Proposals", opened: moment(-30), opened_by: scorers[0], due: day(-10),
	declarations: [...new Set([...scorers, ...panel])].filter((person) => person !== conflicted).map((person, i) => ({ person, kind: "none", at: moment(-29 + i * 0.1) }))
		.concat({ person: conflicted, kind: "financial", description: "Partner in a practice whose premises the committee would decide on.", at: moment(-28) }),
	reviewers: scorers.map((person, k) => ({ person, added: moment(-29.5), scores: scores(k), sent: moment(-25 + k) })),
	moderation: moment(-23), agreed: criteria.map(([criterion, , , , score, reason], i) => ({ criterion, score, by: scorers[0], at: moment(-22 + i * 0.01), reason })),
	findings: { text: "People are in favour of deciding nearer to them, and afraid of decisions by those who gain from them. The safeguards answer that fear.", equality: "Gains for people who depend on their practice; no group loses.", by: scorers[0] },
	panel: moment(-18),
	decision: { outcome: "approve_conditions", reasons: "Most of those who answered are in favour. What they fear most, conflicts of interest, is met by a majority of lay members and a published register; what they fear of different standards is not in the proposal.",
		conditions: [{ what: "Lay members are the majority before the first meeting", owner: scorers[0], made: moment(-10), due: day(20), done: moment(-8), evidence: "The list of members was published." },
			{ what: "A report after a year on what changed for patients", owner: scorers[0], made: moment(-10), due: day(380) }],
		met: day(-12), quorum: 3, made_by: panel[0], made: moment(-12), confirmed_by: panel[2], confirmed: moment(-10),
		members: panel.map((person) => person === conflicted ? { person, part: "excluded" } : { person, part: "present", vote: person === who("panel-member") ? "abstain" : "for" }) } });
