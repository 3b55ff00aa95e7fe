-- search.sql: the words that lists are searched by.

-- search_count: how many entries a word's beginning has, counted no further than it matters.
-- pool: staff owner
-- in: subject text, pattern text, most int
-- out: n int
SELECT COUNT(*) AS n
FROM (SELECT 1 FROM search_word WHERE subject = :subject AND word LIKE :pattern LIMIT :most) some;

-- search_forget: the words of some subjects; ids is a JSON list of numbers.
-- pool: staff owner
-- untold: how a record is found; who changes the record tells
-- in: subject text, ids text
DELETE s FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id INT PATH '$')) j
STRAIGHT_JOIN search_word s ON s.subject = :subject AND s.subject_id = j.id
WHERE j.id IS NOT NULL;

-- search_add: words of some subjects; words is a JSON list of [id, word]. One that is there already stays.
-- pool: staff owner
-- untold: how a record is found; who changes the record tells
-- in: subject text, words text
INSERT IGNORE INTO search_word (subject, word, subject_id)
SELECT :subject, j.word, j.id
FROM JSON_TABLE(:words, '$[*]' COLUMNS (id INT PATH '$[0]', word VARCHAR(40) PATH '$[1]')) j;
