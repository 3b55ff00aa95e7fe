// decisions.mjs: reviews for tests of what panels decide, in any state, with a panel that declared; stored as the program stores them.
import { contract, quote, store, voluntary } from "./contracts.mjs";
import { newRef } from "./incidents.mjs";

export const reviewStates = ["scoring", "moderation", "findings", "panel", "made", "decided", "cancelled"];
const person = (email) => ({ sql: `(SELECT p.person_id FROM person p WHERE p.email = ${quote(email)})` });
const reviewOf = (ref) => ({ sql: `(SELECT v.review_id FROM review v WHERE v.ref = ${quote(ref)})` });
const now = { sql: "UTC_TIMESTAMP()" }, token = { sql: "RANDOM_BYTES(16)" };
let made = 0;

/** A published version of criteria of its own: { version_id, criteria: [criterion_id, …] }. */
export async function criteriaVersion(it, { judges = "contract", criteria = [["Outcomes for people", 40], ["Quality", 35], ["Value for money", 25]] } = {}) {
	const ref = newRef(), scale = Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`scale_${n}`, `What ${n} means`]));
	await store(it, "criteria", { ref, name: `Criteria ${process.pid} ${made++} ${ref}`, judges });
	await store(it, "criteria_version", { criteria_id: { sql: `(SELECT c.criteria_id FROM criteria c WHERE c.ref = '${ref}')` }, number: 1 });
	const [[id]] = await it.sql(`SELECT version_id FROM criteria_version JOIN criteria USING (criteria_id) WHERE ref = '${ref}'`);
	for (const [position, [name, weight]] of criteria.entries())
		await store(it, "criterion", { version_id: Number(id), position, name, weight, ...scale });
	await it.sql(`UPDATE criteria_version SET state = 'published', published_at = UTC_TIMESTAMP() WHERE version_id = ${id}`);
	return { version_id: Number(id), criteria: (await it.sql(`SELECT criterion_id FROM criterion WHERE version_id = ${id} ORDER BY position`)).map(([one]) => Number(one)) };
}

/** A plan that was sent; gives its reference. */
export async function sentPlan(it, { organisation = "VOLTEST", by = "contract-reviewer@demo.example", ...columns } = {}) {
	const call = newRef(), ref = newRef();
	await voluntary(it, organisation);
	await store(it, "submission_call", { ref: call, kind: "plan", title: `Plans ${call}`, form: "{}", asks: "practice,voluntary", state: "open" });
	await store(it, "submission", { ref, submission: token, call_id: { sql: `(SELECT c.call_id FROM submission_call c WHERE c.ref = '${call}')` },
		organisation_id: { sql: `(SELECT organisation_id FROM organisation WHERE code = ${quote(organisation)})` }, state: "sent", answers: "{}", saved_at: now,
		sent_at: now, person_id: person(by), title: "Our plan", ...columns });
	return ref;
}

/** Puts somebody (an e-mail address) on the panel. */
export const sits = (it, email, chair = 0) => store(it, "panel_member", { person_id: person(email), chair, since: "2026-01-01" });

/** What somebody declares for a review. */
export const declares = (it, ref, email, kind = "none") => store(it, "review_declaration",
	{ review_id: reviewOf(ref), person_id: person(email), kind, description: kind === "none" ? "" : "A seat on its board", declared_at: now });

/** A review of a contract (its reference; one is made if none is given), of a submission or of a proposal, in a state; declared: addresses of who declared none;
 * conflicted: of who declared a conflict. Gives its reference. */
export async function panelReview(it, { contract: of, submission, proposal, organisation = "VOLTEST", state = "panel", version, declared = [], conflicted = [], ...columns } = {}) {
	const ref = newRef(), { version_id } = version ?? await criteriaVersion(it, { judges: submission ? "submission" : proposal ? "proposal" : "contract" });
	of ??= submission || proposal ? undefined : await contract(it, { organisation });
	const table = submission ? "submission" : proposal ? "proposal" : "contract", what = quote(submission ?? proposal ?? of);
	await store(it, "review", { ref, submission: token, [`${table}_id`]: { sql: `(SELECT x.${table}_id FROM ${table} x WHERE x.ref = ${what})` },
		organisation_id: { sql: proposal ? "(SELECT MIN(x.organisation_id) FROM organisation x WHERE x.kind = 'commissioner')" : `(SELECT x.organisation_id FROM ${table} x WHERE x.ref = ${what})` }, version_id, title: `Review of ${of ?? submission ?? proposal}`,
		state, state_at: now, opened_at: now, due_on: "2026-12-31", ...columns });
	for (const email of declared)
		await declares(it, ref, email);
	for (const email of conflicted)
		await declares(it, ref, email, "financial");
	return ref;
}

/** A decision that waits to be confirmed, of a review that is before the panel: votes: { address: "for" | "against" | "abstain" }. Gives its reference. */
export async function decisionMade(it, review, { by, votes, outcome = "continue", quorum = 3, ...columns }) {
	const ref = newRef();
	await store(it, "decision", { ref, submission: token, review_id: reviewOf(review), outcome, reasons: "The service does what it is for.", met_on: "2026-11-20", quorum,
		made_by: person(by), made_at: now, ...columns });
	for (const [email, vote] of Object.entries(votes))
		await store(it, "decision_member", { decision_id: { sql: `(SELECT d.decision_id FROM decision d WHERE d.ref = '${ref}')` }, person_id: person(email), part: "present", vote });
	await it.sql(`UPDATE review SET state = 'made', state_at = UTC_TIMESTAMP() WHERE ref = ${quote(review)}`);
	return ref;
}
