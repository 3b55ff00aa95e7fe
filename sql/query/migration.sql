-- migration.sql: which statements of sql/schema this database has had.

-- migration_turn: 1 as soon as no other connection migrates this database; 0 when one still does after 8 seconds. The lock is the
-- connection's: MariaDB keeps it until the statement that a killed client left behind has ended too.
-- pool: owner
-- out: mine int
SELECT GET_LOCK(CONCAT('soundings.migrate.', DATABASE()), 8) AS mine;

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
