-- migration.sql: which statements of sql/schema this database has had.

-- migration_done: how many statements of a file have been carried out.
-- pool: owner
-- in: number int
-- out: statements int
SELECT statements FROM migration WHERE number = :number;

-- migration_note: one more statement is done.
-- pool: owner
-- in: number int, name text, statements int
INSERT INTO migration (number, name, statements) VALUES (:number, :name, :statements)
ON DUPLICATE KEY UPDATE statements = VALUES(statements);

-- migration_latest: the newest migration that was begun.
-- pool: owner staff public
-- out: number int, statements int
SELECT number, statements FROM migration ORDER BY number DESC LIMIT 1;
