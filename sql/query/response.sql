-- response.sql: storing responses and reading them back.

-- response_add: one response, whole; a trigger notes it in response_pending.
-- pool: public
-- in: survey_id int, response_id bytes, version int, submission bytes, digest bytes, received_on text, answers text
-- duplicate: the same form was sent before
INSERT INTO response (survey_id, response_id, version, submission, digest, received_on, answers)
VALUES (:survey_id, :response_id, :version, :submission, :digest, :received_on, :answers);

-- response_digest: what was sent the first time. A locking read, since a first time that committed after this
-- transaction's snapshot must make it begin again, not find nothing.
-- pool: public
-- in: submission bytes
-- out: digest bytes
SELECT digest FROM response WHERE submission = :submission LOCK IN SHARE MODE;

-- response_add_many: responses of a file; rows is JSON, [{"r": id, "s": submission, "d": digest (hexadecimal), "o": date,
-- "a": answers as text}].
-- pool: owner
-- in: survey_id int, version int, rows text
INSERT INTO response (survey_id, response_id, version, submission, digest, received_on, answers)
SELECT :survey_id, UNHEX(j.r), :version, UNHEX(j.s), UNHEX(j.d), j.o, j.a
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (r CHAR(32) PATH '$.r', s CHAR(32) PATH '$.s', d CHAR(32) PATH '$.d',
  o DATE PATH '$.o', a TEXT PATH '$.a')) j;

-- response_texts: one page of the answers to a free-text question, newest month first; within a month the order is random.
-- pool: staff
-- in: survey_id int, question text, count int, skip int
-- out: month text, answers text
SELECT t.month, r.answers
FROM (SELECT survey_id, month, response_id FROM response_text
  WHERE survey_id = :survey_id AND question = :question
  ORDER BY month DESC, response_id DESC LIMIT :count OFFSET :skip) t
STRAIGHT_JOIN response r ON r.survey_id = t.survey_id AND r.response_id = t.response_id
ORDER BY t.month DESC, t.response_id DESC;

-- response_each: every response of a survey, for exports (stream it).
-- pool: staff owner
-- in: survey_id int
-- out: version int, received_on text, answers text
SELECT version, received_on, answers FROM response WHERE survey_id = :survey_id ORDER BY response_id;
