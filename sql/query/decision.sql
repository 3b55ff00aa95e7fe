-- decision.sql: the panel's decisions.

-- decisions: decisions of a review, the newest first; those that were not confirmed too.
-- pool: staff
-- in: review_id int
-- out: decision_id int, ref text, state text, outcome text, reasons text, details text, met_on text, quorum int, next_review_on text,
-- made_by int, maker text, made_at time, ended_by int, ender text, ended_at time, returned_why text
SELECT d.decision_id AS decision_id, d.ref AS ref, d.state AS state, d.outcome AS outcome, d.reasons AS reasons, d.details AS details,
	d.met_on AS met_on, d.quorum AS quorum, d.next_review_on AS next_review_on, d.made_by AS made_by, m.name AS maker, d.made_at AS made_at,
	d.ended_by AS ended_by, e.name AS ender, d.ended_at AS ended_at, d.returned_why AS returned_why
FROM decision d JOIN person m ON m.person_id = d.made_by LEFT JOIN person e ON e.person_id = d.ended_by
WHERE d.review_id = :review_id ORDER BY d.decision_id DESC;

-- decision_of_form: the decision that this form made before.
-- pool: staff
-- in: submission bytes
-- out: decision_id int, review_id int, outcome text, reasons text, details text, met_on text, next_review_on text
SELECT decision_id, review_id, outcome, reasons, details, met_on, next_review_on FROM decision WHERE submission = :submission;

-- decision_members: attendance and votes. conflict: of interest, that stands today.
-- pool: staff
-- in: decision_id int
-- out: person_id int, name text, part text, vote text, conflict int
SELECT m.person_id AS person_id, p.name AS name, m.part AS part, m.vote AS vote,
	EXISTS (SELECT 1 FROM review_declaration v WHERE v.person_id = m.person_id AND v.conflict = 1 AND v.review_id = d.review_id) AS conflict
FROM decision_member m JOIN decision d ON d.decision_id = m.decision_id JOIN person p ON p.person_id = m.person_id
WHERE m.decision_id = :decision_id ORDER BY m.part, p.name, m.person_id;

-- decision_panel: who sits on the panel, and what each declared for a review; those who can sit first.
-- pool: staff
-- in: review_id int
-- out: person_id int, ref text, name text, chair int, declared int, conflict int
SELECT p.person_id AS person_id, p.ref AS ref, p.name AS name, m.chair AS chair,
	EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = :review_id AND d.person_id = p.person_id AND d.kind = 'none') AS declared,
	EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = p.person_id AND d.conflict = 1 AND d.review_id = :review_id) AS conflict
FROM panel_member m JOIN person p ON p.person_id = m.person_id
WHERE m.sits = 1 ORDER BY m.chair DESC, p.name, p.person_id;

-- decision_owners: who of the commissioner can take on a condition: reviewers without a conflict of interest there.
-- pool: staff
-- in: review_id int
-- out: ref text, name text
SELECT DISTINCT p.ref AS ref, p.name AS name
FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id AND o.kind = 'commissioner' JOIN person p ON p.person_id = m.person_id
WHERE m.role = 'contract_reviewer' AND p.state = 'active'
	AND NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = p.person_id AND d.conflict = 1 AND d.review_id = :review_id)
ORDER BY p.name, p.ref;

-- decision_add: the panel decided; somebody else is to confirm it.
-- pool: staff
-- tenant: of a review whose rights were asked
-- duplicate: the form was sent already
-- in: ref text, submission bytes, review_id int, outcome text, reasons text, details text, met_on text, quorum int, next_review_on text,
-- made_by int, now time
INSERT INTO decision (ref, submission, review_id, outcome, reasons, details, met_on, quorum, next_review_on, made_by, made_at)
VALUES (:ref, :submission, :review_id, :outcome, :reasons, :details, :met_on, :quorum, :next_review_on, :made_by, :now);

-- decision_member_add: who was there, and how they voted.
-- pool: staff
-- in: decision_id int, person_id int, part text, vote text
INSERT INTO decision_member (decision_id, person_id, part, vote) VALUES (:decision_id, :person_id, :part, :vote);

-- decision_end: a second person confirms or returns it.
-- pool: staff
-- in: decision_id int, state text, ended_by int, now time, returned_why text
UPDATE decision SET state = :state, ended_by = :ended_by, ended_at = :now, returned_why = :returned_why
WHERE decision_id = :decision_id AND state = 'made';

-- decision_contract: the outcome on the contract. until: it ends on that day; NULL: as before. status '': as before.
-- pool: staff
-- tenant: of a review whose rights were asked
-- in: contract_id int, outcome text, decided_on text, next_review_on text, until text, status text
UPDATE contract SET outcome = :outcome, decided_on = :decided_on, next_review_on = :next_review_on, ends_on = COALESCE(:until, ends_on),
	status = IF(:status = '', status, :status), row_version = row_version + 1
WHERE contract_id = :contract_id;

-- decision_extension: an extension is taken.
-- pool: staff
-- in: ref text, contract_id int, ends_on text
INSERT INTO contract_extension (ref, contract_id, ends_on, state) VALUES (:ref, :contract_id, :ends_on, 'taken')
ON DUPLICATE KEY UPDATE state = 'taken', row_version = row_version + 1;

-- decision_values: values of a contract, by year.
-- pool: staff
-- in: contract_id int
-- out: year int, pence int
SELECT year AS year, pence AS pence FROM contract_value WHERE contract_id = :contract_id ORDER BY year;

-- decision_value: the value of a year, as it was decided.
-- pool: staff
-- in: contract_id int, year int, pence int
INSERT INTO contract_value (contract_id, year, pence) VALUES (:contract_id, :year, :pence) ON DUPLICATE KEY UPDATE pence = :pence;

-- decision_values_end: no value after the year in which a contract ends.
-- pool: staff
-- in: contract_id int, year int
DELETE FROM contract_value WHERE contract_id = :contract_id AND year > :year;

-- decision_action: a condition, as an action with a date. owner '': the organisation itself.
-- pool: staff
-- in: ref text, contract_id int, decision_id int, organisation_id int, what text, owner text, due_on text, now time
INSERT INTO contract_action (ref, contract_id, decision_id, organisation_id, what, owner_id, due_on, made_at)
VALUES (:ref, NULLIF(:contract_id, 0), :decision_id, :organisation_id, :what, (SELECT person_id FROM person WHERE ref = :owner), :due_on, :now);

-- report_criteria: criteria of a review with their weights, and the score that was agreed on; agreed -1: none yet.
-- pool: staff
-- in: review_id int
-- out: criterion_id int, name text, weight int, agreed int, reason text
SELECT c.criterion_id AS criterion_id, c.name AS name, c.weight AS weight, COALESCE(a.score, -1) AS agreed, COALESCE(a.reason, '') AS reason
FROM review v JOIN criterion c ON c.version_id = v.version_id
	LEFT JOIN review_agreed a ON a.review_id = v.review_id AND a.criterion_id = c.criterion_id
WHERE v.review_id = :review_id AND v.organisation_id > 0 ORDER BY c.position;

-- report_scores: what each reviewer scored, once all of them had sent theirs; of a review that was cancelled before, nothing. score -1: none.
-- pool: staff
-- in: review_id int
-- out: criterion text, name text, score int, reason text
SELECT c.name AS criterion, p.name AS name, COALESCE(s.score, -1) AS score, s.reason AS reason
FROM review_score s JOIN review v ON v.review_id = s.review_id AND v.organisation_id > 0 AND v.state <> 'scoring'
	JOIN review_reviewer w ON w.review_id = s.review_id AND w.person_id = s.person_id AND w.sent_at IS NOT NULL AND w.removed_at IS NULL
	JOIN criterion c ON c.criterion_id = s.criterion_id JOIN person p ON p.person_id = s.person_id
WHERE s.review_id = :review_id
	AND NOT EXISTS (SELECT 1 FROM review_reviewer x WHERE x.review_id = s.review_id AND x.removed_at IS NULL AND x.sent_at IS NULL)
ORDER BY c.position, p.name, s.person_id;

-- report_declarations: who declared what kind of interest for a review. What it is stays with those who look after interests.
-- pool: staff
-- in: review_id int
-- out: name text, kind text, declared_at time, lifted_at time, conflict int
SELECT p.name AS name, d.kind AS kind, d.declared_at AS declared_at, d.lifted_at AS lifted_at, COALESCE(d.conflict, 0) AS conflict
FROM review_declaration d JOIN person p ON p.person_id = d.person_id WHERE d.review_id = :review_id ORDER BY d.declaration_id;

-- report_events: all that happened in a review, attempts that were refused too.
-- pool: staff
-- in: review_id int
-- out: at time, name text, kind text, state_from text, state_to text, text text
SELECT e.at AS at, p.name AS name, e.kind AS kind, e.state_from AS state_from, e.state_to AS state_to, e.text AS text
FROM review_event e LEFT JOIN person p ON p.person_id = e.person_id WHERE e.review_id = :review_id ORDER BY e.event_id;

-- review_board: reviews that were open at any time from one day to another, without those in which this person has a conflict of interest. year: the
-- financial year whose value is shown of a contract; of a submission it is what was asked for. value -1: none is known.
-- pool: staff
-- in: person_id int, since text, until text, year int
-- out: ref text, title text, organisation text, organisation_id int, state text, due_on text, agreed_score int, value int, judged text, outcome text, met_on text
SELECT v.ref AS ref, v.title AS title, o.name AS organisation, v.organisation_id AS organisation_id, v.state AS state, v.due_on AS due_on,
	COALESCE(v.agreed_score, -1) AS agreed_score, COALESCE(y.pence, s.amount, -1) AS value, IF(v.contract_id IS NOT NULL, 'contract', IF(v.submission_id IS NULL, 'proposal', 'submission')) AS judged,
	d.outcome AS outcome, d.met_on AS met_on
FROM review v JOIN organisation o ON o.organisation_id = v.organisation_id
	LEFT JOIN contract_value y ON y.contract_id = v.contract_id AND y.year = :year
	LEFT JOIN submission s ON s.submission_id = v.submission_id
	LEFT JOIN decision d ON d.review_id = v.review_id AND d.state = 'confirmed'
WHERE v.opened_at <= :until AND (v.state NOT IN ('decided', 'cancelled') OR v.state_at >= :since)
	AND NOT EXISTS (SELECT 1 FROM review_declaration x WHERE x.person_id = :person_id AND x.conflict = 1 AND x.review_id = v.review_id)
ORDER BY v.due_on, v.review_id;

-- review_board_years: the first and the last day on which a review was opened or is due.
-- pool: staff
-- tenant: days alone, of all reviews
-- out: first text, last text
SELECT DATE_FORMAT(MIN(opened_at), '%Y-%m-%d') AS first, DATE_FORMAT(MAX(due_on), '%Y-%m-%d') AS last FROM review;

-- decision_of_contract: the last confirmed decision on a contract, unless this person has a conflict of interest in its review.
-- pool: staff
-- tenant: of a contract whose rights were asked
-- in: contract_id int, person_id int
-- out: review_ref text, outcome text, reasons text, details text, met_on text, next_review_on text
SELECT v.ref AS review_ref, d.outcome AS outcome, d.reasons AS reasons, d.details AS details, d.met_on AS met_on, d.next_review_on AS next_review_on
FROM review v JOIN decision d ON d.review_id = v.review_id AND d.state = 'confirmed'
WHERE v.contract_id = :contract_id
	AND NOT EXISTS (SELECT 1 FROM review_declaration x WHERE x.person_id = :person_id AND x.conflict = 1 AND x.review_id = v.review_id)
ORDER BY d.met_on DESC, d.decision_id DESC LIMIT 1;
