-- incident_fold.sql: counts incidents that changed. Each statement works on a batch: ids is a JSON list of incidents.

-- incident_fold_pending: changes that are not counted yet, the oldest first.
-- pool: staff owner
-- in: most int
-- out: pending_id int, incident_id int, replaces int
SELECT pending_id, incident_id, 0 AS replaces FROM incident_pending ORDER BY pending_id LIMIT :most;

-- incident_fold_sum: adds what incidents were last counted as to the totals, or takes it out again: times is 1 or -1.
-- pool: staff owner
-- untold: totals are a cache, made of what incidents tell
-- in: ids text, times int
INSERT INTO incident_total (scope, scope_id, dimension, month, value, n)
SELECT s.scope, CASE s.scope WHEN 'all' THEN 0 WHEN 'practice' THEN c.practice_id ELSE c.about_id END AS scope_id, cell.dimension,
	c.month, cell.value, SUM(:times)
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id INT PATH '$')) j
STRAIGHT_JOIN incident_counted c ON c.incident_id = j.id
STRAIGHT_JOIN (SELECT 'all' AS scope UNION ALL SELECT 'practice' UNION ALL SELECT 'about') s ON s.scope <> 'about' OR c.about_id > 0
STRAIGHT_JOIN JSON_TABLE(c.cells, '$[*]' COLUMNS (dimension VARCHAR(16) PATH '$[0]', value VARCHAR(16) PATH '$[1]')) cell
	ON cell.dimension IS NOT NULL AND cell.value IS NOT NULL
GROUP BY s.scope, scope_id, cell.dimension, c.month, cell.value
ON DUPLICATE KEY UPDATE n = n + VALUES(n);

-- incident_fold_forget: incidents are counted no more.
-- pool: staff owner
-- untold: totals are a cache, made of what incidents tell
-- in: ids text
DELETE c FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id INT PATH '$')) j STRAIGHT_JOIN incident_counted c ON c.incident_id = j.id
WHERE j.id IS NOT NULL;

-- incident_fold_count: as what incidents are counted now (drafts are not). Months are London's: those from March to September end in summer time, an
-- hour early. "look" is working days, read from a square of weekdays.
-- pool: staff owner
-- untold: totals are a cache, made of what incidents tell
-- in: ids text
INSERT INTO incident_counted (incident_id, month, practice_id, about_id, cells)
SELECT i.incident_id,
	DATE_FORMAT(i.submitted_at + INTERVAL (MONTH(i.submitted_at) BETWEEN 3 AND 9) HOUR, '%Y-%m-01'),
	i.organisation_id, i.about_organisation_id,
	JSON_MERGE_PRESERVE(
		JSON_ARRAY(JSON_ARRAY('all', ''), JSON_ARRAY('kind', COALESCE(i.kind, '')), JSON_ARRAY('about', COALESCE(i.about, '')),
			JSON_ARRAY('physical', COALESCE(i.physical, '')), JSON_ARRAY('psychological', COALESCE(i.psychological, '')),
			JSON_ARRAY('state', i.state), JSON_ARRAY('practice', CAST(i.organisation_id AS CHAR)),
			JSON_ARRAY('provider', IF(i.about = 'other', CAST(COALESCE(i.about_organisation_id, 0) AS CHAR), '')),
			JSON_ARRAY('in_time', CASE WHEN i.looked_at IS NULL THEN '' WHEN i.looked_at < i.due_at THEN 'yes' ELSE 'no' END),
			JSON_ARRAY('look', CASE WHEN i.looked_at IS NULL THEN '' ELSE CAST(LEAST(20, GREATEST(0,
				5 * (DATEDIFF(i.looked_at, i.submitted_at) DIV 7)
				+ MID('0123444401233334012222340111123400012345001234550', 7 * WEEKDAY(i.submitted_at) + WEEKDAY(i.looked_at) + 1, 1)
				- (SELECT COUNT(*) FROM holiday h WHERE h.day > DATE(i.submitted_at) AND h.day <= DATE(i.looked_at)
					AND WEEKDAY(h.day) < 5))) AS CHAR) END),
			JSON_ARRAY('close', CASE WHEN i.closed_at IS NULL THEN ''
				ELSE CAST(LEAST(52, DATEDIFF(i.closed_at, i.submitted_at) DIV 7) AS CHAR) END)),
		COALESCE((SELECT JSON_ARRAYAGG(JSON_ARRAY('theme', CAST(l.theme_id AS CHAR))) FROM incident_theme_link l
			WHERE l.incident_id = i.incident_id), JSON_ARRAY()))
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id INT PATH '$')) j STRAIGHT_JOIN incident i ON i.incident_id = j.id
WHERE i.state <> 'draft' AND i.submitted_at IS NOT NULL;

-- incident_fold_counted: these changes are counted.
-- pool: staff owner
-- untold: totals are a cache, made of what incidents tell
-- in: pending_ids text
DELETE p FROM JSON_TABLE(:pending_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j STRAIGHT_JOIN incident_pending p ON p.pending_id = j.id
WHERE j.id IS NOT NULL;

-- incident_fold_texts: what incidents are searched by.
-- pool: staff owner
-- in: ids text
-- out: incident_id int, ref text, title text, report text, practice text
SELECT i.incident_id AS incident_id, i.ref AS ref, i.title AS title, i.report AS report, o.name AS practice
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id INT PATH '$')) j STRAIGHT_JOIN incident i ON i.incident_id = j.id
JOIN organisation o ON o.organisation_id = i.organisation_id
WHERE i.state <> 'draft';

-- incident_fold_empty: totals that nothing is left of.
-- pool: owner
-- untold: totals are a cache, made of what incidents tell
DELETE FROM incident_total WHERE n = 0;

-- incident_recount_totals: all totals are gone, to be made again.
-- pool: owner
-- untold: totals are a cache, made of what incidents tell
DELETE FROM incident_total WHERE scope_id >= 0;

-- incident_recount_counted: all incidents are counted no more.
-- pool: owner
-- untold: totals are a cache, made of what incidents tell
DELETE FROM incident_counted WHERE incident_id > 0;

-- incident_recount_ids: the next incidents, in order.
-- pool: owner
-- in: after_id int, most int
-- out: incident_id int
SELECT incident_id FROM incident WHERE incident_id > :after_id AND state <> 'draft' ORDER BY incident_id LIMIT :most;

-- incident_recount_sum: the totals as one number, to compare.
-- pool: owner
-- out: total_rows int, total_sum int
SELECT COUNT(*) AS total_rows, CAST(COALESCE(SUM(CRC32(CONCAT_WS('|', scope, scope_id, dimension, month, value)) * n), 0) AS SIGNED) AS total_sum
FROM incident_total WHERE n <> 0;
