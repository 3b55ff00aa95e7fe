-- proposal_theme.sql: themes of what people said about a proposal, in a tree of two levels.

-- proposal_themes: the themes of a proposal, each of the first level before those below it. points: passages that count for it.
-- pool: staff
-- in: proposal_id int
-- out: theme_id int, ref text, parent_id int, parent text, name text, about text, position int, ended int, row_version int, points int
SELECT t.theme_id AS theme_id, t.ref AS ref, COALESCE(t.parent_id, 0) AS parent_id, COALESCE(u.name, '') AS parent, t.name AS name,
	t.about AS about, t.position AS position, t.ended AS ended, t.row_version AS row_version,
	(SELECT COUNT(*) FROM proposal_point_theme x JOIN proposal_point p ON p.point_id = x.point_id
		JOIN proposal_response r ON r.response_id = p.response_id AND r.counts > 0 WHERE x.theme_id = t.theme_id) AS points
FROM proposal_theme t LEFT JOIN proposal_theme u ON u.theme_id = t.parent_id
WHERE t.proposal_id = :proposal_id
ORDER BY COALESCE(u.position, t.position), COALESCE(u.theme_id, t.theme_id), t.parent_id IS NOT NULL, t.position, t.theme_id;

-- proposal_theme_choices: the same without their counts, to choose from.
-- pool: staff
-- in: proposal_id int
-- out: theme_id int, ref text, parent_id int, parent text, name text, about text, ended int
SELECT t.theme_id AS theme_id, t.ref AS ref, COALESCE(t.parent_id, 0) AS parent_id, COALESCE(u.name, '') AS parent, t.name AS name,
	t.about AS about, t.ended AS ended
FROM proposal_theme t LEFT JOIN proposal_theme u ON u.theme_id = t.parent_id
WHERE t.proposal_id = :proposal_id
ORDER BY COALESCE(u.position, t.position), COALESCE(u.theme_id, t.theme_id), t.parent_id IS NOT NULL, t.position, t.theme_id;

-- proposal_theme_by_ref: one theme of a proposal. below: how many themes stand below it.
-- pool: staff
-- in: proposal_id int, ref text
-- out: theme_id int, ref text, parent_id int, parent_ref text, name text, about text, position int, ended int, row_version int, below int
SELECT t.theme_id AS theme_id, t.ref AS ref, COALESCE(t.parent_id, 0) AS parent_id, COALESCE(u.ref, '') AS parent_ref, t.name AS name,
	t.about AS about, t.position AS position, t.ended AS ended, t.row_version AS row_version,
	(SELECT COUNT(*) FROM proposal_theme b WHERE b.parent_id = t.theme_id) AS below
FROM proposal_theme t LEFT JOIN proposal_theme u ON u.theme_id = t.parent_id
WHERE t.proposal_id = :proposal_id AND t.ref = :ref;

-- proposal_theme_by_name: the theme of this name.
-- pool: staff
-- in: proposal_id int, name text
-- out: theme_id int, ref text, ended int
SELECT theme_id AS theme_id, ref AS ref, ended AS ended FROM proposal_theme WHERE proposal_id = :proposal_id AND name = :name;

-- proposal_theme_add: a theme, behind the others.
-- pool: staff owner
-- in: ref text, proposal_id int, parent_id int, name text, about text
-- duplicate: the name is taken
INSERT INTO proposal_theme (ref, proposal_id, parent_id, position, name, about)
SELECT :ref, :proposal_id, NULLIF(:parent_id, 0), m.position, :name, :about
FROM (SELECT COALESCE(MAX(t.position), 0) + 1 AS position FROM proposal_theme t WHERE t.proposal_id = :proposal_id) m;

-- proposal_theme_hold: it is in use, and stays so until this transaction ends.
-- pool: staff
-- in: theme_id int
-- out: theme_id int
SELECT theme_id FROM proposal_theme WHERE theme_id = :theme_id AND ended = 0 FOR UPDATE;

-- proposal_theme_update: its name, what belongs to it, where it stands, whether it is used.
-- pool: staff
-- in: theme_id int, parent_id int, name text, about text, ended int, row_version int
-- duplicate: the name is taken
UPDATE proposal_theme SET parent_id = NULLIF(:parent_id, 0), name = :name, about = :about, ended = :ended, row_version = row_version + 1
WHERE theme_id = :theme_id AND row_version = :row_version;

-- proposal_theme_place: its place among the others.
-- pool: staff
-- in: theme_id int, position int, was int
UPDATE proposal_theme SET position = :position WHERE theme_id = :theme_id AND position = :was;

-- proposal_theme_pending: the totals of each response with this theme are out of date.
-- pool: staff
-- untold: a cache is out of date
-- in: theme_id int
INSERT INTO proposal_pending (response_id)
SELECT DISTINCT p.response_id FROM proposal_point_theme x JOIN proposal_point p ON p.point_id = x.point_id WHERE x.theme_id = :theme_id;

-- proposal_theme_codes_move: who gave a passage one theme gave it the other.
-- pool: staff
-- in: theme_id int, into_id int
INSERT IGNORE INTO proposal_code (point_id, person_id, theme_id)
SELECT c.point_id, c.person_id, :into_id FROM proposal_code c WHERE c.theme_id = :theme_id;

-- proposal_theme_coded_touch: coders of passages with this theme hear that their codes were changed.
-- pool: staff
-- untold: its caller tells of the merge
-- in: theme_id int
UPDATE proposal_coded d JOIN proposal_code c ON c.point_id = d.point_id AND c.person_id = d.person_id
SET d.row_version = d.row_version + 1 WHERE c.theme_id = :theme_id;

-- proposal_theme_codes_remove: and not the first any more.
-- pool: staff
-- in: theme_id int
DELETE FROM proposal_code WHERE theme_id = :theme_id;

-- proposal_theme_points_move: what counts, of passages that were settled or agreed on.
-- pool: staff
-- in: theme_id int, into_id int
INSERT IGNORE INTO proposal_point_theme (point_id, theme_id)
SELECT x.point_id, :into_id FROM proposal_point_theme x WHERE x.theme_id = :theme_id;

-- proposal_theme_points_agree: two who differed by these two themes agree now.
-- pool: staff
-- in: into_id int
INSERT IGNORE INTO proposal_point_theme (point_id, theme_id)
SELECT c.point_id, :into_id FROM proposal_code c LEFT JOIN proposal_settled s ON s.point_id = c.point_id
WHERE c.theme_id = :into_id AND s.point_id IS NULL
GROUP BY c.point_id HAVING COUNT(*) = (SELECT COUNT(*) FROM proposal_coded d WHERE d.point_id = c.point_id);

-- proposal_theme_points_remove: and not the first any more.
-- pool: staff
-- in: theme_id int
DELETE FROM proposal_point_theme WHERE theme_id = :theme_id;

-- proposal_theme_outcomes_move: what was decided about one is about the other.
-- pool: staff
-- in: theme_id int, into_id int
UPDATE proposal_outcome SET theme_id = :into_id, row_version = row_version + 1 WHERE theme_id = :theme_id;
