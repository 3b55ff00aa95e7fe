-- contract_work.sql: the pages of one contract.

-- contract_soon: the day so many months from now.
-- pool: staff
-- in: today text, months int
-- out: day text
SELECT CAST(:today + INTERVAL :months MONTH AS CHAR) AS day;

-- contract_events: what happened to a contract, the newest first; nothing of reviews in which this person has a conflict of interest.
-- pool: staff
-- tenant: its page asks access.c whether this person may see the contract
-- in: contract_id int, person_id int, most int
-- out: at time, person text, kind text, text text, detail text
SELECT e.at AS at, p.name AS person, e.kind AS kind, e.text AS text, e.detail AS detail
FROM contract_event e LEFT JOIN person p ON p.person_id = e.person_id
WHERE e.contract_id = :contract_id AND (e.review_id IS NULL OR NOT EXISTS (SELECT 1 FROM review_declaration d
	WHERE d.review_id = e.review_id AND d.person_id = :person_id AND d.conflict = 1))
ORDER BY e.at DESC, e.event_id DESC LIMIT :most;

-- contract_aim_choices: the aims that are offered, and the one that is chosen already.
-- pool: staff
-- in: aim_id int
-- out: aim_id int, name text
SELECT aim_id, name FROM contract_aim WHERE ended = 0 OR aim_id = :aim_id ORDER BY name LIMIT 200;

-- contract_people: contract reviewers, and one more person.
-- pool: staff
-- in: organisation_id int, person_id int
-- out: person_id int, ref text, name text
SELECT p.person_id AS person_id, p.ref AS ref, p.name AS name FROM person p
WHERE p.person_id = :person_id OR (p.state = 'active' AND p.person_id IN (SELECT m.person_id FROM membership m
	WHERE m.organisation_id = :organisation_id AND m.role = 'contract_reviewer'))
ORDER BY p.name, p.person_id LIMIT 500;

-- contract_add: a contract or grant. aim: its id as text.
-- pool: staff
-- duplicate: a double tap, or another contract has this reference
-- in: ref text, submission bytes, reference text, organisation_id int, kind text, service text, served text, area text, route text,
-- starts_on text, first_ends_on text, status text, aim text, lead_id int, notice_months int, monitoring text, return_months int,
-- returns_from text, review_months int, next_review_on text, public int
INSERT INTO contract (ref, submission, reference, organisation_id, kind, service, served, area, route, starts_on, first_ends_on,
	ends_on, status, aim_id, lead_id, notice_months, monitoring, return_months, returns_from, review_months, next_review_on, public)
VALUES (:ref, :submission, :reference, :organisation_id, :kind, :service, :served, :area, :route, :starts_on, :first_ends_on,
	:first_ends_on, :status, :aim, NULLIF(:lead_id, 0), NULLIF(:notice_months, 0), :monitoring, :return_months, :returns_from,
	:review_months, :next_review_on, :public);

-- contract_by_reference: whose reference this is, as it is now.
-- pool: staff
-- tenant: a reference belongs to one contract, whoever it is with
-- in: reference text
-- out: ref text
SELECT ref FROM contract WHERE reference = :reference LOCK IN SHARE MODE;

-- contract_set: what the register says of a contract. aim: its id as text.
-- pool: staff
-- duplicate: another contract has this reference
-- in: contract_id int, row_version int, reference text, organisation_id int, kind text, service text, served text, area text,
-- route text, starts_on text, first_ends_on text, ends_on text, status text, aim text, lead_id int, notice_months int,
-- monitoring text, return_months int, returns_from text, review_months int, next_review_on text, public int
UPDATE contract SET reference = :reference, organisation_id = :organisation_id, kind = :kind, service = :service, served = :served,
	area = :area, route = :route, starts_on = :starts_on, first_ends_on = :first_ends_on, ends_on = :ends_on, status = :status,
	aim_id = :aim, lead_id = NULLIF(:lead_id, 0), notice_months = NULLIF(:notice_months, 0), monitoring = :monitoring,
	return_months = :return_months, returns_from = :returns_from, review_months = :review_months, next_review_on = :next_review_on,
	public = :public, row_version = row_version + 1
WHERE contract_id = :contract_id AND row_version = :row_version;

-- contract_returns_follow: returns that nobody has begun are the new organisation's.
-- pool: staff
-- in: contract_id int, organisation_id int
UPDATE monitoring_return SET organisation_id = :organisation_id, row_version = row_version + 1
WHERE contract_id = :contract_id AND state = 'due' AND version = 0 AND draft IS NULL;

-- contract_touch: something of it changes: who else has it open is told. 0 rows: somebody was quicker.
-- pool: staff
-- tenant: its page found the contract with its rights
-- in: contract_id int, row_version int
UPDATE contract SET row_version = row_version + 1 WHERE contract_id = :contract_id AND row_version = :row_version;

-- ---- Annual values -------------------------------------------------------------------------------

-- contract_values: by financial year.
-- pool: staff
-- in: contract_id int
-- out: year int, pence int
SELECT year, pence FROM contract_value WHERE contract_id = :contract_id ORDER BY year;

-- contract_value_years: the first and the last year that has a value; 0: none.
-- pool: staff
-- in: contract_id int
-- out: first int, last int
SELECT MIN(year) AS first, MAX(year) AS last FROM contract_value WHERE contract_id = :contract_id;

-- contract_value_set: the value of a year.
-- pool: staff
-- in: contract_id int, year int, pence int
INSERT INTO contract_value (contract_id, year, pence) VALUES (:contract_id, :year, :pence) ON DUPLICATE KEY UPDATE pence = :pence;

-- contract_value_remove: a year has no value.
-- pool: staff
-- in: contract_id int, year int
DELETE FROM contract_value WHERE contract_id = :contract_id AND year = :year;

-- ---- KPIs ----------------------------------------------------------------------------------------

-- contract_kpis: those of a contract, those that are asked for first.
-- pool: staff
-- in: contract_id int
-- out: ref text, name text, unit text, target int, better text, amber int, every int, outcome int, ended_on text
SELECT ref, name, unit, target, better, amber, every, outcome, ended_on FROM contract_kpi WHERE contract_id = :contract_id
ORDER BY ended_on IS NOT NULL, position, kpi_id LIMIT 200;

-- contract_kpi_by_ref: one of them.
-- pool: staff
-- in: contract_id int, ref text
-- out: kpi_id int, ref text, name text, unit text, target int, better text, amber int, every int, outcome int, ended_on text,
-- row_version int
SELECT kpi_id, ref, name, unit, target, better, amber, every, outcome, ended_on, row_version FROM contract_kpi
WHERE contract_id = :contract_id AND ref = :ref;

-- contract_kpi_measured: has a return a figure of it?
-- pool: staff
-- tenant: of a contract; its page asks access.c
-- in: kpi_id int
-- out: return_id int
SELECT return_id FROM monitoring_value WHERE kpi_id = :kpi_id LIMIT 1;

-- contract_kpi_add: one more, the last.
-- pool: staff
-- duplicate: a double tap
-- in: ref text, contract_id int, name text, unit text, target int, better text, amber int, every int, outcome int
INSERT INTO contract_kpi (ref, contract_id, position, name, unit, target, better, amber, every, outcome)
SELECT :ref, :contract_id, k.behind, :name, :unit, :target, :better, :amber, :every, :outcome
FROM (SELECT COALESCE(MAX(position), 0) + 1 AS behind FROM contract_kpi WHERE contract_id = :contract_id) k;

-- contract_kpi_set: what is measured, and its target from now on.
-- pool: staff
-- in: kpi_id int, row_version int, name text, unit text, target int, better text, amber int, every int, outcome int
UPDATE contract_kpi SET name = :name, unit = :unit, target = :target, better = :better, amber = :amber, every = :every,
	outcome = :outcome, row_version = row_version + 1
WHERE kpi_id = :kpi_id AND row_version = :row_version;

-- contract_kpi_ends: it is asked for no longer; without a day: again.
-- pool: staff
-- in: kpi_id int, row_version int, ended_on text
UPDATE contract_kpi SET ended_on = :ended_on, row_version = row_version + 1 WHERE kpi_id = :kpi_id AND row_version = :row_version;

-- ---- Extensions ----------------------------------------------------------------------------------

-- contract_extensions: what a contract allows, and what was taken.
-- pool: staff
-- in: contract_id int
-- out: ref text, ends_on text, state text
SELECT ref, ends_on, state FROM contract_extension WHERE contract_id = :contract_id ORDER BY ends_on LIMIT 100;

-- contract_extension_by_ref: one of them.
-- pool: staff
-- in: contract_id int, ref text
-- out: extension_id int, ref text, ends_on text, state text, row_version int
SELECT extension_id, ref, ends_on, state, row_version FROM contract_extension WHERE contract_id = :contract_id AND ref = :ref;

-- contract_extension_add: the contract allows one more.
-- pool: staff
-- duplicate: a double tap, or it is there already
-- in: ref text, contract_id int, ends_on text
INSERT INTO contract_extension (ref, contract_id, ends_on) VALUES (:ref, :contract_id, :ends_on);

-- contract_extension_move: taken, or lapsed.
-- pool: staff
-- in: extension_id int, state text, row_version int
UPDATE contract_extension SET state = :state, row_version = row_version + 1
WHERE extension_id = :extension_id AND row_version = :row_version AND state = 'possible';

-- contract_extend: it ends later.
-- pool: staff
-- tenant: its page found the contract with its rights
-- in: contract_id int, ends_on text
UPDATE contract SET ends_on = :ends_on, row_version = row_version + 1 WHERE contract_id = :contract_id;

-- ---- Surveys -------------------------------------------------------------------------------------

-- contract_surveys: every survey, and whether it asks about this contract's service; linked: only those.
-- pool: staff
-- tenant: titles only; whose survey it is does not matter here
-- in: contract_id int, linked int
-- out: slug text, title text, is_linked int
SELECT s.slug AS slug, s.title AS title, l.survey_id IS NOT NULL AS is_linked
FROM survey s LEFT JOIN contract_survey l ON l.survey_id = s.survey_id AND l.contract_id = :contract_id
WHERE 1 = 1 [linked? AND (l.survey_id IS NOT NULL) = :linked]
ORDER BY l.survey_id IS NULL, s.title, s.survey_id LIMIT 300;

-- contract_survey_add: a survey asks about it.
-- pool: staff
-- tenant: titles only; whose survey it is does not matter here
-- in: contract_id int, slug text
INSERT IGNORE INTO contract_survey (contract_id, survey_id) SELECT :contract_id, s.survey_id FROM survey s WHERE s.slug = :slug;

-- contract_survey_remove: it does not.
-- pool: staff
-- tenant: titles only; whose survey it is does not matter here
-- in: contract_id int, slug text
DELETE FROM contract_survey WHERE contract_id = :contract_id AND survey_id = (SELECT s.survey_id FROM survey s WHERE s.slug = :slug);

-- ---- Documents -----------------------------------------------------------------------------------

-- contract_documents: those of a contract; agreed: the number of the newest version that both sides agreed on, 0 for none.
-- pool: staff
-- in: contract_id int
-- out: ref text, kind text, title text, newest int, agreed int, agreed_on text
SELECT d.ref AS ref, d.kind AS kind, d.title AS title, n.newest AS newest, COALESCE(n.agreed, 0) AS agreed, a.agreed_on AS agreed_on
FROM contract_document d
	JOIN (SELECT v.document_id, MAX(v.number) AS newest, MAX(IF(v.agreed_on IS NULL, NULL, v.number)) AS agreed
		FROM contract_document_version v JOIN contract_document e ON e.document_id = v.document_id
		WHERE e.contract_id = :contract_id GROUP BY v.document_id) n ON n.document_id = d.document_id
	LEFT JOIN contract_document_version a ON a.document_id = d.document_id AND a.number = n.agreed
WHERE d.contract_id = :contract_id ORDER BY d.kind, d.document_id LIMIT 200;

-- contract_versions: every version, the newest of each document first. document: of one alone. agreed: only what both sides agreed on,
-- for the organisation.
-- pool: staff
-- tenant: its page found the contract with its rights
-- in: contract_id int, document text, agreed int
-- out: document_id int, document text, kind text, title text, ref text, number int, agreed_on text, why text, held_at text, name text,
-- type text, size int, scan text, added_at time, person text
SELECT d.document_id AS document_id, d.ref AS document, d.kind AS kind, d.title AS title, v.ref AS ref, v.number AS number,
	v.agreed_on AS agreed_on, v.why AS why, v.held_at AS held_at, v.name AS name, v.type AS type, v.size AS size,
	COALESCE(v.scan, '') AS scan, v.added_at AS added_at, p.name AS person
FROM contract_document d JOIN contract_document_version v ON v.document_id = d.document_id JOIN person p ON p.person_id = v.person_id
WHERE d.contract_id = :contract_id [document? AND d.ref = :document]
	[agreed? AND (v.agreed_on IS NOT NULL AND d.kind <> 'other') = :agreed]
ORDER BY d.kind, d.document_id, v.number DESC LIMIT 1000;

-- contract_document_by_ref: one document. newest: the number of its newest version.
-- pool: staff
-- in: contract_id int, ref text
-- out: document_id int, ref text, kind text, title text, newest int
SELECT d.document_id AS document_id, d.ref AS ref, d.kind AS kind, d.title AS title,
	(SELECT COALESCE(MAX(v.number), 0) FROM contract_document_version v WHERE v.document_id = d.document_id) AS newest
FROM contract_document d WHERE d.contract_id = :contract_id AND d.ref = :ref;

-- contract_document_add: a document; its first version follows.
-- pool: staff
-- duplicate: a double tap
-- in: ref text, contract_id int, kind text, title text
INSERT INTO contract_document (ref, contract_id, kind, title) VALUES (:ref, :contract_id, :kind, :title);

-- contract_version_add: the next version of a document, all but its bytes.
-- pool: staff
-- duplicate: a double tap, or somebody else added one at the same moment
-- in: ref text, document_id int, agreed_on text, why text, held_at text, name text, type text, size int, sha256 bytes, scan text,
-- now time, person_id int
INSERT INTO contract_document_version (ref, document_id, number, agreed_on, why, held_at, name, type, size, sha256, scan, added_at, person_id)
SELECT :ref, :document_id, n.behind, :agreed_on, :why, :held_at, :name, :type, :size, :sha256, :scan, :now, :person_id
FROM (SELECT COALESCE(MAX(number), 0) + 1 AS behind FROM contract_document_version WHERE document_id = :document_id) n;

-- contract_version_there: is there one of this form already, as it is now?
-- pool: staff
-- in: ref text
-- out: version_id int
SELECT version_id FROM contract_document_version WHERE ref = :ref LOCK IN SHARE MODE;

-- contract_version_part_add: the next of its bytes.
-- pool: staff
-- in: version_id int, part int, bytes bytes
INSERT INTO contract_document_body (version_id, part, bytes) VALUES (:version_id, :part, :bytes);

-- contract_version_by_ref: a version that has its file here.
-- pool: staff
-- in: contract_id int, ref text
-- out: version_id int, ref text, kind text, title text, agreed_on text, name text, type text, size int
SELECT v.version_id AS version_id, v.ref AS ref, d.kind AS kind, d.title AS title, v.agreed_on AS agreed_on, v.name AS name,
	v.type AS type, v.size AS size
FROM contract_document_version v JOIN contract_document d ON d.document_id = v.document_id
WHERE v.ref = :ref AND d.contract_id = :contract_id AND v.held_at = '';

-- contract_version_parts: its bytes, in their order.
-- pool: staff
-- in: version_id int
-- out: part int, bytes bytes
SELECT part, bytes FROM contract_document_body WHERE version_id = :version_id ORDER BY part;

-- ---- Actions -------------------------------------------------------------------------------------

-- contract_actions_of: what is to be done about a contract, open ones first; no condition of a review in which this person has a
-- conflict of interest.
-- pool: staff
-- tenant: its page found the contract with its rights
-- in: contract_id int, person_id int
-- out: ref text, what text, owner text, due_on text, state text, evidence text, is_condition int
SELECT a.ref AS ref, a.what AS what, p.name AS owner, a.due_on AS due_on, a.state AS state, a.evidence AS evidence,
	a.decision_id IS NOT NULL AS is_condition
FROM contract_action a LEFT JOIN person p ON p.person_id = a.owner_id
WHERE a.contract_id = :contract_id AND NOT EXISTS (SELECT 1 FROM decision e JOIN review_declaration d ON d.review_id = e.review_id
	WHERE e.decision_id = a.decision_id AND d.person_id = :person_id AND d.conflict = 1)
ORDER BY a.state <> 'open', a.due_on, a.action_id LIMIT 200;

-- contract_actions_ours: what the organisation itself is to do.
-- pool: staff
-- tenant: its page found the contract with its rights
-- in: contract_id int
-- out: what text, due_on text, state text
SELECT what, due_on, state FROM contract_action WHERE contract_id = :contract_id AND owner_id IS NULL AND state <> 'cancelled'
ORDER BY state <> 'open', due_on, action_id LIMIT 200;

-- contract_action_by_ref: one action, and the review whose condition it is; none of a review in which this person has a conflict of
-- interest.
-- pool: staff
-- tenant: for who keeps the register
-- in: ref text, person_id int
-- out: action_id int, ref text, contract_id int, contract text, reference text, organisation text, what text, owner_id int, owner text,
-- owner_ref text, due_on text, state text, review_id int, row_version int
SELECT a.action_id AS action_id, a.ref AS ref, a.contract_id AS contract_id, c.ref AS contract, c.reference AS reference,
	o.name AS organisation, a.what AS what, a.owner_id AS owner_id, p.name AS owner, p.ref AS owner_ref, a.due_on AS due_on, a.state AS state, e.review_id AS review_id,
	a.row_version AS row_version
FROM contract_action a JOIN organisation o ON o.organisation_id = a.organisation_id LEFT JOIN contract c ON c.contract_id = a.contract_id
	LEFT JOIN person p ON p.person_id = a.owner_id LEFT JOIN decision e ON e.decision_id = a.decision_id
WHERE a.ref = :ref AND NOT EXISTS (SELECT 1 FROM review_declaration d
	WHERE d.review_id = e.review_id AND d.person_id = :person_id AND d.conflict = 1);

-- contract_action_add: something is to be done about a contract.
-- pool: staff
-- duplicate: a double tap
-- in: ref text, contract_id int, organisation_id int, what text, owner_id int, due_on text, made_at time
INSERT INTO contract_action (ref, contract_id, organisation_id, what, owner_id, due_on, made_at)
VALUES (:ref, :contract_id, :organisation_id, :what, NULLIF(:owner_id, 0), :due_on, :made_at);

-- contract_action_edit: what, by whom, until when. Another owner or another day is reminded anew. 0 rows: somebody was quicker.
-- pool: staff
-- tenant: for who keeps the register
-- in: action_id int, row_version int, what text, owner_id int, due_on text, anew int
UPDATE contract_action SET what = :what, owner_id = NULLIF(:owner_id, 0), due_on = :due_on, reminded_at = IF(:anew, NULL, reminded_at),
	chased_at = IF(:anew, NULL, chased_at), row_version = row_version + 1
WHERE action_id = :action_id AND row_version = :row_version AND state = 'open';

-- contract_action_set: done, or cancelled. 0 rows: somebody was quicker.
-- pool: staff
-- tenant: for who keeps the register
-- in: action_id int, row_version int, state text, evidence text, ended_at time
UPDATE contract_action SET state = :state, evidence = :evidence, ended_at = :ended_at, row_version = row_version + 1
WHERE action_id = :action_id AND row_version = :row_version AND state = 'open';

-- contract_actions_list: what is to be done about all contracts, for their list and its file; a condition on a plan or bid has no contract:
-- its service is the review's title; no condition of a review in which
-- person_id has a conflict of interest.
-- pool: staff
-- tenant: whoever may open the page reads every contract
-- in: state text, overdue text, owner_id int, others int, person_id int
-- out: action_id int, what text, owner text, organisation text, due_on text, state text, evidence text, ended_at time, contract text,
-- reference text, service text, review text
-- key: a.action_id of contract_action a
-- sorts: due: a.due_on
SELECT a.action_id, a.what, p.name AS owner, o.name AS organisation, a.due_on, a.state, a.evidence, a.ended_at, c.ref AS contract,
	c.reference, COALESCE(c.service, v.title) AS service, v.ref AS review
FROM contract_action a JOIN organisation o ON o.organisation_id = a.organisation_id LEFT JOIN contract c ON c.contract_id = a.contract_id
	LEFT JOIN person p ON p.person_id = a.owner_id LEFT JOIN decision q ON q.decision_id = a.decision_id
	LEFT JOIN review v ON v.review_id = q.review_id
WHERE 1 = 1 [state? AND a.state = :state] [overdue? AND a.state = 'open' AND a.due_on < :overdue]
	[owner_id? AND a.owner_id = :owner_id] [others? AND (a.owner_id IS NULL) = :others]
	AND NOT EXISTS (SELECT 1 FROM decision e JOIN review_declaration d ON d.review_id = e.review_id
		WHERE e.decision_id = a.decision_id AND d.person_id = :person_id AND d.conflict = 1) [page];

-- contract_actions_mine: how many open actions somebody has; overdue: only those due before that day.
-- pool: staff
-- tenant: they are the person's own
-- in: owner_id int, overdue text
-- out: n int
SELECT COUNT(*) AS n FROM contract_action a WHERE a.owner_id = :owner_id AND a.state = 'open' [overdue? AND a.due_on < :overdue]
	AND NOT EXISTS (SELECT 1 FROM decision e JOIN review_declaration d ON d.review_id = e.review_id
		WHERE e.decision_id = a.decision_id AND d.person_id = :owner_id AND d.conflict = 1);

-- contract_actions_to_remind: open actions that are due before a day, and nobody was reminded of. chase: those that are overdue.
-- pool: owner
-- in: before text, chase int
-- out: action_id int, due_on text
SELECT a.action_id AS action_id, a.due_on AS due_on FROM contract_action a WHERE a.state = 'open' AND a.due_on < :before
	[chase? AND a.chased_at IS NULL] [!chase? AND a.reminded_at IS NULL AND a.chased_at IS NULL]
ORDER BY a.action_id LIMIT 500;

-- contract_action_readers: who is written to about an action: its owner, unless a conflict of interest keeps it from them; or those who
-- act for the organisation.
-- pool: owner
-- in: action_id int
-- out: email text, name text, own int
SELECT p.email AS email, p.name AS name, a.owner_id IS NOT NULL AS own
FROM contract_action a JOIN person p ON p.state = 'active' AND (p.person_id = a.owner_id OR (a.owner_id IS NULL AND p.person_id IN
	(SELECT m.person_id FROM membership m WHERE m.organisation_id = a.organisation_id AND m.role = 'provider_member')))
WHERE a.action_id = :action_id AND NOT EXISTS (SELECT 1 FROM decision e JOIN review_declaration d ON d.review_id = e.review_id
	WHERE e.decision_id = a.decision_id AND d.person_id = p.person_id AND d.conflict = 1) LIMIT 50;

-- contract_action_reminded: somebody was written to before it was due; nothing when another job did so meanwhile.
-- pool: owner
-- in: action_id int, at time
UPDATE contract_action SET reminded_at = :at WHERE action_id = :action_id AND reminded_at IS NULL;

-- contract_action_chased: somebody was written to because it is overdue.
-- pool: owner
-- in: action_id int, at time
UPDATE contract_action SET chased_at = :at WHERE action_id = :action_id AND chased_at IS NULL;

-- ---- For the organisation ------------------------------------------------------------------------

-- contracts_of_organisation: those of one, live ones first; successor: and of those that were merged into it.
-- pool: staff
-- in: organisation_id int, successor int
-- out: ref text, reference text, service text, starts_on text, ends_on text, status text, value_now int
SELECT c.ref AS ref, c.reference AS reference, c.service AS service, c.starts_on AS starts_on, c.ends_on AS ends_on,
	c.status AS status, c.value_now AS value_now
FROM contract c JOIN organisation o ON o.organisation_id = c.organisation_id
WHERE (o.organisation_id = :organisation_id [successor? OR (:successor = 1 AND o.successor_id = :organisation_id)])
ORDER BY c.status = 'ended', c.ends_on, c.contract_id LIMIT 200;
