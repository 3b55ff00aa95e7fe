-- review_scores.sql: scores: one's own, everybody's once all are there, what was agreed on.

-- review_criteria_of: the criteria of a version, in their order.
-- pool: staff
-- tenant: the criteria of a review that its page has found
-- in: version_id int
-- out: criterion_id int, name text, help text, weight int, scale_0 text, scale_1 text, scale_2 text, scale_3 text, scale_4 text, evidence text
SELECT k.criterion_id AS criterion_id, k.name AS name, k.help AS help, k.weight AS weight, k.scale_0 AS scale_0, k.scale_1 AS scale_1,
	k.scale_2 AS scale_2, k.scale_3 AS scale_3, k.scale_4 AS scale_4, k.evidence AS evidence
FROM criterion k WHERE k.version_id = :version_id ORDER BY k.position, k.criterion_id LIMIT 50;

-- review_scores_own: what somebody has scored so far, alone.
-- pool: staff
-- tenant: one's own alone
-- in: review_id int, person_id int
-- out: criterion_id int, score int, scored int, reason text
SELECT s.criterion_id AS criterion_id, s.score AS score, s.score IS NOT NULL AS scored, s.reason AS reason
FROM review_score s WHERE s.review_id = :review_id AND s.person_id = :person_id;

-- review_score_save: a score, or none yet (-1), and its reason.
-- pool: staff
-- in: review_id int, person_id int, criterion_id int, score int, reason text
INSERT INTO review_score (review_id, person_id, criterion_id, score, reason)
VALUES (:review_id, :person_id, :criterion_id, NULLIF(:score, -1), :reason)
ON DUPLICATE KEY UPDATE score = NULLIF(:score, -1), reason = :reason;

-- review_scores_send: somebody's scores are final.
-- pool: staff
-- in: review_id int, person_id int, now time
UPDATE review_reviewer SET sent_at = :now WHERE review_id = :review_id AND person_id = :person_id AND sent_at IS NULL AND removed_at IS NULL;

-- review_scores_all: what everybody scored, once all are there: the one query that reads the scores of others. Before, it finds nothing, whoever asks.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int
-- out: criterion_id int, name text, score int, reason text
SELECT s.criterion_id AS criterion_id, p.name AS name, s.score AS score, s.reason AS reason
FROM review v JOIN review_reviewer a ON a.review_id = v.review_id AND a.removed_at IS NULL AND a.sent_at IS NOT NULL
	JOIN review_score s ON s.review_id = a.review_id AND s.person_id = a.person_id JOIN person p ON p.person_id = a.person_id
WHERE v.review_id = :review_id AND v.state <> 'scoring'
	AND NOT EXISTS (SELECT 1 FROM review_reviewer w WHERE w.review_id = v.review_id AND w.removed_at IS NULL AND w.sent_at IS NULL)
ORDER BY p.name, a.person_id;

-- review_agreed_list: what was agreed on so far.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int
-- out: criterion_id int, score int, reason text, who text, at time
SELECT g.criterion_id AS criterion_id, g.score AS score, g.reason AS reason, p.name AS who, g.at AS at
FROM review_agreed g JOIN person p ON p.person_id = g.person_id WHERE g.review_id = :review_id;

-- review_agreed_save: a score that was agreed on, and why.
-- pool: staff
-- in: review_id int, criterion_id int, score int, reason text, person_id int, now time
INSERT INTO review_agreed (review_id, criterion_id, score, reason, person_id, at)
VALUES (:review_id, :criterion_id, :score, :reason, :person_id, :now)
ON DUPLICATE KEY UPDATE score = :score, reason = :reason, person_id = :person_id, at = :now, row_version = row_version + 1;

-- review_texts_save: what was written in moderation, and the weighted mean of what was agreed on. 0 rows: somebody else was quicker.
-- pool: staff
-- tenant: a review that its page has found
-- in: review_id int, row_version int, findings text, value_for_money text, equality text, agreed_score int
UPDATE review SET findings = :findings, value_for_money = :value_for_money, equality = :equality, agreed_score = NULLIF(:agreed_score, -1),
	row_version = row_version + 1
WHERE review_id = :review_id AND row_version = :row_version AND state = 'moderation';
