// pages.mjs: how fast pages are shown, answers kept and whole visits made.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "../lib/http.mjs";
import { median, rounds, seconds, serveBare, sideBySide, whole, wrk } from "./tools.mjs";
import { importSurvey } from "./surveys.mjs";

const levels = [1, 8, 32, 64];
const form = { overall: "very_good", reason: "The nurse explained everything and nobody hurried me.", go: "on" };
const stored = async (it) => Number((await it.sql("SELECT COUNT(*) FROM response"))[0][0]);

/** The first page of a survey with ten questions on one page, and a page of the same bytes that nobody makes. */
export async function firstPage(it, table) {
	await importSurvey(it, "bench-page", { one_page: true });
	const path = "/s/bench-page/1", file = join(it.var, "page.html");
	writeFileSync(file, (await new Client(it.publicUrl).get(path)).text);
	const bare = await serveBare(it, "page", [file]);
	const measure = async (clients, headers, times) => {
		const options = { clients, headers };
		return sideBySide(async () => (await wrk(it.publicUrl + path, options)).rate,
			async () => (await wrk(bare.url + path, options)).rate, times);
	};
	const size = readFileSync(file).length;
	for (const clients of levels) {
		const { ours, theirs, ratio } = await measure(clients);
		table.atLeast(`first survey page, ${clients} client${clients > 1 ? "s" : ""}`, ratio, 0.7,
			`${whole(ours)}/s to ${whole(theirs)}/s, ${whole(size)} bytes`);
	}
	const { ours, theirs, ratio } = await measure(32, { "Accept-Encoding": "gzip" }, 1);
	table.note("the same compressed, 32 clients", `${ratio.toFixed(2)}: ${whole(ours)}/s to ${whole(theirs)}/s`);
	bare.stop();
}

/** Opens the page often enough that every answer sent has a state of its own; gives the file of states. */
async function collectStates(it, path, time) {
	const file = join(it.var, "tmp/states");
	await wrk(it.publicUrl + path, { clients: 32, time, script: "collect", args: [file] });
	const parts = readdirSync(join(it.var, "tmp")).filter((name) => name.startsWith("states."));
	writeFileSync(file, parts.map((name) => readFileSync(join(it.var, "tmp", name), "utf8")).join(""));
	parts.forEach((name) => rmSync(join(it.var, "tmp", name)));
	return file;
}

/** Sends until the time or the states are over; answers a second. Each must be a row that was not there before. */
async function send(it, url, file, clients, time) {
	const before = await stored(it), threads = Math.min(2, clients);
	const { rate, requests } = await wrk(url, { clients, time, script: "send",
		args: [file, String(threads), new URLSearchParams(form).toString()] });
	const rows = await stored(it) - before;
	// What was under way when wrk ended is stored and not counted; the last request of a thread asks for no row.
	if (rows < requests - threads || rows > requests + clients)
		throw new Error(`${requests} answers sent to ${url}, ${rows} stored`);
	return rate;
}

export async function sending(it, table) {
	const path = "/s/fft/1", client = new Client(it.publicUrl);
	const sent = await client.submit(await client.get(path), form);
	if (sent.status !== 303)
		throw new Error(`sending: ${sent.status}`);
	const [[id, answers]] = await it.sql("SELECT s.survey_id, r.answers FROM response r JOIN survey s USING (survey_id)" +
		` WHERE s.slug = 'fft' AND r.answers LIKE '%nobody hurried me%' LIMIT 1`);
	const bare = await serveBare(it, "send", [id, answers]);
	for (const clients of levels) {
		const counts = clients === 32, time = counts ? seconds : Math.min(seconds, 2);
		let file;
		const { ours, theirs, ratio } = await sideBySide(async () => {
			file = await collectStates(it, path, Math.max(1, Math.ceil(time * 0.7)));
			return send(it, it.publicUrl + path, file, clients, time);
		}, async () => send(it, bare.url + path, file, clients, time), counts ? rounds + 2 : rounds);
		const numbers = `${whole(ours)}/s to ${whole(theirs)}/s`;
		if (counts)
			table.atLeast("sending a response, 32 clients", ratio, 0.6, numbers);
		else
			table.note(`the same, ${clients} client${clients > 1 ? "s" : ""}`, `${ratio.toFixed(2)}: ${numbers}`);
	}
	bare.stop();
}

/** Start page, questions, send, thank-you; what counts is what the database then has. LimeSurvey: about 20 a second. */
export async function visits(it, table) {
	const rates = [];
	for (let i = 0; i < rounds; i++) {
		const before = await stored(it);
		const { text } = await wrk(it.publicUrl, { clients: 32, script: "visit",
			args: ["fft", new URLSearchParams(form).toString()] });
		const [made, wrong, time] = ["Visits", "Wrong", "Seconds"].map((name) => Number(new RegExp(`${name}: ([\\d.]+)`).exec(text)[1]));
		const rows = await stored(it) - before;
		if (wrong || rows < made || rows > made + 64)
			throw new Error(`visits: ${made} thanked, ${rows} stored, ${wrong} wrong`);
		rates.push(made / time);
	}
	table.atLeast("a whole visit, 32 clients", median(rates) / 20, 100, `${whole(median(rates))} visits/s; LimeSurvey 20`, 0);
}
