-- investigation.sql: what providers are asked about incidents, and what they answer.
--
-- What a provider's page shows comes from investigation_request, investigation_answer and investigation_who, and from what of the
-- history is for the provider of this request. None of its queries reads the incident's report, reporter or practice.

-- investigation_by_ref: one request, with what its provider may see, and what becomes of it.
-- pool: staff
-- tenant: its page asks access.c whether this person may see it
-- in: ref text
-- out: request_id int, ref text, incident_id int, incident_ref text, organisation_id int, successor_id int, organisation text,
-- organisation_code text, asked_by text, asked_for text, asked_at time, due_on text, subject text, brief text, questions text,
-- shown text, state text, state_at time, round int, again text, draft text, draft_by text, draft_at time, reminded_at time,
-- overdue_at time, row_version int, practice text, reporter text
SELECT q.request_id AS request_id, q.ref AS ref, q.incident_id AS incident_id, i.ref AS incident_ref,
	q.organisation_id AS organisation_id, o.successor_id AS successor_id, o.name AS organisation, o.code AS organisation_code,
	p.name AS asked_by, c.name AS asked_for, q.asked_at AS asked_at, q.due_on AS due_on, q.subject AS subject, q.brief AS brief,
	q.questions AS questions, q.shown AS shown, q.state AS state, q.state_at AS state_at, q.round AS round, q.again AS again,
	q.draft AS draft, d.name AS draft_by, q.draft_at AS draft_at, q.reminded_at AS reminded_at, q.overdue_at AS overdue_at,
	q.row_version AS row_version, w.practice AS practice, w.reporter AS reporter
FROM investigation_request q JOIN organisation o ON o.organisation_id = q.organisation_id
	JOIN incident i ON i.incident_id = q.incident_id JOIN person p ON p.person_id = q.asked_by
	JOIN investigation_who w ON w.request_id = q.request_id JOIN organisation c ON c.kind = 'commissioner'
	LEFT JOIN person d ON d.person_id = q.draft_by
WHERE q.ref = :ref LIMIT 1;

-- investigation_list: requests to one organisation, and to those that it goes on for.
-- pool: staff
-- in: own int, state text
-- out: request_id int, ref text, organisation_id int, organisation text, subject text, state text, state_at time, asked_at time,
-- due_on text, draft int, round int
-- key: q.request_id of investigation_request q
-- sorts: place: q.place | due: q.due_on | asked: q.asked_at desc
SELECT q.request_id, q.ref, q.organisation_id, o.name AS organisation, q.subject, q.state, q.state_at, q.asked_at, q.due_on,
	q.draft IS NOT NULL AS draft, q.round
FROM investigation_request q JOIN organisation o ON o.organisation_id = q.organisation_id
WHERE q.state <> 'withdrawn' AND (o.organisation_id = :own OR o.successor_id = :own) [state? AND q.state = :state] [page];

-- investigation_open_count: how many wait for an organisation's answer.
-- pool: staff
-- in: own int
-- out: n int
SELECT COUNT(*) AS n FROM investigation_request q JOIN organisation o ON o.organisation_id = q.organisation_id
WHERE q.state = 'asked' AND (o.organisation_id = :own OR o.successor_id = :own);

-- investigation_answers: every answer to a request, the first first.
-- pool: staff
-- tenant: its page asks access.c about the request
-- in: request_id int
-- out: round int, answered_at time, person text, organisation text, channel text, found text, why text, done text, done_on text,
-- learn text
SELECT a.round AS round, a.answered_at AS answered_at, p.name AS person, o.name AS organisation, a.channel AS channel,
	a.found AS found, a.why AS why, a.done AS done, a.done_on AS done_on, a.learn AS learn
FROM investigation_answer a JOIN person p ON p.person_id = a.answered_by
	JOIN organisation o ON o.organisation_id = a.organisation_id
WHERE a.request_id = :request_id ORDER BY a.round;

-- investigation_draft_save: an answer that is being written, unless somebody else saved meanwhile.
-- pool: staff
-- tenant: its page asks access.c about the request
-- in: draft text, person_id int, now time, request_id int, row_version int
UPDATE investigation_request SET draft = :draft, draft_by = :person_id, draft_at = :now, row_version = row_version + 1
WHERE request_id = :request_id AND state = 'asked' AND row_version = :row_version;

-- investigation_answer_add: an answer, one a round.
-- pool: staff
-- duplicate: this round is answered
-- in: request_id int, round int, person_id int, organisation_id int, now time, channel text, found text, why text, done text,
-- done_on text, learn text
INSERT INTO investigation_answer (request_id, round, answered_by, organisation_id, answered_at, channel, found, why, done, done_on,
	learn)
VALUES (:request_id, :round, :person_id, :organisation_id, :now, :channel, :found, :why, :done, :done_on, :learn);

-- investigation_move: answered, accepted or withdrawn: what was being written is gone.
-- pool: staff
-- tenant: its page asks access.c about the request
-- in: state text, now time, request_id int, row_version int
UPDATE investigation_request SET state = :state, state_at = :now, draft = NULL, draft_by = NULL, draft_at = NULL,
	row_version = row_version + 1
WHERE request_id = :request_id AND row_version = :row_version;

-- investigation_ask_again: another round.
-- pool: staff
-- tenant: for incident managers
-- in: again text, due_on text, now time, request_id int, row_version int
UPDATE investigation_request SET state = 'asked', state_at = :now, round = round + 1, again = :again, due_on = :due_on,
	reminded_at = NULL, overdue_at = NULL, row_version = row_version + 1
WHERE request_id = :request_id AND row_version = :row_version;

-- investigation_due_set: more time, or less.
-- pool: staff
-- tenant: for incident managers
-- in: due_on text, request_id int, row_version int
UPDATE investigation_request SET due_on = :due_on, reminded_at = NULL, overdue_at = NULL, row_version = row_version + 1
WHERE request_id = :request_id AND row_version = :row_version AND state = 'asked';

-- investigation_touch: something was added to a request: whoever looked at it before sends another version.
-- pool: staff
-- tenant: its page asks access.c about the request
-- in: request_id int, row_version int
UPDATE investigation_request SET row_version = row_version + 1 WHERE request_id = :request_id AND row_version = :row_version;

-- investigation_added: was this added to the request already?
-- pool: staff
-- tenant: its page asks access.c about the request
-- in: request_id int, text text
-- out: event_id int
SELECT e.event_id AS event_id FROM incident_event e
WHERE e.request_id = :request_id AND e.kind = 'answer' AND e.text = :text ORDER BY e.event_id DESC LIMIT 1;

-- investigation_add: a request to an organisation.
-- pool: staff
-- duplicate: the form was sent already
-- in: ref text, submission bytes, incident_id int, organisation_id int, person_id int, now time, due_on text, subject text,
-- brief text, questions text, shown text
INSERT INTO investigation_request (ref, submission, incident_id, organisation_id, asked_by, asked_at, due_on, subject, brief,
	questions, shown, state_at)
VALUES (:ref, :submission, :incident_id, :organisation_id, :person_id, :now, :due_on, :subject, :brief, :questions, :shown, :now);

-- investigation_by_submission: what a form that was sent twice has made.
-- pool: staff
-- in: submission bytes, incident_id int
-- tenant: for incident managers
-- out: ref text
SELECT ref FROM investigation_request WHERE submission = :submission AND incident_id = :incident_id;

-- investigations_of: the requests of an incident, for those who look after it.
-- pool: staff
-- in: incident_id int
-- out: ref text, organisation text, organisation_id int, subject text, state text, state_at time, asked_at time, due_on text,
-- round int
SELECT q.ref AS ref, o.name AS organisation, o.organisation_id AS organisation_id, q.subject AS subject, q.state AS state,
	q.state_at AS state_at, q.asked_at AS asked_at, q.due_on AS due_on, q.round AS round
FROM investigation_request q JOIN organisation o ON o.organisation_id = q.organisation_id
WHERE q.incident_id = :incident_id ORDER BY q.request_id;

-- investigation_others: requests of the same incident that still wait for an answer.
-- pool: staff
-- in: incident_id int, request_id int
-- tenant: of one incident, whoever was asked
-- out: request_id int
SELECT request_id FROM investigation_request
WHERE incident_id = :incident_id AND request_id <> :request_id AND state = 'asked';

-- investigation_state_now: what another transaction is doing to a request is waited for: two last answers that are sent at once
-- do not take each other for one that still waits (one of them is run again).
-- pool: staff
-- in: request_id int
-- tenant: of one incident, whoever was asked
-- out: state text
SELECT state FROM investigation_request WHERE request_id = :request_id LOCK IN SHARE MODE;

-- investigation_incident_touch: the incident has one more open request: an answer to the last one that is sent at this moment
-- is run again, and sees it.
-- pool: staff
-- in: incident_id int, row_version int
-- tenant: for incident managers
UPDATE incident SET row_version = row_version + 1 WHERE incident_id = :incident_id AND row_version = :row_version;

-- investigation_organisations: who can be asked, and whether somebody there can answer in a sign-in of their own.
-- pool: staff
-- in: practice_id int
-- out: organisation_id int, code text, name text, kind text, members int
SELECT o.organisation_id AS organisation_id, o.code AS code, o.name AS name, o.kind AS kind,
	EXISTS (SELECT 1 FROM membership m JOIN person p ON p.person_id = m.person_id
		WHERE m.organisation_id = o.organisation_id AND m.role = 'provider_member' AND p.state = 'active') AS members
FROM organisation o
WHERE o.kind <> 'commissioner' AND o.closed_on IS NULL AND o.successor_id IS NULL AND o.organisation_id <> :practice_id
ORDER BY o.kind = 'practice', o.name, o.organisation_id;

-- investigation_members: who answers for an organisation: they are written to.
-- pool: staff owner
-- in: organisation_id int
-- out: email text, name text
SELECT DISTINCT p.email AS email, p.name AS name
FROM organisation o JOIN membership m ON m.organisation_id IN (o.organisation_id, o.successor_id)
	JOIN person p ON p.person_id = m.person_id
WHERE o.organisation_id = :organisation_id AND m.role = 'provider_member' AND p.state = 'active' ORDER BY p.name, p.email;

-- investigation_manager: who looks after the incident, or else who asked: they are written to when an answer has come.
-- pool: staff
-- in: request_id int
-- tenant: its page asks access.c about the request
-- out: email text, name text
SELECT p.email AS email, p.name AS name FROM investigation_request q JOIN incident i ON i.incident_id = q.incident_id
	JOIN person p ON p.person_id = COALESCE(i.manager_id, q.asked_by)
WHERE q.request_id = :request_id AND p.state = 'active';

-- investigations_due: requests of which nobody was reminded in this round, and that are due soon or were due before today.
-- pool: owner
-- in: today text, soon text
-- out: request_id int, ref text, organisation_id int, organisation text, due_on text, overdue int
SELECT q.request_id AS request_id, q.ref AS ref, q.organisation_id AS organisation_id, o.name AS organisation, q.due_on AS due_on,
	q.due_on < :today AS overdue
FROM investigation_request q JOIN organisation o ON o.organisation_id = q.organisation_id
WHERE q.state = 'asked' AND (q.due_on < :today AND q.overdue_at IS NULL
	OR q.due_on >= :today AND q.due_on <= :soon AND q.reminded_at IS NULL)
ORDER BY q.due_on, q.request_id LIMIT 500;

-- investigation_reminded: changes no row when another run of the jobs was first.
-- pool: owner
-- in: now time, request_id int
UPDATE investigation_request SET reminded_at = :now WHERE request_id = :request_id AND state = 'asked' AND reminded_at IS NULL;

-- investigation_overdue: the same, of one that was due.
-- pool: owner
-- in: now time, request_id int
UPDATE investigation_request SET overdue_at = :now WHERE request_id = :request_id AND state = 'asked' AND overdue_at IS NULL;
