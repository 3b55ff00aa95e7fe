-- trends.sql: the totals of incidents, as trends show them. They read no incident.

-- trends_sums: how many reports of a period there were of each value.
-- pool: staff
-- tenant: its page asks for all where access.c lets its reader see all, otherwise for the reader's own practice
-- in: scope text, scope_id int, since text, until text
-- out: dimension text, value text, n int
SELECT t.dimension AS dimension, t.value AS value, CAST(SUM(t.n) AS SIGNED) AS n FROM incident_total t
WHERE t.scope = :scope AND t.scope_id = :scope_id AND t.month BETWEEN :since AND :until
	AND t.dimension IN ('kind', 'about', 'physical', 'psychological', 'state', 'in_time', 'look', 'close')
GROUP BY t.dimension, t.value;

-- trends_months: how many there were in each month.
-- pool: staff
-- tenant: as trends_sums
-- in: scope text, scope_id int, since text, until text
-- out: month text, n int
SELECT t.month AS month, t.n AS n FROM incident_total t
WHERE t.scope = :scope AND t.scope_id = :scope_id AND t.dimension = 'all' AND t.month BETWEEN :since AND :until ORDER BY t.month;

-- trends_themes: of each theme, the most frequent first.
-- pool: staff
-- tenant: as trends_sums
-- in: scope text, scope_id int, since text, until text
-- out: name text, n int
SELECT e.name AS name, s.n AS n
FROM (SELECT CAST(t.value AS UNSIGNED) AS id, CAST(SUM(t.n) AS SIGNED) AS n FROM incident_total t
	WHERE t.scope = :scope AND t.scope_id = :scope_id AND t.dimension = 'theme' AND t.month BETWEEN :since AND :until GROUP BY t.value) s
JOIN incident_theme e ON e.theme_id = s.id WHERE s.n > 0 ORDER BY s.n DESC, e.name;

-- trends_providers: about each other organisation, the most frequent first; code "": it is none of ours.
-- pool: staff
-- tenant: as trends_sums
-- in: scope text, scope_id int, since text, until text
-- out: code text, name text, n int
SELECT COALESCE(o.code, '') AS code, COALESCE(o.name, 'Another, not listed here') AS name, s.n AS n
FROM (SELECT CAST(t.value AS UNSIGNED) AS id, CAST(SUM(t.n) AS SIGNED) AS n FROM incident_total t
	WHERE t.scope = :scope AND t.scope_id = :scope_id AND t.dimension = 'provider' AND t.value <> '' AND t.month BETWEEN :since AND :until
	GROUP BY t.value) s
LEFT JOIN organisation o ON o.organisation_id = s.id WHERE s.n > 0 ORDER BY s.n DESC, o.name;

-- trends_cells: every total of a period by month, for a file.
-- pool: staff
-- tenant: as trends_sums
-- in: scope text, scope_id int, since text, until text, dimension text
-- out: dimension text, month text, value text, n int, name text
SELECT t.dimension AS dimension, t.month AS month, t.value AS value, t.n AS n, COALESCE(e.name, o.name, '') AS name
FROM incident_total t
LEFT JOIN incident_theme e ON t.dimension = 'theme' AND e.theme_id = CAST(t.value AS UNSIGNED)
LEFT JOIN organisation o ON t.dimension = 'provider' AND o.organisation_id = CAST(t.value AS UNSIGNED)
WHERE t.scope = :scope AND t.scope_id = :scope_id AND t.month BETWEEN :since AND :until AND t.n > 0
	AND t.dimension IN ('all', 'kind', 'about', 'physical', 'psychological', 'state', 'theme', 'provider', 'look', 'close')
	[dimension? AND t.dimension = :dimension]
ORDER BY t.dimension, t.month, t.value;

-- trends_practices: every practice that was open in a period: its reports, and its patients at the end of it (0: nobody knows). What was
-- reported by one that was merged into it is its own.
-- pool: staff
-- tenant: its page shows the numbers to who reads incidents, and hides the small ones from anybody else
-- in: peer_group_id int, since text, until text, ends_on text
-- out: organisation_id int, code text, name text, peer_group text, patients int, n int
SELECT o.organisation_id AS organisation_id, o.code AS code, o.name AS name, COALESCE(g.name, '') AS peer_group,
	COALESCE((SELECT z.patients FROM list_size z WHERE z.organisation_id = o.organisation_id AND z.counted_on <= :ends_on
		ORDER BY z.counted_on DESC LIMIT 1), 0) AS patients, COALESCE(s.n, 0) AS n
FROM organisation o
LEFT JOIN organisation_group g ON g.group_id = o.peer_group_id
LEFT JOIN (SELECT COALESCE(x.successor_id, x.organisation_id) AS id, CAST(SUM(t.n) AS SIGNED) AS n
	FROM incident_total t JOIN organisation x ON x.organisation_id = CAST(t.value AS UNSIGNED)
	WHERE t.scope = 'all' AND t.scope_id = 0 AND t.dimension = 'practice' AND t.month BETWEEN :since AND :until GROUP BY id) s
	ON s.id = o.organisation_id
WHERE o.kind = 'practice' AND o.successor_id IS NULL AND (o.closed_on IS NULL OR o.closed_on > :ends_on)
	[peer_group_id? AND o.peer_group_id = :peer_group_id]
ORDER BY o.name, o.organisation_id;

-- trends_peer_group: of a practice; 0: it is in none.
-- pool: staff
-- in: organisation_id int
-- out: peer_group_id int, name text
SELECT COALESCE(o.peer_group_id, 0) AS peer_group_id, COALESCE(g.name, '') AS name
FROM organisation o LEFT JOIN organisation_group g ON g.group_id = o.peer_group_id WHERE o.organisation_id = :organisation_id;

-- trends_of: the organisation that trends are narrowed to.
-- pool: staff
-- in: code text
-- out: organisation_id int, kind text, name text
SELECT organisation_id, kind, name FROM organisation WHERE code = :code;
