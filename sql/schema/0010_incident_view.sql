-- 0010_incident_view.sql: what the queue of incidents is read by: columns worked out of others, an index for each order that
-- has every column of its filters, and views that people save.

ALTER TABLE incident
  ADD COLUMN IF NOT EXISTS harm TINYINT UNSIGNED AS (NULLIF(LEAST(COALESCE(physical, 9), COALESCE(psychological + 1, 9)), 9)) PERSISTENT
    COMMENT 'the worse of physical and psychological, as physical counts: 1 fatal, 2 severe, 3 moderate, 4 low, 5 none',
  ADD COLUMN IF NOT EXISTS is_open BOOLEAN AS (state NOT IN ('draft', 'closed', 'duplicate', 'not_incident')) PERSISTENT,
  ADD COLUMN IF NOT EXISTS is_unseen BOOLEAN AS (looked_at IS NULL AND state NOT IN ('draft', 'closed', 'duplicate', 'not_incident')) PERSISTENT
    COMMENT 'nobody has looked at it yet';

-- A filter is looked at while an order's index is walked; the table itself is read for the rows of the page alone.
ALTER TABLE incident
  ADD KEY IF NOT EXISTS incident_by_urgency (urgency, incident_id, state, is_open, is_unseen, due_at, kind, about, organisation_id,
    about_organisation_id, manager_id, harm, submitted_at),
  ADD KEY IF NOT EXISTS incident_by_submitted (submitted_at, incident_id, state, is_open, is_unseen, due_at, kind, about, organisation_id,
    about_organisation_id, manager_id, harm),
  ADD KEY IF NOT EXISTS incident_by_happened (happened_on, incident_id, state, is_open, is_unseen, due_at, kind, about, organisation_id,
    about_organisation_id, manager_id, harm, submitted_at),
  ADD KEY IF NOT EXISTS incident_by_title (title, incident_id, state, is_open, is_unseen, due_at, kind, about, organisation_id,
    about_organisation_id, manager_id, harm, submitted_at),
  ADD KEY IF NOT EXISTS incident_unseen (is_unseen, due_at);

-- A practice's own list, in its order. Measured with 2,000 reports of one practice among 100,000: of one kind 20 ms without, 0.5 ms with it.
ALTER TABLE incident
  ADD KEY IF NOT EXISTS incident_of (organisation_id, submitted_at, incident_id, state, kind);

CREATE TABLE IF NOT EXISTS saved_view (
  view_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT (LPAD(LOWER(CONV(HEX(RANDOM_BYTES(6)), 16, 36)), 10, '0')) COMMENT 'names it in addresses, and never counts up',
  person_id INT UNSIGNED NOT NULL COMMENT 'whose it is',
  list VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which list it is of: "incidents"',
  name VARCHAR(60) NOT NULL,
  query VARCHAR(1000) NOT NULL COMMENT 'of the list''s address, as the list writes it: "?state=open"',
  shared BOOLEAN NOT NULL DEFAULT 0 COMMENT 'everybody who opens the list has its link',
  UNIQUE KEY saved_view_ref (ref),
  UNIQUE KEY saved_view_name (person_id, list, name),
  KEY saved_view_list (list, shared, name),
  CONSTRAINT saved_view_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Filters and orders of a list that somebody gave a name';

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO soundings_staff;
