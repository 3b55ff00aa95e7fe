// contract_rows.mjs: many contracts by SQL, as the program would have stored them: of 60 organisations, 8 aims, 4 who look after them, three years
// back and ahead, their words too. A second for 10,000.

const letters = "23456789BCDFGHJKMNPQRSTVWXZ";
const services = ["Befriending for older people who live alone", "A night shelter with breakfast", "Advice about debt and benefits", "A choir for people with dementia",
	"Transport to hospital by volunteers", "Counselling for young people", "Support for carers at weekends", "Cooking on a small income", "A walking group for the heart",
	"Help after a stay in hospital", "A drop-in for people who sleep rough", "Peer support after a stroke", "Exercise for people with diabetes"];
const quote = (text) => `'${text.replaceAll("'", "''")}'`;
const one = (list, x) => `ELT(1 + ${x} MOD ${list.length}, ${list.map(quote).join(", ")})`;
// Spread evenly, and each number with a number of its own, so that no two filters are of the same rows.
const spread = (prime, most) => `CAST(seq * ${prime * 101} DIV 7 MOD ${most} AS SIGNED)`;
const letter = (i) => `SUBSTRING('${letters}', 1 + (seq * 69621 + 5077) * 48271 DIV ${27 ** i} MOD 27, 1)`;

/** The organisations, aims and leads of these contracts, once. */
async function around(it, organisations) {
	await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) SELECT CONCAT('BK', LPAD(seq, 3, '0')), CONCAT('Bench Charity ', seq), 'voluntary'
			FROM seq_1_to_${organisations};
		INSERT IGNORE INTO contract_aim (name) SELECT CONCAT('Bench aim ', seq) FROM seq_1_to_8;
		INSERT IGNORE INTO person (organisation_id, email, name, password_hash, totp_secret, state, created_at)
			SELECT organisation_id, CONCAT('l', seq, '@contracts.example'), CONCAT('Bench Lead ', seq), '', '', 'active', '2026-01-01'
			FROM seq_1_to_4 JOIN organisation WHERE kind = 'commissioner';
		INSERT IGNORE INTO membership (person_id, organisation_id, role) SELECT person_id, organisation_id, 'contract_reviewer' FROM person
			WHERE email LIKE 'l_@contracts.example'`);
}

/** Stores n contracts. */
export async function fillContracts(it, n, { organisations = 60 } = {}) {
	await around(it, organisations);
	const [[organisation, aim, lead]] = await it.sql(`SELECT (SELECT MIN(organisation_id) FROM organisation WHERE code LIKE 'BK%'),
		(SELECT MIN(aim_id) FROM contract_aim WHERE name LIKE 'Bench aim %'), (SELECT MIN(person_id) FROM person WHERE email LIKE 'l_@contracts.example')`);
	// Ends from three years ago to three years ahead; what is past has ended, but for a few.
	const ends = `CURRENT_DATE + INTERVAL (${spread(31, 2190)} - 1095) DAY`;
	await it.sql(`SET SESSION unique_checks = 0; SET SESSION foreign_key_checks = 0;
		INSERT INTO contract (ref, submission, reference, organisation_id, kind, service, served, area, route, starts_on, first_ends_on, ends_on, status, aim_id, lead_id,
			notice_months, monitoring, return_months, returns_from, review_months, next_review_on, value_now, specified, monitored, returns_missing, red_kpis, settled_on)
		SELECT CONCAT(${[0, 1, 2, 3].map(letter).join(", ")}, '-', ${[4, 5, 6, 7].map(letter).join(", ")}), UNHEX(MD5(CONCAT('contract', seq))), CONCAT('BK/', LPAD(seq, 5, '0')),
			${organisation} + ${spread(17, organisations)}, IF(${spread(43, 4)}, 'contract', 'grant'),
			CONCAT(${one(services, `(seq * 67 DIV 5)`)}, IF(seq MOD 100 = 7, ' larkspur', '')), 'Adults', 'Everywhere', 'direct', ends - INTERVAL 3 YEAR, ends, ends,
			CASE WHEN ends < CURRENT_DATE AND seq MOD 50 THEN 'ended' WHEN ${spread(23, 20)} = 0 THEN 'planned' WHEN ${spread(29, 15)} = 0 THEN 'notice' ELSE 'live' END,
			IF(${spread(37, 9)} = 8, NULL, ${aim} + ${spread(37, 9)}), IF(${spread(41, 5)} = 4, NULL, ${lead} + ${spread(41, 5)}), 3, 'Quarterly', 3, ends - INTERVAL 3 YEAR,
			12, IF(${spread(47, 10)}, CURRENT_DATE + INTERVAL (${spread(53, 400)} - 40) DAY, NULL), 100000 + ${spread(59, 9000)} * 1000,
			${spread(61, 10)} > 0, ${spread(13, 12)} > 0, IF(${spread(11, 25)} = 0, 2, 0), IF(${spread(19, 30)} = 0, 1, 0), CURRENT_DATE
		FROM (SELECT seq, ${ends} AS ends FROM seq_1_to_${n}) numbers;
		INSERT IGNORE INTO contract_value (contract_id, year, pence) SELECT c.contract_id, YEAR(CURRENT_DATE) - 3 + y.seq, c.value_now FROM contract c JOIN seq_1_to_4 y
			WHERE c.reference LIKE 'BK/%'`);
	const word = (i) => `SUBSTRING_INDEX(SUBSTRING_INDEX(CONCAT(service, '          '), ' ', ${i}), ' ', -1)`;
	const words = [...Array.from({ length: 8 }, (_, i) => word(i + 1)), "SUBSTRING_INDEX(service, ' ', -1)", "'bk'", "SUBSTRING_INDEX(reference, '/', -1)", "'bench'", "'charity'",
		"LEFT(ref, 4)", "RIGHT(ref, 4)"];
	await it.sql(`SET SESSION unique_checks = 0; INSERT IGNORE INTO search_word (subject, word, subject_id)
		SELECT 'contract', w, contract_id FROM (${words.map((text) => `SELECT LOWER(${text}) AS w, contract_id FROM contract WHERE reference LIKE 'BK/%' AND ${text} <> ''`)
		.join(" UNION ALL ")}) all_words ORDER BY w, contract_id; ANALYZE TABLE contract, contract_value, search_word`);
}
