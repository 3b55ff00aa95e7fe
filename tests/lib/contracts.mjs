// contracts.mjs: contracts for tests, stored as the register stores them. Makers of what belongs to them stand below.
import { newRef } from "./incidents.mjs";

let made = 0;
export const quote = (value) => value === null || value === undefined ? "NULL" : typeof value === "number" ? String(value)
	: `'${String(value).replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
/** Adds a row: columns by name, SQL words as { sql: "UTC_TIMESTAMP()" }. */
export const store = (it, table, row) => it.sql(`INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${
	Object.values(row).map((value) => value?.sql ?? quote(value)).join(", ")})`);
const of = (ref) => ({ sql: `(SELECT c.contract_id FROM contract c WHERE c.ref = ${quote(ref)})` });

/** A voluntary organisation with this code, made if there is none. */
export async function voluntary(it, code, name = `Voluntary ${code}`) {
	await it.sql(`INSERT INTO organisation (code, name, kind) VALUES (${quote(code)}, ${quote(name)}, 'voluntary') ON DUPLICATE KEY UPDATE name = name`);
	return code;
}

/** A KPI of a contract (its reference); gives its own. target: hundredths of the unit. */
export async function kpi(it, contractRef, { name = "People seen in time", unit = "percent", target = 8500, ...columns } = {}) {
	const ref = newRef();
	await store(it, "contract_kpi", { ref, contract_id: of(contractRef), name, unit, target, ...columns });
	return ref;
}

/** Stores one; gives its reference in addresses. organisation: a code, made if needed; lead: an e-mail address; kpis: [{ name, unit, target, … }];
 * values: { 2026: pence }; other columns by name. */
export async function contract(it, { organisation = "VOLTEST", lead, kpis = [], values = {}, ...columns } = {}) {
	const ref = newRef();
	await voluntary(it, organisation);
	await store(it, "contract", {
		ref, submission: { sql: "RANDOM_BYTES(16)" }, reference: `T/${process.pid}/${made++}`,
		organisation_id: { sql: `(SELECT organisation_id FROM organisation WHERE code = ${quote(organisation)})` },
		lead_id: lead ? { sql: `(SELECT person_id FROM person WHERE email = ${quote(lead)})` } : null,
		kind: "contract", service: `Befriending ${made}`, served: "Older people who live alone", area: "Everywhere", route: "direct",
		starts_on: "2024-04-01", first_ends_on: "2027-03-31", ends_on: columns.first_ends_on ?? "2027-03-31",
		return_months: 3, returns_from: columns.starts_on ?? "2024-04-01", review_months: 12, ...columns,
	});
	for (const one of kpis)
		await kpi(it, ref, one);
	for (const [year, pence] of Object.entries(values))
		await store(it, "contract_value", { contract_id: of(ref), year: Number(year), pence });
	return ref;
}

const short = (date) => date.toISOString().slice(0, 10);
/** A monitoring return of a contract (its reference), for the three months that begin with `starts_on`; gives its own. answers: sent by
 * `by` (an e-mail address), as monitoring.h says, so that it has a version and figures; other columns by name. */
export async function monitoringReturn(it, contractRef, { starts_on = "2026-07-01", answers, by, ...columns } = {}) {
	const ref = newRef(), start = new Date(`${starts_on}T00:00:00Z`);
	const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 3, start.getUTCDate() - 1)), ends_on = columns.ends_on ?? short(end);
	const worst = answers && ["red", "amber", "green"].find((rag) => answers.kpis?.some((kpi) => kpi.rag === rag));
	await store(it, "monitoring_return", {
		ref, contract_id: of(contractRef), organisation_id: { sql: `(SELECT c.organisation_id FROM contract c WHERE c.ref = ${quote(contractRef)})` },
		starts_on, ends_on, due_on: short(new Date(new Date(`${ends_on}T00:00:00Z`).getTime() + 28 * 86_400_000)), state_at: { sql: "UTC_TIMESTAMP()" },
		...(answers ? { state: "sent", version: 1, sent_at: { sql: "UTC_TIMESTAMP()" }, rag: worst ?? null, spend: answers.spend ?? null } : {}), ...columns,
	});
	const id = { sql: `(SELECT m.return_id FROM monitoring_return m WHERE m.ref = ${quote(ref)})` };
	if (answers)
		await store(it, "monitoring_version", { return_id: id, number: 1, submission: { sql: "RANDOM_BYTES(16)" }, sent_at: columns.sent_at ?? { sql: "UTC_TIMESTAMP()" },
			person_id: { sql: by ? `(SELECT person_id FROM person WHERE email = ${quote(by)})` : "(SELECT MIN(person_id) FROM person)" }, answers: JSON.stringify(answers) });
	for (const { ref: of, target, better = "high", amber = 10, value = null, rag = null } of answers?.kpis ?? [])
		await store(it, "monitoring_value", { return_id: id, kpi_id: { sql: `(SELECT kpi_id FROM contract_kpi WHERE ref = ${quote(of)})` }, value, target, better, amber, rag });
	return ref;
}

/** The form of a call: a page for each of some standards, and a page about money when it is a bid's. */
export const callForm = (standards = ["Access", "Prescribing"], more = []) => ({ pages: [...standards.map((title, i) => ({ title: `Standard ${i + 1}: ${title}`, questions: [
	{ code: `do${i + 1}`, type: "long_text", label: `What will you do about ${title.toLowerCase()}?`, required: true, max_length: 1500 },
	{ code: `by${i + 1}`, type: "date", label: "By when?" },
	{ code: `help${i + 1}`, type: "yes_no", label: "Do you need help with it?", required: true }] })), ...more] });
/** Answers to the first of them, as they are sent. */
export const callAnswers = (standards = 2) => Object.fromEntries(Array.from({ length: standards }, (_, i) => [[`do${i + 1}`, `We will try number ${i + 1}`], [`help${i + 1}`, "no"]]).flat());

/** Stores a call for plans or bids; gives its reference. asks: kinds of organisations; form: pages and questions; criteria: a reference. */
export async function call(it, { kind = "plan", state = "open", asks = "practice,provider,voluntary", form = callForm(), criteria, ...columns } = {}) {
	const ref = newRef();
	await store(it, "submission_call", { ref, submission: { sql: "RANDOM_BYTES(16)" }, kind, title: `Call ${process.pid}.${made++}`, form: JSON.stringify(form), asks, state,
		criteria_id: criteria ? { sql: `(SELECT c.criteria_id FROM criteria c WHERE c.ref = ${quote(criteria)})` } : null, ...columns });
	return ref;
}

/** Stores a plan or a bid for a call (its reference); gives its own. organisation: a code; by: an e-mail address; answers: as they are sent, or typed so far. */
export async function submission(it, { call: to, organisation, by, state = "sent", answers = callAnswers(), number = 1, title = "", ...columns } = {}) {
	const ref = newRef(), text = JSON.stringify(answers);
	await store(it, "submission", { ref, submission: { sql: "RANDOM_BYTES(16)" }, call_id: { sql: `(SELECT k.call_id FROM submission_call k WHERE k.ref = ${quote(to)})` },
		organisation_id: { sql: `(SELECT organisation_id FROM organisation WHERE code = ${quote(organisation)})` }, number, title, state,
		...(state === "draft" ? { draft: text } : { answers: text, sent_at: { sql: "UTC_TIMESTAMP()" } }), saved_at: { sql: "UTC_TIMESTAMP()" },
		person_id: { sql: by ? `(SELECT person_id FROM person WHERE email = ${quote(by)})` : "(SELECT MIN(p.person_id) FROM person p)" },
		...(state === "withdrawn" && { withdrawn_why: "Sent by mistake" }), ...columns });
	return ref;
}
