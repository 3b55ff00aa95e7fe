-- groups.sql: localities and peer groups of practices.

-- group_choices: the groups of a kind, by name.
-- pool: staff owner
-- in: kind text
-- out: group_id int, name text
SELECT group_id, name FROM organisation_group WHERE kind = :kind ORDER BY name LIMIT 500;

-- group_get: one group, and how many practices are in it.
-- pool: staff owner
-- in: kind text, group_id int
-- out: group_id int, name text, practices int, closed int, row_version int
SELECT g.group_id, g.name,
  (SELECT COUNT(*) FROM organisation o WHERE o.locality_id = g.group_id AND o.closed_on IS NULL)
  + (SELECT COUNT(*) FROM organisation o WHERE o.peer_group_id = g.group_id AND o.closed_on IS NULL) AS practices,
  (SELECT COUNT(*) FROM organisation o WHERE o.locality_id = g.group_id AND o.closed_on IS NOT NULL)
  + (SELECT COUNT(*) FROM organisation o WHERE o.peer_group_id = g.group_id AND o.closed_on IS NOT NULL) AS closed, g.row_version
FROM organisation_group g WHERE g.kind = :kind AND g.group_id = :group_id;

-- group_named: a group by its name.
-- pool: staff owner
-- in: kind text, name text
-- out: group_id int
SELECT group_id FROM organisation_group WHERE kind = :kind AND name = :name;

-- group_lock: nobody else changes it, or puts practices into it, before this transaction ends.
-- pool: staff owner
-- in: kind text, group_id int
-- out: group_id int
SELECT group_id FROM organisation_group WHERE kind = :kind AND group_id = :group_id FOR UPDATE;

-- group_add: a new group.
-- pool: staff owner
-- duplicate: the name is taken
-- in: kind text, name text
INSERT INTO organisation_group (kind, name) VALUES (:kind, :name);

-- group_rename: another name, unless somebody else changed it since.
-- pool: staff owner
-- duplicate: the name is taken
-- in: group_id int, name text, row_version int
UPDATE organisation_group SET name = :name, row_version = row_version + 1
WHERE group_id = :group_id AND row_version = :row_version;

-- group_delete: one that is empty.
-- pool: staff owner
-- in: kind text, group_id int
DELETE FROM organisation_group WHERE kind = :kind AND group_id = :group_id
  AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.locality_id = :group_id)
  AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.peer_group_id = :group_id);

-- localities: every locality, how many open practices are in it, and how many patients they have.
-- pool: staff
-- out: group_id int, name text, practices int, closed int, patients int
SELECT g.group_id, g.name, COALESCE(SUM(o.organisation_id IS NOT NULL AND o.closed_on IS NULL), 0) AS practices,
  COALESCE(SUM(o.closed_on IS NOT NULL), 0) AS closed, COALESCE(SUM(IF(o.closed_on IS NULL, o.patients, 0)), 0) AS patients
FROM organisation_group g LEFT JOIN organisation o ON o.locality_id = g.group_id
WHERE g.kind = 'locality' GROUP BY g.group_id, g.name ORDER BY g.name LIMIT 500;

-- peer_groups: every peer group, how many open practices are in it, and how many patients they have.
-- pool: staff
-- out: group_id int, name text, practices int, closed int, patients int
SELECT g.group_id, g.name, COALESCE(SUM(o.organisation_id IS NOT NULL AND o.closed_on IS NULL), 0) AS practices,
  COALESCE(SUM(o.closed_on IS NOT NULL), 0) AS closed, COALESCE(SUM(IF(o.closed_on IS NULL, o.patients, 0)), 0) AS patients
FROM organisation_group g LEFT JOIN organisation o ON o.peer_group_id = g.group_id
WHERE g.kind = 'peer_group' GROUP BY g.group_id, g.name ORDER BY g.name LIMIT 500;

-- group_candidates: practices that may be put into a group, and where they are; a page of them, by name.
-- pool: staff
-- in: kind text, group_id int, after_name text, after_id int
-- out: code text, name text, closed_on text, now_id int, now_name text
SELECT o.code, o.name, o.closed_on, g.group_id AS now_id, g.name AS now_name
FROM organisation o
LEFT JOIN organisation_group g ON g.group_id = IF(:kind = 'locality', o.locality_id, o.peer_group_id)
WHERE o.kind = 'practice' AND (o.closed_on IS NULL OR g.group_id = :group_id)
  AND (:after_name IS NULL OR o.name > :after_name OR o.name = :after_name AND o.organisation_id > :after_id)
ORDER BY o.name, o.organisation_id LIMIT 101;

-- locality_assign: puts a practice into a locality; 0: into none.
-- pool: staff owner
-- in: organisation_id int, group_id int
UPDATE organisation SET locality_id = NULLIF(:group_id, 0), row_version = row_version + 1
WHERE organisation_id = :organisation_id AND kind = 'practice';

-- peer_group_assign: puts a practice into a peer group; 0: into none.
-- pool: staff owner
-- in: organisation_id int, group_id int
UPDATE organisation SET peer_group_id = NULLIF(:group_id, 0), row_version = row_version + 1
WHERE organisation_id = :organisation_id AND kind = 'practice';
