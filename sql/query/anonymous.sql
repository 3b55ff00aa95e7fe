-- anonymous.sql: reports without a name: the practice's link, the report, and what comes after it.

-- anonymous_link: whose link it is.
-- pool: public
-- in: token text
-- out: organisation_id int, name text, ended_at time
SELECT organisation_id, name, ended_at FROM incident_link_known WHERE token = :token;

-- anonymous_send: a report without a name, whole.
-- pool: public
-- duplicate: the form was sent before
-- in: ref text, submission bytes, organisation_id int, code_hash bytes, today time, due_at time, report text, title text, kind text,
-- about text, about_code text, about_name text, about_service text, happened_on text, physical int, psychological int, worry int,
-- share text, candour text, serious int, urgency int
INSERT INTO incident_anonymous (ref, submission, organisation_id, code_hash, state, state_at, made_at, saved_at, submitted_at, due_at,
	report, title, kind, about, about_organisation_id, about_name, about_service, happened_on, physical, psychological, worry, share,
	candour, serious, urgency)
VALUES (:ref, :submission, :organisation_id, :code_hash, 'submitted', :today, :today, :today, :today, :due_at,
	:report, :title, :kind, :about, (SELECT organisation_id FROM organisation WHERE code = :about_code), :about_name, :about_service,
	NULLIF(:happened_on, ''), NULLIF(:physical, 0), NULLIF(:psychological, 0), NULLIF(:worry, 0), :share, :candour, :serious,
	:urgency);

-- anonymous_is_sent: was a report sent with this code? 1: just this; 2: another; 0: none.
-- pool: public
-- in: code_hash bytes, report text
-- out: which int
SELECT COALESCE(incident_is_sent(:code_hash, :report), 0) AS which;

-- anonymous_said: something of somebody without a name, for the program to put where it belongs.
-- pool: public
-- duplicate: the form was sent before
-- in: submission bytes, code_hash bytes, kind text, text text, detail text, today time
INSERT INTO incident_said_new (submission, code_hash, kind, text, detail, said_on)
VALUES (:submission, :code_hash, :kind, :text, :detail, :today);

-- anonymous_told: what the reporter of the report with this code may read of it, as JSON.
-- pool: public
-- in: code_hash bytes
-- out: told text
SELECT incident_told(:code_hash) AS told;

-- anonymous_said_waiting: what is to be put where it belongs, in order.
-- pool: owner
-- in: most int
-- out: said_id int, ref text, kind text, text text, detail text, said_on time
SELECT s.said_id, i.ref, s.kind, s.text, s.detail, s.said_on
FROM incident_said s LEFT JOIN incident i ON i.code_hash = s.code_hash
WHERE s.taken = 0 ORDER BY s.said_id LIMIT :most;

-- anonymous_said_take: it is put there; the form's token stays for a while, and its text goes.
-- pool: owner
-- in: said_id int
UPDATE incident_said SET taken = 1, text = '', detail = '{}' WHERE said_id = :said_id AND taken = 0;

-- anonymous_said_forget: forms that nobody sends again.
-- pool: owner
-- in: before time
DELETE FROM incident_said WHERE taken = 1 AND said_on < :before;

-- anonymous_link_open: a practice's link.
-- pool: staff
-- in: organisation_id int
-- out: token text, made_at time, maker text
SELECT l.token, l.made_at, p.name AS maker FROM incident_link l JOIN person p ON p.person_id = l.made_by
WHERE l.organisation_id = :organisation_id AND l.is_open = 1;

-- anonymous_link_end: a practice's link stops working.
-- pool: staff
-- in: organisation_id int, now time
UPDATE incident_link SET is_open = NULL, ended_at = :now WHERE organisation_id = :organisation_id AND is_open = 1;

-- anonymous_link_add: a new one.
-- pool: staff
-- duplicate: somebody else made one at the same time
-- in: organisation_id int, token text, now time, made_by int
INSERT INTO incident_link (organisation_id, token, made_at, made_by) VALUES (:organisation_id, :token, :now, :made_by);
