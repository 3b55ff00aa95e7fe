// load.mjs: people who answer a survey while everything around them is killed, and the count of what became of their answers.
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "../lib/http.mjs";
import { definition, stateOf } from "../lib/surveys.mjs";

/** The survey of a torture: long enough answers that half of one would be seen. */
export const tortureSurvey = () => publishable("torture");
const publishable = (word) => definition({
	slug: `${word}-${process.pid.toString(36)}${Date.now().toString(36)}`, settings: { one_page: true, check_answers: false, reference: true },
	pages: [{ questions: [
		{ code: "stance", type: "radios", label: "Are you in favour?", required: true,
			options: [{ code: "for", label: "In favour" }, { code: "against", label: "Against" }] },
		{ code: "words", type: "long_text", label: "In your words", max_length: 500 },
		{ code: "visits", type: "number", label: "How many visits?" },
	] }],
});

/** What person number i answers: whole, it ends with its number again. */
export const answersOf = (i) => ({ stance: i % 2 ? "for" : "against", words: `person ${i} ${"says something ".repeat(i % 20)}end ${i}`, visits: i });

/** Tries again, as somebody who presses reload does, until `enough` is happy with an answer; undefined when they give up. */
async function patiently(load, ask, enough) {
	for (const end = Date.now() + load.patience; Date.now() < end && !load.broken;) {
		try {
			const answer = await ask();
			if (enough(answer))
				return answer;
			load.refusals[answer.status] = (load.refusals[answer.status] ?? 0) + 1;
		} catch {
			load.refusals.connection = (load.refusals.connection ?? 0) + 1;
		}
		await sleep(20 + Math.random() * 150);
	}
	return undefined;
}

/** One visit. Sends up to three times more after the confirmation, as impatient people do. */
async function person(load, client, slug, i) {
	const page = await patiently(load, () => client.get(`/s/${slug}/1`), ({ status }) => status === 200);
	if (!page)
		return;
	const { stance, words, visits } = answersOf(i);
	const body = [["state", stateOf(page)], ["stance", stance], ["words", words], ["visits", String(visits)], ["go", "on"]];
	const send = () => client.post(`/s/${slug}/1`, body);
	load.sent.add(i);
	// A double tap: both at once.
	const double = i % 10 === 0 ? send().catch(() => undefined) : undefined;
	const answer = await patiently(load, send, ({ status, location }) => status === 303 && location.includes("/sent/"));
	await double;
	const seen = answer && await patiently(load, () => client.get(answer.location), ({ status, text }) => status === 200 && /Thank you/.test(text));
	if (!seen)
		return;
	load.acknowledged.add(i);
	if (/already sent/.test(seen.text))
		load.strangers.push(i); // told that somebody else's answers stand
	if (i % 7 === 0)
		await send().catch(() => undefined);
}

/** Starts `clients` people at a time; call the result's stop() for the last to finish. */
export function startLoad(instance, slug, { clients = 16, patience = 60_000, first = 0, most = Infinity } = {}) {
	const load = { patience, broken: false, next: first, sent: new Set(), acknowledged: new Set(), strangers: [], refusals: {} };
	let going = true;
	const work = Array.from({ length: clients }, async () => {
		while (going && load.next < first + most)
			await person(load, new Client(instance.publicUrl), slug, load.next++);
	});
	load.stop = async () => {
		going = false;
		await Promise.all(work);
		return load;
	};
	load.done = Promise.all(work);
	return load;
}

/** Compares what was acknowledged with what is stored: { lost, doubled, broken, unasked, stored, acknowledged }. */
export function compare(load, rows) {
	const seen = new Map(), broken = [];
	for (const { answers } of rows) {
		const i = answers.visits;
		seen.set(i, (seen.get(i) ?? 0) + 1);
		if (JSON.stringify(answers) !== JSON.stringify(answersOf(i)))
			broken.push(i);
	}
	return {
		acknowledged: load.acknowledged.size, stored: rows.length,
		lost: [...load.acknowledged].filter((i) => !seen.has(i)),
		doubled: [...seen].filter(([, count]) => count > 1).map(([i]) => i),
		broken,
		unasked: [...seen.keys()].filter((i) => !load.sent.has(i)),
		strangers: load.strangers,
	};
}

