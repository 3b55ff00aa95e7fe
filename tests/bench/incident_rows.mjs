// incident_rows.mjs: many incidents by SQL, as the program would have stored them: spread over a year up to now, 50 practices, 10 providers, every
// state, their words too. A second for 10,000.

const letters = "23456789BCDFGHJKMNPQRSTVWXZ";
const happened = ["A repeat prescription was issued at the old dose after the hospital had changed it", "The discharge summary arrived nine days after the patient went home",
	"A blood result was filed under another patient of the same name", "The referral was rejected because a form had changed, and nobody told the practice",
	"The vaccine fridge was found open in the morning", "A two week wait referral was never received by the hospital", "An ambulance was sent to the old address",
	"The patient was given the wrong leaflet", "The dressing was changed at home as agreed, and the wound healed in three weeks", "A scan report was sent to a practice that has closed",
	"The community nurse could not get into the building", "The pharmacy gave out another strength of the same medicine", "A fax number from 2019 was still printed on the letter"];
const quote = (text) => `'${text.replaceAll("'", "''")}'`;
const one = (list, x) => `ELT(1 + ${x} MOD ${list.length}, ${list.map(quote).join(", ")})`;
// Spread evenly, and each number with a number of its own, so that no two filters are of the same rows.
const spread = (prime, most) => `(seq * ${prime} DIV 7 MOD ${most})`;
const letter = (i) => `SUBSTRING('${letters}', 1 + (seq * 48271 + 7919) * 69621 DIV ${27 ** i} MOD 27, 1)`;

/** The practices, providers and managers of these incidents, once. */
async function people(it, practices, providers) {
	await it.sql(`INSERT IGNORE INTO organisation (code, name, kind, patients) SELECT CONCAT('BI', LPAD(seq, 3, '0')), CONCAT('Bench Surgery ', seq), 'practice', 3000 + seq * 150
			FROM seq_1_to_${practices};
		INSERT IGNORE INTO organisation (code, name, kind) SELECT CONCAT('BJ', LPAD(seq, 3, '0')), CONCAT('Bench Hospital ', seq), 'provider' FROM seq_1_to_${providers};
		INSERT IGNORE INTO person (organisation_id, email, name, password_hash, totp_secret, state, created_at)
			SELECT organisation_id, CONCAT('m', seq, '@incidents.example'), CONCAT('Bench Manager ', seq), '', '', 'active', '2026-01-01'
			FROM seq_1_to_4 JOIN organisation WHERE kind = 'commissioner';
		INSERT IGNORE INTO membership (person_id, organisation_id, role) SELECT person_id, organisation_id, 'incident_manager' FROM person
			WHERE email LIKE 'm_@incidents.example'`);
}

/** Stores n incidents. pending: to be counted for the trends as well. */
export async function fillIncidents(it, n, { practices = 50, providers = 10, pending = false } = {}) {
	await people(it, practices, providers);
	const [[practice, provider, manager]] = await it.sql(`SELECT (SELECT MIN(organisation_id) FROM organisation WHERE code LIKE 'BI%'),
		(SELECT MIN(organisation_id) FROM organisation WHERE code LIKE 'BJ%'), (SELECT MIN(person_id) FROM person WHERE email LIKE 'm_@incidents.example')`);
	const age = `((${n} - seq) * 365 * 86400 DIV ${n})`; // seconds; the last ones are of today
	// The newest hundredth nobody has looked at, then come those that are being worked on; of the old ones most are closed.
	const state = `CASE WHEN seq > ${n} * 0.99 THEN 'submitted'
		WHEN seq > ${n} * 0.94 THEN ELT(1 + seq MOD 8, 'triage', 'information', 'provider', 'investigating', 'planned', 'hold', 'reopened', 'triage')
		ELSE ELT(1 + LEAST(seq * 31 DIV 3 MOD 40, 7), 'duplicate', 'not_incident', 'investigating', 'planned', 'hold', 'provider', 'duplicate', 'closed') END`;
	await it.sql(`SET SESSION unique_checks = 0; SET SESSION foreign_key_checks = 0;
		INSERT INTO incident (ref, submission, organisation_id, reporter_id, state, state_at, made_at, saved_at, submitted_at, due_at, looked_at, closed_at, report, title,
			kind, about, about_organisation_id, about_service, happened_on, physical, psychological, worry, share, serious, manager_id, likelihood, consequence,
			likelihood_after, consequence_after, hold_until, duplicate_of, urgency)
		SELECT CONCAT(${[0, 1, 2, 3].map(letter).join(", ")}, '-', ${[4, 5, 6, 7].map(letter).join(", ")}), UNHEX(MD5(CONCAT('bench', seq))), ${practice} + practice, NULL, state,
			CASE WHEN is_over THEN closed_at WHEN state = 'submitted' THEN sent_at ELSE LEAST(UTC_TIMESTAMP(), looked_at + INTERVAL 1 DAY) END, sent_at, sent_at, sent_at,
			due_at, IF(state = 'submitted', NULL, looked_at), IF(is_over, closed_at, NULL),
			JSON_OBJECT('answers', JSON_OBJECT('kind', kind, 'happened_on', DATE(happened), 'where', about, 'what_happened', what, 'share', 'nobody'),
				'people', JSON_ARRAY(JSON_OBJECT('physical', CAST(physical AS CHAR), 'psychological', CAST(psychological AS CHAR)))),
			CONCAT(what, IF(seq MOD 100 = 7, ' larkspur', '')), kind, about, IF(about = 'other', ${provider} + provider, NULL), IF(about = 'other', '1', ''), happened,
			IF(kind = 'good_care', NULL, physical), IF(kind = 'good_care', NULL, psychological), 1 + ${spread(23, 5)}, 'practice', physical <= 2,
			IF(state = 'submitted', NULL, ${manager} + manager), IF(is_over, 1 + ${spread(41, 5)}, NULL), IF(is_over, 1 + ${spread(43, 5)}, NULL), NULL, NULL,
			IF(state = 'hold', CURRENT_DATE + INTERVAL 14 DAY, NULL), NULL,
			CASE WHEN is_over THEN 599999999999 - UNIX_TIMESTAMP(closed_at) WHEN state = 'submitted' THEN 100000000000 + UNIX_TIMESTAMP(due_at)
				ELSE 100000000000 * IF(state = 'reopened', 1, IF(state = 'triage', 2, IF(state IN ('investigating', 'planned'), 3, 4))) + UNIX_TIMESTAMP(looked_at) END
		FROM (SELECT rows_of.*, state IN ('closed', 'duplicate', 'not_incident') AS is_over, DATE(sent_at - INTERVAL ${spread(13, 6)} DAY) AS happened,
				sent_at + INTERVAL 7 DAY AS due_at, LEAST(UTC_TIMESTAMP(), sent_at + INTERVAL 1 + ${spread(37, 200)} HOUR) AS looked_at,
				LEAST(UTC_TIMESTAMP(), sent_at + INTERVAL 10 + ${spread(19, 50)} DAY) AS closed_at
			FROM (SELECT seq, UTC_TIMESTAMP() - INTERVAL ${age} SECOND AS sent_at, ${state} AS state, ${spread(11, practices)} AS practice, ${spread(17, providers)} AS provider,
				${spread(29, 4)} AS manager, ELT(1 + LEAST(${spread(47, 10)}, 4), 'outcome', 'risk', 'risk', 'good_care', 'incident') AS kind,
				ELT(1 + ${spread(53, 20)} DIV 9, 'own', 'other', 'unknown') AS about,
				ELT(1 + LEAST(${spread(59, 100)}, 4) + (${spread(59, 100)} > 13) + (${spread(59, 100)} > 40), 1, 2, 2, 2, 3, 4, 5) AS physical,
				ELT(1 + (${spread(61, 100)} > 1) + (${spread(61, 100)} > 8) + (${spread(61, 100)} > 30), 1, 2, 3, 4) AS psychological,
				${one(happened, `(seq * 67 DIV 5)`)} AS what FROM seq_1_to_${n}) rows_of) all_rows`);
	const word = (i) => `SUBSTRING_INDEX(SUBSTRING_INDEX(CONCAT(title, '                    '), ' ', ${i}), ' ', -1)`;
	const words = [...Array.from({ length: 10 }, (_, i) => word(i + 1)), word(-1), "SUBSTRING_INDEX(title, ' ', -1)", "LEFT(ref, 4)", "RIGHT(ref, 4)"].filter((text) => text !== word(-1));
	await it.sql(`SET SESSION unique_checks = 0; INSERT IGNORE INTO search_word (subject, word, subject_id)
		SELECT 'incident', w, incident_id FROM (${words.map((text) => `SELECT LOWER(${text}) AS w, incident_id FROM incident WHERE ${text} <> ''`).join(" UNION ALL ")}) all_words
		ORDER BY w, incident_id;
		${pending ? "INSERT INTO incident_pending (incident_id) SELECT incident_id FROM incident;" : ""} ANALYZE TABLE incident, search_word`);
}
