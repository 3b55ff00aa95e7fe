-- 0017_retention.sql: how long records are kept: what is held, what two people decided to destroy, and the certificates of that.

ALTER TABLE incident
  ADD COLUMN IF NOT EXISTS kept_from DATETIME AS (GREATEST(submitted_at, COALESCE(closed_at, submitted_at))) PERSISTENT
    COMMENT 'its years are counted from then: closed, or sent where it never was';
ALTER TABLE incident
  ADD KEY IF NOT EXISTS incident_kept (kept_from, incident_id, serious, state);

CREATE TABLE IF NOT EXISTS retention_hold (
  hold_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the record: retention.h',
  record_id INT UNSIGNED NOT NULL,
  why VARCHAR(500) NOT NULL,
  held_until DATE NULL COMMENT 'the last day; NULL: without end',
  set_by INT UNSIGNED NOT NULL,
  set_at DATETIME NOT NULL,
  lifted_by INT UNSIGNED NULL,
  lifted_at DATETIME NULL,
  standing TINYINT AS (IF(lifted_at IS NULL, 1, NULL)) PERSISTENT COMMENT 'NULL once lifted',
  UNIQUE KEY retention_hold_once (kind, record_id, standing),
  CONSTRAINT retention_hold_setter FOREIGN KEY (set_by) REFERENCES person (person_id),
  CONSTRAINT retention_hold_lifter FOREIGN KEY (lifted_by) REFERENCES person (person_id),
  CONSTRAINT retention_hold_lifted CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Records that are not destroyed although their years are over, and why';

CREATE OR REPLACE TRIGGER retention_hold_stays BEFORE UPDATE ON retention_hold FOR EACH ROW
  IF OLD.lifted_at IS NOT NULL OR NEW.kind <> OLD.kind OR NEW.record_id <> OLD.record_id OR NEW.why <> OLD.why
      OR NOT (NEW.held_until <=> OLD.held_until) OR NEW.set_by <> OLD.set_by OR NEW.set_at <> OLD.set_at
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a hold can only be lifted'; END IF;

CREATE TABLE IF NOT EXISTS destruction (
  destruction_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses and on the certificate',
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the records: retention.h',
  state ENUM('proposed', 'confirmed', 'refused', 'done') NOT NULL DEFAULT 'proposed',
  proposed_by INT UNSIGNED NOT NULL,
  proposed_at DATETIME NOT NULL,
  decided_by INT UNSIGNED NULL COMMENT 'who confirmed or refused: somebody else',
  decided_at DATETIME NULL,
  done_at DATETIME NULL,
  rule VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'in words, as it was when it was done',
  hash BINARY(32) NULL COMMENT 'SHA-256 of what the certificate says; the trail has it too',
  UNIQUE KEY destruction_ref (ref),
  KEY destruction_state (state, destruction_id),
  CONSTRAINT destruction_proposer FOREIGN KEY (proposed_by) REFERENCES person (person_id),
  CONSTRAINT destruction_decider FOREIGN KEY (decided_by) REFERENCES person (person_id),
  CONSTRAINT destruction_two_people CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CONSTRAINT destruction_decided CHECK ((state = 'proposed') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT destruction_certified CHECK ((state = 'done') = (hash IS NOT NULL AND done_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Destructions of records: proposed, decided by a second person, done by the program; a certificate for ever';

CREATE TABLE IF NOT EXISTS destruction_item (
  destruction_id INT UNSIGNED NOT NULL,
  record_id INT UNSIGNED NOT NULL,
  ref VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the record; its title is not kept',
  submitted_on DATE NOT NULL,
  closed_on DATE NULL,
  serious BOOLEAN NOT NULL,
  outcome ENUM('waiting', 'destroyed', 'kept') NOT NULL DEFAULT 'waiting' COMMENT 'kept: held, or not due any more, when it came to it',
  waits TINYINT AS (IF(outcome = 'waiting', 1, NULL)) PERSISTENT,
  PRIMARY KEY (destruction_id, record_id),
  KEY destruction_item_record (record_id, waits),
  CONSTRAINT destruction_item_of FOREIGN KEY (destruction_id) REFERENCES destruction (destruction_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Which records a destruction is of: a reference and three dates, nothing that was in them';

-- It begins as a proposal with records that wait; a second person decides; what was done stays, whoever asks.
CREATE OR REPLACE TRIGGER destruction_begins BEFORE INSERT ON destruction FOR EACH ROW
  IF NEW.state <> 'proposed' OR NEW.hash IS NOT NULL
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a destruction begins as a proposal'; END IF;
CREATE OR REPLACE TRIGGER destruction_stays BEFORE UPDATE ON destruction FOR EACH ROW
  IF NEW.destruction_id <> OLD.destruction_id OR NEW.ref <> OLD.ref OR NEW.kind <> OLD.kind OR NEW.proposed_by <> OLD.proposed_by
      OR NEW.proposed_at <> OLD.proposed_at
      OR CONCAT(OLD.state, ' ', NEW.state) NOT IN ('proposed confirmed', 'proposed refused', 'confirmed done')
      OR (OLD.decided_by IS NOT NULL AND (NEW.decided_by <> OLD.decided_by OR NEW.decided_at <> OLD.decided_at))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'two people decide on a destruction, and what was done stays'; END IF;
CREATE OR REPLACE TRIGGER destruction_item_begins BEFORE INSERT ON destruction_item FOR EACH ROW
  IF NEW.outcome <> 'waiting' OR (SELECT state FROM destruction WHERE destruction_id = NEW.destruction_id) <> 'proposed'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what is to be destroyed stays as it was proposed'; END IF;
CREATE OR REPLACE TRIGGER destruction_item_stays BEFORE UPDATE ON destruction_item FOR EACH ROW
  IF NEW.destruction_id <> OLD.destruction_id OR NEW.record_id <> OLD.record_id OR NEW.ref <> OLD.ref
      OR NEW.submitted_on <> OLD.submitted_on OR NOT (NEW.closed_on <=> OLD.closed_on) OR NEW.serious <> OLD.serious
      OR OLD.outcome <> 'waiting'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a certificate stays as it is'; END IF;

-- Whoever works for the pages proposes and decides; only the jobs do it.
CREATE OR REPLACE VIEW destruction_open AS
  SELECT destruction_id, state, decided_by, decided_at FROM destruction WHERE state IN ('proposed', 'confirmed', 'refused')
  WITH CASCADED CHECK OPTION;

GRANT SELECT, INSERT, UPDATE ON retention_hold TO soundings_staff;
GRANT SELECT, INSERT ON destruction TO soundings_staff;
GRANT SELECT, UPDATE ON destruction_open TO soundings_staff;
GRANT SELECT, INSERT ON destruction_item TO soundings_staff;
