-- 0011_incident_theme.sql: what incidents have in common, in words that managers choose.

CREATE TABLE IF NOT EXISTS incident_theme (
  theme_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT (LPAD(LOWER(CONV(HEX(RANDOM_BYTES(6)), 16, 36)), 10, '0')) COMMENT 'names it in addresses, and never counts up',
  name VARCHAR(100) NOT NULL,
  retired_at DATETIME NULL COMMENT 'not offered any more; incidents that have it keep it',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY incident_theme_ref (ref),
  UNIQUE KEY incident_theme_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Themes of incidents: by them they are found, counted and learned from';

CREATE TABLE IF NOT EXISTS incident_theme_link (
  incident_id INT UNSIGNED NOT NULL,
  theme_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (incident_id, theme_id),
  KEY incident_theme_link_theme (theme_id, incident_id),
  CONSTRAINT incident_theme_link_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id),
  CONSTRAINT incident_theme_link_theme FOREIGN KEY (theme_id) REFERENCES incident_theme (theme_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Which incident has which themes';

-- What general practices report most. A manager renames, retires and adds.
INSERT IGNORE INTO incident_theme (name) VALUES
  ('Prescribing and medicines'), ('Test results'), ('Referrals'), ('Discharge and transfer of care'),
  ('Communication between services'), ('Access and appointments'), ('Delayed or missed diagnosis'), ('Vaccination'),
  ('Records and confidentiality'), ('Follow-up and recall'), ('Recognising deterioration'), ('Safeguarding'),
  ('Mental health'), ('Equipment and premises'), ('IT systems'), ('Infection prevention');

GRANT SELECT, INSERT, UPDATE ON incident_theme TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON incident_theme_link TO soundings_staff;
