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
SELECT digest FROM response_sent WHERE submission = :submission LOCK IN SHARE MODE;

-- response_add_many: responses of a file; rows is JSON, [{"r": id, "s": submission, "d": digest (hexadecimal), "o": date,
-- "a": answers as text}].
-- pool: owner
-- in: survey_id int, version int, rows text
INSERT INTO response (survey_id, response_id, version, submission, digest, received_on, answers)
SELECT :survey_id, UNHEX(j.r), :version, UNHEX(j.s), UNHEX(j.d), j.o, j.a
FROM JSON_TABLE(:rows, '$[*]' COLUMNS (r CHAR(32) PATH '$.r', s CHAR(32) PATH '$.s', d CHAR(32) PATH '$.d',
  o DATE PATH '$.o', a TEXT PATH '$.a')) j;
