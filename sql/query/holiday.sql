-- holiday.sql: the bank holidays of England, which the clock of working days knows.

-- holidays: all of them, the latest first.
-- pool: staff
-- out: day text, name text
SELECT day, name FROM holiday ORDER BY day DESC LIMIT 1000;

-- holiday: one.
-- pool: staff
-- in: day text
-- out: day text, name text
SELECT day, name FROM holiday WHERE day = :day;

-- holiday_add: a day is none of work.
-- pool: staff
-- in: day text, name text
-- duplicate: it is there already
INSERT INTO holiday (day, name) VALUES (:day, :name);

-- holiday_remove: a day is one of work after all.
-- pool: staff
-- in: day text
DELETE FROM holiday WHERE day = :day;
