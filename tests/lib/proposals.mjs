// proposals.mjs: proposals, and responses to them, for tests: stored as the program stores them. Makers of what belongs to them stand below.
import { createHash, randomBytes } from "node:crypto";
import { quote, store } from "./contracts.mjs";
import { decode, forms } from "./http.mjs";
import { newRef } from "./incidents.mjs";

let made = 0;
const hex = (bytes) => ({ sql: `UNHEX('${Buffer.from(bytes).toString("hex")}')` });
const newId = () => ({ sql: String(randomBytes(8).readBigUInt64BE() & ((1n << 62n) - 1n)) });
/** The number that a reference stands for. */
export const proposalId = (ref) => ({ sql: `(SELECT b.proposal_id FROM proposal b WHERE b.ref = ${quote(ref)})` });
export const responseId = (ref) => ({ sql: `(SELECT x.response_id FROM (SELECT response_id, ref FROM proposal_response) x WHERE x.ref = ${quote(ref)})` });
export const groupId = (ref) => ({ sql: `(SELECT s.group_id FROM stakeholder_group s WHERE s.ref = ${quote(ref)})` });
export const themeId = (ref) => ({ sql: `(SELECT t.theme_id FROM (SELECT theme_id, ref FROM proposal_theme) t WHERE t.ref = ${quote(ref)})` });
export const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** Stores a proposal; gives { ref, slug, groups: { name: ref } }. groups: [[name, members or null]]; sections: [[heading, body]]; other columns by name. */
export async function proposal(it, { groups = [], sections = [["What we propose", "To do it **together**."]], state = "published", ...columns } = {}) {
	const ref = newRef(), slug = columns.slug ?? `test-${process.pid}-${made++}-${randomBytes(3).toString("hex")}`, out = { ref, slug, groups: {}, sections: [] };
	await store(it, "proposal", { ref, slug, submission: { sql: "RANDOM_BYTES(16)" }, title: `Proposal ${slug}`, summary: "What is proposed, in short.", happens: "We count them.",
		equality: "Nobody is worse off.", decides: "The governing body", decides_on: day(60), opens_on: day(-20), closes_on: day(20), state,
		made_at: { sql: "UTC_TIMESTAMP()" }, made_by: { sql: "(SELECT MIN(m.person_id) FROM person m)" },
		published_at: state === "draft" ? null : { sql: "UTC_TIMESTAMP()" }, ...columns });
	for (const [i, [heading, body]] of sections.entries()) {
		out.sections.push(newRef());
		await store(it, "proposal_section", { ref: out.sections[i], proposal_id: proposalId(ref), position: i + 1, heading, body });
	}
	for (const [i, [name, members]] of groups.entries()) {
		const group = newRef();
		await store(it, "stakeholder_group", { ref: group, name: `${name} ${slug}`, about: "" });
		out.groups[name] = group;
		await store(it, "proposal_group", { proposal_id: proposalId(ref), group_id: groupId(group), position: i + 1, members, token_hash: { sql: "RANDOM_BYTES(32)" }, token: "" });
	}
	return out;
}

/** Of a response's words: as proposal_text_hash() makes it, for texts of letters without accents. */
const textHash = (points) => {
	const words = points.map(({ text }) => text.toLowerCase().replace(/[^a-z0-9]/g, "")).join("");
	return words.length < 60 ? null : hex(createHash("md5").update(words).digest());
};

/** Stores a response to a proposal (its reference); gives { ref, points: [id] }. group: a reference; points: [{ kind, grade, section: ref, text, quoted, themes:
 * [ref] }]; answers: an object; replaces: the reference of the version before; email: an address that they left, wants: for what; other columns by name. */
export async function response(it, to, { group, points = [], answers = {}, replaces, email, wants = "outcome", ...columns } = {}) {
	const ref = newRef(), id = newId(), out = { ref, id: id.sql, points: [] };
	await store(it, "proposal_response", { response_id: id, ref, proposal_id: proposalId(to), submission: { sql: "RANDOM_BYTES(16)" }, digest: { sql: "RANDOM_BYTES(16)" },
		stance: "in_favour", group_id: group ? groupId(group) : null, answers: JSON.stringify(answers), received_on: day(-3), text_hash: textHash(points),
		edit_hash: { sql: "RANDOM_BYTES(32)" }, replaces: replaces ? responseId(replaces) : null, ...(replaces && { typed_by: { sql: "(SELECT MIN(m.person_id) FROM person m)" } }), ...columns });
	for (const [i, { kind = "gain", grade = null, section, text, quoted = 0, themes = [] }] of points.entries()) {
		const point = newId();
		out.points.push(point.sql);
		await store(it, "proposal_point", { point_id: point, response_id: id, proposal_id: proposalId(to), position: i + 1, kind, grade, text, quoted,
			section_id: section ? { sql: `(SELECT s.section_id FROM proposal_section s WHERE s.ref = ${quote(section)})` } : null });
		for (const theme of themes)
			await store(it, "proposal_point_theme", { point_id: point, theme_id: themeId(theme) });
	}
	if (email)
		await store(it, "proposal_contact", { response_id: id, proposal_id: proposalId(to), email, wants });
	return out;
}

/** Stores a document of a proposal; gives its reference. Other columns by name. */
export async function document(it, to, columns = {}) {
	const ref = randomBytes(16).toString("hex");
	await store(it, "proposal_document", { ref, proposal_id: proposalId(to), title: "A plan", name: "plan.pdf", type: "pdf", size: 10,
		sha256: { sql: "RANDOM_BYTES(32)" }, scan: "clean", added_at: { sql: "UTC_TIMESTAMP()" }, person_id: { sql: "(SELECT MIN(m.person_id) FROM person m)" }, ...columns });
	await store(it, "proposal_document_body", { document_id: { sql: `(SELECT d.document_id FROM proposal_document d WHERE d.ref = ${quote(ref)})` }, part: 0, bytes: "0123456789" });
	return ref;
}

/** Stores a theme of a proposal (its reference); gives its own. parent: a reference. */
export async function theme(it, to, name, parent) {
	const ref = newRef();
	await store(it, "proposal_theme", { ref, proposal_id: proposalId(to), parent_id: parent ? themeId(parent) : null, position: made++, name });
	return ref;
}

/** Stores a meeting; gives its reference. attendance: { group's reference: how many }. */
export async function event(it, to, { attendance = {}, ...columns } = {}) {
	const ref = newRef();
	await store(it, "proposal_event", { ref, submission: { sql: "RANDOM_BYTES(16)" }, proposal_id: proposalId(to), kind: "meeting", title: `Meeting ${ref}`, held_on: day(-10), ...columns });
	for (const [group, n] of Object.entries(attendance))
		await store(it, "proposal_attendance", { event_id: { sql: `(SELECT e.event_id FROM proposal_event e WHERE e.ref = ${quote(ref)})` }, group_id: groupId(group), n });
	return ref;
}

/** A proposal's first and last day, long ago. */
export const closed = { opens_on: day(-60), closes_on: day(-30) };

export const words = (html) => decode(html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ")).replace(/\s+/g, " ");
/** The three parts of a date field. */
export const date = (name, iso) => Object.fromEntries([["year", 0], ["month", 1], ["day", 2]].map(([part, i]) => [`${name}-${part}`, iso.split("-")[i]]));
const done = (answer) => {
	if (answer.status !== 303)
		throw new Error(`${answer.path}: ${answer.status} ${words(answer.text).slice(0, 600)}`);
	return answer;
};

/** Drafts a proposal and, unless publish is false, publishes it. author: a client who is signed in as an author. sections: [[heading, body]…]. Other
 * fields as the form of /proposals/REF/edit has them. Gives { ref, slug, title, sections: [ref…] }. */
export async function makeProposal(it, { author, title = `A centre for dementia ${process.pid} ${made++}`, summary = "One place for memory clinics.", sections = [
	["Why we propose this", "Clinics are **far apart**.\n\n- long ways\n- long waits"], ["What would change", "They move under one roof."]],
opens = day(-1), closes = day(30), publish = true, ...fields }) {
	const ref = done(await author.submit(await author.get("/proposals/new"), { title, summary })).location.split("/")[2];
	done(await author.submit(await author.get(`/proposals/${ref}/edit`), { decides: "The governing body", happens: "We read **all** of them, and publish what people said.",
		equality: "Older people are touched most.", ...date("opens_on", opens), ...date("closes_on", closes), ...fields }));
	for (const [heading, body] of sections)
		done(await author.submit(await author.get(`/proposals/${ref}/sections/new`), { heading, body }));
	if (publish)
		done(await author.submit(await author.get(`/proposals/${ref}/publish`)));
	const [[slug]] = await it.sql(`SELECT slug FROM proposal WHERE ref = '${ref}'`);
	const rows = await it.sql(`SELECT s.ref FROM proposal_section s JOIN proposal p ON p.proposal_id = s.proposal_id WHERE p.ref = '${ref}' ORDER BY s.position`);
	return { ref, slug, title, sections: rows.map(([one]) => one) };
}

/** Makes a stakeholder group by the forms. members: lines as an author pastes them. Gives { ref, name }. */
export async function makeGroup(it, { author, name = `Group ${process.pid} ${made++}`, about = "", members = [] }) {
	const place = done(await author.submit(await author.get("/proposals/groups/new"), { name, about })).location;
	if (members.length)
		done(await author.submit(await author.get(place), { members: members.join("\n") }));
	return { ref: place.split("/")[3], name };
}

/** A proposal (its reference) asks a group (its own); gives the answer. members: how many are known. */
export async function askGroup(author, ref, group, members = "") {
	const page = await author.get(`/proposals/${ref}/groups`);
	return author.submit(page, { group, members }, { form: forms(page.text).findIndex(({ fields }) => fields.some(([name]) => name === "group")) });
}
