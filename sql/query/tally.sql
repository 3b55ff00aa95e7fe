-- tally.sql: totals of the responses, and the fold that adds what is pending.

-- tally_isolation: the fold's next transaction locks rows, not the gaps between them, so that nobody's answer waits for it.
-- pool: owner
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;

-- tally_surveys: the surveys there are.
-- pool: owner
-- out: survey_id int, slug text
SELECT survey_id, slug FROM survey ORDER BY survey_id;

-- tally_take: pending responses that no other fold is at, locked.
-- pool: staff owner
-- in: survey_id int, most int
-- out: response_id bytes, version int, received_on text, answers text
SELECT p.response_id, r.version, r.received_on, r.answers
FROM response_pending p STRAIGHT_JOIN response r ON r.survey_id = p.survey_id AND r.response_id = p.response_id
WHERE p.survey_id = :survey_id ORDER BY p.response_id LIMIT :most FOR UPDATE SKIP LOCKED;

-- tally_done: these are pending no more; ids is JSON, ["hexadecimal"].
-- pool: staff owner
-- untold: totals of what is there already
-- in: survey_id int, ids text
DELETE p FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id CHAR(32) PATH '$')) j
STRAIGHT_JOIN response_pending p ON p.survey_id = :survey_id AND p.response_id = UNHEX(j.id);

-- tally_add: adds to totals; rows is JSON, [["question", "choice", "month", n]], sorted so that two folds lock in one order.
-- pool: staff owner
-- untold: totals of what is there already
-- in: survey_id int, rows text
INSERT INTO survey_total (survey_id, question, choice, month, n)
SELECT :survey_id, j.question, j.choice, j.month, j.n
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (question VARCHAR(65) PATH '$[0]', choice VARCHAR(32) PATH '$[1]',
  month DATE PATH '$[2]', n BIGINT PATH '$[3]')) j
ON DUPLICATE KEY UPDATE n = survey_total.n + VALUES(n);

-- tally_texts: notes who said something; rows is JSON, [["question", "month", "hexadecimal id"]], sorted.
-- pool: staff owner
-- untold: totals of what is there already
-- in: survey_id int, rows text
INSERT IGNORE INTO response_text (survey_id, question, month, response_id)
SELECT :survey_id, j.question, j.month, UNHEX(j.id)
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (question VARCHAR(32) PATH '$[0]', month DATE PATH '$[1]',
  id CHAR(32) PATH '$[2]')) j;

-- tally_totals: what was folded.
-- pool: staff owner
-- in: survey_id int
-- out: question text, choice text, month text, n int
SELECT question, choice, month, n FROM survey_total WHERE survey_id = :survey_id;

-- tally_pending: what was not (stream it).
-- pool: staff owner
-- in: survey_id int
-- out: version int, received_on text, answers text
SELECT r.version, r.received_on, r.answers
FROM response_pending p STRAIGHT_JOIN response r ON r.survey_id = p.survey_id AND r.response_id = p.response_id
WHERE p.survey_id = :survey_id;

-- tally_folded: the folded responses after an id, some at a time.
-- pool: owner
-- in: survey_id int, after bytes, most int
-- out: response_id bytes, version int, received_on text, answers text
SELECT r.response_id, r.version, r.received_on, r.answers
FROM response r LEFT JOIN response_pending p ON p.survey_id = r.survey_id AND p.response_id = r.response_id
WHERE r.survey_id = :survey_id AND r.response_id > :after AND p.response_id IS NULL
ORDER BY r.response_id LIMIT :most;

-- tally_text_counts: how many texts are noted.
-- pool: owner
-- in: survey_id int
-- out: question text, month text, n int
SELECT question, month, COUNT(*) AS n FROM response_text WHERE survey_id = :survey_id GROUP BY question, month;

-- tally_set: puts one total right.
-- pool: owner
-- in: survey_id int, question text, choice text, month text, n int
INSERT INTO survey_total (survey_id, question, choice, month, n) VALUES (:survey_id, :question, :choice, :month, :n)
ON DUPLICATE KEY UPDATE n = VALUES(n);

-- tally_remove: a total of nothing.
-- pool: owner
-- in: survey_id int, question text, choice text, month text
DELETE FROM survey_total
WHERE survey_id = :survey_id AND question = :question AND choice = :choice AND month = :month;

-- tally_texts_remove: forgets who said something.
-- pool: owner
-- in: survey_id int
DELETE FROM response_text WHERE survey_id = :survey_id;
