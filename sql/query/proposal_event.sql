-- proposal_event.sql: meetings at which people were heard, and the same text sent several times.

-- proposal_events: the meetings of a proposal, the newest first.
-- pool: staff
-- in: proposal_id int
-- out: ref text, kind text, title text, place text, held_on text, came int, responses int
SELECT e.ref AS ref, e.kind AS kind, e.title AS title, e.place AS place, e.held_on AS held_on,
	(SELECT COALESCE(SUM(a.n), 0) FROM proposal_attendance a WHERE a.event_id = e.event_id) AS came,
	(SELECT COUNT(*) FROM proposal_response r WHERE r.event_id = e.event_id AND r.replaced_by IS NULL) AS responses
FROM proposal_event e WHERE e.proposal_id = :proposal_id ORDER BY e.held_on DESC, e.event_id DESC;

-- proposal_event_by_ref: one meeting of a proposal.
-- pool: staff
-- in: proposal_id int, ref text
-- out: event_id int, ref text, kind text, title text, place text, held_on text, notes text, row_version int, responses int
SELECT e.event_id AS event_id, e.ref AS ref, e.kind AS kind, e.title AS title, e.place AS place, e.held_on AS held_on, e.notes AS notes,
	e.row_version AS row_version,
	(SELECT COUNT(*) FROM proposal_response r WHERE r.event_id = e.event_id AND r.replaced_by IS NULL) AS responses
FROM proposal_event e WHERE e.proposal_id = :proposal_id AND e.ref = :ref;

-- proposal_attendance: how many of which group came; of every group that the proposal asks.
-- pool: staff
-- in: proposal_id int, event_id int
-- out: group_id int, ref text, name text, n int
SELECT g.group_id AS group_id, s.ref AS ref, s.name AS name, COALESCE(a.n, 0) AS n
FROM proposal_group g JOIN stakeholder_group s ON s.group_id = g.group_id
LEFT JOIN proposal_attendance a ON a.group_id = g.group_id AND a.event_id = :event_id
WHERE g.proposal_id = :proposal_id ORDER BY g.position, s.name;

-- proposal_event_add: a meeting.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: ref text, submission bytes, proposal_id int, kind text, title text, place text, held_on text, notes text
-- duplicate: the same form was sent before
INSERT INTO proposal_event (ref, submission, proposal_id, kind, title, place, held_on, notes)
VALUES (:ref, :submission, :proposal_id, :kind, :title, :place, :held_on, :notes);

-- proposal_event_change: its words.
-- pool: staff
-- in: event_id int, row_version int, kind text, title text, place text, held_on text, notes text
UPDATE proposal_event SET kind = :kind, title = :title, place = :place, held_on = :held_on, notes = :notes, row_version = row_version + 1
WHERE event_id = :event_id AND row_version = :row_version;

-- proposal_attendance_clear: who came is not known.
-- pool: staff
-- in: event_id int
DELETE FROM proposal_attendance WHERE event_id = :event_id;

-- proposal_attendance_add: who came; rows is JSON, [[group, how many]].
-- pool: staff
-- in: event_id int, rows text
INSERT INTO proposal_attendance (event_id, group_id, n)
SELECT :event_id, j.g, j.n FROM JSON_TABLE(:rows, '$[*]' COLUMNS (g INT UNSIGNED PATH '$[0]', n INT UNSIGNED PATH '$[1]')) j;

-- proposal_texts_same: texts that came several times, the most frequent first.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, most int
-- out: hash text, n int, counted int, first_ref text, text text, campaign text, campaign_ref text
SELECT HEX(h.text_hash) AS hash, h.n AS n, h.counted AS counted, f.ref AS first_ref,
	(SELECT GROUP_CONCAT(p.text ORDER BY p.position SEPARATOR '\n') FROM proposal_point p WHERE p.response_id = h.first_id) AS text,
	c.name AS campaign, c.ref AS campaign_ref
FROM (SELECT r.text_hash, COUNT(*) AS n, SUM(r.counts = 1) AS counted, MIN(r.response_id) AS first_id FROM proposal_response r
		WHERE r.proposal_id = :proposal_id AND r.text_hash IS NOT NULL AND r.counts > 0 GROUP BY r.text_hash HAVING COUNT(*) > 1) h
	JOIN proposal_response f ON f.response_id = h.first_id
	LEFT JOIN proposal_campaign c ON c.proposal_id = f.proposal_id AND c.text_hash = h.text_hash AND c.ended = 0
ORDER BY h.n DESC, h.first_id LIMIT :most;

-- proposal_campaign_add: a text is a campaign's; one that was ended is one again, by its new name.
-- pool: staff
-- in: ref text, proposal_id int, name text, hash text, now time, person_id int
INSERT INTO proposal_campaign (ref, proposal_id, name, text_hash, made_at, person_id) VALUES (:ref, :proposal_id, :name, UNHEX(:hash), :now, :person_id)
ON DUPLICATE KEY UPDATE name = :name, ended = 0;

-- proposal_campaign_end: it is none after all.
-- pool: staff
-- in: proposal_id int, hash text
UPDATE proposal_campaign SET ended = 1 WHERE proposal_id = :proposal_id AND text_hash = UNHEX(:hash);

-- proposal_campaign_take: its responses are counted apart.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, hash text
UPDATE proposal_response r JOIN proposal_campaign c ON c.proposal_id = r.proposal_id AND c.text_hash = r.text_hash AND c.ended = 0
SET r.campaign_id = c.campaign_id, r.row_version = r.row_version + 1
WHERE r.proposal_id = :proposal_id AND r.text_hash = UNHEX(:hash) AND r.counts > 0 AND r.campaign_id IS NULL;

-- proposal_duplicates_first: of the responses with this text the one that came first.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, hash text
-- out: response_id int
SELECT response_id AS response_id FROM proposal_response WHERE proposal_id = :proposal_id AND text_hash = UNHEX(:hash) AND counts = 1
ORDER BY received_on, response_id LIMIT 1;

-- proposal_duplicates_take: that one counts, the others apart. (Both in one statement MariaDB refuses, error 1142 about another table.)
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, hash text, first_id int
UPDATE proposal_response SET duplicate_of = :first_id, row_version = row_version + 1
WHERE proposal_id = :proposal_id AND text_hash = UNHEX(:hash) AND counts = 1 AND response_id <> :first_id;

-- proposal_same_undo: responses with this text count with the others again.
-- pool: staff
-- tenant: proposals are the commissioner's
-- in: proposal_id int, hash text
UPDATE proposal_response SET campaign_id = NULL, duplicate_of = NULL, row_version = row_version + 1
WHERE proposal_id = :proposal_id AND text_hash = UNHEX(:hash) AND counts > 0 AND (campaign_id IS NOT NULL OR duplicate_of IS NOT NULL);
