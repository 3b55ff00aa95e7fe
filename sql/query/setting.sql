-- setting.sql: what an administrator sets in the browser.

-- setting_all: every setting that somebody has changed.
-- pool: public staff owner
-- out: name text, value text, row_version int
SELECT name, value, row_version FROM setting;
