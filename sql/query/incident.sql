-- incident.sql: what every page of an incident needs.

-- incident_by_ref: one incident, whole.
-- pool: staff owner
-- tenant: its page asks access.c whether this person may see it
-- in: ref text
-- out: incident_id int, ref text, organisation_id int, reporter_id int, anonymous int, state text, state_at time, made_at time,
-- saved_at time, submitted_at time, due_at time, looked_at time, closed_at time, draft text, report text, title text, kind text,
-- about text, about_organisation_id int, about_name text, about_service text, happened_on text, physical int, psychological int,
-- worry int, share text, candour text, serious int, manager_id int, likelihood int, consequence int, likelihood_after int,
-- consequence_after int, hold_until text, duplicate_of int, row_version int, practice text, practice_code text, reporter text,
-- reporter_email text, about_organisation text, about_code text, manager text, duplicate_ref text
SELECT i.incident_id AS incident_id, i.ref AS ref, i.organisation_id AS organisation_id, i.reporter_id AS reporter_id,
	i.code_hash IS NOT NULL AS anonymous, i.state AS state, i.state_at AS state_at, i.made_at AS made_at, i.saved_at AS saved_at,
	i.submitted_at AS submitted_at, i.due_at AS due_at, i.looked_at AS looked_at, i.closed_at AS closed_at, i.draft AS draft,
	i.report AS report, i.title AS title, i.kind AS kind, i.about AS about, i.about_organisation_id AS about_organisation_id,
	i.about_name AS about_name, i.about_service AS about_service, i.happened_on AS happened_on, i.physical AS physical,
	i.psychological AS psychological, i.worry AS worry, i.share AS share, i.candour AS candour, i.serious AS serious,
	i.manager_id AS manager_id, i.likelihood AS likelihood, i.consequence AS consequence, i.likelihood_after AS likelihood_after,
	i.consequence_after AS consequence_after, i.hold_until AS hold_until, i.duplicate_of AS duplicate_of,
	i.row_version AS row_version, o.name AS practice, o.code AS practice_code, p.name AS reporter, p.email AS reporter_email,
	a.name AS about_organisation, a.code AS about_code, m.name AS manager, d.ref AS duplicate_ref
FROM incident i JOIN organisation o ON o.organisation_id = i.organisation_id
	LEFT JOIN person p ON p.person_id = i.reporter_id LEFT JOIN organisation a ON a.organisation_id = i.about_organisation_id
	LEFT JOIN person m ON m.person_id = i.manager_id LEFT JOIN incident d ON d.incident_id = i.duplicate_of
WHERE i.ref = :ref;

-- incident_event_add: something happened to an incident.
-- pool: staff owner
-- in: incident_id int, at time, person_id int, organisation_id int, kind text, state_from text, state_to text, audience text,
-- request_id int, text text, detail text
INSERT INTO incident_event (incident_id, at, person_id, organisation_id, kind, state_from, state_to, audience, request_id, text,
	detail)
VALUES (:incident_id, :at, NULLIF(:person_id, 0), NULLIF(:organisation_id, 0), :kind, :state_from, :state_to, :audience,
	NULLIF(:request_id, 0), :text, :detail);

-- incident_pending_add: to be counted again for the trends.
-- pool: staff owner
-- in: incident_id int
-- untold: a cache is out of date
INSERT INTO incident_pending (incident_id) VALUES (:incident_id);

-- incident_reporter_active: may this person still be written to?
-- pool: staff owner
-- in: person_id int, organisation_id int
-- out: email text, name text
SELECT p.email AS email, p.name AS name FROM person p
WHERE p.person_id = :person_id AND p.state = 'active'
	AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.person_id AND m.organisation_id = :organisation_id);

-- holidays_between: bank holidays, in order.
-- pool: staff public owner
-- in: first_day text, last_day text
-- out: day text, name text
SELECT day, name FROM holiday WHERE day BETWEEN :first_day AND :last_day ORDER BY day;
