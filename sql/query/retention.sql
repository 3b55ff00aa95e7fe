-- retention.sql: which records are due, held, proposed, destroyed. Years are settings; "kept_from": from when they are counted.

-- retention_list: records whose years are over, for their list and its file. None of what they say.
-- pool: staff
-- in: kind text, serious text, ordinary text
-- out: due_id int, kind text, ref text, begun_on text, ended_on text, serious int, due_on text, hold_id int, held_until text, proposed text
-- key: r.due_id of retention_due r
-- sorts: due: r.due_on | begun: r.begun_on
SELECT r.due_id AS due_id, r.kind AS kind, r.ref AS ref, r.begun_on AS begun_on, r.ended_on AS ended_on, r.serious AS serious,
	r.due_on AS due_on, h.hold_id AS hold_id, h.held_until AS held_until,
	(SELECT MAX(d.ref) FROM destruction_item x JOIN destruction d ON d.destruction_id = x.destruction_id
		WHERE x.record_id = r.record_id AND x.waits = 1 AND d.kind = r.kind AND d.state IN ('proposed', 'confirmed')) AS proposed
FROM retention_due r LEFT JOIN retention_hold h ON h.kind = r.kind AND h.record_id = r.record_id AND h.standing = 1
WHERE 1 = 1 [kind? AND r.kind = :kind] [serious? AND (r.serious = 1) = 1] [ordinary? AND (r.serious = 0) = 1] [page];

-- retention_free: those that nobody holds or has proposed, the oldest first.
-- pool: staff
-- in: now time, most int
-- out: kind text, ref text, begun_on text, ended_on text, serious int
SELECT r.kind AS kind, r.ref AS ref, r.begun_on AS begun_on, r.ended_on AS ended_on, r.serious AS serious
FROM retention_due r
WHERE NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.kind = r.kind AND h.record_id = r.record_id AND h.standing = 1
		AND (h.held_until IS NULL OR h.held_until >= DATE(:now)))
	AND NOT EXISTS (SELECT 1 FROM destruction_item x JOIN destruction d ON d.destruction_id = x.destruction_id
		WHERE x.record_id = r.record_id AND x.waits = 1 AND d.kind = r.kind AND d.state IN ('proposed', 'confirmed'))
ORDER BY r.due_on, r.due_id LIMIT :most;

-- retention_one: one record as a records manager sees it: no text. due_at is nothing as long as its years have not begun.
-- pool: staff
-- in: ref text, now time
-- out: kind text, record_id int, ref text, begun_on text, ended_on text, serious int, kept_from time, hold_id int, hold_why text,
-- held_until text, held_by text, held_at time
SELECT v.kind AS kind, v.record_id AS record_id, v.ref AS ref, v.begun_on AS begun_on, v.ended_on AS ended_on, v.serious AS serious,
	v.kept_from AS kept_from, h.hold_id AS hold_id, h.why AS hold_why, h.held_until AS held_until, p.name AS held_by, h.set_at AS held_at
FROM retention_record v LEFT JOIN retention_hold h ON h.kind = v.kind AND h.record_id = v.record_id AND h.standing = 1
	AND (h.held_until IS NULL OR h.held_until >= DATE(:now))
	LEFT JOIN person p ON p.person_id = h.set_by
WHERE v.ref = :ref;

-- retention_hold_end: a hold whose last day is over makes room for another.
-- pool: staff
-- in: kind text, record_id int, person_id int, now time
UPDATE retention_hold SET lifted_by = :person_id, lifted_at = :now
WHERE kind = :kind AND record_id = :record_id AND standing = 1 AND held_until < DATE(:now);

-- retention_hold_add: it is not destroyed; nothing, when it is not there any more.
-- pool: staff
-- in: ref text, kind text, why text, held_until text, person_id int, now time
-- duplicate: somebody else held it meanwhile
INSERT INTO retention_hold (kind, record_id, why, held_until, set_by, set_at)
SELECT v.kind, v.record_id, :why, :held_until, :person_id, :now FROM retention_record v WHERE v.ref = :ref AND v.kind = :kind;

-- retention_hold_lift: it may be destroyed again.
-- pool: staff
-- in: hold_id int, person_id int, now time
UPDATE retention_hold SET lifted_by = :person_id, lifted_at = :now WHERE hold_id = :hold_id AND lifted_at IS NULL;

-- retention_new: records whose years are over since the jobs looked last. (The last condition is for the index.)
-- pool: owner
-- in: kind text, now time, years int, serious_years int, most int
-- out: record_id int, ref text, begun_on text, ended_on text, serious int, due_on text
SELECT v.record_id AS record_id, v.ref AS ref, v.begun_on AS begun_on, v.ended_on AS ended_on, v.serious AS serious,
	DATE(v.kept_from + INTERVAL IF(v.serious, :serious_years, :years) YEAR) AS due_on
FROM retention_record v LEFT JOIN retention_due r ON r.kind = v.kind AND r.record_id = v.record_id
WHERE v.kind = :kind AND v.kept_from <= :now - INTERVAL IF(v.serious, :serious_years, :years) YEAR AND r.due_id IS NULL
	AND v.kept_from <= :now - INTERVAL LEAST(:serious_years, :years) YEAR LIMIT :most;

-- retention_due_add: so that the pages show it.
-- pool: owner
-- in: kind text, record_id int, ref text, begun_on text, ended_on text, serious int, due_on text
INSERT IGNORE INTO retention_due (kind, record_id, ref, begun_on, ended_on, serious, due_on)
VALUES (:kind, :record_id, :ref, :begun_on, :ended_on, :serious, :due_on);

-- retention_old: what is not due any more: more years, a later end, or it is gone.
-- pool: owner
-- in: kind text, now time, years int, serious_years int
-- out: due_id int
SELECT r.due_id AS due_id FROM retention_due r WHERE r.kind = :kind AND r.record_id NOT IN (SELECT v.record_id FROM retention_record v
	WHERE v.kind = :kind AND v.kept_from <= :now - INTERVAL IF(v.serious, :serious_years, :years) YEAR
	AND v.kept_from <= :now - INTERVAL LEAST(:serious_years, :years) YEAR);

-- retention_due_end: the pages do not show it any more.
-- pool: owner
-- in: due_id int
DELETE FROM retention_due WHERE due_id = :due_id;

-- destruction_add: somebody proposes one.
-- pool: staff
-- in: ref text, kind text, person_id int, now time
INSERT INTO destruction (ref, kind, proposed_by, proposed_at) VALUES (:ref, :kind, :person_id, :now);

-- destruction_item_add: a record that is due, which nobody holds.
-- pool: staff
-- in: destruction_id int, ref text, kind text, now time, years int, serious_years int
INSERT INTO destruction_item (destruction_id, record_id, ref, submitted_on, closed_on, serious)
SELECT :destruction_id, v.record_id, v.ref, v.begun_on, v.ended_on, v.serious FROM retention_record v
WHERE v.ref = :ref AND v.kind = :kind AND v.kept_from <= :now - INTERVAL IF(v.serious, :serious_years, :years) YEAR
	AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.kind = v.kind AND h.record_id = v.record_id AND h.standing = 1
		AND (h.held_until IS NULL OR h.held_until >= DATE(:now)));

-- destructions: all of them, the latest first.
-- pool: staff
-- out: ref text, kind text, state text, proposed_at time, proposed_by text, decided_by text, done_at time, n int, destroyed int
SELECT d.ref AS ref, d.kind AS kind, d.state AS state, d.proposed_at AS proposed_at, p.name AS proposed_by, c.name AS decided_by, d.done_at AS done_at,
	(SELECT COUNT(*) FROM destruction_item x WHERE x.destruction_id = d.destruction_id) AS n,
	(SELECT COUNT(*) FROM destruction_item x WHERE x.destruction_id = d.destruction_id AND x.outcome = 'destroyed') AS destroyed
FROM destruction d JOIN person p ON p.person_id = d.proposed_by LEFT JOIN person c ON c.person_id = d.decided_by
ORDER BY d.destruction_id DESC LIMIT 200;

-- destruction_by_ref: one of them.
-- pool: staff owner
-- in: ref text
-- out: destruction_id int, ref text, kind text, state text, proposed_by int, proposer text, proposer_email text, proposed_at time,
-- decided_by int, decider text, decider_email text, decided_at time, done_at time, rule text, hash bytes
SELECT d.destruction_id AS destruction_id, d.ref AS ref, d.kind AS kind, d.state AS state, d.proposed_by AS proposed_by,
	p.name AS proposer, p.email AS proposer_email, d.proposed_at AS proposed_at, d.decided_by AS decided_by, c.name AS decider,
	c.email AS decider_email, d.decided_at AS decided_at, d.done_at AS done_at, d.rule AS rule, d.hash AS hash
FROM destruction d JOIN person p ON p.person_id = d.proposed_by LEFT JOIN person c ON c.person_id = d.decided_by
WHERE d.ref = :ref;

-- destruction_items: its records, in the order of their references.
-- pool: staff owner
-- in: destruction_id int
-- out: record_id int, ref text, submitted_on text, closed_on text, serious int, outcome text
SELECT record_id, ref, submitted_on, closed_on, serious, outcome FROM destruction_item
WHERE destruction_id = :destruction_id ORDER BY ref;

-- destruction_decide: a second person says yes or no.
-- pool: staff
-- in: destruction_id int, state text, person_id int, now time
UPDATE destruction_open SET state = :state, decided_by = :person_id, decided_at = :now
WHERE destruction_id = :destruction_id AND state = 'proposed';

-- destructions_waiting: proposals that wait for somebody else than this person.
-- pool: staff
-- in: person_id int
-- out: n int
SELECT COUNT(*) AS n FROM destruction WHERE state = 'proposed' AND proposed_by <> :person_id;

-- destruction_next: one that was confirmed, and is not done.
-- pool: owner
-- out: ref text
SELECT ref FROM destruction WHERE state = 'confirmed' ORDER BY destruction_id LIMIT 1;

-- retention_take: a record that is still due and that nobody holds: then, and only then, it is destroyed, in the same transaction.
-- pool: owner
-- in: destruction_id int, record_id int, kind text, now time, years int, serious_years int
UPDATE destruction_item x SET x.outcome = 'destroyed'
WHERE x.destruction_id = :destruction_id AND x.record_id = :record_id AND x.outcome = 'waiting'
	AND EXISTS (SELECT 1 FROM retention_record v WHERE v.kind = :kind AND v.record_id = :record_id
		AND v.kept_from <= :now - INTERVAL IF(v.serious, :serious_years, :years) YEAR)
	AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.kind = :kind AND h.record_id = :record_id AND h.standing = 1
		AND (h.held_until IS NULL OR h.held_until >= DATE(:now)));

-- retention_keep: the others stay.
-- pool: owner
-- in: destruction_id int, record_id int
UPDATE destruction_item SET outcome = 'kept' WHERE destruction_id = :destruction_id AND record_id = :record_id AND outcome = 'waiting';

-- retention_holds_gone: holds that are over.
-- pool: owner
-- in: kind text, record_id int
DELETE FROM retention_hold WHERE kind = :kind AND record_id = :record_id;

-- What follows destroys a record that was taken. Each has the one parameter of struct retention_step (retention_job.c).

-- retention_incident_original: duplicates of it are duplicates of nothing any more.
-- pool: owner
-- in: record_id int
UPDATE incident SET duplicate_of = NULL WHERE duplicate_of = :record_id;

-- retention_incident_words: what it is searched by.
-- pool: owner
-- in: record_id int
DELETE FROM search_word WHERE subject = 'incident' AND subject_id = :record_id;

-- retention_incident_answers: what other organisations answered.
-- pool: owner
-- in: record_id int
DELETE a FROM investigation_answer a JOIN investigation_request q ON q.request_id = a.request_id WHERE q.incident_id = :record_id;

-- retention_incident_requests: what they were asked.
-- pool: owner
-- in: record_id int
DELETE FROM investigation_request WHERE incident_id = :record_id;

-- retention_incident_bodies: the bytes of its files.
-- pool: owner
-- in: record_id int
DELETE b FROM incident_file_body b JOIN incident_file f ON f.file_id = b.file_id WHERE f.incident_id = :record_id;

-- retention_incident_files: its files.
-- pool: owner
-- in: record_id int
DELETE FROM incident_file WHERE incident_id = :record_id;

-- retention_incident_events: its history.
-- pool: owner
-- in: record_id int
DELETE FROM incident_event WHERE incident_id = :record_id;

-- retention_incident_said: what its writer said without a name.
-- pool: owner
-- in: record_id int
DELETE s FROM incident_said s JOIN incident i ON i.code_hash = s.code_hash WHERE i.incident_id = :record_id;

-- retention_incident_pending: it is not counted again.
-- pool: owner
-- in: record_id int
DELETE FROM incident_pending WHERE incident_id = :record_id;

-- retention_incident_themes: its themes.
-- pool: owner
-- in: record_id int
DELETE FROM incident_theme_link WHERE incident_id = :record_id;

-- retention_incident_bulletins: from which bulletins were made; they stay, and name nobody.
-- pool: owner
-- in: record_id int
DELETE FROM bulletin_incident WHERE incident_id = :record_id;

-- retention_incident_notes: its notes.
-- pool: owner
-- in: record_id int
DELETE FROM incident_note WHERE incident_id = :record_id;

-- retention_incident_found: what its investigation found.
-- pool: owner
-- in: record_id int
DELETE FROM incident_investigation WHERE incident_id = :record_id;

-- retention_incident_steps: its steps.
-- pool: owner
-- in: record_id int
DELETE FROM incident_step WHERE incident_id = :record_id;

-- retention_incident_actions: its actions.
-- pool: owner
-- in: record_id int
DELETE FROM incident_action WHERE incident_id = :record_id;

-- retention_incident_candour: its duty of candour.
-- pool: owner
-- in: record_id int
DELETE FROM incident_candour WHERE incident_id = :record_id;

-- retention_incident_letters: its letters.
-- pool: owner
-- in: record_id int
DELETE FROM incident_letter WHERE incident_id = :record_id;

-- retention_incident_lock: nobody else changes it meanwhile.
-- pool: owner
-- in: record_id int
-- out: record_id int
SELECT incident_id AS record_id FROM incident WHERE incident_id = :record_id FOR UPDATE;

-- retention_incident_end: itself.
-- pool: owner
-- in: record_id int
DELETE FROM incident WHERE incident_id = :record_id;

-- retention_contract_lock: nobody else changes it meanwhile.
-- pool: owner
-- in: record_id int
-- out: record_id int
SELECT contract_id AS record_id FROM contract WHERE contract_id = :record_id FOR UPDATE;

-- retention_contract_actions: what was to be done about it.
-- pool: owner
-- in: record_id int
DELETE FROM contract_action WHERE contract_id = :record_id;

-- retention_contract_members: who sat and voted in the decisions of its reviews.
-- pool: owner
-- in: record_id int
DELETE m FROM decision_member m JOIN decision d ON d.decision_id = m.decision_id JOIN review v ON v.review_id = d.review_id
WHERE v.contract_id = :record_id;

-- retention_contract_decision: those decisions.
-- pool: owner
-- in: record_id int
DELETE x FROM decision x JOIN review v ON v.review_id = x.review_id WHERE v.contract_id = :record_id;

-- retention_contract_review_agreed: scores that were agreed on.
-- pool: owner
-- in: record_id int
DELETE x FROM review_agreed x JOIN review v ON v.review_id = x.review_id WHERE v.contract_id = :record_id;

-- retention_contract_review_score: scores.
-- pool: owner
-- in: record_id int
DELETE x FROM review_score x JOIN review v ON v.review_id = x.review_id WHERE v.contract_id = :record_id;

-- retention_contract_review_reviewer: who scored.
-- pool: owner
-- in: record_id int
DELETE x FROM review_reviewer x JOIN review v ON v.review_id = x.review_id WHERE v.contract_id = :record_id;

-- retention_contract_review_declaration: what they declared.
-- pool: owner
-- in: record_id int
DELETE x FROM review_declaration x JOIN review v ON v.review_id = x.review_id WHERE v.contract_id = :record_id;

-- retention_contract_review_event: the history of its reviews.
-- pool: owner
-- in: record_id int
DELETE x FROM review_event x JOIN review v ON v.review_id = x.review_id WHERE v.contract_id = :record_id;

-- retention_contract_review_words: what its reviews are searched by.
-- pool: owner
-- in: record_id int
DELETE w FROM search_word w JOIN review v ON v.review_id = w.subject_id WHERE w.subject = 'review' AND v.contract_id = :record_id;

-- retention_contract_reviews: its reviews.
-- pool: owner
-- in: record_id int
DELETE FROM review WHERE contract_id = :record_id;

-- retention_contract_monitoring_value: figures of its returns.
-- pool: owner
-- in: record_id int
DELETE x FROM monitoring_value x JOIN monitoring_return r ON r.return_id = x.return_id WHERE r.contract_id = :record_id;

-- retention_contract_monitoring_version: its returns, as they were sent.
-- pool: owner
-- in: record_id int
DELETE x FROM monitoring_version x JOIN monitoring_return r ON r.return_id = x.return_id WHERE r.contract_id = :record_id;

-- retention_contract_bodies: the bytes of its documents.
-- pool: owner
-- in: record_id int
DELETE b FROM contract_document_body b JOIN contract_document_version v ON v.version_id = b.version_id
	JOIN contract_document d ON d.document_id = v.document_id WHERE d.contract_id = :record_id;

-- retention_contract_versions: versions of its documents.
-- pool: owner
-- in: record_id int
DELETE v FROM contract_document_version v JOIN contract_document d ON d.document_id = v.document_id WHERE d.contract_id = :record_id;

-- retention_contract_returns: its returns.
-- pool: owner
-- in: record_id int
DELETE FROM monitoring_return WHERE contract_id = :record_id;

-- retention_contract_kpi: its indicators.
-- pool: owner
-- in: record_id int
DELETE FROM contract_kpi WHERE contract_id = :record_id;

-- retention_contract_document: its documents.
-- pool: owner
-- in: record_id int
DELETE FROM contract_document WHERE contract_id = :record_id;

-- retention_contract_survey: surveys about it.
-- pool: owner
-- in: record_id int
DELETE FROM contract_survey WHERE contract_id = :record_id;

-- retention_contract_value: its values.
-- pool: owner
-- in: record_id int
DELETE FROM contract_value WHERE contract_id = :record_id;

-- retention_contract_extension: its extensions.
-- pool: owner
-- in: record_id int
DELETE FROM contract_extension WHERE contract_id = :record_id;

-- retention_contract_event: its history.
-- pool: owner
-- in: record_id int
DELETE FROM contract_event WHERE contract_id = :record_id;

-- retention_contract_words: what it is searched by.
-- pool: owner
-- in: record_id int
DELETE FROM search_word WHERE subject = 'contract' AND subject_id = :record_id;

-- retention_contract_end: itself.
-- pool: owner
-- in: record_id int
DELETE FROM contract WHERE contract_id = :record_id;

-- retention_submission_lock: nobody else changes it meanwhile.
-- pool: owner
-- in: record_id int
-- out: record_id int
SELECT submission_id AS record_id FROM submission WHERE submission_id = :record_id FOR UPDATE;

-- retention_submission_actions: what was to be done about it.
-- pool: owner
-- in: record_id int
DELETE a FROM contract_action a JOIN decision d ON d.decision_id = a.decision_id JOIN review v ON v.review_id = d.review_id
WHERE v.submission_id = :record_id;

-- retention_submission_members: who sat and voted in the decisions of its reviews.
-- pool: owner
-- in: record_id int
DELETE m FROM decision_member m JOIN decision d ON d.decision_id = m.decision_id JOIN review v ON v.review_id = d.review_id
WHERE v.submission_id = :record_id;

-- retention_submission_decision: those decisions.
-- pool: owner
-- in: record_id int
DELETE x FROM decision x JOIN review v ON v.review_id = x.review_id WHERE v.submission_id = :record_id;

-- retention_submission_review_agreed: scores that were agreed on.
-- pool: owner
-- in: record_id int
DELETE x FROM review_agreed x JOIN review v ON v.review_id = x.review_id WHERE v.submission_id = :record_id;

-- retention_submission_review_score: scores.
-- pool: owner
-- in: record_id int
DELETE x FROM review_score x JOIN review v ON v.review_id = x.review_id WHERE v.submission_id = :record_id;

-- retention_submission_review_reviewer: who scored.
-- pool: owner
-- in: record_id int
DELETE x FROM review_reviewer x JOIN review v ON v.review_id = x.review_id WHERE v.submission_id = :record_id;

-- retention_submission_review_declaration: what they declared.
-- pool: owner
-- in: record_id int
DELETE x FROM review_declaration x JOIN review v ON v.review_id = x.review_id WHERE v.submission_id = :record_id;

-- retention_submission_review_event: the history of its reviews.
-- pool: owner
-- in: record_id int
DELETE x FROM review_event x JOIN review v ON v.review_id = x.review_id WHERE v.submission_id = :record_id;

-- retention_submission_review_words: what its reviews are searched by.
-- pool: owner
-- in: record_id int
DELETE w FROM search_word w JOIN review v ON v.review_id = w.subject_id WHERE w.subject = 'review' AND v.submission_id = :record_id;

-- retention_submission_reviews: its reviews.
-- pool: owner
-- in: record_id int
DELETE FROM review WHERE submission_id = :record_id;

-- retention_submission_words: what it is searched by.
-- pool: owner
-- in: record_id int
DELETE FROM search_word WHERE subject = 'submission' AND subject_id = :record_id;

-- retention_submission_end: itself.
-- pool: owner
-- in: record_id int
DELETE FROM submission WHERE submission_id = :record_id;

-- retention_interest_lock: nobody else changes it meanwhile.
-- pool: owner
-- in: record_id int
-- out: record_id int
SELECT interest_id AS record_id FROM interest WHERE interest_id = :record_id FOR UPDATE;

-- retention_interest_end: itself.
-- pool: owner
-- in: record_id int
DELETE FROM interest WHERE interest_id = :record_id;

-- retention_breach_lock: nobody else changes it meanwhile.
-- pool: owner
-- in: record_id int
-- out: record_id int
SELECT breach_id AS record_id FROM interest_breach WHERE breach_id = :record_id FOR UPDATE;

-- retention_breach_end: itself.
-- pool: owner
-- in: record_id int
DELETE FROM interest_breach WHERE breach_id = :record_id;

-- destruction_end: it is done, and certified.
-- pool: owner
-- in: destruction_id int, now time, rule text, hash bytes
UPDATE destruction SET state = 'done', done_at = :now, rule = :rule, hash = :hash
WHERE destruction_id = :destruction_id AND state = 'confirmed';
