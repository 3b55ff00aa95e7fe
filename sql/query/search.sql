-- search.sql: the words that lists are searched by.

-- search_count: how many entries a word's beginning has, counted no further than it matters.
-- pool: staff owner
-- in: subject text, pattern text, most int
-- out: n int
SELECT COUNT(*) AS n
FROM (SELECT 1 FROM search_word WHERE subject = :subject AND word LIKE :pattern LIMIT :most) some;

-- search_words: the words that some subjects have; ids is a JSON list of numbers. It locks nothing.
-- pool: staff owner
-- in: subject text, ids text
-- out: id int, word text
SELECT s.subject_id AS id, s.word AS word FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j
STRAIGHT_JOIN search_word s ON s.subject = :subject AND s.subject_id = j.id;

-- search_forget: words that some subjects no longer have; words is a JSON list of [id, word].
-- pool: staff owner
-- untold: how a record is found; who changes the record tells
-- in: subject text, words text
DELETE s FROM JSON_TABLE(:words, '$[*]' COLUMNS (id BIGINT PATH '$[0]', word VARCHAR(40) PATH '$[1]')) j
STRAIGHT_JOIN search_word s ON s.subject = :subject AND s.word = j.word AND s.subject_id = j.id
WHERE j.id IS NOT NULL;

-- search_add: words of some subjects; words is a JSON list of [id, word]. One that is there already stays.
-- pool: staff owner
-- untold: how a record is found; who changes the record tells
-- in: subject text, words text
INSERT IGNORE INTO search_word (subject, word, subject_id)
SELECT :subject, j.word, j.id
FROM JSON_TABLE(:words, '$[*]' COLUMNS (id BIGINT PATH '$[0]', word VARCHAR(40) PATH '$[1]')) j;
