// report.mjs: a report's whole journey as a practice makes it: three pages, the check, sending, the confirmation; 4 reporters at once.
import { signIn } from "../lib/http.mjs";
import { seconds, whole } from "./tools.mjs";

const what = { what_happened: "A prescription was printed twice. It was noticed at the desk.", kind: "incident" };
const when = { "happened_on-day": "3", "happened_on-month": "November", "happened_on-year": "2025", where: "own" };
const harm = { physical: "5", psychological: "4" };
const requests = 10; // four forms shown and sent, the check sent; the confirmation
const reporters = 4;

async function journey(client) {
	let answer = await client.get("/reports/new");
	for (const answers of [what, when, harm, {}]) {
		const sent = await client.submit(answer, answers);
		if (sent.status !== 303)
			throw new Error(`a report: ${sent.status} ${sent.text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").slice(400, 900)}`);
		answer = await client.get(sent.location);
	}
	if (!/What happens next/.test(answer.text))
		throw new Error(`a report was not sent: ${answer.status}`);
}

/** How often all of them together do something in `seconds`: { n, rate }, rate by second. */
async function rate(clients, act) {
	const begin = performance.now();
	let n = 0;
	await Promise.all(clients.map(async (client) => {
		while (performance.now() - begin < seconds * 1000) {
			await act(client);
			n++;
		}
	}));
	return { n, rate: n / ((performance.now() - begin) / 1000) };
}

export async function reportJourney(it, table) {
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('BENCHR', 'Bench Surgery', 'practice')");
	const clients = [];
	for (let i = 0; i < reporters; i++)
		clients.push(await signIn(it, await it.addUser("practice_member", { organisation: "BENCHR" })));
	const stored = async () => Number((await it.sql("SELECT COUNT(*) FROM incident WHERE state = 'submitted'"))[0][0]);
	await rate(clients, journey); // statements are prepared first
	const before = await stored(), sent = await rate(clients, journey), made = await stored() - before;
	if (made !== sent.n)
		throw new Error(`${sent.n} reports were confirmed, ${made} stored`);
	const plain = await rate(clients, (client) => client.get("/help"));
	table.atLeast(`a report's journey, ${reporters} reporters`, sent.rate * requests / plain.rate, 0.3,
		`${whole(sent.rate)} reports/s; its ${requests} requests beside a page that only reads`);
}
