-- 0015_incident_total.sql: how many incidents there were, of each kind and in each month: caches, which the fold makes.

CREATE TABLE IF NOT EXISTS incident_counted (
  incident_id INT UNSIGNED NOT NULL PRIMARY KEY,
  month DATE NOT NULL COMMENT 'in which it was sent',
  practice_id INT UNSIGNED NOT NULL,
  about_id INT UNSIGNED NULL COMMENT 'the organisation that it is about, where that is one of ours',
  cells TEXT NOT NULL COMMENT 'JSON: [dimension, value] of each total that it is in',
  CONSTRAINT incident_counted_json CHECK (JSON_VALID(cells))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'As what an incident was counted last, so that it can be taken out of the totals again';

CREATE TABLE IF NOT EXISTS incident_total (
  scope ENUM('all', 'practice', 'about') NOT NULL,
  scope_id INT UNSIGNED NOT NULL COMMENT 'the practice that reported, or the organisation that it is about; 0: all',
  dimension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  month DATE NOT NULL,
  value VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  n INT NOT NULL,
  PRIMARY KEY (scope, scope_id, dimension, month, value)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Incidents by month of sending and by one thing more, so that a page of trends reads no incident';

GRANT SELECT, INSERT, DELETE ON incident_counted TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON incident_total TO soundings_staff;
