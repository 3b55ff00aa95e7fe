// proposals.mjs: what is heard of a proposal with 1,000 responses and with 100,000: its results, the other pages of hearing, and how long counting takes.
import { startInstance } from "../lib/instance.mjs";
import { reader } from "./lists.mjs";
import { median, seconds, whole } from "./tools.mjs";

const few = 1000, many = 100_000, turns = Math.max(15, Math.round(seconds * 4));
const words = "'parking', 'appointments', 'telephone', 'travel', 'pharmacy', 'carers', 'evenings', 'nurses', 'merger', 'premises', 'records'";
const word = (by) => `ELT(1 + ${by}, ${words})`;

/** Adds n responses with three passages each, two thirds of them coded, to the demonstration's proposal that has been answered; ids rise, which is quick. */
async function fill(it, n) {
	const [[proposal, ref]] = await it.sql("SELECT proposal_id, ref FROM proposal WHERE results IS NOT NULL LIMIT 1");
	const [[coder]] = await it.sql("SELECT person_id FROM person WHERE email = 'author@demo.example'");
	const [[groups]] = await it.sql(`SELECT COUNT(*) FROM proposal_group WHERE proposal_id = ${proposal}`);
	const [[themes]] = await it.sql(`SELECT COUNT(*) FROM proposal_theme WHERE proposal_id = ${proposal} AND ended = 0 AND parent_id IS NOT NULL`);
	for (const statement of [
		`INSERT INTO proposal_response (response_id, ref, proposal_id, submission, digest, stance, group_id, publication, source, received_on, late, text_hash, asks)
			SELECT (1 << 50) + seq, INSERT(LPAD(HEX(seq * 2654435761 MOD 4294967296), 8, '0'), 5, 0, '-'), ${proposal}, UNHEX(MD5(CONCAT('bench', seq))),
				UNHEX(MD5(seq)), ELT(1 + seq MOD 3, 'in_favour', 'against', 'unsure'), IF(seq MOD 11, g.group_id, NULL),
				ELT(1 + seq MOD 4, 'group', 'none', 'group', 'name'), 'web', '2026-01-05' + INTERVAL 7 * (seq MOD 9) DAY, seq MOD 101 = 0,
				UNHEX(MD5(IF(seq MOD 500 = 3, 'same', seq))), IF(seq MOD 997 = 5, 'When will you tell us?', '')
			FROM seq_1_to_${n} JOIN (SELECT group_id, ROW_NUMBER() OVER (ORDER BY position) - 1 AS i FROM proposal_group WHERE proposal_id = ${proposal}) g
				ON g.i = seq MOD ${groups}`,
		`INSERT INTO proposal_point (point_id, response_id, proposal_id, position, kind, grade, text)
			SELECT (1 << 52) + seq, (1 << 50) + 1 + (seq - 1) DIV 3, ${proposal}, seq MOD 3, ELT(1 + seq MOD 3, 'comment', 'gain', 'concern'),
				ELT(1 + seq MOD 3, NULL, IF(seq MOD 2, 'high', 'medium'), IF(seq MOD 5, 'medium', 'high')),
				CONCAT_WS(' ', 'I think of', ${word("seq MOD 11")}, 'and', ${word("seq DIV 3 MOD 11")}, 'for', ${word("seq DIV 7 MOD 11")}) FROM seq_1_to_${3 * n}`,
		`INSERT INTO proposal_coded (point_id, person_id, proposal_id, at)
			SELECT (1 << 52) + seq, ${coder}, ${proposal}, UTC_TIMESTAMP() FROM seq_1_to_${3 * n} WHERE seq MOD 3`,
		...["proposal_code (point_id, person_id, theme_id)", "proposal_point_theme (point_id, theme_id)"].map((into, i) => `INSERT INTO ${into}
			SELECT (1 << 52) + seq, ${i ? "" : `${coder}, `}t.theme_id FROM seq_1_to_${3 * n}
				JOIN (SELECT theme_id, ROW_NUMBER() OVER (ORDER BY theme_id) - 1 AS i FROM proposal_theme
					WHERE proposal_id = ${proposal} AND ended = 0 AND parent_id IS NOT NULL) t ON t.i = seq DIV 5 MOD ${themes} WHERE seq MOD 3`),
	])
		await it.sql(`SET SESSION unique_checks = 0; ${statement}`);
	await it.sql("ANALYZE TABLE proposal_response, proposal_point, proposal_coded, proposal_code, proposal_point_theme");
	const begin = performance.now(), { status, stderr } = await it.soundings(["tally"]);
	if (status !== 0)
		throw new Error(`tally: ${stderr}`);
	const counting = (performance.now() - begin) / 1000, [[counted]] = await it.sql(`SELECT COUNT(*) FROM proposal_counted WHERE response_id > 1 << 50`);
	if (Number(counted) < n)
		throw new Error(`${counted} of ${n} responses were counted`);
	return { ref, counting };
}

export async function proposalResults(it, table) {
	const start = () => startInstance({ mail: false, build: "release", staffWorkers: 4, env: { PROGRAM: it.program, DB_BUFFER: "512M", JOBS_EVERY: "600" } });
	const both = [await start(), await start()];
	try {
		for (const one of both)
			one.program = it.program;
		const filled = [await fill(both[0], few), await fill(both[1], many)];
		table.atMost(`counting ${whole(many)} responses to a proposal`, filled[1].counting, 120, "seconds", 0);
		const read = await Promise.all(both.map((one) => reader(one, "author")));
		const pages = [["/results", 1.5], ["", undefined], ["/responses", undefined], ["/code", undefined], ["/themes", undefined]];
		for (const [page, target] of pages) {
			const taken = [[], []];
			for (let i = -6; i < turns; i++) // each worker prepares its statements first
				for (const which of i % 2 ? [1, 0] : [0, 1]) {
					const { time } = await read[which](`/proposals/${filled[which].ref}${page}`);
					if (i >= 0)
						taken[which].push(time);
				}
			const [a, b] = taken.map(median), what = `/proposals/:ref${page}`, times = `${a.toFixed(2)} ms to ${b.toFixed(2)} ms`;
			if (target)
				table.atMost(`${what}, ${whole(many)} to ${whole(few)}`, b / a, target, times);
			else
				table.note(what, `${(b / a).toFixed(2)}: ${times}`);
		}
	} finally {
		await Promise.all(both.map((one) => one.stop()));
	}
}
