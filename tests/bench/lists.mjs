// lists.mjs: list pages with 100 records and with 100,000: every filter, order, search, the next page and the last one.
import { Agent, get } from "node:http";
import { decode, forms, signIn } from "../lib/http.mjs";
import { startInstance } from "../lib/instance.mjs";
import { median, seconds, whole } from "./tools.mjs";

const few = 100, many = 100_000, lists = ["/organisations", "/people", "/audit", "/mail"];
const turns = Math.max(7, Math.round(seconds * 5));

/** Fills the tables by SQL, as the program would have: the words too. A thousandth is called Larkspur, every other one Surgery. */
async function fill(it, n) {
	const names = "'Abbey', 'Birch', 'Castle', 'Dale', 'Elm', 'Ferry', 'Grove', 'Hill', 'Ivy', 'Juniper', 'Kestrel', 'Lodge', 'Meadow'";
	const rare = `seq MOD ${Math.max(50, n / 100)} = 7`;
	const words = (subject, id, table, ...texts) => texts.map((text) =>
		`INSERT IGNORE INTO search_word (subject, word, subject_id) SELECT '${subject}', LOWER(${text}), ${id} FROM ${table} WHERE ${text} <> ''`);
	const part = (text, i) => `SUBSTRING_INDEX(SUBSTRING_INDEX(CONCAT(${text}, '   '), ' ', ${i}), ' ', -1)`;
	const statements = [
		"INSERT INTO organisation_group (kind, name) SELECT 'locality', CONCAT('Bench locality ', seq) FROM seq_1_to_5",
		"INSERT INTO organisation_group (kind, name) SELECT 'peer_group', CONCAT('Bench peer group ', seq) FROM seq_1_to_6",
		`INSERT INTO organisation (code, name, kind, locality_id, peer_group_id, postcode, opened_on, closed_on, patients)
			SELECT CONCAT('B', seq), CONCAT(ELT(1 + seq MOD 13, ${names}), IF(${rare}, ' Larkspur ', ' '), IF(seq MOD 2, 'Surgery', 'Practice'), ' ', seq),
				ELT(1 + (seq MOD 20 > 15) + (seq MOD 20 > 17) + (seq MOD 20 = 19), 'practice', 'provider', 'voluntary', 'other'),
				IF(seq MOD 20 > 15, NULL, (SELECT MIN(group_id) FROM organisation_group WHERE name LIKE 'Bench loc%') + seq MOD 5),
				IF(seq MOD 20 > 15, NULL, (SELECT MIN(group_id) FROM organisation_group WHERE name LIKE 'Bench peer%') + seq MOD 6),
				CONCAT('ZZ', seq MOD 99, ' ', seq MOD 9, 'AA'), '1990-01-01' + INTERVAL seq MOD 9999 DAY,
				IF(seq MOD 7 < 3 AND seq > 60, '2020-01-01' + INTERVAL seq MOD 999 DAY, NULL), IF(seq MOD 20 > 15, NULL, 1000 + seq * 7919 MOD 19000)
			FROM seq_1_to_${n}`,
		...words("organisation", "organisation_id", "organisation", "code", ...[1, 2, 3, 4].map((i) => part("name", i)), part("postcode", 1), part("postcode", 2)),
		`INSERT INTO person (organisation_id, email, name, password_hash, totp_secret, state, created_at, last_seen_at)
			SELECT o.organisation_id, CONCAT('p', seq, '@bench.example'), CONCAT(ELT(1 + seq MOD 13, ${names}), IF(${rare}, ' Larkspur', ' Smith'), ' ', seq),
				'', '', ELT(1 + seq MOD 3, 'active', 'invited', 'disabled'), '2026-01-01', IF(seq MOD 3, '2026-01-01' + INTERVAL seq MINUTE, NULL)
			FROM seq_1_to_${n} JOIN organisation o ON o.code = CONCAT('B', seq)`,
		`INSERT INTO membership (person_id, organisation_id, role)
			SELECT person_id, organisation_id, ELT(1 + person_id MOD 6, 'practice_member', 'provider_member', 'author', 'incident_manager',
				'contract_reviewer', 'auditor') FROM person WHERE email LIKE '%@bench.example'`,
		...words("person", "person_id", "person", ...[1, 2, 3].map((i) => part("name", i)), "SUBSTRING_INDEX(email, '@', 1)"),
		"INSERT IGNORE INTO search_word SELECT 'person', word, person_id FROM person JOIN JSON_TABLE('[\"bench\", \"example\"]', '$[*]' COLUMNS (word VARCHAR(40) PATH '$')) j",
		`INSERT INTO audit (at, person_id, who, action, subject, ref, detail)
			SELECT '2026-01-01' + INTERVAL seq MINUTE, 1 + seq MOD 6, CONCAT('p', seq MOD 6, '@bench.example'), ELT(1 + seq MOD 4, 'sign_in', 'look', 'change', 'export'),
				ELT(1 + seq MOD 4, 'session', 'person', 'organisation', 'survey'), CONCAT('B', seq), '{}' FROM seq_1_to_${n}`,
		`INSERT INTO mail (kind, recipient, subject, body, message_id, state, made_at, next_try_at, give_up_at, ended_at)
			SELECT 'invite', CONCAT('p', seq, '@bench.example'), 'Bench', NULL, LPAD(HEX(seq), 32, '0'), IF(seq MOD 9, 'sent', 'failed'),
				UTC_TIMESTAMP() - INTERVAL seq SECOND, UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM seq_1_to_${n}`,
		"ANALYZE TABLE organisation, person, membership, search_word, audit, mail",
	];
	for (const statement of statements)
		await it.sql(`SET SESSION unique_checks = 0; ${statement}`);
}

/** A signed-in reader that keeps its connection: gives the text and the milliseconds. */
async function reader(it) {
	const client = await signIn(it, it.accounts.administrator), agent = new Agent({ keepAlive: true, maxSockets: 1 });
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
	return found;
}

export async function listPages(it, table) {
	const other = await startInstance({ mail: false, build: "release", staffWorkers: 4, env: { PROGRAM: it.program, DB_BUFFER: "512M" } });
	try {
		other.program = it.program;
		await Promise.all([fill(other, few), fill(it, many)]);
		const read = [await reader(other), await reader(it)];
		const routes = (await it.soundings(["--routes"])).stdout.split("\n").map((line) => line.split("\t").slice(0, 2).join(" "));
		for (const path of lists.filter((list) => routes.includes(`GET ${list}`))) {
			const [small, large] = [await addresses(read[0], path), await addresses(read[1], path)], results = [];
			let full;
			for (const [name, address] of large) {
				const times = [[], []], paths = [small.get(name), address];
				for (const which of [0, 1])
					for (let i = 0; i < 4; i++)
						await read[which](paths[which]); // each worker prepares its statements
				for (let i = 0; i < turns; i++)
					for (const which of i % 2 ? [1, 0] : [0, 1])
						times[which].push((await read[which](paths[which])).time);
				const [a, b] = times.map(median);
				// Few of a hundred pass a filter, and then the page is short: a full one is the plain list's.
				full ??= a;
				results.push({ name, ratio: b / Math.max(a, full), a: Math.max(a, full), b });
			}
			results.sort((a, b) => b.ratio - a.ratio);
			const say = ({ name, a, b }) => `${name}: ${a.toFixed(1)} ms to ${b.toFixed(1)} ms`;
			table.atMost(`${path}, ${whole(many)} rows to ${few}`, results[0].ratio, 2, `slowest of ${results.length} addresses, ${say(results[0])}`);
			for (const result of results.slice(1).filter(({ ratio }, i) => i < 3 || ratio > 2))
				table.note(`the same, ${result.name}`, `${result.ratio.toFixed(2)}: ${say(result)}`);
		}
	} finally {
		await other.stop();
	}
}
