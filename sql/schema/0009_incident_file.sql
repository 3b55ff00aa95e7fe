-- 0009_incident_file.sql: files that belong to an incident, bytes and all, so that one backup holds everything.

CREATE TABLE IF NOT EXISTS incident_file (
  file_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  incident_id INT UNSIGNED NOT NULL,
  request_id INT UNSIGNED NULL COMMENT 'of an investigation request',
  name VARCHAR(200) NOT NULL COMMENT 'as whoever added it called it, cleaned: no folders, no control characters',
  type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'file_type.h; found by its content',
  size INT UNSIGNED NOT NULL COMMENT 'bytes, as stored',
  sha256 BINARY(32) NOT NULL COMMENT 'of the bytes as stored',
  added_at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL COMMENT 'who added it',
  organisation_id INT UNSIGNED NOT NULL COMMENT 'for whom they acted',
  audience SET('manager', 'reporter', 'provider') NOT NULL COMMENT 'who may open it; provider: the one of the request',
  scan ENUM('clean', 'unscanned') NOT NULL COMMENT 'unscanned: there was no virus scanner',
  removed_at DATETIME NULL COMMENT 'its bytes are gone since',
  removed_by INT UNSIGNED NULL,
  removed_why VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'a manager says; empty: its writer took it out of a draft',
  here TINYINT AS (IF(removed_at IS NULL, 1, NULL)) PERSISTENT COMMENT 'NULL once removed',
  UNIQUE KEY incident_file_ref (ref),
  UNIQUE KEY incident_file_once (incident_id, organisation_id, here, sha256) COMMENT 'a double tap adds one',
  KEY incident_file_incident (incident_id, file_id),
  CONSTRAINT incident_file_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id) ON DELETE CASCADE,
  CONSTRAINT incident_file_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT incident_file_removed_by FOREIGN KEY (removed_by) REFERENCES person (person_id),
  CONSTRAINT incident_file_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Files of incidents, all but their bytes. A removed one stays as a row; those of a draft go with it';

CREATE TABLE IF NOT EXISTS incident_file_body (
  file_id INT UNSIGNED NOT NULL,
  part SMALLINT UNSIGNED NOT NULL COMMENT 'from 0, in their order',
  bytes MEDIUMBLOB NOT NULL COMMENT 'in pieces, so that neither a worker nor a packet ever holds a whole file',
  PRIMARY KEY (file_id, part),
  CONSTRAINT incident_file_body FOREIGN KEY (file_id) REFERENCES incident_file (file_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The bytes of files of incidents; none of one that was removed';

-- A file stays what it was, whoever asks: it can only be removed, once.
CREATE OR REPLACE TRIGGER incident_file_stays BEFORE UPDATE ON incident_file FOR EACH ROW
  IF NEW.file_id <> OLD.file_id OR NEW.ref <> OLD.ref OR NEW.incident_id <> OLD.incident_id OR NOT (NEW.request_id <=> OLD.request_id)
      OR NEW.name <> OLD.name OR NEW.type <> OLD.type OR NEW.size <> OLD.size OR NEW.sha256 <> OLD.sha256 OR NEW.added_at <> OLD.added_at
      OR NEW.person_id <> OLD.person_id OR NEW.organisation_id <> OLD.organisation_id OR NEW.audience <> OLD.audience
      OR NEW.scan <> OLD.scan OR OLD.removed_at IS NOT NULL
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a file stays as it was added'; END IF;

-- Bytes can be thrown away once their file is removed, and not before.
CREATE OR REPLACE VIEW incident_file_removed AS
  SELECT b.file_id AS file_id, b.part AS part FROM incident_file_body b
  WHERE EXISTS (SELECT 1 FROM incident_file f WHERE f.file_id = b.file_id AND f.removed_at IS NOT NULL)
  WITH CASCADED CHECK OPTION;

GRANT SELECT, INSERT, UPDATE ON incident_file TO soundings_staff;
GRANT SELECT, INSERT ON incident_file_body TO soundings_staff;
GRANT SELECT, DELETE ON incident_file_removed TO soundings_staff;
