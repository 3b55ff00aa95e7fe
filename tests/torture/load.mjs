// load.mjs: people who answer a survey while everything around them is killed, and the count of what became of their answers.
import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { decode, forms } from "../lib/http.mjs";
import { definition } from "../lib/surveys.mjs";

/** The survey of a torture: two pages and a check page. */
export const tortureSurvey = () => definition({
	slug: `torture-${process.pid.toString(36)}${Date.now().toString(36)}`,
	pages: [
		{ title: "First", questions: [
			{ code: "stance", type: "radios", label: "Are you in favour?", required: true,
				options: [{ code: "for", label: "In favour" }, { code: "against", label: "Against" }] },
			{ code: "words", type: "long_text", label: "In your words", max_length: 1000 },
		] },
		{ title: "Second", questions: [
			{ code: "visits", type: "number", label: "How many visits?", required: true },
			{ code: "ending", type: "short_text", label: "Anything else?", max_length: 100 },
		] },
	],
});

export const run = randomBytes(6).toString("hex");

/** What person number i answers, like nobody else; the last question has the number again, so that half of it would be seen. */
export const answersOf = (i) => ({
	stance: i % 2 ? "for" : "against", words: `${run} ${i} says “£5 & <3” 😀 ${"again ".repeat(i % 50)}${i}.`, visits: i, ending: `${run} ${i} ends`,
});

/** One request: { status, location, type, text, begun, fields }. Follows nothing; throws when no whole answer comes. */
export function ask(instance, agent, path, fields, { port = instance.publicPort, cookie } = {}) {
	const body = fields && new URLSearchParams(fields).toString(), begun = performance.now();
	return new Promise((resolve, reject) => {
		const question = request({
			agent, host: "127.0.0.1", port, path, method: body === undefined ? "GET" : "POST", timeout: 30_000,
			headers: { host: `localhost:${port}`, ...(cookie && { cookie }), ...(body !== undefined && {
				"content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) }) },
		}, (answer) => {
			let text = "";
			answer.setEncoding("utf8").on("data", (part) => { text += part; }).on("error", reject)
				.on("end", () => (answer.complete ? resolve({ status: answer.statusCode, location: answer.headers.location ?? "",
					type: answer.headers["content-type"] ?? "", text, begun, fields }) : reject(new Error("cut"))));
		});
		question.on("timeout", () => question.destroy(new Error("timeout"))).on("error", reject).end(body);
	});
}

const formOf = ({ text }) => {
	const action = /<form method="post" action="([^"]+)"/.exec(text), state = /name="state" value="([^"]+)"/.exec(text);
	return { action: action && decode(action[1]), state: state && decode(state[1]) };
};
const isPage = (action) => ({ status, text }) => status === 200 && text.includes(`<form method="post" action="${action}"`);

/** What people must find on a page that says it did not work: that they may try again, and from a worker, what they had typed. */
function kind({ status, type, text, fields }) {
	if (status < 500 || !type.startsWith("text/html") || !/<h1\b/.test(text) || !/try again/i.test(text))
		return false;
	if (status !== 503 || !fields)
		return true;
	const shown = (list) => JSON.stringify(list?.filter(([name]) => name !== "csrf").map(([name, value]) => [name, String(value)]));
	return forms(text).some((form) => shown(form.fields) === shown(fields)); // who is known has another form there: Sign out
}

/** Tries again, as somebody who presses reload does, until `enough` is happy with an answer; undefined when they give up. */
export async function patiently(load, what, enough) {
	const begun = performance.now();
	for (let failed; performance.now() < begun + load.patience && !load.broken; await sleep(20 + Math.random() * 150)) {
		const answer = await what().catch((error) => ({ status: error.code ?? error.message }));
		if (enough(answer)) {
			if (failed)
				load.longestWait = Math.max(load.longestWait, performance.now() - failed);
			return answer;
		}
		failed ??= answer.begun ?? performance.now();
		load.refusals[answer.status] = (load.refusals[answer.status] ?? 0) + 1;
		if (typeof answer.status === "number" && !kind(answer))
			load.unkind.push(`${answer.status} ${answer.type} ${answer.text.replace(/<[^>]*>|\s+/g, " ").slice(0, 200)}`);
		if (answer.status === load.hopeless)
			break;
	}
	load.gaveUp++;
	return undefined;
}

/** The check page's form, filled in: { action, fields }; undefined when they gave up. */
async function fillIn(load, ask, slug, i) {
	const { stance, words, visits, ending } = answersOf(i), page = (n) => `/s/${slug}/${n}`;
	const begun = i % 4 ? true : await patiently(load, () => ask(`/s/${slug}`), ({ status, text }) => status === 200 && text.includes(page(1)));
	const first = begun && await patiently(load, () => ask(page(1)), isPage(page(1)));
	const second = first && await patiently(load, () => ask(page(1), [["state", formOf(first).state], ["stance", stance], ["words", words],
		["go", "on"]]), isPage(page(2)));
	const check = second && await patiently(load, () => ask(page(2), [["state", formOf(second).state], ["visits", visits], ["ending", ending],
		["go", "on"]]), isPage(page("check")));
	return check && { action: page("check"), fields: [["state", formOf(check).state], ["go", "on"]] };
}

/** One visit. One in ten taps twice; one in seven sends again after the confirmation. */
async function person(load, ask, slug, i) {
	const form = await fillIn(load, ask, slug, i);
	if (!form)
		return;
	const send = () => ask(form.action, form.fields);
	load.sent.add(i);
	const double = i % 10 === 0 ? send().catch(() => undefined) : undefined;
	const answer = await patiently(load, send, ({ status, location }) => status === 303 && location.startsWith(`/s/${slug}/sent/`));
	await double;
	if (answer)
		load.confirm(answer.begun);
	const seen = answer && await patiently(load, () => ask(answer.location), ({ status, text }) => status === 200 && /Thank you/.test(text));
	if (!seen)
		return;
	load.acknowledged.add(i);
	if (/already sent/.test(seen.text))
		load.strangers.push(i); // told that somebody else's answers stand
	if (i % 7 === 0)
		await send().catch(() => undefined);
}

/** What is known of a load while it runs. hopeless: a status after which nobody tries again. */
export function newLoad({ patience, hopeless }) {
	const load = {
		patience, hopeless, broken: false, next: 0, sent: new Set(), acknowledged: new Set(), strangers: [], unkind: [], gaveUp: 0,
		refusals: {}, longestWait: 0, waiting: new Set(),
		/** Called for each confirmation, with when it was asked for. */
		confirm: (begun) => load.waiting.forEach((one) => one(begun)),
		/** Milliseconds from now to a confirmation that was asked for from now on. */
		untilConfirmed: () => new Promise((resolve) => {
			const from = performance.now(), one = (begun) => {
				if (begun < from)
					return;
				load.waiting.delete(one);
				resolve(performance.now() - from);
			};
			load.waiting.add(one);
		}),
	};
	return load;
}

/** Starts `clients` people at a time; call the result's stop() for the last to finish. */
export function startLoad(instance, slug, { clients = 16, patience = 60_000 } = {}) {
	const load = newLoad({ patience });
	let going = true;
	const work = Array.from({ length: clients }, async () => {
		const agent = new Agent({ keepAlive: true, maxSockets: 2 });
		while (going)
			await person(load, (path, fields) => ask(instance, agent, path, fields), slug, load.next++);
		agent.destroy();
	});
	load.stop = async () => {
		going = false;
		await Promise.all(work);
		return load;
	};
	return load;
}

/** How often people saw that it did not work. */
export const felt = (load) => Object.values(load.refusals).reduce((sum, n) => sum + n, 0);

/** Compares what was acknowledged with what is stored: { lost, doubled, broken, unasked, stored, acknowledged, … }. */
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
