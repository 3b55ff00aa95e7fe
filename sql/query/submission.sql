-- submission.sql: plans and bids, for the organisations that write and send them, and one of them for staff.

-- submission_by_ref: one plan or bid with its call; its review that was not cancelled, and what this person declared for it.
-- pool: staff
-- tenant: its page asks access.c whether this person may see it
-- in: ref text, person_id int
-- out: submission_id int, ref text, call_id int, call_ref text, kind text, call_title text, form text, call_state text, closes_on text,
-- organisation_id int, successor_id int, organisation text, organisation_code text, number int, title text, state text, draft text,
-- answers text, amount int, has_amount int, saved_at time, person text, person_id int, sent_at time, withdrawn_why text, row_version int, criteria_id int,
-- review_id int, review_ref text, review_state text, declared int, conflict int
SELECT s.submission_id AS submission_id, s.ref AS ref, k.call_id AS call_id, k.ref AS call_ref, k.kind AS kind, k.title AS call_title,
	k.form AS form, k.state AS call_state, k.closes_on AS closes_on, s.organisation_id AS organisation_id, o.successor_id AS successor_id,
	o.name AS organisation, o.code AS organisation_code, s.number AS number, s.title AS title, s.state AS state, s.draft AS draft,
	s.answers AS answers, s.amount AS amount, s.amount IS NOT NULL AS has_amount, s.saved_at AS saved_at, p.name AS person,
	s.person_id AS person_id, s.sent_at AS sent_at, s.withdrawn_why AS withdrawn_why, s.row_version AS row_version,
	k.criteria_id AS criteria_id, v.review_id AS review_id, v.ref AS review_ref, v.state AS review_state,
	EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = v.review_id AND d.person_id = :person_id AND d.kind = 'none') AS declared,
	EXISTS (SELECT 1 FROM review w JOIN review_declaration d ON d.review_id = w.review_id AND d.person_id = :person_id AND d.conflict = 1
		WHERE w.submission_id = s.submission_id) AS conflict
FROM submission s JOIN submission_call k ON k.call_id = s.call_id JOIN organisation o ON o.organisation_id = s.organisation_id
	JOIN person p ON p.person_id = s.person_id LEFT JOIN review v ON v.open_submission = s.submission_id
WHERE s.ref = :ref;

-- submissions_own: plans and bids of one organisation, and of those that it goes on for.
-- pool: staff
-- in: own int, state text
-- out: submission_id int, ref text, organisation_id int, organisation text, call_title text, kind text, call_state text, closes_on text,
-- title text, state text, saved_at time, sent_at time, person text, review_state text
-- key: s.submission_id of submission s
-- sorts: saved: s.saved_at desc
SELECT s.submission_id, s.ref, s.organisation_id, o.name AS organisation, k.title AS call_title, k.kind, k.state AS call_state, k.closes_on,
	s.title, s.state, s.saved_at, s.sent_at, p.name AS person, v.state AS review_state
FROM submission s JOIN submission_call k ON k.call_id = s.call_id JOIN organisation o ON o.organisation_id = s.organisation_id
	JOIN person p ON p.person_id = s.person_id LEFT JOIN review v ON v.open_submission = s.submission_id
WHERE (o.organisation_id = :own OR o.successor_id = :own) [state? AND s.state = :state] [page];

-- submission_calls_open: calls that an organisation may answer today, the first to close first.
-- pool: staff
-- in: own int, today text
-- out: ref text, kind text, title text, several int, closes_on text, mine int
SELECT k.ref AS ref, k.kind AS kind, k.title AS title, k.several AS several, k.closes_on AS closes_on,
	(SELECT COUNT(*) FROM submission s WHERE s.call_id = k.call_id AND s.organisation_id = o.organisation_id AND s.state <> 'withdrawn') AS mine
FROM submission_call k JOIN organisation o ON o.organisation_id = :own AND FIND_IN_SET(o.kind COLLATE utf8mb4_bin, k.asks)
WHERE k.state = 'open' AND (k.closes_on IS NULL OR k.closes_on >= :today)
ORDER BY k.closes_on IS NULL, k.closes_on, k.call_id LIMIT 200;

-- submission_call_asks: is this organisation one of those that a call asks?
-- pool: staff
-- in: own int, call_id int
-- out: organisation_id int
SELECT o.organisation_id AS organisation_id FROM submission_call k JOIN organisation o ON FIND_IN_SET(o.kind COLLATE utf8mb4_bin, k.asks)
WHERE o.organisation_id = :own AND k.call_id = :call_id AND k.state <> 'draft';

-- submission_tasks: what waits for an organisation: calls without an answer of it, and drafts of open calls.
-- pool: staff
-- in: own int, today text
-- out: calls int, drafts int
SELECT COALESCE(SUM(NOT EXISTS (SELECT 1 FROM submission s WHERE s.call_id = k.call_id AND s.organisation_id = o.organisation_id
		AND s.state <> 'withdrawn')), 0) AS calls,
	COALESCE(SUM((SELECT COUNT(*) FROM submission s WHERE s.call_id = k.call_id AND s.organisation_id = o.organisation_id
		AND s.state = 'draft')), 0) AS drafts
FROM submission_call k JOIN organisation o ON o.organisation_id = :own AND FIND_IN_SET(o.kind COLLATE utf8mb4_bin, k.asks)
WHERE k.state = 'open' AND (k.closes_on IS NULL OR k.closes_on >= :today);

-- submission_of_call: what an organisation has begun or sent for a call, the newest first; and the highest number it ever had.
-- pool: staff
-- in: call_id int, own int
-- out: ref text, state text, number int
SELECT s.ref AS ref, s.state AS state, s.number AS number FROM submission s
WHERE s.call_id = :call_id AND s.organisation_id = :own ORDER BY s.number DESC;

-- submission_by_form: what a form that was sent twice has begun.
-- pool: staff
-- in: submission bytes, own int
-- out: ref text
SELECT s.ref AS ref FROM submission s WHERE s.submission = :submission AND s.organisation_id = :own;

-- submission_begin: a draft.
-- pool: staff
-- duplicate: the form was sent already, or a colleague began one at the same moment
-- in: ref text, submission bytes, call_id int, own int, number int, title text, draft text, now time, person_id int
INSERT INTO submission (ref, submission, call_id, organisation_id, number, title, draft, saved_at, person_id)
VALUES (:ref, :submission, :call_id, :own, :number, :title, :draft, :now, :person_id);

-- submission_discard: a draft is thrown away, unless somebody saved meanwhile.
-- pool: staff
-- in: submission_id int, organisation_id int, row_version int
DELETE FROM submission_draft
WHERE submission_id = :submission_id AND organisation_id = :organisation_id AND row_version = :row_version;

-- submission_save: what was typed so far.
-- pool: staff
-- tenant: its page asks access.c about it
-- in: title text, draft text, now time, person_id int, submission_id int, row_version int
UPDATE submission SET title = :title, draft = :draft, saved_at = :now, person_id = :person_id, row_version = row_version + 1
WHERE submission_id = :submission_id AND row_version = :row_version AND state = 'draft';

-- submission_send: sends it, for good. with_amount: 0 leaves the amount empty.
-- pool: staff
-- tenant: its page asks access.c about it
-- in: title text, answers text, amount int, with_amount int, now time, person_id int, submission_id int, row_version int
UPDATE submission SET state = 'sent', title = :title, draft = NULL, answers = :answers, amount = IF(:with_amount = 1, :amount, NULL),
	saved_at = :now, sent_at = :now, person_id = :person_id, row_version = row_version + 1
WHERE submission_id = :submission_id AND row_version = :row_version AND state = 'draft';

-- submission_withdraw: takes it back, unless somebody judges it.
-- pool: staff
-- tenant: its page asks access.c about it
-- in: why text, now time, submission_id int, row_version int
UPDATE submission SET state = 'withdrawn', withdrawn_why = :why, saved_at = :now, row_version = row_version + 1
WHERE submission_id = :submission_id AND row_version = :row_version AND state = 'sent'
	AND NOT EXISTS (SELECT 1 FROM review v WHERE v.open_submission = :submission_id);

-- submission_decision: what was decided about it, confirmed by a second person.
-- pool: staff
-- tenant: its page asks access.c about the submission
-- in: review_id int
-- out: outcome text, reasons text, details text, met_on text, ended_at time
SELECT c.outcome AS outcome, c.reasons AS reasons, c.details AS details, c.met_on AS met_on, c.ended_at AS ended_at
FROM decision c WHERE c.review_id = :review_id AND c.state = 'confirmed' ORDER BY c.decision_id DESC LIMIT 1;

-- submissions_to_judge: what was sent to a call and is not judged yet; all of it, or one. Without what this person has a conflict of interest in.
-- pool: staff
-- tenant: of every organisation: calls are the commissioner's
-- in: call_id int, ref text, person_id int
-- out: submission_id int, ref text, organisation_id int, organisation text, title text
SELECT s.submission_id AS submission_id, s.ref AS ref, s.organisation_id AS organisation_id, o.name AS organisation, s.title AS title
FROM submission s JOIN organisation o ON o.organisation_id = s.organisation_id
WHERE s.call_id = :call_id AND s.state = 'sent' [ref? AND s.ref = :ref]
	AND NOT EXISTS (SELECT 1 FROM review v WHERE v.open_submission = s.submission_id)
	AND NOT EXISTS (SELECT 1 FROM review x JOIN review_declaration d ON d.review_id = x.review_id AND d.person_id = :person_id
		AND d.conflict = 1 WHERE x.submission_id = s.submission_id)
ORDER BY s.submission_id;

-- submission_discarded: who of the same organisation threw away the draft that had this reference.
-- pool: staff
-- tenant: what somebody did for the organisation that this person acts for
-- in: ref text, organisation_id int
-- out: who text
SELECT who FROM audit
WHERE ref = :ref AND subject = 'submission' AND action = 'remove' AND organisation_id = :organisation_id
	AND JSON_VALUE(detail, '$.draft') = 'discarded' LIMIT 1;
