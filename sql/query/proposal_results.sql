-- proposal_results.sql: the result of a proposal: totals and what was chosen to be quoted. It reads as much of 100,000 responses as of 1,000.

-- proposal_results_totals: everything that is counted of a proposal.
-- pool: staff
-- in: proposal_id int
-- out: dimension text, value text, group_id int, n int
SELECT dimension AS dimension, value AS value, group_id AS group_id, n AS n FROM proposal_total WHERE proposal_id = :proposal_id AND n <> 0;

-- proposal_results_quotes: passages that staff chose and that their respondents let us publish, a group after the other.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- in: proposal_id int, most int
-- out: group_id int, kind text, grade text, text text, publication text, name text, organisation text
SELECT COALESCE(r.group_id, 0) AS group_id, p.kind AS kind, COALESCE(p.grade, '') AS grade, p.text AS text, r.publication AS publication, r.name AS name,
	r.organisation AS organisation
FROM proposal_point p JOIN proposal_response r ON r.response_id = p.response_id AND r.counts = 1 AND r.publication IN ('name', 'group')
WHERE p.proposal_id = :proposal_id AND p.quoted = 1 ORDER BY group_id, p.kind, grade, r.received_on, r.response_id, p.position LIMIT :most;

-- proposal_results_themes: the themes of a proposal, those of the second level behind their own of the first.
-- pool: staff
-- in: proposal_id int
-- out: theme_id int, ref text, name text, parent_id int
SELECT t.theme_id AS theme_id, t.ref AS ref, t.name AS name, COALESCE(t.parent_id, 0) AS parent_id
FROM proposal_theme t LEFT JOIN proposal_theme u ON u.theme_id = t.parent_id
WHERE t.proposal_id = :proposal_id
ORDER BY COALESCE(u.position, t.position), COALESCE(u.theme_id, t.theme_id), t.parent_id IS NOT NULL, t.position, t.theme_id;

-- proposal_results_campaigns: the campaigns of a proposal.
-- pool: staff
-- in: proposal_id int
-- out: campaign_id int, ref text, name text
SELECT campaign_id AS campaign_id, ref AS ref, name AS name FROM proposal_campaign WHERE proposal_id = :proposal_id AND ended = 0 ORDER BY name, campaign_id;

-- proposal_results_answers: responses that answered one of its own questions.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, path text
-- out: response_id int, ref text, received_on text, answers text
-- key: r.response_id of proposal_response r
-- sorts: newest: r.received_on desc
SELECT r.response_id, r.ref, r.received_on, r.answers FROM proposal_response r
WHERE r.proposal_id = :proposal_id AND r.counts = 1 AND JSON_LENGTH(r.answers, :path) > 0 [page];

-- proposal_results_publish: the result as everybody may read it.
-- pool: staff
-- in: proposal_id int, results text, now time
UPDATE proposal SET results = :results, results_at = :now WHERE proposal_id = :proposal_id;

-- proposal_results_unpublish: the result is not published any more.
-- pool: staff
-- in: proposal_id int
UPDATE proposal SET results = NULL, results_at = NULL WHERE proposal_id = :proposal_id;

-- proposal_publication_add: it is kept as it was shown, because others keep it too. The same again is no other.
-- pool: staff
-- duplicate: the same was published before
-- in: proposal_id int, results text, now time
INSERT INTO proposal_publication (proposal_id, at, results) VALUES (:proposal_id, :now, :results);

-- proposal_publications: each result that everybody could read at some time.
-- pool: staff
-- in: proposal_id int
-- out: results text
SELECT results AS results FROM proposal_publication WHERE proposal_id = :proposal_id ORDER BY publication_id;

-- proposal_results_published: what everybody reads now.
-- pool: staff owner
-- tenant: proposals are the commissioner's
-- in: proposal_id int
-- out: results text
SELECT results AS results FROM proposal WHERE proposal_id = :proposal_id AND results IS NOT NULL;

-- proposal_results_take_back: the same without words that were taken back.
-- pool: staff owner
-- untold: the respondent did it; their new version is the record of it
-- in: proposal_id int, results text
UPDATE proposal SET results = :results WHERE proposal_id = :proposal_id AND results IS NOT NULL;
