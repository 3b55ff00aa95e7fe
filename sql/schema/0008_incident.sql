-- 0008_incident.sql: incidents as they were reported, and all that happened to them.

CREATE TABLE IF NOT EXISTS incident (
  incident_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random, "7KQF-2MXW": names it in addresses, on paper and on the telephone',
  submission BINARY(16) NOT NULL COMMENT 'of the form that began it: a double tap begins one',
  organisation_id INT UNSIGNED NOT NULL COMMENT 'the practice that reports',
  reporter_id INT UNSIGNED NULL COMMENT 'NULL: without a name, by the practice''s link',
  code_hash BINARY(32) NULL COMMENT 'of the code with which somebody without a name looks up what became of it',
  state ENUM('draft', 'submitted', 'triage', 'information', 'provider', 'investigating', 'planned', 'closed', 'hold',
    'duplicate', 'not_incident', 'reopened') NOT NULL DEFAULT 'draft',
  state_at DATETIME NOT NULL COMMENT 'since when',
  made_at DATETIME NOT NULL,
  saved_at DATETIME NOT NULL COMMENT 'a draft: its last step',
  submitted_at DATETIME NULL,
  due_at DATETIME NULL COMMENT 'somebody is to have looked by then: 5 working days',
  looked_at DATETIME NULL COMMENT 'when somebody first did',
  closed_at DATETIME NULL COMMENT 'closed, duplicate or not an incident',
  draft MEDIUMTEXT NULL COMMENT 'JSON: what was typed so far; NULL once it was sent',
  report MEDIUMTEXT NULL COMMENT 'JSON: the checked answers, as they were sent; never changed',
  title VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'the beginning of what happened, or what a manager called it',
  kind ENUM('incident', 'outcome', 'risk', 'good_care') NULL COMMENT 'LFPSE''s four kinds; the following are of the report too, for lists and counts',
  about ENUM('own', 'other', 'unknown') NULL COMMENT 'where it happened',
  about_organisation_id INT UNSIGNED NULL COMMENT 'the other organisation, where it is one of ours',
  about_name VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'the other organisation, where it is none of ours',
  about_service VARCHAR(4) NOT NULL DEFAULT '' COMMENT 'LFPSE service-type',
  happened_on DATE NULL COMMENT 'may be approximate',
  physical TINYINT UNSIGNED NULL COMMENT 'LFPSE: 1 fatal to 5 none; the worst of all people affected',
  psychological TINYINT UNSIGNED NULL COMMENT 'LFPSE: 1 severe to 4 none; the worst',
  worry TINYINT UNSIGNED NULL COMMENT 'LFPSE worry-scale: 5 very concerned to 1 not at all',
  share ENUM('name', 'practice', 'nobody') NOT NULL DEFAULT 'nobody' COMMENT 'what another organisation may be told of who reported',
  candour ENUM('yes', 'no', 'unknown') NULL COMMENT 'does the duty of candour apply; NULL: not asked',
  serious BOOLEAN NOT NULL DEFAULT 0 COMMENT 'severe or fatal, or a manager says so: kept longer',
  manager_id INT UNSIGNED NULL COMMENT 'who looks after it',
  likelihood TINYINT UNSIGNED NULL COMMENT '1 to 5, as it was; consequence too',
  consequence TINYINT UNSIGNED NULL,
  likelihood_after TINYINT UNSIGNED NULL COMMENT '1 to 5, after what was done; consequence too',
  consequence_after TINYINT UNSIGNED NULL,
  hold_until DATE NULL COMMENT 'state hold: looked at again then',
  duplicate_of INT UNSIGNED NULL COMMENT 'state duplicate',
  urgency BIGINT NOT NULL DEFAULT 0 COMMENT 'the order of the queue, smallest first: incident_urgency()',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY incident_ref (ref),
  UNIQUE KEY incident_submission (submission),
  UNIQUE KEY incident_code (code_hash),
  KEY incident_organisation (organisation_id, state, submitted_at),
  KEY incident_about (about_organisation_id, submitted_at),
  KEY incident_state (state, urgency),
  KEY incident_urgency (urgency, incident_id),
  KEY incident_submitted (submitted_at, incident_id),
  KEY incident_manager (manager_id, urgency),
  KEY incident_reporter (reporter_id, state),
  CONSTRAINT incident_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT incident_about FOREIGN KEY (about_organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT incident_reporter FOREIGN KEY (reporter_id) REFERENCES person (person_id),
  CONSTRAINT incident_manager FOREIGN KEY (manager_id) REFERENCES person (person_id),
  CONSTRAINT incident_duplicate FOREIGN KEY (duplicate_of) REFERENCES incident (incident_id),
  CONSTRAINT incident_sent CHECK ((state = 'draft') = (report IS NULL)),
  CONSTRAINT incident_report_json CHECK (report IS NULL OR JSON_VALID(report)),
  CONSTRAINT incident_grade CHECK (COALESCE(likelihood, 1) BETWEEN 1 AND 5 AND COALESCE(consequence, 1) BETWEEN 1 AND 5
    AND COALESCE(likelihood_after, 1) BETWEEN 1 AND 5 AND COALESCE(consequence_after, 1) BETWEEN 1 AND 5)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Incidents, poor outcomes, risks and good care, as practices reported them, and where each stands';

-- What was sent stays what was sent, whoever asks, a worker taken over too.
CREATE OR REPLACE TRIGGER incident_stays BEFORE UPDATE ON incident FOR EACH ROW
  IF NEW.incident_id <> OLD.incident_id OR NEW.ref <> OLD.ref OR NEW.organisation_id <> OLD.organisation_id
      OR NOT (NEW.reporter_id <=> OLD.reporter_id) OR NOT (NEW.code_hash <=> OLD.code_hash)
      OR (OLD.report IS NOT NULL AND (NOT (BINARY NEW.report <=> BINARY OLD.report) OR NOT (NEW.submitted_at <=> OLD.submitted_at)
        OR NEW.share <> OLD.share))
      OR (OLD.state <> 'draft' AND NEW.state = 'draft')
      OR (NEW.state <> 'draft' AND (NEW.kind IS NULL OR NEW.about IS NULL OR COALESCE(NEW.submitted_at, 0) < '2000-01-01'
      OR COALESCE(NEW.physical, 1) NOT BETWEEN 1 AND 5 OR COALESCE(NEW.psychological, 1) NOT BETWEEN 1 AND 4
      OR COALESCE(NEW.worry, 1) NOT BETWEEN 1 AND 5))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a report stays as it was sent'; END IF;

-- And what is sent is whole: a worker of the public pages may add reports, and one without its kind or its day, or with a harm that is none, would stop
-- the queue and the trends for everybody.
CREATE OR REPLACE TRIGGER incident_begins BEFORE INSERT ON incident FOR EACH ROW
  IF NEW.state <> 'draft' AND (NEW.kind IS NULL OR NEW.about IS NULL OR COALESCE(NEW.submitted_at, 0) < '2000-01-01'
      OR COALESCE(NEW.physical, 1) NOT BETWEEN 1 AND 5 OR COALESCE(NEW.psychological, 1) NOT BETWEEN 1 AND 4
      OR COALESCE(NEW.worry, 1) NOT BETWEEN 1 AND 5)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a report is sent whole'; END IF;

CREATE TABLE IF NOT EXISTS incident_event (
  event_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  incident_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  person_id INT UNSIGNED NULL COMMENT 'NULL: somebody without a name, or the program',
  organisation_id INT UNSIGNED NULL COMMENT 'for whom they acted',
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'incident.h, enum incident_event_kind',
  state_from VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  state_to VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  audience SET('manager', 'reporter', 'provider') NOT NULL COMMENT 'who may read it; provider: the one of the request',
  request_id INT UNSIGNED NULL COMMENT 'of an investigation request',
  text MEDIUMTEXT NOT NULL COMMENT 'as it was written',
  detail MEDIUMTEXT NOT NULL DEFAULT '{}' COMMENT 'JSON, by kind: as long as a form can be, and its quotes doubled',
  KEY incident_event_incident (incident_id, event_id),
  CONSTRAINT incident_event_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id),
  CONSTRAINT incident_event_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT incident_event_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT incident_event_json CHECK (JSON_VALID(detail))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'All that happened to an incident, in order: moves, notes, questions, answers, grades. Rows are added, never changed';

ALTER TABLE incident_event MODIFY COLUMN IF EXISTS detail MEDIUMTEXT NOT NULL DEFAULT '{}' COMMENT 'JSON, by kind: as long as a form can be, and its quotes doubled';

-- A row for each change, not for each incident: a fold takes away only the rows that it saw, so that a change which is committed
-- while it counts is counted by the next.
CREATE TABLE IF NOT EXISTS incident_pending (
  pending_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  incident_id INT UNSIGNED NOT NULL,
  CONSTRAINT incident_pending_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Incidents that changed since they were last counted for the trends';

CREATE TABLE IF NOT EXISTS holiday (
  day DATE NOT NULL PRIMARY KEY,
  name VARCHAR(100) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Bank holidays of England: no working days. An administrator adds the ones to come';

-- As GOV.UK publishes them, to 2028.
INSERT IGNORE INTO holiday (day, name) VALUES
  ('2025-01-01', 'New Year''s Day'), ('2025-04-18', 'Good Friday'), ('2025-04-21', 'Easter Monday'), ('2025-05-05', 'Early May bank holiday'),
  ('2025-05-26', 'Spring bank holiday'), ('2025-08-25', 'Summer bank holiday'), ('2025-12-25', 'Christmas Day'), ('2025-12-26', 'Boxing Day'),
  ('2026-01-01', 'New Year''s Day'), ('2026-04-03', 'Good Friday'), ('2026-04-06', 'Easter Monday'), ('2026-05-04', 'Early May bank holiday'),
  ('2026-05-25', 'Spring bank holiday'), ('2026-08-31', 'Summer bank holiday'), ('2026-12-25', 'Christmas Day'), ('2026-12-28', 'Boxing Day (substitute day)'),
  ('2027-01-01', 'New Year''s Day'), ('2027-03-26', 'Good Friday'), ('2027-03-29', 'Easter Monday'), ('2027-05-03', 'Early May bank holiday'),
  ('2027-05-31', 'Spring bank holiday'), ('2027-08-30', 'Summer bank holiday'), ('2027-12-27', 'Christmas Day (substitute day)'),
  ('2027-12-28', 'Boxing Day (substitute day)'),
  ('2028-01-03', 'New Year''s Day (substitute day)'), ('2028-04-14', 'Good Friday'), ('2028-04-17', 'Easter Monday'),
  ('2028-05-01', 'Early May bank holiday'), ('2028-05-29', 'Spring bank holiday'), ('2028-08-28', 'Summer bank holiday'),
  ('2028-12-25', 'Christmas Day'), ('2028-12-26', 'Boxing Day');

ALTER TABLE search_word MODIFY COLUMN subject ENUM('organisation', 'person', 'incident', 'bulletin') NOT NULL;

-- Whoever works for the pages may throw away what was never sent, and nothing else.
CREATE OR REPLACE VIEW incident_draft AS
  SELECT incident_id, organisation_id, reporter_id, ref FROM incident WHERE state = 'draft' WITH CASCADED CHECK OPTION;

GRANT SELECT, INSERT, UPDATE ON incident TO soundings_staff;
GRANT SELECT, DELETE ON incident_draft TO soundings_staff;
GRANT SELECT, INSERT ON incident_event TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON incident_pending TO soundings_staff;
GRANT SELECT ON holiday TO soundings_public;
GRANT SELECT, INSERT, UPDATE, DELETE ON holiday TO soundings_staff;
