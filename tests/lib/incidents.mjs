// incidents.mjs: incidents for tests, stored as a report's last step stores them, in any state.
import { randomBytes } from "node:crypto";

const letters = "23456789BCDFGHJKMNPQRSTVWXZ";
const word = (n) => Array.from(randomBytes(n), (byte) => letters[byte % letters.length]).join("");
/** A reference of nothing yet. */
export const newRef = () => `${word(4)}-${word(4)}`;
const quote = (value) => value === null || value === undefined ? "NULL" : typeof value === "number" ? String(value)
	: `'${String(value).replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** Every state, in the order of the program's. */
export const incidentStates = ["draft", "submitted", "triage", "information", "provider", "investigating", "planned", "closed", "hold", "duplicate", "not_incident",
	"reopened"];

/** A report as its form stores it; `changes` replace answers, undefined takes one out. */
export function report(changes = {}, people = [{ physical: "5", psychological: "4" }]) {
	const answers = { kind: "incident", happened_on: "2026-11-02", where: "own", what_happened: "A prescription was printed twice. It was noticed at the desk.",
		done_at_once: "The second one was destroyed.", share: "nobody", ...changes };
	return { answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)), people };
}

/** Stores one; gives its reference. organisation: a code; reporter: an e-mail address (none: without a name); about: a code; other columns by name,
 * SQL words as { sql: "UTC_TIMESTAMP()" }. state "draft" keeps `report` as a draft. */
export async function incident(it, { organisation, reporter, state = "submitted", about, report: sent = report(), ...columns } = {}) {
	const ref = `${word(4)}-${word(4)}`, a = sent.answers, worst = (name) => Math.min(...sent.people.map((person) => Number(person[name] ?? 9)));
	const row = {
		ref, submission: { sql: "RANDOM_BYTES(16)" }, state, state_at: { sql: "UTC_TIMESTAMP()" }, made_at: { sql: "UTC_TIMESTAMP()" }, saved_at: { sql: "UTC_TIMESTAMP()" },
		organisation_id: { sql: `(SELECT organisation_id FROM organisation WHERE code = ${quote(organisation)})` },
		reporter_id: reporter ? { sql: `(SELECT person_id FROM person WHERE email = ${quote(reporter)})` } : null,
		about_organisation_id: about ? { sql: `(SELECT organisation_id FROM organisation WHERE code = ${quote(about)})` } : null,
		kind: a.kind, about: about ? "other" : a.where, happened_on: a.happened_on, title: a.what_happened.slice(0, 150), share: a.share,
		physical: worst("physical") < 9 ? worst("physical") : null, psychological: worst("psychological") < 9 ? worst("psychological") : null,
		...(state === "draft" ? { draft: JSON.stringify(sent) } : {
			report: JSON.stringify(sent), submitted_at: { sql: "UTC_TIMESTAMP()" }, due_at: { sql: "UTC_TIMESTAMP() + INTERVAL 7 DAY" },
			urgency: { sql: "100000000000 + UNIX_TIMESTAMP() + 7 * 86400" } }),
		...columns,
	};
	await it.sql(`INSERT INTO incident (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).map((value) => value?.sql ?? quote(value)).join(", ")})`);
	if (state !== "draft")
		await it.sql(`INSERT INTO incident_pending (incident_id) SELECT incident_id FROM incident WHERE ref = '${ref}'`);
	return ref;
}

/** An investigation request of an incident, to an organisation (a code), by somebody (an e-mail address); gives its reference. */
export async function investigation(it, { incident: of, organisation, by = "incident-manager@demo.example", ...columns } = {}) {
	const ref = `${word(4)}-${word(4)}`;
	const row = {
		ref, submission: { sql: "RANDOM_BYTES(16)" }, incident_id: { sql: `(SELECT i.incident_id FROM incident i WHERE i.ref = ${quote(of)})` },
		organisation_id: { sql: `(SELECT organisation_id FROM organisation WHERE code = ${quote(organisation)})` },
		asked_by: { sql: `(SELECT person_id FROM person WHERE email = ${quote(by)})` }, asked_at: { sql: "UTC_TIMESTAMP()" },
		state_at: { sql: "UTC_TIMESTAMP()" }, due_on: { sql: "UTC_DATE() + INTERVAL 28 DAY" }, subject: "A letter that came late",
		brief: "A discharge letter came eleven days after the patient went home.", questions: "When was the letter sent, and what held it up?", ...columns,
	};
	await it.sql(`INSERT INTO investigation_request (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).map((value) => value?.sql ?? quote(value)).join(", ")})`);
	return ref;
}

/** Work on the incident `there`, { kind: { state: [reference, its own] } }: open, of `other` (foreign), and nowhere; actions have the name of a
 * move as a third part. */
export async function workRecords(it, there, other) {
	const maker = "(SELECT MIN(person_id) FROM person)", action = "what = 'Matrix', owner_name = 'Matrix', due_on = '2099-01-01', made_at = UTC_TIMESTAMP()",
		letter = `kind = 'outcome', whom = 'Matrix', body = 'Matrix', made_at = UTC_TIMESTAMP(), made_by = ${maker}`;
	const records = {}, add = async (kind, of, columns) => {
		const ref = newRef();
		await it.sql(`INSERT INTO incident_${kind} SET ref = '${ref}', incident_id = (SELECT incident_id FROM incident WHERE ref = '${of}'), ${columns}`);
		return [there, ref];
	};
	for (const [kind, columns] of [["note", `at = UTC_TIMESTAMP(), person_id = ${maker}, text = 'Matrix'`],
		["step", "happened_on = '2026-01-01', what = 'Matrix', made_at = UTC_TIMESTAMP()"], ["action", action], ["letter", letter]])
		records[kind] = { none: [there, "2222-2222"], nowhere: ["2222-2222", "2222-2222"], open: await add(kind, there, columns), foreign: await add(kind, other, columns) };
	for (const state of ["done", "cancelled"])
		records.action[state] = await add("action", there, `${action}, state = '${state}', evidence = 'x', ended_at = UTC_TIMESTAMP()`);
	records.letter.sent = await add("letter", there, `${letter}, sent_on = '2026-01-01'`);
	for (const value of Object.values(records.action))
		value.push("done");
	return records;
}
