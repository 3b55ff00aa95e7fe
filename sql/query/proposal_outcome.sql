-- proposal_outcome.sql: what came of what people said: outcomes, answers to their questions, and who is told.

-- proposal_outcomes: the outcomes of a proposal in their order.
-- pool: staff
-- in: proposal_id int
-- out: outcome_id int, ref text, theme text, said text, did text, what text, why text, progress text, owner text, due_on text, done_on text,
-- changed_at time, position int
SELECT o.outcome_id AS outcome_id, o.ref AS ref, COALESCE(t.name, '') AS theme, o.said AS said, o.did AS did, o.what AS what, o.why AS why,
	o.progress AS progress, o.owner AS owner, o.due_on AS due_on, o.done_on AS done_on, o.changed_at AS changed_at, o.position AS position
FROM proposal_outcome o LEFT JOIN proposal_theme t ON t.theme_id = o.theme_id
WHERE o.proposal_id = :proposal_id ORDER BY o.position, o.outcome_id;

-- proposal_outcome_by_ref: one of them.
-- pool: staff
-- in: proposal_id int, ref text
-- out: outcome_id int, ref text, theme_ref text, said text, did text, what text, why text, progress text, owner text, due_on text, done_on text,
-- row_version int
SELECT o.outcome_id AS outcome_id, o.ref AS ref, COALESCE(t.ref, '') AS theme_ref, o.said AS said, o.did AS did, o.what AS what, o.why AS why,
	o.progress AS progress, o.owner AS owner, o.due_on AS due_on, o.done_on AS done_on, o.row_version AS row_version
FROM proposal_outcome o LEFT JOIN proposal_theme t ON t.theme_id = o.theme_id WHERE o.proposal_id = :proposal_id AND o.ref = :ref;

-- proposal_outcome_add: one more, behind the others. Its reference comes from the form.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- in: ref text, proposal_id int, theme_id int, said text, did text, what text, why text, progress text, owner text, due_on text, done_on text, now time
-- duplicate: the same form was sent before
INSERT INTO proposal_outcome (ref, submission, proposal_id, theme_id, position, said, did, what, why, progress, owner, due_on, done_on, changed_at)
SELECT :ref, UNHEX(MD5(:ref)), :proposal_id, NULLIF(:theme_id, 0), m.position, :said, :did, :what, :why, :progress, :owner, :due_on, :done_on, :now
FROM (SELECT COALESCE(MAX(o.position), 0) + 1 AS position FROM proposal_outcome o WHERE o.proposal_id = :proposal_id) m;

-- proposal_outcome_update: the same, changed.
-- pool: staff
-- in: outcome_id int, theme_id int, said text, did text, what text, why text, progress text, owner text, due_on text, done_on text, now time,
-- row_version int
UPDATE proposal_outcome SET theme_id = NULLIF(:theme_id, 0), said = :said, did = :did, what = :what, why = :why, progress = :progress, owner = :owner,
	due_on = :due_on, done_on = :done_on, changed_at = :now, row_version = row_version + 1
WHERE outcome_id = :outcome_id AND row_version = :row_version;

-- proposal_outcome_place: its place among the others.
-- pool: staff
-- in: outcome_id int, position int, was int
UPDATE proposal_outcome SET position = :position WHERE outcome_id = :outcome_id AND position = :was;

-- proposal_themes_unanswered: themes with no outcome, neither their own nor of the theme above; without those that only hold others.
-- pool: staff
-- in: proposal_id int
-- out: ref text, name text, parent text
SELECT t.ref AS ref, t.name AS name, COALESCE(u.name, '') AS parent
FROM proposal_theme t LEFT JOIN proposal_theme u ON u.theme_id = t.parent_id
WHERE t.proposal_id = :proposal_id AND t.ended = 0
	AND NOT EXISTS (SELECT 1 FROM proposal_outcome o WHERE o.theme_id = t.theme_id OR o.theme_id = t.parent_id)
	AND (NOT EXISTS (SELECT 1 FROM proposal_theme b WHERE b.parent_id = t.theme_id AND b.ended = 0)
		OR EXISTS (SELECT 1 FROM proposal_point_theme x WHERE x.theme_id = t.theme_id))
ORDER BY COALESCE(u.position, t.position), COALESCE(u.theme_id, t.theme_id), t.parent_id IS NOT NULL, t.position;

-- proposal_decided: what was decided is published.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, now time
UPDATE proposal SET decided_at = :now, row_version = row_version + 1 WHERE proposal_id = :proposal_id AND state = 'published' AND decided_at IS NULL;

-- proposal_told_count: who left an address to be told: how many were, and are still to be.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int
-- out: told int, waiting int
SELECT COALESCE(SUM(c.told_at IS NOT NULL), 0) AS told, COALESCE(SUM(c.told_at IS NULL AND c.email <> '' AND FIND_IN_SET('outcome', c.wants) > 0), 0) AS waiting
FROM proposal_contact c WHERE c.proposal_id = :proposal_id;

-- proposal_to_tell: addresses of those who wanted to hear what came of it, where that is published, or nothing will. stopped: the proposal was
-- withdrawn; withdrawn: they took their response back.
-- pool: owner
-- in: most int
-- out: response_id int, email text, slug text, title text, stopped int, withdrawn int
SELECT c.response_id AS response_id, c.email AS email, p.slug AS slug, p.title AS title, p.state = 'withdrawn' AS stopped,
	EXISTS (SELECT 1 FROM proposal_response w WHERE w.edit_hash = r.edit_hash AND w.withdrawn = 1) AS withdrawn
FROM proposal p JOIN proposal_contact c ON c.proposal_id = p.proposal_id AND c.told_at IS NULL AND c.email <> '' AND FIND_IN_SET('outcome', c.wants) > 0
	JOIN proposal_response r ON r.response_id = c.response_id
WHERE p.state = 'withdrawn' OR (p.state = 'published' AND p.decided_at IS NOT NULL) LIMIT :most;

-- proposal_contact_told: they were.
-- pool: owner
-- untold: who answered is in no trail; how many were told stands on the page
-- in: response_id int, now time
UPDATE proposal_contact SET told_at = :now WHERE response_id = :response_id AND told_at IS NULL;

-- proposal_contact_forget: addresses of those to whom nothing more is due: no copy, no outcome, no answer.
-- pool: owner
-- untold: who answered is in no trail
UPDATE proposal_contact c JOIN proposal_response r ON r.response_id = c.response_id LEFT JOIN proposal_answer a ON a.response_id = c.response_id
SET c.email = '', c.link = NULL
WHERE c.email <> '' AND (FIND_IN_SET('copy', c.wants) = 0 OR c.copied_at IS NOT NULL) AND (FIND_IN_SET('outcome', c.wants) = 0 OR c.told_at IS NOT NULL)
	AND (r.edit_hash IS NOT NULL OR r.asks = '' OR a.response_id IS NOT NULL)
	AND NOT EXISTS (SELECT 1 FROM proposal_response v LEFT JOIN proposal_answer b ON b.response_id = v.response_id
		WHERE v.edit_hash = r.edit_hash AND v.asking = 1 AND v.counts > 0 AND b.response_id IS NULL);

-- proposal_questions: requests for more information, those that wait first.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, most int
-- out: ref text, asks text, speaks_for text, received_on text, answered_at time, question text, answer text, public int
SELECT r.ref AS ref, r.asks AS asks, COALESCE(g.name, '') AS speaks_for, r.received_on AS received_on, a.answered_at AS answered_at,
	COALESCE(a.question, '') AS question, COALESCE(a.answer, '') AS answer, COALESCE(a.public, 0) AS public
FROM proposal_response r LEFT JOIN stakeholder_group g ON g.group_id = r.group_id LEFT JOIN proposal_answer a ON a.response_id = r.response_id
WHERE r.proposal_id = :proposal_id AND r.asking = 1 AND r.counts > 0
	AND NOT EXISTS (SELECT 1 FROM proposal_response n WHERE n.replaces = r.response_id)
ORDER BY a.response_id IS NOT NULL, r.received_on, r.response_id LIMIT :most;

-- proposal_question: one of them. email: the address that they left, with this version of their response or another; '': none.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, ref text
-- out: response_id int, ref text, asks text, speaks_for text, answered int, question text, answer text, public int, row_version int, email text
SELECT r.response_id AS response_id, r.ref AS ref, r.asks AS asks, COALESCE(g.name, '') AS speaks_for, a.response_id IS NOT NULL AS answered,
	COALESCE(a.question, '') AS question, COALESCE(a.answer, '') AS answer, COALESCE(a.public, 0) AS public,
	COALESCE(a.row_version, 0) AS row_version, COALESCE(NULLIF(c.email, ''), (SELECT k.email FROM proposal_response v JOIN proposal_contact k
		ON k.response_id = v.response_id AND k.email <> '' WHERE v.edit_hash = r.edit_hash LIMIT 1), '') AS email
FROM proposal_response r LEFT JOIN stakeholder_group g ON g.group_id = r.group_id LEFT JOIN proposal_answer a ON a.response_id = r.response_id
	LEFT JOIN proposal_contact c ON c.response_id = r.response_id
WHERE r.proposal_id = :proposal_id AND r.ref = :ref AND r.asking = 1 AND r.counts > 0;

-- proposal_answer_add: an answer.
-- pool: staff owner
-- in: response_id int, proposal_id int, question text, answer text, public int, now time, person_id int
-- duplicate: somebody has just answered
INSERT INTO proposal_answer (response_id, proposal_id, question, answer, public, answered_at, person_id)
VALUES (:response_id, :proposal_id, :question, :answer, :public, :now, :person_id);

-- proposal_answer_update: the same, put right.
-- pool: staff
-- in: response_id int, question text, answer text, public int, now time, person_id int, row_version int
UPDATE proposal_answer SET question = :question, answer = :answer, public = :public, answered_at = :now, person_id = :person_id,
	row_version = row_version + 1 WHERE response_id = :response_id AND row_version = :row_version;

-- proposals_waiting: what waits, by proposal. coding: there may be passages to code.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: today text
-- out: proposal_id int, ref text, title text, questions int, late int, coding int
SELECT f.proposal_id AS proposal_id, f.ref AS ref, f.title AS title, f.questions AS questions, f.late AS late, f.coding AS coding
FROM (SELECT p.proposal_id, p.ref, p.title, p.closes_on,
		(SELECT COUNT(*) FROM proposal_response r LEFT JOIN proposal_answer a ON a.response_id = r.response_id
			WHERE r.asking = 1 AND r.proposal_id = p.proposal_id AND r.counts > 0 AND a.response_id IS NULL) AS questions,
		(SELECT COUNT(*) FROM proposal_outcome o WHERE o.proposal_id = p.proposal_id AND o.done_on IS NULL AND o.due_on < :today) AS late,
		p.decided_at IS NULL AND EXISTS (SELECT 1 FROM proposal_theme t WHERE t.proposal_id = p.proposal_id) AS coding
	FROM proposal p WHERE p.state = 'published') f
WHERE f.questions > 0 OR f.late > 0 OR f.coding = 1
ORDER BY f.closes_on DESC, f.title;

-- proposal_passages_left: how many passages of a proposal this person can code; no further than `most`, so that it is read soon.
-- pool: staff
-- in: proposal_id int, person_id int, most int
-- out: n int
SELECT COUNT(*) AS n FROM (SELECT x.point_id FROM proposal_point x JOIN proposal_response y ON y.response_id = x.response_id AND y.counts > 0
		AND y.duplicate_of IS NULL AND y.campaign_id IS NULL
	WHERE x.proposal_id = :proposal_id AND NOT EXISTS (SELECT 1 FROM proposal_coded m WHERE m.point_id = x.point_id AND m.person_id = :person_id)
		AND (SELECT COUNT(*) FROM proposal_coded d WHERE d.point_id = x.point_id) < 2 LIMIT :most) f;
