-- proposal_code.sql: passages of responses coded with themes, by two people. A passage of a response that was replaced or withdrawn, of a
-- duplicate or of a campaign is not coded: campaigns are counted apart, as one text.

-- proposal_code_progress: how many passages there are to code; how many this person, one person, two people have coded; how many are left for this
-- person. Out of the totals: proposal_fold_count says what they are.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, person_id int
-- out: passages int, mine int, once int, twice int, left_over int, apart int
SELECT COALESCE(SUM(IF(t.dimension = 'coding' AND t.value <> 'apart', t.n, 0)), 0) AS passages,
	COALESCE(SUM(IF(t.dimension = 'coder' AND SUBSTRING_INDEX(t.value, '.', 1) = CAST(:person_id AS CHAR), t.n, 0)), 0) AS mine,
	COALESCE(SUM(IF(t.dimension = 'coding' AND t.value IN ('1', '2'), t.n, 0)), 0) AS once,
	COALESCE(SUM(IF(t.dimension = 'coding' AND t.value = '2', t.n, 0)), 0) AS twice,
	COALESCE(SUM(CASE WHEN t.dimension = 'coding' AND t.value IN ('0', '1') THEN t.n
		WHEN t.dimension = 'coder' AND t.value = CONCAT(:person_id, '.alone') THEN -t.n ELSE 0 END), 0) AS left_over,
	COALESCE(SUM(IF(t.dimension = 'coding' AND t.value = 'apart', t.n, 0)), 0) AS apart
FROM proposal_total t WHERE t.proposal_id = :proposal_id AND t.dimension IN ('coding', 'coder');

-- proposal_code_next: the next passage behind a point that this person has not coded, nor two others. again: any that they have coded.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, person_id int, behind int, kind text, grade text
-- out: point_id int, response text, position int
SELECT p.point_id AS point_id, r.ref AS response, p.position AS position
FROM proposal_point p JOIN proposal_response r ON r.response_id = p.response_id AND r.counts > 0 AND r.duplicate_of IS NULL AND r.campaign_id IS NULL
WHERE p.proposal_id = :proposal_id AND p.point_id > COALESCE(:behind, 0) [kind? AND p.kind = :kind] [grade? AND p.grade = :grade]
	AND NOT EXISTS (SELECT 1 FROM proposal_coded m WHERE m.point_id = p.point_id AND m.person_id = :person_id)
	AND NOT EXISTS (SELECT 1 FROM proposal_response n WHERE n.replaces = r.response_id)
	AND (SELECT COUNT(*) FROM proposal_coded d WHERE d.point_id = p.point_id) < 2
ORDER BY p.point_id LIMIT 1;

-- proposal_code_mine: what this person coded, the last first.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, person_id int, most int
-- out: response text, position int, kind text, text text, at time, themes text
SELECT r.ref AS response, p.position AS position, p.kind AS kind, p.text AS text, d.at AS at,
	COALESCE((SELECT GROUP_CONCAT(t.name ORDER BY t.position SEPARATOR ', ') FROM proposal_code c JOIN proposal_theme t ON t.theme_id = c.theme_id
		WHERE c.point_id = d.point_id AND c.person_id = d.person_id), '') AS themes
FROM proposal_coded d JOIN proposal_point p ON p.point_id = d.point_id JOIN proposal_response r ON r.response_id = p.response_id AND r.counts > 0
WHERE d.proposal_id = :proposal_id AND d.person_id = :person_id ORDER BY d.at DESC, d.point_id DESC LIMIT :most;

-- proposal_passage: one passage, and what is known of its response. coders: how many have coded it; row_version: of this person's coding, 0: none.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, response text, position int, person_id int
-- out: point_id int, response_id int, response text, position int, kind text, grade text, section text, text text, quoted int, point_version int,
-- stance text, speaks_for text, publication text, counts int, apart int, coders int, coded int, row_version int, settled_at time, settled_by text,
-- settled_why text
SELECT p.point_id AS point_id, p.response_id AS response_id, r.ref AS response, p.position AS position, p.kind AS kind, p.grade AS grade,
	s.heading AS section, p.text AS text, p.quoted AS quoted, p.row_version AS point_version, COALESCE(r.stance, '') AS stance,
	COALESCE(g.name, '') AS speaks_for, r.publication AS publication, r.counts AS counts,
	r.duplicate_of IS NOT NULL OR r.campaign_id IS NOT NULL AS apart,
	(SELECT COUNT(*) FROM proposal_coded d WHERE d.point_id = p.point_id) AS coders, m.person_id IS NOT NULL AS coded,
	COALESCE(m.row_version, 0) AS row_version, z.at AS settled_at, COALESCE(w.name, '') AS settled_by, COALESCE(z.why, '') AS settled_why
FROM proposal_response r JOIN proposal_point p ON p.response_id = r.response_id LEFT JOIN proposal_section s ON s.section_id = p.section_id
	LEFT JOIN stakeholder_group g ON g.group_id = r.group_id
	LEFT JOIN proposal_coded m ON m.point_id = p.point_id AND m.person_id = :person_id
	LEFT JOIN proposal_settled z ON z.point_id = p.point_id LEFT JOIN person w ON w.person_id = z.person_id
WHERE r.ref = :response AND r.proposal_id = :proposal_id AND p.position = :position;

-- proposal_passages_beside: the other points of its response.
-- pool: staff
-- in: response_id int, point_id int
-- out: kind text, grade text, section text, text text
SELECT p.kind AS kind, p.grade AS grade, s.heading AS section, p.text AS text
FROM proposal_point p LEFT JOIN proposal_section s ON s.section_id = p.section_id
WHERE p.response_id = :response_id AND p.point_id <> :point_id ORDER BY p.position;

-- proposal_codes: who gave a passage which themes; a row for each, theme_id 0 and no name for who gave none.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: point_id int
-- out: person_id int, person text, at time, theme_id int, theme text
SELECT d.person_id AS person_id, w.name AS person, d.at AS at, COALESCE(c.theme_id, 0) AS theme_id, COALESCE(t.name, '') AS theme
FROM proposal_coded d JOIN person w ON w.person_id = d.person_id
	LEFT JOIN proposal_code c ON c.point_id = d.point_id AND c.person_id = d.person_id LEFT JOIN proposal_theme t ON t.theme_id = c.theme_id
WHERE d.point_id = :point_id ORDER BY d.at, d.person_id, t.position;

-- proposal_point_themes: which themes count for a passage.
-- pool: staff
-- in: point_id int
-- out: theme_id int, theme text
SELECT x.theme_id AS theme_id, t.name AS theme FROM proposal_point_theme x JOIN proposal_theme t ON t.theme_id = x.theme_id
WHERE x.point_id = :point_id ORDER BY t.position;

-- proposal_code_learn: passages that somebody coded, with the themes that they gave, for suggestions; not this one, of the last ones.
-- pool: staff
-- in: proposal_id int, point_id int, most int
-- out: text text, themes text
SELECT p.text AS text, COALESCE((SELECT GROUP_CONCAT(DISTINCT c.theme_id) FROM proposal_code c WHERE c.point_id = p.point_id), '') AS themes
FROM (SELECT DISTINCT d.point_id FROM proposal_coded d WHERE d.proposal_id = :proposal_id AND d.point_id <> :point_id LIMIT :most) l
	JOIN proposal_point p ON p.point_id = l.point_id;

-- proposal_coded_add: somebody codes a passage for the first time.
-- pool: staff
-- in: point_id int, person_id int, proposal_id int, now time
-- duplicate: they have just done so in another tab
INSERT INTO proposal_coded (point_id, person_id, proposal_id, at) VALUES (:point_id, :person_id, :proposal_id, :now);

-- proposal_coded_touch: the same again.
-- pool: staff
-- in: point_id int, person_id int, row_version int, now time
UPDATE proposal_coded SET at = :now, row_version = row_version + 1
WHERE point_id = :point_id AND person_id = :person_id AND row_version = :row_version;

-- proposal_code_clear: what this person gave it before.
-- pool: staff
-- in: point_id int, person_id int
DELETE FROM proposal_code WHERE point_id = :point_id AND person_id = :person_id;

-- proposal_code_add: what they give it; ids: JSON, of themes, which nobody merges away meanwhile.
-- pool: staff
-- in: point_id int, person_id int, ids text
INSERT INTO proposal_code (point_id, person_id, theme_id)
SELECT :point_id, :person_id, t.theme_id
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) j STRAIGHT_JOIN proposal_theme t ON t.theme_id = j.id;

-- proposal_point_theme_clear: what counted, unless it was settled.
-- pool: staff
-- untold: its caller tells of the codes
-- in: point_id int
DELETE FROM proposal_point_theme WHERE point_id = :point_id AND NOT EXISTS (SELECT 1 FROM proposal_settled s WHERE s.point_id = :point_id);

-- proposal_point_theme_agree: what counts now: what every coder gave it, unless it was settled.
-- pool: staff
-- untold: its caller tells of the codes
-- in: point_id int
INSERT IGNORE INTO proposal_point_theme (point_id, theme_id)
SELECT c.point_id, c.theme_id FROM proposal_code c
WHERE c.point_id = :point_id AND NOT EXISTS (SELECT 1 FROM proposal_settled s WHERE s.point_id = :point_id)
GROUP BY c.point_id, c.theme_id HAVING COUNT(*) = (SELECT COUNT(*) FROM proposal_coded d WHERE d.point_id = :point_id);

-- proposal_pending_add: a response counts as something else now.
-- pool: staff
-- untold: a cache is out of date
-- in: response_id int
INSERT INTO proposal_pending (response_id) VALUES (:response_id);

-- proposal_point_quote: shown in results, or not any more, where the respondent lets us.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: point_id int, quoted int, row_version int
UPDATE proposal_point p JOIN proposal_response r ON r.response_id = p.response_id AND (r.publication <> 'none' OR :quoted = 0)
SET p.quoted = :quoted, p.row_version = p.row_version + 1 WHERE p.point_id = :point_id AND p.row_version = :row_version;

-- proposal_settled_add: coders agreed on a passage.
-- pool: staff
-- in: point_id int, person_id int, now time, why text
-- duplicate: somebody has just settled it
INSERT INTO proposal_settled (point_id, person_id, at, why) VALUES (:point_id, :person_id, :now, :why);

-- proposal_settled_update: and did so again.
-- pool: staff
-- in: point_id int, person_id int, now time, why text, was time
UPDATE proposal_settled SET person_id = :person_id, at = :now, why = :why WHERE point_id = :point_id AND at = :was;

-- proposal_settled_themes_clear: what counted until then.
-- pool: staff
-- in: point_id int
DELETE FROM proposal_point_theme WHERE point_id = :point_id;

-- proposal_settled_themes_add: what counts; ids: JSON, of themes, which nobody merges away meanwhile.
-- pool: staff
-- in: point_id int, ids text
INSERT INTO proposal_point_theme (point_id, theme_id)
SELECT :point_id, t.theme_id
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) j STRAIGHT_JOIN proposal_theme t ON t.theme_id = j.id;

-- proposal_coders: who codes a proposal, by name.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int
-- out: person_id int, person text, n int
SELECT d.person_id AS person_id, w.name AS person, COUNT(*) AS n FROM proposal_coded d JOIN person w ON w.person_id = d.person_id
WHERE d.proposal_id = :proposal_id GROUP BY d.person_id, w.name ORDER BY w.name, d.person_id;

-- proposal_coders_shared: passages that both of two people coded, and those on which they said exactly the same.
-- pool: staff
-- in: proposal_id int, one int, other int
-- out: n int, same int
SELECT COUNT(*) AS n, COALESCE(SUM(f.odd = 0), 0) AS same
FROM (SELECT a.point_id, COALESCE(SUM(x.n = 1), 0) AS odd
	FROM proposal_coded a JOIN proposal_coded b ON b.point_id = a.point_id AND b.person_id = :other
		LEFT JOIN (SELECT c.point_id, COUNT(*) AS n FROM proposal_theme t JOIN proposal_code c ON c.theme_id = t.theme_id AND c.person_id IN (:one, :other)
			WHERE t.proposal_id = :proposal_id GROUP BY c.point_id, c.theme_id) x ON x.point_id = a.point_id
	WHERE a.proposal_id = :proposal_id AND a.person_id = :one GROUP BY a.point_id) f;

-- proposal_coders_themes: on passages that both coded: how often both, only the first, only the second gave each theme.
-- pool: staff
-- in: proposal_id int, one int, other int
-- out: theme_id int, parent text, name text, both_gave int, first_gave int, second_gave int
SELECT t.theme_id AS theme_id, COALESCE(u.name, '') AS parent, t.name AS name, COALESCE(SUM(f.mine AND f.theirs), 0) AS both_gave,
	COALESCE(SUM(f.mine AND NOT f.theirs), 0) AS first_gave, COALESCE(SUM(f.theirs AND NOT f.mine), 0) AS second_gave
FROM proposal_theme t LEFT JOIN proposal_theme u ON u.theme_id = t.parent_id
	LEFT JOIN (SELECT c.theme_id, c.point_id, MAX(c.person_id = :one) AS mine, MAX(c.person_id = :other) AS theirs
		FROM proposal_coded a JOIN proposal_coded b ON b.point_id = a.point_id AND b.person_id = :other
			JOIN proposal_code c ON c.point_id = a.point_id AND c.person_id IN (:one, :other)
		WHERE a.proposal_id = :proposal_id AND a.person_id = :one GROUP BY c.theme_id, c.point_id) f ON f.theme_id = t.theme_id
WHERE t.proposal_id = :proposal_id
GROUP BY t.theme_id, u.name, t.name, u.position, t.position, u.theme_id, t.parent_id
HAVING both_gave + first_gave + second_gave > 0
ORDER BY COALESCE(u.position, t.position), COALESCE(u.theme_id, t.theme_id), t.parent_id IS NOT NULL, t.position, t.theme_id;

-- proposal_differences: passages that coders coded differently. settled: those that they have agreed on since; otherwise those to talk about.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, settled int, most int
-- out: point_id int, response text, position int, kind text, grade text, text text, settled_at time, settled_by text, why text
SELECT p.point_id AS point_id, r.ref AS response, p.position AS position, p.kind AS kind, p.grade AS grade, p.text AS text, z.at AS settled_at,
	COALESCE(w.name, '') AS settled_by, COALESCE(z.why, '') AS why
FROM (SELECT DISTINCT d.point_id FROM (SELECT c.point_id, COUNT(*) AS n FROM proposal_theme t JOIN proposal_code c ON c.theme_id = t.theme_id
			WHERE t.proposal_id = :proposal_id GROUP BY c.point_id, c.theme_id) d
		WHERE d.n < (SELECT COUNT(*) FROM proposal_coded x WHERE x.point_id = d.point_id)) f
	JOIN proposal_point p ON p.point_id = f.point_id JOIN proposal_response r ON r.response_id = p.response_id AND r.counts > 0
	LEFT JOIN proposal_settled z ON z.point_id = p.point_id LEFT JOIN person w ON w.person_id = z.person_id
WHERE (z.point_id IS NOT NULL) = :settled ORDER BY p.point_id LIMIT :most;
