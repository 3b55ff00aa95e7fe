// demo_contracts.test.mjs: the demonstration's contracts, and `soundings import reviews`: all of a file or nothing, refused by the line, no way past a rule.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { signIn } from "../lib/http.mjs";
import { root, startInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it;
before(async () => {
	// Its own: what the demonstration has is counted, and other tests add records.
	it = await startInstance();
});
after(() => it.stop());

const one = async (query) => (await it.sql(query))[0]?.[0];
const table = async (query) => Object.fromEntries((await it.sql(query)).map(([name, n]) => [name, Number(n)]));
const tables = ["contract", "contract_value", "contract_kpi", "contract_document", "contract_action", "monitoring_return", "monitoring_version", "monitoring_value", "interest",
	"interest_breach", "criteria", "criterion", "panel_member", "submission_call", "submission", "review", "review_declaration", "review_score", "review_agreed", "review_event", "decision", "decision_member"];
const counts = async () => Promise.all(tables.map(async (name) => [name, await one(`SELECT COUNT(*) FROM ${name}`)]));
let files = 0;
/** Imports records: what the program said, and its exit status. */
async function load(...records) {
	const path = join(it.var, `records-${files++}.jsonl`);
	writeFileSync(path, records.map((record) => (typeof record === "string" ? record : JSON.stringify(record))).join("\n"));
	const { status, stderr } = await it.soundings(["import", "reviews", path]);
	return { ok: status === 0, said: stderr.replace(path, "FILE").trim() };
}

test("24 contracts and grants with 14 organisations, £1,600,000 in this financial year", async () => {
	assert.equal(await one("SELECT COUNT(*) FROM contract"), "24");
	assert.equal(await one("SELECT COUNT(DISTINCT organisation_id) FROM contract"), "14");
	assert.equal(await one("SELECT COUNT(*) FROM organisation WHERE kind = 'voluntary' AND code LIKE 'ZZ-V%'"), "14");
	assert.equal(await one("SELECT SUM(value_now) FROM contract"), "160000000");
	const year = await one("SELECT YEAR(NOW() - INTERVAL 3 MONTH)");
	assert.equal(await one(`SELECT SUM(pence) FROM contract_value WHERE year = ${year}`), "160000000");
	assert.deepEqual(Object.keys(await table("SELECT status, COUNT(*) FROM contract GROUP BY status")).sort(), ["ended", "live", "notice", "planned"]);
	assert.equal(await one("SELECT COUNT(*) FROM contract_aim"), "7");
	for (const flag of ["specified = 0 AND status = 'live'", "monitored = 0 AND status = 'live'", "next_review_on < CURDATE()", "ends_on BETWEEN CURDATE() AND CURDATE() + INTERVAL 6 MONTH",
		"returns_missing > 0", "red_kpis > 0"])
		assert.ok(Number(await one(`SELECT COUNT(*) FROM contract WHERE ${flag}`)) >= 2, flag);
	assert.equal(await one("SELECT COUNT(*) FROM search_word WHERE subject = 'contract' AND word = 'hospice'"), "2");
});

test("each KPI has a target, each monitored contract at least two of them and one outcome", async () => {
	for (const [reference, n, outcomes] of await it.sql(`SELECT c.reference, COUNT(k.kpi_id), SUM(k.outcome) FROM contract c JOIN contract_kpi k ON k.contract_id = c.contract_id
		WHERE c.monitored = 1 GROUP BY c.contract_id`)) {
		assert.ok(Number(n) >= 2 && Number(n) <= 5, reference);
		assert.equal(outcomes, "1", reference);
	}
});

test("three years of returns: late, missing, asked back, corrected, excused, of every colour", async () => {
	const states = await table("SELECT state, COUNT(*) FROM monitoring_return GROUP BY state");
	for (const state of ["due", "back", "accepted", "excused"])
		assert.ok(states[state] >= 1, state);
	const quarters = Number(await one(`SELECT COUNT(*) FROM monitoring_return m JOIN contract c ON c.contract_id = m.contract_id AND c.reference = (SELECT reference FROM contract
		WHERE return_months = 3 ORDER BY starts_on LIMIT 1) WHERE m.ends_on < CURDATE()`));
	assert.equal(quarters, 12);
	assert.ok(Number(await one("SELECT COUNT(*) FROM monitoring_return WHERE DATE(sent_at) > due_on")) >= 10, "late");
	assert.ok(Number(await one("SELECT COUNT(*) FROM monitoring_return WHERE version > 1")) >= 5, "corrected");
	assert.ok(Number(await one("SELECT COUNT(*) FROM monitoring_return WHERE state = 'due' AND due_on < CURDATE()")) >= 2, "missing");
	const colours = await table("SELECT rag, COUNT(*) FROM monitoring_return WHERE rag IS NOT NULL GROUP BY rag");
	for (const colour of ["red", "amber", "green"])
		assert.ok(colours[colour] >= 10, colour);
	// The figures of the newest version are in both places, with the targets they had.
	const rows = await it.sql(`SELECT v.answers, (SELECT COUNT(*) FROM monitoring_value w WHERE w.return_id = v.return_id), (SELECT SUM(w.value) FROM monitoring_value w
		WHERE w.return_id = v.return_id) FROM monitoring_version v JOIN monitoring_return m ON m.return_id = v.return_id AND m.version = v.number LIMIT 30`);
	for (const [answers, n, sum] of rows) {
		const { kpis } = JSON.parse(answers);
		assert.equal(kpis.length, Number(n));
		assert.equal(kpis.reduce((total, { value }) => total + value, 0), Number(sum));
	}
});

test("reviews in every state, two conflicts, decisions of each outcome; one ends with less money each year", async () => {
	const states = await table("SELECT state, COUNT(*) FROM review WHERE contract_id IS NOT NULL GROUP BY state");
	assert.deepEqual(Object.keys(states).sort(), ["cancelled", "decided", "findings", "made", "moderation", "panel", "scoring"]);
	assert.equal(await one("SELECT COUNT(*) FROM review_declaration d JOIN review v USING (review_id) WHERE d.conflict = 1 AND v.contract_id IS NOT NULL"), "2");
	assert.equal(await one(`SELECT COUNT(*) FROM decision_member m JOIN decision d USING (decision_id) JOIN review v USING (review_id) JOIN review w ON w.organisation_id = v.organisation_id
		JOIN review_declaration e ON e.review_id = w.review_id AND e.person_id = m.person_id AND e.conflict = 1 WHERE m.part = 'present'`), "0", "nobody votes about an organisation in which they hold an interest");
	const outcomes = await table("SELECT outcome, COUNT(*) FROM contract WHERE outcome IS NOT NULL GROUP BY outcome");
	assert.deepEqual(Object.keys(outcomes).sort(), ["cease", "conditions", "continue", "extend", "taper", "vary"]);
	const [[details, status, until]] = await it.sql(`SELECT d.details, c.status, c.ends_on FROM decision d JOIN review v ON v.review_id = d.review_id JOIN contract c ON c.contract_id = v.contract_id
		WHERE d.outcome = 'taper'`);
	const { taper, until: end } = JSON.parse(details);
	assert.equal(status, "notice");
	assert.equal(end, until);
	assert.ok(taper.length === 2 && taper[0].pence > taper[1].pence && taper[1].pence > 0);
	const actions = await table("SELECT state, COUNT(*) FROM contract_action WHERE decision_id IS NOT NULL GROUP BY state");
	assert.ok(actions.open >= 2 && actions.done >= 1, "conditions are actions");
	assert.equal(await one("SELECT COUNT(*) FROM panel_member WHERE sits = 1"), "5");
	assert.equal(await one("SELECT SUM(chair) FROM panel_member WHERE sits = 1"), "1");
	assert.equal(await one(`SELECT COUNT(*) FROM review_event e JOIN review_event f ON f.review_id = e.review_id AND f.event_id > e.event_id AND f.at < e.at`), "0", "told in the order of time");
	assert.equal(await one("SELECT COUNT(*) FROM decision WHERE ended_at < made_at"), "0");
	// Every decided review went the whole way.
	assert.equal(await one(`SELECT COUNT(*) FROM review v WHERE v.state = 'decided' AND (v.agreed_score IS NULL OR NOT EXISTS (SELECT 1 FROM decision d WHERE d.review_id = v.review_id AND d.state = 'confirmed')
		OR (SELECT COUNT(*) FROM review_event e WHERE e.review_id = v.review_id AND e.kind = 'moved') < 4)`), "0");
});

test("weights of each template add up to 100", async () => {
	for (const [name, sum] of await it.sql(`SELECT t.name, SUM(k.weight) FROM criteria t JOIN criteria_version w ON w.criteria_id = t.criteria_id JOIN criterion k ON k.version_id = w.version_id
		GROUP BY t.criteria_id`))
		assert.equal(sum, "100", name);
});

test("50 practices' plans for four standards, some of them judged; five bids", async () => {
	const sent = await table(`SELECT k.title, COUNT(*) FROM submission s JOIN submission_call k ON k.call_id = s.call_id WHERE s.state = 'sent' GROUP BY k.call_id`);
	assert.deepEqual(Object.values(sent).sort(), [5, 50]);
	assert.equal(await one("SELECT COUNT(DISTINCT s.organisation_id) FROM submission s JOIN organisation o ON o.organisation_id = s.organisation_id AND o.kind = 'practice' WHERE s.state = 'sent'"), "50");
	const judged = await table("SELECT d.outcome, COUNT(*) FROM decision d JOIN review v ON v.review_id = d.review_id WHERE v.submission_id IS NOT NULL GROUP BY d.outcome");
	assert.deepEqual(Object.keys(judged).sort(), ["approve", "approve_conditions", "decline", "return"]);
});

test("the same file twice is refused, says why, and changes nothing", async () => {
	const file = execFileSync("node", [join(root, "sql/demo/contracts.mjs")], { encoding: "utf8" });
	const before = await counts(), again = await load(...file.trim().split("\n"));
	assert.equal(again.ok, false);
	assert.match(again.said, /^FILE:8: they sit on the panel already$/);
	assert.deepEqual(await counts(), before);
	const contract = file.split("\n").find((line) => line.startsWith("{\"record\":\"contract\""));
	assert.match((await load(contract)).said, /^FILE:1: the contract "V[SG]\/\d+\/01" is there already$/);
});

const contract = (reference, more = {}) => ({ record: "contract", reference, organisation: "ZZ-V09", service: "Walks", starts: "2025-04-01", ends: "2030-03-31", return_months: 3, returns_from: "2025-04-01",
	values: [{ year: 2026, pounds: 1234.5 }], kpis: [{ name: "Walkers", target: 20, outcome: true }], ...more });
const mail = (name) => `${name}@demo.example`;
const judged = (reference, more = {}) => ({ record: "review", contract: reference, criteria: "Review of a contract or grant", opened: "2026-09-01T10:00:00Z", opened_by: mail("contract-reviewer"), due: "2026-12-01", ...more });
const quarter = (reference, more = {}) => ({ record: "return", contract: reference, starts: "2026-04-01", ends: "2026-06-30", due: "2026-07-30", state: "sent", at: "2026-07-20T10:00:00Z",
	versions: [{ sent: "2026-07-20T10:00:00Z", by: mail("provider-member"), spend: 300.25, narrative: "Dry.", kpis: [{ name: "Walkers", value: 21 }] }], ...more });

test("a broken line is refused by its number, and nothing of the file is stored", async () => {
	const before = await counts(), good = contract("T/1");
	for (const [records, said] of [
		[[good, "{"], /^FILE:2: not JSON/], [[good, "", "[]"], /^FILE:3: must be an object/], [[good, { record: "contrat" }], /^FILE:2: "record" cannot be "contrat"/], [[good, {}], /^FILE:2: "record" is missing/],
		[[good, contract("T/2", { sevice: "x" })], /^FILE:2: unknown key "sevice": did you mean "service"\?/], [[good, good], /^FILE:2: the contract "T\/1" is there already/],
		[[contract("T/2", { organisation: "ZZ-NO" })], /^FILE:1: there is no organisation "ZZ-NO"/], [[contract("T/2", { lead: "nobody@demo.example" })], /^FILE:1: nobody has the address/],
		[[contract("T/2", { starts: "2031-04-01" })], /^FILE:1: it ends before it starts/], [[contract("T/2", { starts: "2026-02-30" })], /^FILE:1: .*starts/], [[contract("T/2", { return_months: 5 })], /^FILE:1: "return_months" is/],
		[[contract("T/2", { values: [{ year: 2026, pounds: 0.001 }] })], /^FILE:1: "pounds" must be a number with at most two decimals/], [[contract("T/2", { service: "x".repeat(201) })], /^FILE:1: "service" has 201 characters/],
		[[contract("T/2", { status: "gone" })], /^FILE:1: "status" cannot be "gone"/], [[contract("T/2", { aim: "World peace" })], /^FILE:1: there is no aim/], [[contract("T/2", { kpis: [{ name: "A", target: 1 }, { name: "A", target: 2 }] })], /^FILE:1: there are two KPIs "A"/],
		[[quarter("T/1"), good], /^FILE:1: there is no contract "T\/1" before this line/], [[good, quarter("T/1"), quarter("T/1")], /^FILE:3: the return of this period is there already/],
		[[good, quarter("T/1", { versions: undefined })], /^FILE:2: it was sent, so "versions" is missing/], [[good, quarter("T/1", { versions: [{ sent: "2026-07-20T10:00:00Z", by: mail("provider-member"), kpis: [{ name: "Runners", value: 1 }] }] })], /^FILE:2: the contract has no KPI "Runners"/],
		[[{ record: "call", title: "T", asks: ["practice"], form: { pages: [{ questions: [{ code: "a", type: "poem", label: "A" }] }] } }], /^FILE:1: "form": .*poem/],
		[[good, quarter("T/1", { due: "2026-05-01" })], /^FILE:2: the days of a return are start, end, due/], [[good, quarter("T/1", { at: "yesterday" })], /^FILE:2: "at" is to be a time like/],
	]) {
		const result = await load(...records);
		assert.equal(result.ok, false, result.said);
		assert.match(result.said, said);
	}
	assert.deepEqual(await counts(), before);
});

test("a file cannot get past the rules of a review", async () => {
	const names = (await it.sql(`SELECT k.name FROM criterion k JOIN criteria_version w ON w.version_id = k.version_id JOIN criteria t ON t.criteria_id = w.criteria_id
		WHERE t.name = 'Review of a contract or grant' ORDER BY k.position`)).map(([name]) => name);
	assert.equal(names.length, 8);
	const at = "2026-09-02T10:00:00Z", people = ["panel-chair", "panel-member", "second-panel-member"].map(mail), [first] = people;
	const none = (person) => ({ person, kind: "none", at }), scores = names.map((criterion) => ({ criterion, score: 3, reason: "Seen." }));
	const whole = { declarations: people.map(none), reviewers: [{ person: first, added: at, scores, sent: at }], moderation: at, agreed: names.map((criterion) => ({ criterion, score: 3, reason: "Agreed.", by: first, at })), panel: at };
	const decision = { outcome: "continue", reasons: "Good.", met: "2026-10-01", quorum: 3, next_review: "2027-10-01", made_by: first, made: "2026-10-01T10:00:00Z", confirmed_by: people[1], confirmed: "2026-10-01T12:00:00Z",
		members: people.map((person) => ({ person, part: "present", vote: "for" })) };
	const conflict = { person: first, kind: "financial", description: "A job there.", at };
	const before = await counts();
	for (const [review, said] of [
		[{ ...whole, declarations: [] }, /"declarations" is empty/], [{ ...whole, declarations: undefined }, /who scores declares before/], [{ ...whole, declarations: [conflict, ...people.slice(1).map(none)] }, /who has a conflict of interest does not score/],
		[{ ...whole, reviewers: [{ person: first, added: at, scores }] }, /every reviewer has sent/], [{ ...whole, agreed: whole.agreed.slice(1) }, /the panel comes when every score is agreed on/], [{ ...whole, moderation: undefined }, /"moderation" is missing/],
		[{ declarations: whole.declarations, decision }, /"panel" is missing/], [{ ...whole, decision: { ...decision, confirmed_by: first } }, /another member who was present confirms/],
		[{ ...whole, decision: { ...decision, members: decision.members.slice(0, 2) } }, /below the quorum of 3/], [{ ...whole, decision: { ...decision, members: people.map((person) => ({ person, part: "present", vote: "abstain" })) } }, /no majority/],
		[{ ...whole, decision: { ...decision, confirmed_by: mail("second-contract-reviewer") } }, /another member who was present confirms/],
		[{ ...whole, decision: { ...decision, members: [...decision.members, { person: mail("second-contract-reviewer"), part: "present", vote: "for" }] } }, /declared nothing, does not sit/],
		[{ ...whole, decision: { ...decision, outcome: "approve" } }, /"outcome" cannot be "approve"/], [{ ...whole, decision, cancelled: { at, by: first, why: "No." } }, /it was decided/], [{ ...whole, criteria: "Innovation bids" }, /there are no criteria "Innovation bids" for it/],
		[{ ...whole, reviewers: [{ person: first, added: at, scores: [{ criterion: "Charm", score: 4, reason: "x" }] }] }, /there is no criterion "Charm"/], [{ ...whole, reviewers: [{ person: first, added: at, scores: [{ criterion: names[0], score: 5, reason: "x" }] }] }, /"score" must be between 0 and 4/],
	]) {
		const result = await load(contract("T/3"), judged("T/3", review));
		assert.equal(result.ok, false, JSON.stringify(review).slice(0, 200));
		assert.match(result.said, new RegExp(`^FILE:2: .*${said.source}`));
	}
	assert.deepEqual(await counts(), before, "the control is below");
	const fine = await load(contract("T/3"), quarter("T/3"), judged("T/3", { ...whole, decision }));
	assert.ok(fine.ok, fine.said);
	assert.deepEqual(await it.sql("SELECT c.outcome, c.value_now, c.red_kpis, v.state, v.agreed_score FROM contract c JOIN review v ON v.contract_id = c.contract_id WHERE c.reference = 'T/3'"),
		[["continue", await one("SELECT COALESCE((SELECT pence FROM contract_value v JOIN contract c ON c.contract_id = v.contract_id WHERE c.reference = 'T/3' AND v.year = YEAR(NOW() - INTERVAL 3 MONTH)), 0)"), "0", "decided", "300"]]);
	assert.equal(await one("SELECT COUNT(*) FROM audit WHERE action = 'import' AND subject = 'contract'"), "3", "one row of the trail for each file that was stored: the demonstration's two, and this");
});

test("a figure may say which target it had, when that was another one than today's", async () => {
	const then = (target) => [{ sent: "2026-07-20T10:00:00Z", by: mail("provider-member"), kpis: [{ name: "Walkers", value: 21, target }] }];
	assert.match((await load(contract("T/4"), quarter("T/4", { versions: then("many") }))).said, /^FILE:2: "target"/);
	const fine = await load(contract("T/4"), quarter("T/4", { versions: then(30) }), quarter("T/4", { starts: "2026-07-01", ends: "2026-09-30", due: "2026-10-30", at: "2026-10-20T10:00:00Z" }));
	assert.ok(fine.ok, fine.said);
	assert.deepEqual(await it.sql("SELECT w.target, w.rag FROM monitoring_value w JOIN monitoring_return m USING (return_id) JOIN contract c USING (contract_id) WHERE c.reference = 'T/4' ORDER BY m.starts_on"),
		[["3000", "red"], ["2000", "green"]]);
});

test("the help says how contracts are reviewed, to each what concerns them", async () => {
	const [staff, carers, practice] = await Promise.all(["contract_reviewer", "carers_member", "practice_member"].map(async (name) => text(await (await signIn(it, it.accounts[name])).get("/help/contracts"))));
	for (const page of [staff, carers, practice]) {
		assert.match(page, /How contracts are reviewed/);
		assert.match(page, /Scoring.*Moderation.*With the organisation.*Before the panel.*To be confirmed.*Decided.*Cancelled/s);
		assert.match(page, /At least 3 members/);
	}
	assert.match(staff, /The register/);
	assert.doesNotMatch(carers, /The register shows|the list of contracts shows/i);
	assert.match(carers, /Your organisation.s returns/);
	assert.match(practice, /Plans and bids/);
	assert.doesNotMatch(practice, /Your organisation.s returns/);
});
