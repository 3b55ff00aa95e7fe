-- review.sql: what every page of a review needs.

-- review_by_ref: one review, whole, and what this person declared for it: that there is no interest (declared), or one that stands (conflict).
-- pool: staff
-- tenant: its page asks access.c whether this person may see it
-- in: ref text, person_id int
-- out: review_id int, ref text, contract_id int, contract_ref text, reference text, submission_id int, submission_ref text, proposal_id int, proposal_ref text,
-- organisation_id int, successor_id int, organisation text, organisation_code text, version_id int, criteria text, criteria_number int,
-- answer_days int, title text, state text, state_at time, opened_by text, opened_at time, due_on text, findings text, value_for_money text,
-- equality text, findings_at time, answer_by text, answer text, answer_draft text, answered_at time, answered_by text, agreed_score int,
-- cancelled_why text, row_version int, declared int, conflict int
SELECT v.review_id AS review_id, v.ref AS ref, v.contract_id AS contract_id, c.ref AS contract_ref, c.reference AS reference,
	v.submission_id AS submission_id, s.ref AS submission_ref, v.proposal_id AS proposal_id, b.ref AS proposal_ref,
	v.organisation_id AS organisation_id, o.successor_id AS successor_id,
	o.name AS organisation, o.code AS organisation_code, v.version_id AS version_id, t.name AS criteria, w.number AS criteria_number,
	IF(v.proposal_id IS NULL, t.answer_days, 0) AS answer_days, v.title AS title, v.state AS state, v.state_at AS state_at, p.name AS opened_by, v.opened_at AS opened_at,
	v.due_on AS due_on, v.findings AS findings, v.value_for_money AS value_for_money, v.equality AS equality, v.findings_at AS findings_at,
	v.answer_by AS answer_by, v.answer AS answer, v.answer_draft AS answer_draft, v.answered_at AS answered_at, a.name AS answered_by,
	v.agreed_score AS agreed_score, v.cancelled_why AS cancelled_why, v.row_version AS row_version,
	EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = v.review_id AND d.person_id = :person_id AND d.kind = 'none') AS declared,
	EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id) AS conflict
FROM review v JOIN organisation o ON o.organisation_id = v.organisation_id JOIN criteria_version w ON w.version_id = v.version_id
	JOIN criteria t ON t.criteria_id = w.criteria_id LEFT JOIN contract c ON c.contract_id = v.contract_id
	LEFT JOIN submission s ON s.submission_id = v.submission_id LEFT JOIN proposal b ON b.proposal_id = v.proposal_id
	LEFT JOIN person p ON p.person_id = v.opened_by
	LEFT JOIN person a ON a.person_id = v.answered_by
WHERE v.ref = :ref;

-- review_event_add: something happened in a review.
-- pool: staff owner
-- untold: its caller adds the row of the trail
-- in: review_id int, at time, person_id int, kind text, state_from text, state_to text, text text, detail text
INSERT INTO review_event (review_id, at, person_id, kind, state_from, state_to, text, detail)
VALUES (:review_id, :at, NULLIF(:person_id, 0), :kind, :state_from, :state_to, :text, :detail);

-- review_move: to another state. 0 rows: somebody else changed it.
-- pool: staff
-- tenant: its caller found the review with its rights
-- in: review_id int, state text, now time, row_version int
UPDATE review SET state = :state, state_at = :now, row_version = row_version + 1 WHERE review_id = :review_id AND row_version = :row_version;
