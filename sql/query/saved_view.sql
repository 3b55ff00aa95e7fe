-- saved_view.sql: filters and orders of a list that somebody gave a name.

-- saved_views: one's own of a list, then what others share.
-- pool: staff
-- in: person_id int, list text
-- out: ref text, name text, query text, shared int, own int, owner text
SELECT v.ref AS ref, v.name AS name, v.query AS query, v.shared AS shared, v.person_id = :person_id AS own, p.name AS owner
FROM saved_view v JOIN person p ON p.person_id = v.person_id
WHERE v.list = :list AND (v.person_id = :person_id OR v.shared = 1)
ORDER BY own DESC, v.name, v.view_id LIMIT 100;

-- saved_view_own: one of somebody's own.
-- pool: staff
-- in: ref text, person_id int, list text
-- out: view_id int, ref text, name text, query text, shared int
SELECT view_id, ref, name, query, shared FROM saved_view WHERE ref = :ref AND person_id = :person_id AND list = :list;

-- saved_view_count: how many somebody has of a list.
-- pool: staff
-- in: person_id int, list text
-- out: n int
SELECT COUNT(*) AS n FROM saved_view WHERE person_id = :person_id AND list = :list;

-- saved_view_add: a new one.
-- pool: staff
-- in: person_id int, list text, name text, query text, shared int
-- duplicate: they have one of that name
INSERT INTO saved_view (person_id, list, name, query, shared) VALUES (:person_id, :list, :name, :query, :shared);

-- saved_view_named: the one of that name.
-- pool: staff
-- in: person_id int, list text, name text
-- out: ref text
SELECT ref FROM saved_view WHERE person_id = :person_id AND list = :list AND name = :name;

-- saved_view_change: another name; shared or not.
-- pool: staff
-- in: name text, shared int, view_id int, person_id int
-- duplicate: they have another one of that name
UPDATE saved_view SET name = :name, shared = :shared WHERE view_id = :view_id AND person_id = :person_id;

-- saved_view_delete: it is not needed any more.
-- pool: staff
-- in: view_id int, person_id int
DELETE FROM saved_view WHERE view_id = :view_id AND person_id = :person_id;
