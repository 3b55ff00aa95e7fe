-- proposal_fold.sql: counts responses to proposals that came or changed. Each statement works on a batch: ids is a JSON list of responses.

-- proposal_fold_pending: changes that are not counted yet, the oldest first, and what each replaces.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- in: most int
-- out: pending_id int, response_id int, replaces int
SELECT n.pending_id AS pending_id, n.response_id AS response_id, COALESCE(r.replaces, 0) AS replaces
FROM proposal_pending n LEFT JOIN proposal_response r ON r.response_id = n.response_id ORDER BY n.pending_id LIMIT :most;

-- proposal_fold_ready: new versions whose old one is not noted as replaced yet: of several the oldest, so that each takes over from the one before.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- in: ids text
-- out: response_id int
SELECT r.response_id AS response_id
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal_response o ON o.response_id = r.replaces AND o.replaced_by IS NULL
LEFT JOIN proposal_response z ON z.response_id = o.replaces
WHERE o.replaces IS NULL OR z.replaced_by IS NOT NULL
ORDER BY r.response_id;

-- proposal_fold_coded: what was coded in a version before is coded in the new one, where it says the same.
-- pool: staff owner
-- untold: the coder's row is in the trail; this is their work, taken along
-- in: ids text
INSERT IGNORE INTO proposal_coded (point_id, person_id, proposal_id, at)
SELECT p.point_id, c.person_id, c.proposal_id, MIN(c.at)
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal_response o ON o.response_id = r.replaces
STRAIGHT_JOIN proposal_point b ON b.response_id = o.response_id
STRAIGHT_JOIN proposal_point p ON p.response_id = r.response_id AND p.kind = b.kind AND BINARY p.text = BINARY b.text
STRAIGHT_JOIN proposal_coded c ON c.point_id = b.point_id
GROUP BY p.point_id, c.person_id, c.proposal_id;

-- proposal_fold_codes: with which themes.
-- pool: staff owner
-- untold: the coder's row is in the trail; this is their work, taken along
-- in: ids text
INSERT IGNORE INTO proposal_code (point_id, person_id, theme_id)
SELECT p.point_id, c.person_id, c.theme_id
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal_response o ON o.response_id = r.replaces
STRAIGHT_JOIN proposal_point b ON b.response_id = o.response_id
STRAIGHT_JOIN proposal_point p ON p.response_id = r.response_id AND p.kind = b.kind AND BINARY p.text = BINARY b.text
STRAIGHT_JOIN proposal_code c ON c.point_id = b.point_id;

-- proposal_fold_settled: and what coders agreed on.
-- pool: staff owner
-- untold: the coder's row is in the trail; this is their work, taken along
-- in: ids text
INSERT IGNORE INTO proposal_settled (point_id, person_id, at, why)
SELECT p.point_id, c.person_id, c.at, c.why
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal_response o ON o.response_id = r.replaces
STRAIGHT_JOIN proposal_point b ON b.response_id = o.response_id
STRAIGHT_JOIN proposal_point p ON p.response_id = r.response_id AND p.kind = b.kind AND BINARY p.text = BINARY b.text
STRAIGHT_JOIN proposal_settled c ON c.point_id = b.point_id;

-- proposal_fold_themes: and what counts.
-- pool: staff owner
-- untold: the coder's row is in the trail; this is their work, taken along
-- in: ids text
INSERT IGNORE INTO proposal_point_theme (point_id, theme_id)
SELECT p.point_id, c.theme_id
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal_response o ON o.response_id = r.replaces
STRAIGHT_JOIN proposal_point b ON b.response_id = o.response_id
STRAIGHT_JOIN proposal_point p ON p.response_id = r.response_id AND p.kind = b.kind AND BINARY p.text = BINARY b.text
STRAIGHT_JOIN proposal_point_theme c ON c.point_id = b.point_id;

-- proposal_fold_quoted: and what was chosen to be quoted.
-- pool: staff owner
-- untold: whoever chose it is in the trail; this is their work, taken along
-- in: ids text
UPDATE JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal_response o ON o.response_id = r.replaces
STRAIGHT_JOIN proposal_point b ON b.response_id = o.response_id AND b.quoted = 1
STRAIGHT_JOIN proposal_point p ON p.response_id = r.response_id AND p.kind = b.kind AND BINARY p.text = BINARY b.text
SET p.quoted = 1 WHERE j.id IS NOT NULL;

-- proposal_fold_replace: the versions before are noted as replaced.
-- pool: staff owner
-- untold: the respondent did it; the new version is the record of it
-- in: ids text
UPDATE JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal_response o ON o.response_id = r.replaces
SET o.replaced_by = r.response_id WHERE j.id IS NOT NULL;

-- proposal_fold_contacts: who left another address with a new version, or withdrew, is not written to at the one before.
-- pool: staff owner
-- untold: the respondent did it; the new version is the record of it
-- in: ids text
DELETE c FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal_response o ON o.edit_hash = r.edit_hash AND o.replaced_by IS NOT NULL
STRAIGHT_JOIN proposal_contact c ON c.response_id = o.response_id
LEFT JOIN proposal_contact n ON n.response_id = r.response_id
WHERE j.id IS NOT NULL AND (r.withdrawn = 1 OR n.response_id IS NOT NULL);

-- proposal_fold_alone: what was set apart as the duplicate of a response that is withdrawn counts again: it is all that they say now.
-- pool: staff owner
-- untold: the respondent did it; the version that withdraws is the record of it
-- in: ids text
UPDATE JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id AND r.withdrawn = 1
STRAIGHT_JOIN proposal_response o ON o.edit_hash = r.edit_hash
STRAIGHT_JOIN proposal_response d ON d.duplicate_of = o.response_id
SET d.duplicate_of = NULL, d.row_version = d.row_version + 1 WHERE j.id IS NOT NULL;

-- proposal_fold_campaign: what is of a campaign that is known already.
-- pool: staff owner
-- untold: whoever said that it is a campaign is in the trail
-- in: ids text
UPDATE JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id AND r.campaign_id IS NULL
STRAIGHT_JOIN proposal_campaign c ON c.proposal_id = r.proposal_id AND c.text_hash = r.text_hash AND c.ended = 0
SET r.campaign_id = c.campaign_id WHERE j.id IS NOT NULL;

-- proposal_fold_sum: adds what responses were last counted as to the totals, or takes it out again: times is 1 or -1.
-- pool: staff owner
-- untold: totals are a cache, made of what responses tell
-- in: ids text, times int
INSERT INTO proposal_total (proposal_id, dimension, value, group_id, n)
SELECT c.proposal_id, cell.dimension, cell.value, c.group_id, SUM(:times)
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_counted c ON c.response_id = j.id
STRAIGHT_JOIN JSON_TABLE(c.cells, '$[*]' COLUMNS (dimension VARCHAR(40) PATH '$[0]', value VARCHAR(60) PATH '$[1]')) cell
	ON cell.dimension IS NOT NULL AND cell.value IS NOT NULL
GROUP BY c.proposal_id, cell.dimension, cell.value, c.group_id
ON DUPLICATE KEY UPDATE n = n + VALUES(n);

-- proposal_fold_forget: responses are counted no more.
-- pool: staff owner
-- untold: totals are a cache, made of what responses tell
-- in: ids text
DELETE c FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j STRAIGHT_JOIN proposal_counted c ON c.response_id = j.id
WHERE j.id IS NOT NULL;

-- proposal_fold_count: as what responses are counted now. What is counted apart is in no other figure. Of questions of its own: whether it was
-- answered; each choice, number and month; of a table the line's number and the choice. Of coding, what is counted apart too: how many have coded
-- each passage (none, one, two or more; apart: it is not coded), and who has, alone or not.
-- pool: staff owner
-- untold: totals are a cache, made of what responses tell
-- in: ids text
INSERT INTO proposal_counted (response_id, proposal_id, group_id, cells)
SELECT r.response_id, r.proposal_id, COALESCE(r.group_id, 0),
	JSON_MERGE_PRESERVE(IF(r.counts = 1, JSON_MERGE_PRESERVE(
		JSON_ARRAY(JSON_ARRAY('all', ''), JSON_ARRAY('stance', COALESCE(r.stance, '')), JSON_ARRAY('capacity', r.capacity),
			JSON_ARRAY('source', r.source), JSON_ARRAY('publication', r.publication)),
		COALESCE((SELECT JSON_ARRAYAGG(JSON_ARRAY(p.kind, COALESCE(p.grade, ''))) FROM proposal_point p WHERE p.response_id = r.response_id), JSON_ARRAY()),
		COALESCE((SELECT JSON_ARRAYAGG(JSON_ARRAY('theme', CONCAT(t.theme_id, '.', p.kind, '.', COALESCE(p.grade, ''))))
			FROM proposal_point p JOIN proposal_point_theme t ON t.point_id = p.point_id WHERE p.response_id = r.response_id), JSON_ARRAY()),
		COALESCE((SELECT JSON_ARRAYAGG(JSON_ARRAY(CONCAT('q:', q.code), IF(q.type = 'date', LEFT(a.choice, 7), a.choice)))
			FROM JSON_TABLE(b.form, '$.pages[*].questions[*]' COLUMNS (code VARCHAR(32) PATH '$.code', type VARCHAR(20) PATH '$.type')) q
			JOIN JSON_TABLE(IF(JSON_TYPE(JSON_EXTRACT(r.answers, CONCAT('$.', q.code))) = 'ARRAY', JSON_EXTRACT(r.answers, CONCAT('$.', q.code)),
				CONCAT('[', JSON_EXTRACT(r.answers, CONCAT('$.', q.code)), ']')), '$[*]' COLUMNS (choice VARCHAR(60) PATH '$')) a
			WHERE q.type IN ('radios', 'checkboxes', 'select', 'yes_no', 'number', 'date') AND a.choice IS NOT NULL), JSON_ARRAY()),
		COALESCE((SELECT JSON_ARRAYAGG(JSON_ARRAY(CONCAT('q:', q.code), CONCAT(q.line, '.', JSON_VALUE(r.answers, CONCAT('$.', q.code, '.', q.row_code)))))
			FROM JSON_TABLE(b.form, '$.pages[*].questions[*]' COLUMNS (code VARCHAR(32) PATH '$.code', type VARCHAR(20) PATH '$.type',
				NESTED PATH '$.rows[*]' COLUMNS (line FOR ORDINALITY, row_code VARCHAR(32) PATH '$.code'))) q
			WHERE q.type = 'grid' AND JSON_VALUE(r.answers, CONCAT('$.', q.code, '.', q.row_code)) IS NOT NULL), JSON_ARRAY()),
		COALESCE((SELECT JSON_ARRAYAGG(JSON_ARRAY('q', q.code))
			FROM JSON_TABLE(b.form, '$.pages[*].questions[*]' COLUMNS (code VARCHAR(32) PATH '$.code')) q
			WHERE JSON_LENGTH(r.answers, CONCAT('$.', q.code)) > 0), JSON_ARRAY())),
		JSON_ARRAY(JSON_ARRAY('apart', x.why), JSON_ARRAY('apart_stance', CONCAT(x.why, '.', COALESCE(r.stance, ''))),
			JSON_ARRAY('campaign', CASE WHEN x.why = 'campaign' THEN CAST(r.campaign_id AS CHAR) ELSE NULL END))),
		COALESCE((SELECT JSON_ARRAYAGG(JSON_ARRAY('coding', IF(r.duplicate_of IS NULL AND r.campaign_id IS NULL,
				LEAST(2, (SELECT COUNT(*) FROM proposal_coded d WHERE d.point_id = p.point_id)), 'apart')))
			FROM proposal_point p WHERE p.response_id = r.response_id AND r.withdrawn = 0), JSON_ARRAY()),
		COALESCE((SELECT JSON_ARRAYAGG(JSON_ARRAY('coder', CONCAT(d.person_id, IF(EXISTS (SELECT 1 FROM proposal_coded e
				WHERE e.point_id = d.point_id AND e.person_id <> d.person_id), '', '.alone'))))
			FROM proposal_point p JOIN proposal_coded d ON d.point_id = p.point_id
			WHERE p.response_id = r.response_id AND r.withdrawn = 0 AND r.duplicate_of IS NULL AND r.campaign_id IS NULL), JSON_ARRAY()))
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j STRAIGHT_JOIN proposal_response r ON r.response_id = j.id
STRAIGHT_JOIN proposal b ON b.proposal_id = r.proposal_id
STRAIGHT_JOIN (SELECT 'withdrawn' AS why UNION ALL SELECT 'campaign' UNION ALL SELECT 'duplicate' UNION ALL SELECT 'late') x
	ON x.why = CASE WHEN r.withdrawn = 1 THEN 'withdrawn' WHEN r.campaign_id IS NOT NULL THEN 'campaign' WHEN r.duplicate_of IS NOT NULL THEN 'duplicate' ELSE 'late' END
WHERE r.replaced_by IS NULL;

-- proposal_fold_counted: these changes are counted.
-- pool: staff owner
-- untold: totals are a cache, made of what responses tell
-- in: pending_ids text
DELETE n FROM JSON_TABLE(:pending_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j STRAIGHT_JOIN proposal_pending n ON n.pending_id = j.id
WHERE j.id IS NOT NULL;

-- proposal_fold_published: proposals of these responses whose results are published.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- in: ids text
-- out: proposal_id int
SELECT DISTINCT b.proposal_id AS proposal_id FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN proposal_response r ON r.response_id = j.id STRAIGHT_JOIN proposal b ON b.proposal_id = r.proposal_id AND b.results IS NOT NULL;

-- proposal_fold_texts: what responses are searched by.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- in: ids text
-- out: response_id int, ref text, name text, organisation text, asks text, texts text
SELECT r.response_id AS response_id, r.ref AS ref, r.name AS name, r.organisation AS organisation, r.asks AS asks,
	(SELECT GROUP_CONCAT(p.text ORDER BY p.position SEPARATOR ' ') FROM proposal_point p WHERE p.response_id = r.response_id) AS texts
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j STRAIGHT_JOIN proposal_response r ON r.response_id = j.id;

-- proposal_fold_empty: totals that nothing is left of.
-- pool: owner
-- untold: totals are a cache, made of what responses tell
DELETE FROM proposal_total WHERE n = 0;

-- proposal_recount_totals: all totals are gone, to be made again.
-- pool: owner
-- untold: totals are a cache, made of what responses tell
DELETE FROM proposal_total WHERE proposal_id > 0;

-- proposal_recount_counted: all responses are counted no more.
-- pool: owner
-- untold: totals are a cache, made of what responses tell
DELETE FROM proposal_counted WHERE response_id > 0;

-- proposal_recount_ids: the next responses, in order.
-- pool: owner
-- tenant: proposals are the commissioner's
-- in: after_id int, most int
-- out: response_id int
SELECT response_id FROM proposal_response WHERE response_id > :after_id ORDER BY response_id LIMIT :most;

-- proposal_recount_sum: the totals as one number, to compare.
-- pool: owner
-- out: total_rows int, total_sum int
SELECT COUNT(*) AS total_rows, CAST(COALESCE(SUM(CRC32(CONCAT_WS('|', proposal_id, dimension, value, group_id)) * n), 0) AS SIGNED) AS total_sum
FROM proposal_total WHERE n <> 0;
