// bulletins.mjs: learning bulletins for tests, in any state, by the way that the database lets them go.
import { randomBytes } from "node:crypto";

const letters = "23456789bcdfghjkmnpqrstvwxz";
const quote = (value) => `'${String(value).replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
const personOf = (email) => `(SELECT person_id FROM person WHERE email = ${quote(email)})`;
export const bulletinStates = ["draft", "review", "published", "withdrawn"];

/** Stores one; gives its slug. writer, approver: e-mail addresses; incident: the reference it was made from; days: published so many days ago. */
export async function bulletin(it, { writer, approver, state = "published", title = "Two names that look alike", summary = "Check the strength twice.",
	body = "# What happened\n\nTwo boxes looked alike.\n\n# What we learnt\n\nRead the label.\n\n# What to do\n\n- Keep them apart.", isPublic = false, incident, days = 0 } = {}) {
	const ref = Array.from(randomBytes(8), (byte) => letters[byte % letters.length]).join(""), slug = `a-bulletin-${ref}`;
	const when = `UTC_TIMESTAMP() - INTERVAL ${days} DAY`;
	await it.sql(`INSERT INTO bulletin (ref, slug, title, summary, body, public, state_at, made_at, written_by, edited_by)
		VALUES ('${ref}', '${slug}', ${quote(title)}, ${quote(summary)}, ${quote(body)}, ${isPublic ? 1 : 0}, ${when}, ${when}, ${personOf(writer)}, ${personOf(writer)})`);
	if (incident)
		await it.sql(`INSERT INTO bulletin_incident SELECT b.bulletin_id, i.incident_id FROM bulletin b JOIN incident i WHERE b.ref = '${ref}' AND i.ref = '${incident}'`);
	for (const next of bulletinStates.slice(1, bulletinStates.indexOf(state) + 1))
		await it.sql(`UPDATE bulletin SET state = '${next}', state_at = ${when}${next === "review" ? `, sent_by = ${personOf(writer)}` : ""}${
			next === "published" ? `, published_at = ${when}, approved_by = ${personOf(approver)}` : ""} WHERE ref = '${ref}'`);
	return slug;
}
