-- incident_file.sql: files of incidents.

-- incident_files_of: those of an incident that somebody may open, the first first; with a request only those of it. What was taken
-- out of a draft was never sent, and is not shown.
-- pool: staff
-- tenant: its page asks access.c about the incident
-- in: incident_id int, audience int, request_id int
-- out: file_id int, ref text, name text, type text, size int, added_at time, person_id int, person text, organisation_id int,
-- organisation text, audience int, provider text, scan text, removed_at time, removed_by text, removed_why text
SELECT f.file_id AS file_id, f.ref AS ref, f.name AS name, f.type AS type, f.size AS size, f.added_at AS added_at,
	f.person_id AS person_id, p.name AS person, f.organisation_id AS organisation_id, o.name AS organisation,
	f.audience + 0 AS audience, a.name AS provider, f.scan AS scan, f.removed_at AS removed_at, b.name AS removed_by,
	f.removed_why AS removed_why
FROM incident_file f JOIN person p ON p.person_id = f.person_id JOIN organisation o ON o.organisation_id = f.organisation_id
	LEFT JOIN person b ON b.person_id = f.removed_by LEFT JOIN investigation_request q ON q.request_id = f.request_id
	LEFT JOIN organisation a ON a.organisation_id = q.organisation_id
WHERE f.incident_id = :incident_id AND (f.audience & :audience) <> 0 AND (f.removed_at IS NULL OR f.removed_why <> '')
	[request_id? AND f.request_id = :request_id]
ORDER BY f.file_id;

-- incident_file_room: how many an organisation has added to an incident, and how long they are together.
-- pool: staff
-- in: incident_id int, organisation_id int
-- out: n int, bytes int
SELECT COUNT(*) AS n, COALESCE(SUM(size), 0) AS bytes FROM incident_file
WHERE incident_id = :incident_id AND organisation_id = :organisation_id AND removed_at IS NULL;

-- incident_file_by_ref: one file, and whose incident and request it is of.
-- pool: staff
-- tenant: its page asks access.c whether this person may open it
-- in: ref text
-- out: file_id int, ref text, name text, type text, size int, added_at time, person_id int, audience int, request_id int,
-- request_ref text, asked_id int, successor_id int, withdrawn int, removed_at time, incident_id int, incident_ref text,
-- practice_id int, reporter_id int, draft int, anonymous int
SELECT f.file_id AS file_id, f.ref AS ref, f.name AS name, f.type AS type, f.size AS size, f.added_at AS added_at,
	f.person_id AS person_id, f.audience + 0 AS audience, f.request_id AS request_id, q.ref AS request_ref,
	q.organisation_id AS asked_id, a.successor_id AS successor_id, q.state = 'withdrawn' AS withdrawn,
	f.removed_at AS removed_at, i.incident_id AS incident_id, i.ref AS incident_ref, i.organisation_id AS practice_id,
	i.reporter_id AS reporter_id, i.state = 'draft' AS draft, i.code_hash IS NOT NULL AS anonymous
FROM incident_file f JOIN incident i ON i.incident_id = f.incident_id
	LEFT JOIN investigation_request q ON q.request_id = f.request_id
	LEFT JOIN organisation a ON a.organisation_id = q.organisation_id
WHERE f.ref = :ref;

-- incident_file_requests: who was asked about an incident, for the choice of who may open a file.
-- pool: staff
-- tenant: for incident managers
-- in: incident_id int
-- out: request_id int, ref text, organisation text, asked_at time
SELECT q.request_id AS request_id, q.ref AS ref, o.name AS organisation, q.asked_at AS asked_at
FROM investigation_request q JOIN organisation o ON o.organisation_id = q.organisation_id
WHERE q.incident_id = :incident_id AND q.state <> 'withdrawn' ORDER BY q.request_id;

-- incident_file_add: a file, all but its bytes; 0 rows: there is no room. The rows that are counted are locked, so that of two files sent at
-- once one waits for the other.
-- pool: staff
-- duplicate: the same file is here already, added by the same organisation
-- in: ref text, incident_id int, request_id int, name text, type text, size int, sha256 bytes, now time, person_id int,
-- organisation_id int, audience text, scan text, most int, most_bytes int
INSERT INTO incident_file (ref, incident_id, request_id, name, type, size, sha256, added_at, person_id, organisation_id, audience,
	scan)
SELECT :ref, :incident_id, NULLIF(:request_id, 0), :name, :type, :size, :sha256, :now, :person_id, :organisation_id, :audience, :scan
FROM (SELECT COUNT(*) AS n, COALESCE(SUM(size), 0) AS bytes FROM incident_file
	WHERE incident_id = :incident_id AND organisation_id = :organisation_id AND removed_at IS NULL) room
WHERE room.n < :most AND room.bytes + :size <= :most_bytes;

-- incident_file_part_add: the next of its bytes.
-- pool: staff
-- in: file_id int, part int, bytes bytes
INSERT INTO incident_file_body (file_id, part, bytes) VALUES (:file_id, :part, :bytes);

-- incident_file_parts: its bytes, in their order.
-- pool: staff
-- in: file_id int
-- out: part int, bytes bytes
SELECT part, bytes FROM incident_file_body WHERE file_id = :file_id ORDER BY part;

-- incident_file_remove: takes a file away; the row says that there was one.
-- pool: staff
-- tenant: its page asks access.c whether this person may remove it
-- in: now time, person_id int, why text, file_id int
UPDATE incident_file SET removed_at = :now, removed_by = :person_id, removed_why = :why
WHERE file_id = :file_id AND removed_at IS NULL;

-- incident_file_bytes_remove: its bytes, once it is marked as removed.
-- pool: staff
-- in: file_id int
DELETE FROM incident_file_removed WHERE file_id = :file_id;
