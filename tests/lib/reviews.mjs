// reviews.mjs: templates of criteria and reviews for tests, in any state, with who declared what.
import { contract, quote, store } from "./contracts.mjs";
import { newRef } from "./incidents.mjs";

let made = 0;
const person = (email) => ({ sql: email ? `(SELECT p.person_id FROM person p WHERE p.email = ${quote(email)})` : "(SELECT MIN(p.person_id) FROM person p)" });
const now = { sql: "UTC_TIMESTAMP()" }, review_id = (ref) => ({ sql: `(SELECT v.review_id FROM review v WHERE v.ref = ${quote(ref)})` });
export const reviewStates = ["scoring", "moderation", "findings", "panel", "made", "decided", "cancelled"];

/** Stores a template with one version: { ref, version } (version: SQL of its id). criteria: [{ name, weight, … }]. */
export async function criteria(it, { name = `Criteria ${process.pid}.${made++}`, judges = "contract", state = "published",
	criteria: all = [{ name: "Quality", weight: 60 }, { name: "Value for money", weight: 40 }], ...columns } = {}) {
	const ref = newRef(), version = { sql: `(SELECT w.version_id FROM criteria_version w JOIN criteria t ON t.criteria_id = w.criteria_id WHERE t.ref = '${ref}')` };
	await store(it, "criteria", { ref, name, judges, ...columns });
	await store(it, "criteria_version", { criteria_id: { sql: `(SELECT t.criteria_id FROM criteria t WHERE t.ref = '${ref}')` }, number: 1 });
	for (const [i, one] of all.entries())
		await store(it, "criterion", { version_id: version, position: i + 1, scale_0: "Nothing of it", scale_1: "Little of it", scale_2: "Half of it", scale_3: "Most of it",
			scale_4: "All of it", ...one });
	if (state === "published")
		await it.sql(`UPDATE criteria_version w JOIN criteria t ON t.criteria_id = w.criteria_id SET w.state = 'published', w.published_at = UTC_TIMESTAMP(),
			w.published_by = ${person().sql} WHERE t.ref = '${ref}'`);
	return { ref, name, version };
}

/** Somebody (an e-mail address) declared for a review. */
export const declare = (it, ref, email, kind = "none", description = kind === "none" ? "" : "Their sister works there") =>
	store(it, "review_declaration", { review_id: review_id(ref), person_id: person(email), kind, description, declared_at: now });

/** Stores a review of a contract (a reference; one of its own if none is given); gives its reference. reviewers, none, conflict: e-mail addresses of who
 * scores, declared that there is no interest, declared a conflict; title and other columns by name. */
export async function review(it, { contract: of, criteria: by, state = "scoring", reviewers = [], none = [], conflict = [], ...columns } = {}) {
	const ref = newRef();
	of ??= await contract(it);
	by ??= await criteria(it);
	const shown = ["findings", "panel", "made", "decided"].includes(state);
	await store(it, "review", {
		ref, submission: { sql: "RANDOM_BYTES(16)" }, contract_id: { sql: `(SELECT c.contract_id FROM contract c WHERE c.ref = ${quote(of)})` },
		organisation_id: { sql: `(SELECT c.organisation_id FROM contract c WHERE c.ref = ${quote(of)})` }, version_id: by.version,
		title: `Review ${process.pid}.${made++}`, state, state_at: now, opened_by: person(), opened_at: now, due_on: { sql: "UTC_DATE() + INTERVAL 60 DAY" },
		...(shown && { findings: "The service reaches whom it is for.", findings_at: now, answer_by: { sql: "UTC_DATE() + INTERVAL 14 DAY" } }),
		...(state === "cancelled" && { cancelled_why: "Opened twice" }), ...columns,
	});
	for (const email of [...new Set([...reviewers, ...none])])
		if (reviewers.includes(email))
			await store(it, "review_reviewer", { review_id: review_id(ref), person_id: person(email), added_at: now });
	for (const email of none)
		await declare(it, ref, email);
	for (const email of conflict)
		await declare(it, ref, email, "indirect");
	return ref;
}
