// answers.mjs: people who answer proposals without a browser, and what the database then holds.
import { Client, decode, forms } from "./http.mjs";
import { proposalId } from "./proposals.mjs";
import { fill } from "./surveys.mjs";

/** What is stored of a proposal's responses, in the order they replace each other. */
export async function responses(it, { ref }) {
	const rows = await it.sql(`SELECT JSON_OBJECT('id', CAST(response_id AS CHAR), 'ref', ref, 'stance', stance, 'group', group_id, 'by_link', by_link, 'capacity', capacity,
		'organisation', organisation, 'name', name, 'publication', publication, 'asks', asks, 'answers', answers, 'received', received_on, 'late', late,
		'replaces', CAST(replaces AS CHAR), 'withdrawn', withdrawn) FROM proposal_response WHERE proposal_id = ${proposalId(ref).sql} ORDER BY replaces IS NOT NULL`);
	return rows.map(([row]) => JSON.parse(row));
}

export async function points(it, { ref }) {
	const rows = await it.sql(`SELECT JSON_OBJECT('kind', o.kind, 'grade', o.grade, 'section', s.ref, 'text', o.text) FROM proposal_point o
		LEFT JOIN proposal_section s ON s.section_id = o.section_id WHERE o.proposal_id = ${proposalId(ref).sql} ORDER BY o.response_id, o.position`);
	return rows.map(([row]) => JSON.parse(row));
}

export const usual = { stance: "in_favour", capacity: "person", publication: "none" };

/** From a page on until something else than a page to fill in comes: the page to check, or the one behind it. */
export async function answer(client, page, answers = {}) {
	const all = { ...usual, ...answers };
	for (let steps = 0; page.status === 200 && !page.text.includes("Check your answers before sending</h1>") && steps < 60; steps++) {
		if (!forms(page.text)[0]?.fields.some(([name]) => name === "state"))
			return page;
		page = await fill(client, page, all);
	}
	return page;
}

/** A whole visit: { sent: the confirmation, link: the private link's path, client, check: the page to check }. */
export async function respond(it, slug, answers = {}, client = new Client(it.publicUrl), first = undefined) {
	const check = await answer(client, first ?? await client.get(`/p/${slug}/answer/1`), answers);
	const posted = await fill(client, check);
	if (posted.status !== 303)
		return { client, check, posted };
	const sent = await client.get(posted.location);
	return { client, check, posted, sent, link: decode(/href="(\/p\/[^"]+\/mine\/[^"]+)"/.exec(sent.text)?.[1] ?? "") };
}
