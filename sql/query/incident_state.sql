-- incident_state.sql: moves of incidents from state to state, and what happened, in order.

-- incident_move: an incident goes to another state; 0 rows: it is not as it was read.
-- pool: staff owner
-- tenant: its page asked access.c whether this person may
-- in: state_to text, at time, looked_at time, closed_at time, hold_until text, duplicate_of int, urgency int, incident_id int,
-- state_from text, row_version int
UPDATE incident SET state = :state_to, state_at = :at, looked_at = COALESCE(looked_at, :looked_at), closed_at = :closed_at,
	hold_until = :hold_until, duplicate_of = NULLIF(:duplicate_of, 0), urgency = :urgency, row_version = row_version + 1
WHERE incident_id = :incident_id AND state = :state_from AND row_version = :row_version;

-- incident_state_lock: the state of one incident, which stays so until this transaction ends.
-- pool: staff owner
-- tenant: its page asked access.c whether this person may
-- in: incident_id int
-- out: state text
SELECT state FROM incident WHERE incident_id = :incident_id FOR UPDATE;

-- incident_duplicates: the reports that repeat this one, and those that repeat them.
-- pool: staff owner
-- tenant: its page asked access.c whether this person may
-- in: incident_id int
-- out: ref text
SELECT ref FROM incident WHERE duplicate_of = :incident_id AND state = 'duplicate'
UNION SELECT d.ref AS ref FROM incident o JOIN incident d ON d.duplicate_of = o.incident_id
WHERE o.duplicate_of = :incident_id AND o.state = 'duplicate' AND d.state = 'duplicate';

-- incident_holds_over: incidents on hold whose day has come.
-- pool: owner
-- in: today text, most int
-- out: ref text
SELECT ref FROM incident WHERE state = 'hold' AND hold_until <= :today ORDER BY hold_until, incident_id LIMIT :most;

-- incident_events: what happened to an incident, in order, for these readers. (Of a report without a name the time of day is not kept.)
-- pool: staff
-- tenant: its page asked access.c whether this person may see the incident
-- in: incident_id int, audience int, request_id int
-- out: event_id int, at time, kind text, state_from text, state_to text, text text, detail text, organisation_id int, person text,
-- organisation text, organisation_kind text
SELECT e.event_id AS event_id, e.at AS at, e.kind AS kind, e.state_from AS state_from, e.state_to AS state_to, e.text AS text,
	e.detail AS detail, e.organisation_id AS organisation_id, p.name AS person, o.name AS organisation, o.kind AS organisation_kind
FROM incident_event e LEFT JOIN person p ON p.person_id = e.person_id
	LEFT JOIN organisation o ON o.organisation_id = e.organisation_id
WHERE e.incident_id = :incident_id AND (e.audience + 0 & :audience) <> 0 [request_id? AND e.request_id = :request_id]
ORDER BY DATE(e.at), e.event_id;
