-- setting.sql: what an administrator sets in the browser.

-- setting_all: every setting that somebody has changed. The name is the commissioner's own, as in the list of organisations.
-- pool: public staff owner
-- out: name text, value text, row_version int
SELECT CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin AS name, value COLLATE utf8mb4_bin AS value, row_version FROM setting WHERE name <> 'name'
UNION ALL
SELECT 'name', o.name, o.row_version
FROM (SELECT name, row_version FROM organisation WHERE kind = 'commissioner' ORDER BY organisation_id LIMIT 1) o;

-- setting_change: a new value, in a transaction that has read the old one: when somebody else changed it since, snapshot isolation refuses (1020).
-- pool: staff
-- in: name text, value text
INSERT INTO setting (name, value) VALUES (:name, :value)
ON DUPLICATE KEY UPDATE value = VALUES(value), row_version = row_version + 1;
