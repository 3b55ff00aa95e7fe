-- kept.sql: forms that a session ended under.

-- kept_add: keeps what somebody typed.
-- pool: staff
-- untold: what was typed and not sent changes no record
-- in: kept_id bytes, person_id int, organisation_id int, path text, body bytes, now time
INSERT INTO kept_form (kept_id, person_id, organisation_id, path, body, kept_at)
VALUES (:kept_id, :person_id, :organisation_id, :path, :body, :now);

-- kept_count: how many a person has.
-- pool: staff
-- tenant: a person has their own, whichever organisation they acted for
-- in: person_id int
-- out: n int
SELECT COUNT(*) AS n FROM kept_form WHERE person_id = :person_id;

-- kept_drop_oldest: makes room for one more.
-- pool: staff
-- untold: what was typed and not sent changes no record
-- tenant: a person has their own, whichever organisation they acted for
-- in: person_id int
DELETE FROM kept_form WHERE person_id = :person_id ORDER BY kept_at, kept_id LIMIT 1;

-- kept_get: one, for the person it came from, acting for the organisation it was typed for.
-- pool: staff
-- in: kept_id bytes, person_id int, organisation_id int, path text
-- out: body bytes
SELECT body FROM kept_form
WHERE kept_id = :kept_id AND person_id = :person_id AND organisation_id = :organisation_id AND path = :path;

-- kept_newest: where somebody goes on who has just signed in again.
-- pool: staff
-- tenant: a person has their own, whichever organisation they acted for
-- in: person_id int, after time
-- out: kept_id bytes, path text
SELECT kept_id, path FROM kept_form WHERE person_id = :person_id AND kept_at > :after
ORDER BY kept_at DESC, kept_id LIMIT 1;

-- kept_path: where one belongs.
-- pool: staff
-- in: kept_id bytes, person_id int, organisation_id int
-- out: path text
SELECT path FROM kept_form
WHERE kept_id = :kept_id AND person_id = :person_id AND organisation_id = :organisation_id;

-- kept_exists: one, whosever it is: for the trail, when somebody asked for another's.
-- pool: staff
-- tenant: only whether there is one; nothing of it is shown
-- in: kept_id bytes
-- out: person_id int
SELECT person_id FROM kept_form WHERE kept_id = :kept_id;

-- kept_all: all that a person typed for an organisation.
-- pool: staff
-- in: person_id int, organisation_id int
-- out: kept_id bytes, kept_at time
SELECT kept_id, kept_at FROM kept_form WHERE person_id = :person_id AND organisation_id = :organisation_id
ORDER BY kept_at DESC, kept_id;

-- kept_drop: it was sent, or thrown away.
-- pool: staff
-- untold: what was typed and not sent changes no record
-- tenant: a person has their own, whichever organisation they acted for
-- in: kept_id bytes, person_id int
DELETE FROM kept_form WHERE kept_id = :kept_id AND person_id = :person_id;

-- kept_expire: what nobody came back for.
-- pool: owner
-- in: before time
DELETE FROM kept_form WHERE kept_at < :before;
