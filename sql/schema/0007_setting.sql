-- 0007_setting.sql: what an administrator sets in the browser.

CREATE TABLE IF NOT EXISTS setting (
  name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'setting.c has the list, with what holds where there is no row',
  value MEDIUMTEXT NOT NULL COMMENT 'empty: what holds by default',
  row_version INT UNSIGNED NOT NULL DEFAULT 1
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Settings of the installation: name, colours, texts, time-outs, retention';

GRANT SELECT ON setting TO soundings_public;
GRANT SELECT, INSERT, UPDATE ON setting TO soundings_staff;
