// surveys.mjs: surveys for tests, visits that answer them without a browser, and what the database then holds.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client, decode, forms } from "./http.mjs";

let made = 0;
const fresh = (word) => `${word}-${process.pid.toString(36)}${(made++).toString(36)}${Math.random().toString(36).slice(2, 5)}`;

/** A survey of two pages with one conditional question; `changes` replace its parts, settings are added to. */
export function definition({ settings, ...changes } = {}) {
	return {
		slug: fresh("test"), kind: "survey", anonymity: "open", title: "A survey of the tests",
		organisation: { code: "TESTA", name: "Test Practice A", kind: "practice" },
		settings: { one_page: false, check_answers: true, reference: true, date_kept: "week", ...settings },
		start: { why: "To find out.", minutes: 2, happens: "They are counted." },
		confirmation: { next: "We read them." },
		pages: [
			{ title: "First", questions: [
				{ code: "stance", type: "radios", label: "Are you in favour?", required: true,
					options: [{ code: "for", label: "In favour" }, { code: "against", label: "Against" }] },
				{ code: "words", type: "long_text", label: "In your words", max_length: 500 },
			] },
			{ title: "Second", questions: [
				{ code: "reason", type: "short_text", label: "Why against?", max_length: 100, when: { question: "stance", option: "against" } },
				{ code: "visits", type: "number", label: "How many visits?", min: 0, max: 100 },
				{ code: "ticks", type: "checkboxes", label: "Which?",
					options: [{ code: "a", label: "A" }, { code: "b", label: "B" }, { code: "none", label: "None", exclusive: true }] },
			] },
		],
		...changes,
	};
}

/** Imports a survey; gives its slug. */
export async function publish(instance, survey = definition()) {
	const file = join(instance.var, `${survey.slug}.json`);
	writeFileSync(file, JSON.stringify(survey, null, "\t"));
	const result = await instance.soundings(["import", "survey", file]);
	if (result.status !== 0)
		throw new Error(result.stderr);
	return survey.slug;
}

/** Responses of a survey, in the order of their answers (their ids are random): [{ answers, version, received }]. */
export async function stored(instance, slug) {
	const rows = await instance.sql(`SELECT HEX(r.answers), r.version, r.received_on FROM response r
		JOIN survey s USING (survey_id) WHERE s.slug = '${slug}' ORDER BY r.answers`);
	return rows.map(([answers, version, received]) =>
		({ answers: JSON.parse(Buffer.from(answers, "hex").toString("utf8")), version: Number(version), received }));
}

/** How many responses there are, of all surveys. */
export async function countAll(instance) {
	return Number((await instance.sql("SELECT COUNT(*) FROM response"))[0][0]);
}

/** All that a request must not change, as one word. Sessions and failures are left out: they may. */
export async function fingerprint(instance) {
	// Of a person all but when they were last seen, which a slow machine's clock moves.
	const people = await instance.sql("SELECT person_id, organisation_id, email, name, password_hash, HEX(totp_secret), state, row_version FROM person ORDER BY person_id");
	const tables = ["response", "membership", "organisation", "survey", "survey_version", "invitation", "migration"];
	return JSON.stringify([people, await instance.sql(`CHECKSUM TABLE ${tables.join(", ")}`)]);
}

/** Names that a page's form would send, ticked or not. */
export const names = (page) => new Set([...page.text.matchAll(/\sname="([^"]*)"/g)].map(([, name]) => decode(name)));

/** Fills in what of `answers` the page asks, and presses a button ("on", "back", ...). */
export function fill(client, page, answers = {}, button = "on", path = undefined) {
	const asked = names(page);
	const changes = Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name)));
	return client.submit(page, changes, { button, path });
}

/** The state that a page carries. */
export const stateOf = (page) => forms(page.text)[0]?.fields.find(([name]) => name === "state")?.[1];

/** A whole visit, from the first page to the confirmation; gives the last page, and on it the POST that sent it (`sent`). */
export async function visit(instance, slug, answers, client = new Client(instance.publicUrl)) {
	let page = await client.get(`/s/${slug}/1`), sent;
	for (let steps = 0; page.status === 200 && steps < 20; steps++) {
		const form = forms(page.text)[0];
		if (!form)
			return page;
		sent = form.action;
		page = await fill(client, page, answers);
		if (page.status === 303) {
			const confirmation = await client.get(page.location);
			return { ...confirmation, address: page.location, sent };
		}
	}
	return page;
}

/** The text of a page's main part, without tags, in one line. */
export const text = (page) => decode((/<main[^>]*>([\s\S]*)<\/main>/.exec(page.text)?.[1] ?? page.text)
	.replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ").trim();
