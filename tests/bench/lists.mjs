// lists.mjs: list pages with 100 records and with 100,000: every filter, order, filter in every order, search, next and last page.
import { Agent, get } from "node:http";
import { decode, forms, signIn } from "../lib/http.mjs";
import { startInstance } from "../lib/instance.mjs";
import { median, seconds, whole } from "./tools.mjs";

const few = 100, many = 100_000, lists = ["/organisations", "/people", "/audit", "/mail"];
const turns = Math.max(7, Math.round(seconds * 2));
// Words that a hundredth of the rows have, or that are frequent and never in one row: not constant, as README.md says.
const wide = ["q=b77", "q=p77", "q=zz12 1", "q=surgery practice"];

/** Rows of the trail, not yet chained. */
export const trail = (n) => `INSERT INTO audit (at, person_id, who, action, subject, ref, detail)
	SELECT UTC_TIMESTAMP() - INTERVAL (${n} - seq) DIV 1000 SECOND, 1 + seq DIV 7 MOD 6, CONCAT('p', seq DIV 7 MOD 6, '@bench.example'),
		ELT(1 + seq MOD 4, 'sign_in', 'look', 'change', 'export'), ELT(1 + seq DIV 4 MOD 5, 'session', 'person', 'organisation', 'survey', 'setting'),
		CONCAT('B', seq), '{"name": {"from": "Abbey Surgery", "to": "Abbey Road Surgery"}}' FROM seq_1_to_${n}`;

/**
 * Fills the tables by SQL, as the program would have: the words too. A thousandth is called Larkspur, every other one Surgery.
 * Whatever is chosen from a list is chosen by a number of its own, so that no two filters are of the same rows.
 */
export async function fill(it, n) {
	const names = "'Abbey', 'Birch', 'Castle', 'Dale', 'Elm', 'Ferry', 'Grove', 'Hill', 'Ivy', 'Juniper', 'Kestrel', 'Lodge', 'Meadow'";
	const rare = `seq MOD ${Math.max(50, n / 100)} = 7`;
	// In the table's own order, which is quicker.
	const words = (subject, id, table, ...texts) =>
		`INSERT IGNORE INTO search_word (subject, word, subject_id) SELECT '${subject}', w, id FROM (${texts.map((text) =>
			`SELECT LOWER(${text}) AS w, ${id} AS id FROM ${table} WHERE ${text} <> ''`).join(" UNION ALL ")}) all_words ORDER BY w, id`;
	const part = (text, i) => `SUBSTRING_INDEX(SUBSTRING_INDEX(CONCAT(${text}, '   '), ' ', ${i}), ' ', -1)`;
	const statements = [
		"INSERT INTO organisation_group (kind, name) SELECT 'locality', CONCAT('Bench locality ', seq) FROM seq_1_to_5",
		"INSERT INTO organisation_group (kind, name) SELECT 'peer_group', CONCAT('Bench peer group ', seq) FROM seq_1_to_6",
		`INSERT INTO organisation (code, name, kind, locality_id, peer_group_id, postcode, opened_on, closed_on, patients)
			SELECT CONCAT('B', seq), CONCAT(ELT(1 + seq MOD 13, ${names}), IF(${rare}, ' Larkspur ', CONCAT(' ', ELT(1 + seq DIV 13 MOD 13, ${names}), ' ')),
				IF(seq MOD 2, 'Surgery', 'Practice'), ' ', seq),
				ELT(1 + (seq MOD 20 > 15) + (seq MOD 20 > 17) + (seq MOD 20 = 19), 'practice', 'provider', 'voluntary', 'other'),
				IF(seq MOD 20 > 15, NULL, (SELECT MIN(group_id) FROM organisation_group WHERE name LIKE 'Bench loc%') + seq MOD 5),
				IF(seq MOD 20 > 15, NULL, (SELECT MIN(group_id) FROM organisation_group WHERE name LIKE 'Bench peer%') + seq MOD 6),
				CONCAT('ZZ', seq MOD 99, ' ', seq MOD 9, 'AA'), '1990-01-01' + INTERVAL seq MOD 9999 DAY,
				IF(seq MOD 7 < 3 AND seq > 60, '2020-01-01' + INTERVAL seq MOD 999 DAY, NULL), IF(seq MOD 20 > 15, NULL, 1000 + seq * 7919 MOD 19000)
			FROM seq_1_to_${n}`,
		words("organisation", "organisation_id", "organisation", "code", ...[1, 2, 3, 4].map((i) => part("name", i)), part("postcode", 1), part("postcode", 2)),
		`INSERT INTO person (organisation_id, email, name, password_hash, totp_secret, state, created_at, last_seen_at)
			SELECT o.organisation_id, CONCAT('p', seq, '@bench.example'), CONCAT(ELT(1 + seq MOD 13, ${names}), IF(${rare}, ' Larkspur', ' Smith'), ' ', seq),
				'', '', ELT(1 + seq MOD 3, 'active', 'invited', 'disabled'), '2026-01-01', IF(seq MOD 3, '2026-01-01' + INTERVAL seq MINUTE, NULL)
			FROM seq_1_to_${n} JOIN organisation o ON o.code = CONCAT('B', seq)`,
		`INSERT INTO membership (person_id, organisation_id, role)
			SELECT person_id, organisation_id, ELT(1 + person_id DIV 3 MOD 6, 'practice_member', 'provider_member', 'author', 'incident_manager',
				'contract_reviewer', 'auditor') FROM person WHERE email LIKE '%@bench.example'`,
		words("person", "person_id", "person", ...[1, 2, 3].map((i) => part("name", i)), "SUBSTRING_INDEX(email, '@', 1)", "'bench'", "'example'"),
	];
	const mail = `INSERT INTO mail (kind, recipient, subject, body, message_id, state, made_at, next_try_at, give_up_at, ended_at)
		SELECT 'invite', CONCAT('p', seq, '@bench.example'), 'Bench', NULL, LPAD(HEX(seq), 32, '0'), IF(seq MOD 9, 'sent', 'failed'),
			UTC_TIMESTAMP() - INTERVAL seq SECOND, UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM seq_1_to_${n}`;
	const run = async (list) => {
		for (const statement of list)
			await it.sql(`SET SESSION unique_checks = 0; ${statement}`);
	};
	await Promise.all([run(statements), run([trail(n), mail])]);
	await it.sql("ANALYZE TABLE organisation, person, membership, search_word, audit, mail");
}

/** A signed-in reader that keeps its connection: gives the text and the milliseconds. */
export async function reader(it, role = "administrator") {
	const client = await signIn(it, it.accounts[role]), agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	return (path) => new Promise((resolve, reject) => {
		const begin = process.hrtime.bigint();
		get(new URL(path, it.staffUrl), { agent, headers: { cookie } }, (answer) => {
			let text = "";
			answer.setEncoding("utf8").on("data", (part) => { text += part; }).on("end", () => {
				if (answer.statusCode !== 200)
					return reject(new Error(`${path}: ${answer.statusCode}`));
				resolve({ text, time: Number(process.hrtime.bigint() - begin) / 1e6 });
			});
		}).on("error", reject);
	});
}

const nextOf = (text) => decode(/href="([^"]*)" rel="next"/.exec(text)?.[1] ?? "");

/** Every address of one list, by what it is: as a person finds them on its first page. */
async function addresses(read, path) {
	const { text } = await read(path), found = new Map([["all", path]]);
	const [form] = forms(text).filter(({ role }) => role === "search");
	for (const [, name, options] of text.matchAll(/<select[^>]*name="(\w+)">([^]*?)<\/select>/g))
		for (const [, value] of options.matchAll(/<option value="([^"]+)"/g))
			found.set(`${name}=${value}`, `${path}?${name}=${encodeURIComponent(value)}`);
	if (form?.fields.some(([name]) => name === "q"))
		for (const words of ["larkspur", "s", "surgery", "smith", "larkspur s", "practice b", "b77", "p77", "zz12 1", "nothing"])
			found.set(`q=${words}`, `${path}?q=${encodeURIComponent(words)}`);
	const sorts = [...text.matchAll(/<th[^>]*class="app-heading[^>]*><a href="[^"]*sort=-?(\w+)/g)].map(([, name]) => name);
	for (const name of sorts.flatMap((sort) => [sort, `-${sort}`])) {
		const place = `${path}?sort=${name}`, next = nextOf((await read(place)).text);
		found.set(`sort=${name}`, place);
		found.set(`sort=${name}, next page`, next ? path + next : place);
		// Fifty rows from one end are the last page from the other.
		const last = nextOf((await read(`${path}?sort=${name.startsWith("-") ? name.slice(1) : `-${name}`}`)).text);
		found.set(`sort=${name}, last page`, last ? `${place}&after=${/after=([\w-]+)/.exec(last)[1]}` : place);
	}
	for (const [, name, options] of text.matchAll(/<select[^>]*name="(\w+)">([^]*?)<\/select>/g)) {
		const [, second] = [...options.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);
		for (const sort of sorts.flatMap((one) => [one, `-${one}`]))
			found.set(`${name}=${second}, sort=${sort}`, `${path}?${name}=${encodeURIComponent(second)}&sort=${sort}`);
	}
	return found;
}

/** The medians of one address on both sides, in turns. */
async function inTurns(read, paths, times) {
	const taken = [[], []];
	for (const which of [0, 1])
		for (let i = 0; i < 4; i++)
			await read[which](paths[which]); // each worker prepares its statements
	for (let i = 0; i < times; i++)
		for (const which of i % 2 ? [1, 0] : [0, 1])
			taken[which].push((await read[which](paths[which])).time);
	return taken.map(median);
}

/** Every address of one list on both sides: few rows, many rows. */
export async function compare(table, read, path, what) {
	const [small, large] = [await addresses(read[0], path), await addresses(read[1], path)], results = [];
	let full;
	for (const [name, address] of large) {
		const paths = [small.get(name) ?? path, address];
		let [a, b] = await inTurns(read, paths, turns);
		// Few of a hundred pass a filter, and then the page is short: a full one is the plain list's.
		full ??= a;
		if (b / Math.max(a, full) > 1.5) // somebody else at work, perhaps
			[a, b] = await inTurns(read, paths, 3 * turns);
		results.push({ name, ratio: b / Math.max(a, full), a: Math.max(a, full), b });
	}
	results.sort((a, b) => b.ratio - a.ratio);
	const say = ({ name, a, b }) => `${name}: ${a.toFixed(1)} ms to ${b.toFixed(1)} ms`;
	const [worst, ...rest] = results.filter(({ name }) => !wide.includes(name));
	table.atMost(what, worst.ratio, 2, `slowest of ${rest.length + 1} addresses, ${say(worst)}`);
	for (const result of rest.filter(({ ratio }, i) => i < 2 || ratio > 2))
		table.note("the same", `${result.ratio.toFixed(2)}: ${say(result)}`);
	for (const result of results.filter(({ name }) => wide.includes(name)))
		table.note("a wide search, no target", `${result.ratio.toFixed(2)}: ${say(result)}`);
}

export async function listPages(it, table) {
	const other = await startInstance({ mail: false, build: "release", staffWorkers: 4, env: { PROGRAM: it.program, DB_BUFFER: "512M" } });
	try {
		other.program = it.program;
		await Promise.all([fill(other, few), fill(it, many)]);
		const read = [await reader(other), await reader(it)];
		for (const path of lists)
			await compare(table, read, path, `${path}, ${whole(many)} rows to ${few}`);
	} finally {
		await other.stop();
	}
}
