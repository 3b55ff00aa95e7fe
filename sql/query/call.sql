-- call.sql: calls for plans and bids, for staff of the commissioner.

-- call_by_ref: one call, whole.
-- pool: staff
-- in: ref text
-- out: call_id int, ref text, kind text, title text, about text, form text, asks text, several int, criteria_id int, criteria_ref text,
-- criteria text, state text, closes_on text, row_version int
SELECT k.call_id AS call_id, k.ref AS ref, k.kind AS kind, k.title AS title, k.about AS about, k.form AS form, k.asks AS asks,
	k.several AS several, k.criteria_id AS criteria_id, c.ref AS criteria_ref, c.name AS criteria, k.state AS state,
	k.closes_on AS closes_on, k.row_version AS row_version
FROM submission_call k LEFT JOIN criteria c ON c.criteria_id = k.criteria_id WHERE k.ref = :ref;

-- calls_list: calls, for their list and its file.
-- pool: staff
-- tenant: calls are the commissioner's; what of them was sent is only counted
-- in: state text
-- out: call_id int, ref text, kind text, title text, asks text, state text, closes_on text, sent int, drafts int
-- key: k.call_id of submission_call k
-- sorts: closes: k.closes_on desc | title: k.title
SELECT k.call_id, k.ref, k.kind, k.title, k.asks, k.state, k.closes_on,
	(SELECT COUNT(*) FROM submission s WHERE s.call_id = k.call_id AND s.state = 'sent') AS sent,
	(SELECT COUNT(*) FROM submission s WHERE s.call_id = k.call_id AND s.state = 'draft') AS drafts
FROM submission_call k WHERE 1 = 1 [state? AND k.state = :state] [page];

-- call_by_submission: what a form that was sent twice has made.
-- pool: staff
-- in: submission bytes
-- out: ref text
SELECT k.ref AS ref FROM submission_call k WHERE k.submission = :submission;

-- call_add: a call, a draft without a question.
-- pool: staff
-- tenant: calls are the commissioner's
-- duplicate: the form was sent already
-- in: ref text, submission bytes, kind text, title text, about text, asks text, several int, criteria_id int, closes_on text
INSERT INTO submission_call (ref, submission, kind, title, about, form, asks, several, criteria_id, closes_on)
VALUES (:ref, :submission, :kind, :title, :about, '{"pages":[]}', :asks, :several, NULLIF(:criteria_id, 0), :closes_on);

-- call_update: its words. Of a call that is open the trigger refuses other kinds of organisation.
-- pool: staff
-- in: kind text, title text, about text, asks text, several int, criteria_id int, closes_on text, call_id int, row_version int
UPDATE submission_call SET kind = :kind, title = :title, about = :about, asks = :asks, several = :several,
	criteria_id = NULLIF(:criteria_id, 0), closes_on = :closes_on, row_version = row_version + 1
WHERE call_id = :call_id AND row_version = :row_version;

-- call_form_set: its questions, while it is a draft.
-- pool: staff
-- in: form text, call_id int, row_version int
UPDATE submission_call SET form = :form, row_version = row_version + 1
WHERE call_id = :call_id AND row_version = :row_version AND state = 'draft';

-- call_move: opened, closed.
-- pool: staff
-- in: state text, was text, call_id int, row_version int
UPDATE submission_call SET state = :state, row_version = row_version + 1
WHERE call_id = :call_id AND row_version = :row_version AND state = :was;

-- call_criteria: templates of criteria that submissions can be judged by: published, and not ended; and the one that is chosen.
-- pool: staff
-- in: chosen int
-- out: criteria_id int, name text
SELECT c.criteria_id AS criteria_id, c.name AS name FROM criteria c
WHERE c.judges = 'submission' AND (c.criteria_id = :chosen OR (c.ended = 0 AND EXISTS (SELECT 1 FROM criteria_version w
	WHERE w.criteria_id = c.criteria_id AND w.state = 'published')))
ORDER BY c.name, c.criteria_id;

-- call_counts: how much of a call was sent, begun, withdrawn, and how much of it can be judged; without what this person has a conflict of
-- interest in.
-- pool: staff
-- tenant: of every organisation: calls are the commissioner's
-- in: call_id int, person_id int
-- out: sent int, drafts int, withdrawn int, unreviewed int
SELECT COALESCE(SUM(s.state = 'sent'), 0) AS sent, COALESCE(SUM(s.state = 'draft'), 0) AS drafts,
	COALESCE(SUM(s.state = 'withdrawn'), 0) AS withdrawn,
	COALESCE(SUM(s.state = 'sent' AND NOT EXISTS (SELECT 1 FROM review w WHERE w.open_submission = s.submission_id)), 0) AS unreviewed
FROM submission s WHERE s.call_id = :call_id AND NOT EXISTS (SELECT 1 FROM review v JOIN review_declaration d ON d.review_id = v.review_id
	AND d.person_id = :person_id AND d.conflict = 1 WHERE v.submission_id = s.submission_id);

-- call_waiting: organisations that may answer a call and have not sent anything, at most 300: begun or not.
-- pool: staff
-- in: call_id int, today text
-- out: code text, name text, begun int
SELECT o.code AS code, o.name AS name,
	EXISTS (SELECT 1 FROM submission s WHERE s.call_id = k.call_id AND s.organisation_id = o.organisation_id AND s.state = 'draft') AS begun
FROM submission_call k JOIN organisation o ON FIND_IN_SET(o.kind COLLATE utf8mb4_bin, k.asks)
WHERE k.call_id = :call_id AND (o.closed_on IS NULL OR o.closed_on > :today) AND o.successor_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.call_id = k.call_id AND s.organisation_id = o.organisation_id AND s.state = 'sent')
ORDER BY o.name, o.organisation_id LIMIT 300;

-- call_members: people who may answer a call, each once; or those alone of whose organisation nothing was sent.
-- pool: staff owner
-- tenant: of every organisation that a call asks: calls are the commissioner's
-- in: call_id int, today text, waiting text
-- out: email text, name text
SELECT DISTINCT p.email AS email, p.name AS name
FROM submission_call k JOIN organisation o ON FIND_IN_SET(o.kind COLLATE utf8mb4_bin, k.asks)
	JOIN membership m ON m.organisation_id = o.organisation_id JOIN person p ON p.person_id = m.person_id
WHERE k.call_id = :call_id AND (o.closed_on IS NULL OR o.closed_on > :today) AND o.successor_id IS NULL
	AND m.role IN ('practice_member', 'provider_member') AND p.state = 'active'
	[waiting? AND :waiting = 'yes' AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.call_id = k.call_id
		AND s.organisation_id = o.organisation_id AND s.state = 'sent')]
ORDER BY p.name, p.email;

-- call_told: how many people were told by mail that a call is open, and reminded; told_n: whether anybody was to be told.
-- pool: staff
-- tenant: calls are the commissioner's
-- in: ref text
-- out: told_n int, told int, reminded int
SELECT COUNT(JSON_VALUE(a.detail, '$.told')) AS told_n, CAST(COALESCE(SUM(JSON_VALUE(a.detail, '$.told')), 0) AS SIGNED) AS told,
	CAST(COALESCE(SUM(JSON_VALUE(a.detail, '$.reminded')), 0) AS SIGNED) AS reminded
FROM audit a WHERE a.ref = :ref AND a.subject = 'call';

-- calls_to_remind: open calls that close soon, of which nobody was reminded, nor told lately.
-- pool: owner
-- in: today text, soon text, lately time
-- out: call_id int, ref text, closes_on text
SELECT k.call_id AS call_id, k.ref AS ref, k.closes_on AS closes_on FROM submission_call k
WHERE k.state = 'open' AND k.closes_on BETWEEN :today AND :soon AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.ref = k.ref
	AND a.subject = 'call' AND (JSON_EXISTS(a.detail, '$.reminded') OR (JSON_EXISTS(a.detail, '$.told') AND a.at > :lately)))
ORDER BY k.call_id;

-- call_submissions: what was sent to a call, for staff: the list, its files with all answers. Without what this person has a conflict of
-- interest in.
-- pool: staff
-- tenant: of every organisation: calls are the commissioner's
-- in: call_id int, person_id int, state text, judged text, unjudged text
-- out: submission_id int, ref text, organisation text, organisation_code text, number int, title text, state text, answers text, amount int,
-- has_amount int, sent_at time, review_ref text, review_state text, agreed_score int
-- key: s.submission_id of submission s
-- sorts: sent: s.sent_at desc
SELECT s.submission_id, s.ref, o.name AS organisation, o.code AS organisation_code, s.number, s.title, s.state, s.answers, s.amount,
	s.amount IS NOT NULL AS has_amount, s.sent_at, v.ref AS review_ref, v.state AS review_state, v.agreed_score
FROM submission s JOIN organisation o ON o.organisation_id = s.organisation_id LEFT JOIN review v ON v.open_submission = s.submission_id
WHERE s.call_id = :call_id AND s.state IN ('sent', 'withdrawn') [state? AND s.state = :state]
	[judged? AND EXISTS (SELECT 1 FROM review w WHERE w.open_submission = s.submission_id AND :judged = 'yes')]
	[unjudged? AND NOT EXISTS (SELECT 1 FROM review w WHERE w.open_submission = s.submission_id AND :unjudged = 'yes')]
	AND NOT EXISTS (SELECT 1 FROM review x JOIN review_declaration d ON d.review_id = x.review_id AND d.person_id = :person_id
		AND d.conflict = 1 WHERE x.submission_id = s.submission_id) [page];
