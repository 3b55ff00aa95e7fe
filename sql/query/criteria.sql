-- criteria.sql: templates of criteria, their versions, and the criteria of a version with what each score means.

-- criteria_list: the templates, for their list and its file. published, draft: numbers of those versions; criteria: of the newest of all.
-- pool: staff
-- tenant: how many reviews began with it; whoever reads the criteria may know
-- in: judges text, offered int, ended int
-- out: criteria_id int, ref text, name text, judges text, answer_days int, ended int, published int, draft int, criteria int, reviews int
-- key: t.criteria_id of criteria t
-- sorts: name: t.name
SELECT t.criteria_id, t.ref, t.name, t.judges, t.answer_days, t.ended,
	(SELECT COALESCE(MAX(w.number), 0) FROM criteria_version w WHERE w.criteria_id = t.criteria_id AND w.state = 'published') AS published,
	(SELECT COALESCE(MAX(x.number), 0) FROM criteria_version x WHERE x.criteria_id = t.criteria_id AND x.state = 'draft') AS draft,
	(SELECT COUNT(*) FROM criterion c WHERE c.version_id = (SELECT y.version_id FROM criteria_version y WHERE y.criteria_id = t.criteria_id
		ORDER BY y.number DESC LIMIT 1)) AS criteria,
	(SELECT COUNT(*) FROM review v JOIN criteria_version z ON z.version_id = v.version_id WHERE z.criteria_id = t.criteria_id) AS reviews
FROM criteria t
WHERE 1 = 1
	[judges? AND t.judges = :judges]
	[offered? AND (t.ended = 0) = 1]
	[ended? AND (t.ended = 1) = 1]
	[page];

-- criteria_by_ref: one, with its draft (0: there is none) and its newest published version.
-- pool: staff
-- in: ref text
-- out: criteria_id int, ref text, name text, judges text, answer_days int, ended int, row_version int, draft_id int, draft int, draft_row_version int,
-- published_id int, published int
SELECT t.criteria_id AS criteria_id, t.ref AS ref, t.name AS name, t.judges AS judges, t.answer_days AS answer_days, t.ended AS ended,
	t.row_version AS row_version, COALESCE(d.version_id, 0) AS draft_id, COALESCE(d.number, 0) AS draft,
	COALESCE(d.row_version, 0) AS draft_row_version, COALESCE(p.version_id, 0) AS published_id, COALESCE(p.number, 0) AS published
FROM criteria t LEFT JOIN criteria_version d ON d.criteria_id = t.criteria_id AND d.state = 'draft'
	LEFT JOIN criteria_version p ON p.version_id = (SELECT w.version_id FROM criteria_version w WHERE w.criteria_id = t.criteria_id
		AND w.state = 'published' ORDER BY w.number DESC LIMIT 1)
WHERE t.ref = :ref;

-- criteria_versions: the versions of one, the newest first.
-- pool: staff
-- tenant: how many reviews began with it; whoever reads the criteria may know
-- in: criteria_id int
-- out: number int, state text, published_at time, published_by text, reviews int
SELECT w.number AS number, w.state AS state, w.published_at AS published_at, p.name AS published_by,
	(SELECT COUNT(*) FROM review v WHERE v.version_id = w.version_id) AS reviews
FROM criteria_version w LEFT JOIN person p ON p.person_id = w.published_by
WHERE w.criteria_id = :criteria_id ORDER BY w.number DESC;

-- criteria_version: one version of a template.
-- pool: staff
-- in: criteria_id int, number int
-- out: version_id int, state text, published_at time, published_by text
SELECT w.version_id AS version_id, w.state AS state, w.published_at AS published_at, p.name AS published_by
FROM criteria_version w LEFT JOIN person p ON p.person_id = w.published_by
WHERE w.criteria_id = :criteria_id AND w.number = :number;

-- criteria_of: the criteria of a version, in their order; share: hundredths of a per cent of all weights.
-- pool: staff
-- in: version_id int
-- out: criterion_id int, ref text, position int, name text, help text, weight int, share int, scale_0 text, scale_1 text, scale_2 text, scale_3 text,
-- scale_4 text, evidence text
SELECT c.criterion_id AS criterion_id, c.ref AS ref, c.position AS position, c.name AS name, c.help AS help, c.weight AS weight,
	ROUND(c.weight * 10000 / (SELECT SUM(s.weight) FROM criterion s WHERE s.version_id = :version_id)) AS share, c.scale_0 AS scale_0,
	c.scale_1 AS scale_1, c.scale_2 AS scale_2, c.scale_3 AS scale_3, c.scale_4 AS scale_4, c.evidence AS evidence
FROM criterion c WHERE c.version_id = :version_id ORDER BY c.position;

-- criterion_by_ref: one criterion of a version.
-- pool: staff
-- in: version_id int, ref text
-- out: criterion_id int, ref text, position int, name text, help text, weight int, scale_0 text, scale_1 text, scale_2 text, scale_3 text, scale_4 text,
-- evidence text
SELECT c.criterion_id AS criterion_id, c.ref AS ref, c.position AS position, c.name AS name, c.help AS help, c.weight AS weight, c.scale_0 AS scale_0,
	c.scale_1 AS scale_1, c.scale_2 AS scale_2, c.scale_3 AS scale_3, c.scale_4 AS scale_4, c.evidence AS evidence
FROM criterion c WHERE c.version_id = :version_id AND c.ref = :ref;

-- criteria_add: a new template.
-- pool: staff
-- in: ref text, name text, judges text, answer_days int
-- duplicate: another template has this name
INSERT INTO criteria (ref, name, judges, answer_days) VALUES (:ref, :name, :judges, :answer_days);

-- criteria_update: its name and how long the organisation may answer. 0 rows: somebody else changed it.
-- pool: staff
-- in: criteria_id int, name text, answer_days int, row_version int
-- duplicate: another template has this name
UPDATE criteria SET name = :name, answer_days = :answer_days, row_version = row_version + 1
WHERE criteria_id = :criteria_id AND row_version = :row_version;

-- criteria_end: no review begins with it any more; or with it again.
-- pool: staff
-- in: criteria_id int, ended int, row_version int
UPDATE criteria SET ended = :ended, row_version = row_version + 1 WHERE criteria_id = :criteria_id AND row_version = :row_version;

-- criteria_version_add: a draft of a template.
-- pool: staff
-- in: criteria_id int, number int
-- duplicate: somebody else has just begun it
INSERT INTO criteria_version (criteria_id, number) VALUES (:criteria_id, :number);

-- criteria_copy: the criteria of a version, into a draft.
-- pool: staff
-- in: version_id int, draft_id int
INSERT INTO criterion (version_id, position, name, help, weight, scale_0, scale_1, scale_2, scale_3, scale_4, evidence)
SELECT :draft_id, position, name, help, weight, scale_0, scale_1, scale_2, scale_3, scale_4, evidence FROM criterion WHERE version_id = :version_id;

-- criteria_touch: a draft is about to change; whoever else changes it waits. 0 rows: it was published, or somebody else changed it.
-- pool: staff
-- in: version_id int, row_version int
UPDATE criteria_version SET row_version = row_version + 1 WHERE version_id = :version_id AND state = 'draft' AND row_version = :row_version;

-- criteria_publish: a draft becomes a version for good. 0 rows: it was published, or somebody else changed it.
-- pool: staff
-- in: version_id int, person_id int, now time, row_version int
UPDATE criteria_version SET state = 'published', published_at = :now, published_by = :person_id, row_version = row_version + 1
WHERE version_id = :version_id AND state = 'draft' AND row_version = :row_version;

-- criterion_add: one more, the last.
-- pool: staff
-- in: version_id int, ref text, name text, help text, weight int, scale_0 text, scale_1 text, scale_2 text, scale_3 text, scale_4 text, evidence text
-- duplicate: a double tap
INSERT INTO criterion (version_id, ref, position, name, help, weight, scale_0, scale_1, scale_2, scale_3, scale_4, evidence)
SELECT :version_id, :ref, m.next, :name, :help, :weight, :scale_0, :scale_1, :scale_2, :scale_3, :scale_4, :evidence
FROM (SELECT COALESCE(MAX(s.position), 0) + 1 AS next FROM criterion s WHERE s.version_id = :version_id) m;

-- criterion_update: one of a draft.
-- pool: staff
-- in: criterion_id int, name text, help text, weight int, scale_0 text, scale_1 text, scale_2 text, scale_3 text, scale_4 text, evidence text
UPDATE criterion SET name = :name, help = :help, weight = :weight, scale_0 = :scale_0, scale_1 = :scale_1, scale_2 = :scale_2, scale_3 = :scale_3,
	scale_4 = :scale_4, evidence = :evidence WHERE criterion_id = :criterion_id;

-- criterion_remove: one of a draft.
-- pool: staff
-- in: criterion_id int
DELETE FROM criterion WHERE criterion_id = :criterion_id;

-- criterion_place: where it stands; 0 while two change places.
-- pool: staff
-- in: criterion_id int, position int
UPDATE criterion SET position = :position WHERE criterion_id = :criterion_id;
