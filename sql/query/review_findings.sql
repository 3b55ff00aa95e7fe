-- review_findings.sql: the draft findings, the organisation's answer, and what happens to reviews by the calendar.

-- review_findings_send: the organisation may read the findings from now on, and answer until that day.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int, row_version int, now time, answer_by text
UPDATE review SET findings_at = :now, answer_by = :answer_by WHERE review_id = :review_id AND row_version = :row_version AND findings_at IS NULL;

-- review_party_members: who of an organisation reads its findings: they are written to.
-- pool: staff owner
-- in: organisation_id int
-- out: email text, name text
SELECT DISTINCT p.email AS email, p.name AS name
FROM organisation o JOIN membership m ON m.organisation_id IN (o.organisation_id, o.successor_id)
	JOIN person p ON p.person_id = m.person_id
WHERE o.organisation_id = :organisation_id AND m.role IN ('provider_member', 'practice_member') AND p.state = 'active' ORDER BY p.name, p.email;

-- findings_list: the findings that were sent to an organisation, or to one that it goes on for.
-- pool: staff
-- in: own int, person_id int, waiting int
-- out: review_id int, ref text, title text, organisation_id int, organisation text, reference text, state text, findings_at time, answer_by text,
-- answered_at time, drafted int
-- key: v.review_id of review v
-- sorts: sent: v.findings_at desc | title: v.title
SELECT v.review_id, v.ref, v.title, v.organisation_id, o.name AS organisation, c.reference AS reference, v.state, v.findings_at, v.answer_by,
	v.answered_at, (v.answer_draft <> '') AS drafted
FROM review v
	LEFT JOIN organisation o ON o.organisation_id = v.organisation_id
	LEFT JOIN contract c ON c.contract_id = v.contract_id
WHERE v.organisation_id IN (SELECT x.organisation_id FROM organisation x WHERE x.organisation_id = :own OR x.successor_id = :own)
	AND (v.findings_at IS NOT NULL) = 1
	AND NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id)
	[waiting? AND v.state = 'findings']
	[!waiting? AND (v.state <> 'cancelled') = 1]
	[page];

-- findings_waiting: how many wait for an organisation's answer.
-- pool: staff
-- in: own int, person_id int
-- out: n int
SELECT COUNT(*) AS n FROM review v WHERE v.organisation_id IN (SELECT x.organisation_id FROM organisation x
	WHERE x.organisation_id = :own OR x.successor_id = :own) AND v.state = 'findings'
	AND NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.person_id = :person_id AND d.conflict = 1 AND d.review_id = v.review_id);

-- review_answer_save: the answer so far. 0 rows: somebody else saved meanwhile.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int, row_version int, draft text
UPDATE review SET answer_draft = :draft, row_version = row_version + 1
WHERE review_id = :review_id AND row_version = :row_version AND state = 'findings';

-- review_answer_send: the answer, for good.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int, row_version int, answer text, person_id int, now time
UPDATE review SET answer = :answer, answer_draft = '', answered_at = :now, answered_by = :person_id
WHERE review_id = :review_id AND row_version = :row_version AND state = 'findings' AND answered_at IS NULL;

-- reviews_to_open: contracts whose day of review is near, and that have no review for it yet.
-- pool: owner
-- in: soon text
-- out: contract_id int, organisation_id int, service text, next_review_on text, lead_id int, criteria_id int
SELECT c.contract_id AS contract_id, c.organisation_id AS organisation_id, c.service AS service, c.next_review_on AS next_review_on,
	c.lead_id AS lead_id, COALESCE((SELECT w.criteria_id FROM review x JOIN criteria_version w ON w.version_id = x.version_id
		WHERE x.contract_id = c.contract_id ORDER BY x.opened_at DESC, x.review_id DESC LIMIT 1), 0) AS criteria_id
FROM contract c WHERE c.status IN ('live', 'notice') AND c.next_review_on <= :soon AND NOT EXISTS (SELECT 1 FROM review v
	WHERE v.contract_id = c.contract_id AND (v.state NOT IN ('decided', 'cancelled') OR v.opened_at >= c.next_review_on - INTERVAL 30 DAY))
ORDER BY c.next_review_on LIMIT 200;

-- reviews_lapsed: reviews whose organisation has not answered in time.
-- pool: owner
-- in: today text
-- out: review_id int, ref text, answer_by text, row_version int
SELECT v.review_id AS review_id, v.ref AS ref, v.answer_by AS answer_by, v.row_version AS row_version
FROM review v WHERE v.state = 'findings' AND v.answer_by < :today;

-- reviews_all_sent: reviews whose scores are all there, though nobody's form moved them: the last one missing has a conflict of interest.
-- pool: owner
-- out: review_id int, ref text, row_version int
SELECT v.review_id AS review_id, v.ref AS ref, v.row_version AS row_version FROM review v WHERE v.state = 'scoring'
	AND EXISTS (SELECT 1 FROM review_reviewer a WHERE a.review_id = v.review_id AND a.removed_at IS NULL)
	AND NOT EXISTS (SELECT 1 FROM review_reviewer w WHERE w.review_id = v.review_id AND w.removed_at IS NULL AND w.sent_at IS NULL);

-- review_move_due: what the program moves. 0 rows: somebody else was quicker.
-- pool: owner
-- in: review_id int, row_version int, state text, now time
UPDATE review SET state = :state, state_at = :now, row_version = row_version + 1 WHERE review_id = :review_id AND row_version = :row_version;
