-- theme.sql: themes of incidents, and which incident has which.

-- themes: every theme, and how many incidents have it.
-- pool: staff
-- out: theme_id int, ref text, name text, retired_at time, row_version int, incidents int
SELECT t.theme_id AS theme_id, t.ref AS ref, t.name AS name, t.retired_at AS retired_at, t.row_version AS row_version,
	(SELECT COUNT(*) FROM incident_theme_link l WHERE l.theme_id = t.theme_id) AS incidents
FROM incident_theme t ORDER BY t.retired_at IS NOT NULL, t.name LIMIT 500;

-- theme_by_ref: one theme.
-- pool: staff
-- in: ref text
-- out: theme_id int, ref text, name text, retired_at time, row_version int
SELECT theme_id, ref, name, retired_at, row_version FROM incident_theme WHERE ref = :ref;

-- theme_add: a new one.
-- pool: staff
-- duplicate: the name is taken
-- in: name text
INSERT INTO incident_theme (name) VALUES (:name);

-- theme_update: another name, offered or not, unless somebody else changed it since.
-- pool: staff
-- duplicate: the name is taken
-- in: name text, retired_at time, theme_id int, row_version int
UPDATE incident_theme SET name = :name, retired_at = :retired_at, row_version = row_version + 1
WHERE theme_id = :theme_id AND row_version = :row_version;

-- theme_choices: what can be chosen for one incident: what is offered, and what it has.
-- pool: staff
-- tenant: its page asked access.c whether this person may see the incident
-- in: incident_id int
-- out: theme_id int, ref text, name text, chosen int, retired int
SELECT t.theme_id AS theme_id, t.ref AS ref, t.name AS name, l.theme_id IS NOT NULL AS chosen, t.retired_at IS NOT NULL AS retired
FROM incident_theme t LEFT JOIN incident_theme_link l ON l.theme_id = t.theme_id AND l.incident_id = :incident_id
WHERE t.retired_at IS NULL OR l.theme_id IS NOT NULL ORDER BY t.name LIMIT 500;

-- theme_link_add: an incident has this theme.
-- pool: staff
-- duplicate: it has it already
-- in: incident_id int, theme_id int
INSERT INTO incident_theme_link (incident_id, theme_id) VALUES (:incident_id, :theme_id);

-- theme_link_remove: it has it no more.
-- pool: staff
-- in: incident_id int, theme_id int
DELETE FROM incident_theme_link WHERE incident_id = :incident_id AND theme_id = :theme_id;

-- incident_touch: it changed in a table beside its own.
-- pool: staff
-- tenant: its page asked access.c whether this person may change the incident
-- in: incident_id int, row_version int
UPDATE incident SET row_version = row_version + 1 WHERE incident_id = :incident_id AND row_version = :row_version;
