-- proposal_responses.sql: responses to a proposal, for staff: their list and its files, one of them, what sets one apart.

-- proposal_responses_list: the responses to a proposal, each in its newest version. cell…: what it is counted as, as the fold writes it.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, ref text, counted int, late int, duplicate int, campaigns int, withdrawn int, stance text, no_stance int, group_id int, no_group int,
-- source text, publication text, campaign text, event text, points_cell text, theme_cell text, answer_cell text
-- out: response_id int, ref text, received_on text, stance text, capacity text, organisation text, name text, publication text, asks text, source text,
-- late int, duplicate_of int, withdrawn int, counts int, group_name text, campaign text, event text, gains int, concerns int, comments int, opening text
-- key: r.response_id of proposal_response r
-- sorts: newest: r.received_on desc
-- search: proposal_response
SELECT r.response_id, r.ref, r.received_on, r.stance, r.capacity, r.organisation, r.name, r.publication, r.asks, r.source, r.late,
	COALESCE(r.duplicate_of, 0) AS duplicate_of, r.withdrawn, r.counts, g.name AS group_name, c.name AS campaign, e.title AS event,
	(SELECT COUNT(*) FROM proposal_point p WHERE p.response_id = r.response_id AND p.kind = 'gain') AS gains,
	(SELECT COUNT(*) FROM proposal_point p WHERE p.response_id = r.response_id AND p.kind = 'concern') AS concerns,
	(SELECT COUNT(*) FROM proposal_point p WHERE p.response_id = r.response_id AND p.kind = 'comment') AS comments,
	(SELECT LEFT(p.text, 200) FROM proposal_point p WHERE p.response_id = r.response_id ORDER BY p.position LIMIT 1) AS opening
FROM [search] proposal_response r
	LEFT JOIN stakeholder_group g ON g.group_id = r.group_id
	LEFT JOIN proposal_campaign c ON c.campaign_id = r.campaign_id
	LEFT JOIN proposal_event e ON e.event_id = r.event_id
WHERE r.proposal_id = :proposal_id AND (r.replaced_by IS NULL) = 1
	[ref? AND r.ref = :ref]
	[counted? AND r.counts = 1]
	[late? AND (r.counts = 2 AND r.late = 1 AND r.duplicate_of IS NULL AND r.campaign_id IS NULL) = 1]
	[duplicate? AND (r.counts = 2 AND r.duplicate_of IS NOT NULL AND r.campaign_id IS NULL) = 1]
	[campaigns? AND (r.counts = 2 AND r.campaign_id IS NOT NULL) = 1]
	[withdrawn? AND (r.withdrawn = 1) = 1]
	[stance? AND r.stance = :stance]
	[no_stance? AND r.stance IS NULL]
	[group_id? AND r.group_id = :group_id]
	[no_group? AND (r.group_id IS NULL) = 1]
	[source? AND (r.source = :source) = 1]
	[publication? AND (r.publication = :publication) = 1]
	[campaign? AND r.campaign_id = (SELECT x.campaign_id FROM proposal_campaign x WHERE x.ref = :campaign)]
	[event? AND r.event_id = (SELECT y.event_id FROM proposal_event y WHERE y.ref = :event)]
	[points_cell? AND EXISTS (SELECT 1 FROM proposal_counted k WHERE k.response_id = r.response_id AND LOCATE(:points_cell, k.cells) > 0)]
	[theme_cell? AND EXISTS (SELECT 1 FROM proposal_counted l WHERE l.response_id = r.response_id AND LOCATE(:theme_cell, l.cells) > 0)]
	[answer_cell? AND EXISTS (SELECT 1 FROM proposal_counted m WHERE m.response_id = r.response_id AND LOCATE(:answer_cell, m.cells) > 0)]
	[page];

-- proposal_responses_events: meetings at which responses were gathered.
-- pool: staff
-- in: proposal_id int
-- out: ref text, title text
SELECT ref AS ref, title AS title FROM proposal_event WHERE proposal_id = :proposal_id ORDER BY held_on, event_id;

-- proposal_response_by_ref: one response of a proposal.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, ref text
-- out: response_id int, ref text, stance text, by_link int, capacity text, organisation text, name text, publication text, asks text, answers text,
-- source text, event text, event_ref text, typist text, received_on text, late int, duplicate_of text, campaign text, replaces int, replaced_by text,
-- withdrawn int, row_version int, group_name text, email int, answered int
SELECT r.response_id AS response_id, r.ref AS ref, r.stance AS stance, r.by_link AS by_link, r.capacity AS capacity, r.organisation AS organisation,
	r.name AS name, r.publication AS publication, r.asks AS asks, r.answers AS answers, r.source AS source, e.title AS event, e.ref AS event_ref,
	t.name AS typist, r.received_on AS received_on, r.late AS late, d.ref AS duplicate_of, c.name AS campaign, COALESCE(r.replaces, 0) AS replaces,
	n.ref AS replaced_by, r.withdrawn AS withdrawn, r.row_version AS row_version, g.name AS group_name,
	EXISTS (SELECT 1 FROM proposal_contact o WHERE o.response_id = r.response_id AND o.email <> '') AS email,
	EXISTS (SELECT 1 FROM proposal_answer a WHERE a.response_id = r.response_id) AS answered
FROM proposal_response r
	LEFT JOIN stakeholder_group g ON g.group_id = r.group_id
	LEFT JOIN proposal_event e ON e.event_id = r.event_id
	LEFT JOIN person t ON t.person_id = r.typed_by
	LEFT JOIN proposal_response d ON d.response_id = r.duplicate_of
	LEFT JOIN proposal_campaign c ON c.campaign_id = r.campaign_id
	LEFT JOIN proposal_response n ON n.replaces = r.response_id
WHERE r.proposal_id = :proposal_id AND r.ref = :ref;

-- proposal_response_version: the version before another one, by its number.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: response_id int
-- out: ref text, received_on text, replaces int
SELECT ref AS ref, received_on AS received_on, COALESCE(replaces, 0) AS replaces FROM proposal_response WHERE response_id = :response_id;

-- proposal_response_points: what a response says, in its order, with the themes that count.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: response_id int
-- out: kind text, grade text, text text, section text, quoted int, themes text
SELECT p.kind AS kind, COALESCE(p.grade, '') AS grade, p.text AS text, s.heading AS section, p.quoted AS quoted,
	(SELECT GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR '; ') FROM proposal_point_theme l JOIN proposal_theme t ON t.theme_id = l.theme_id
		WHERE l.point_id = p.point_id) AS themes
FROM proposal_point p LEFT JOIN proposal_section s ON s.section_id = p.section_id WHERE p.response_id = :response_id ORDER BY p.position, p.point_id;

-- proposal_response_duplicate: the same people sent another one too; 0: they did not.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: response_id int, duplicate_of int, row_version int
UPDATE proposal_response SET duplicate_of = NULLIF(:duplicate_of, 0), row_version = row_version + 1
WHERE response_id = :response_id AND row_version = :row_version;

-- proposal_response_of: a response of this proposal that another one may be a duplicate of: counted itself, and it stays so meanwhile.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, ref text
-- out: response_id int
SELECT r.response_id AS response_id FROM proposal_response r WHERE r.proposal_id = :proposal_id AND r.ref = :ref AND r.duplicate_of IS NULL
	AND r.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM proposal_response n WHERE n.replaces = r.response_id) FOR UPDATE;
