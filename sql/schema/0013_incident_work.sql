-- 0013_incident_work.sql: what is found out about an incident, and what is done about it.

CREATE TABLE IF NOT EXISTS incident_note (
  note_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  incident_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  text TEXT NOT NULL COMMENT 'incident_event has it too, among all that happened',
  corrects CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ref of the note that this one puts right',
  UNIQUE KEY incident_note_ref (ref),
  KEY incident_note_incident (incident_id, note_id),
  KEY incident_note_corrects (corrects),
  CONSTRAINT incident_note_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id),
  CONSTRAINT incident_note_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Notes of an investigation. Rows are added, never changed: a slip is put right by another note';

CREATE TABLE IF NOT EXISTS incident_investigation (
  incident_id INT UNSIGNED NOT NULL PRIMARY KEY,
  found TEXT NOT NULL DEFAULT '' COMMENT 'what the investigation found',
  why_1 TEXT NOT NULL DEFAULT '' COMMENT 'five whys: why it happened; each next one answers why that was',
  why_2 TEXT NOT NULL DEFAULT '',
  why_3 TEXT NOT NULL DEFAULT '',
  why_4 TEXT NOT NULL DEFAULT '',
  why_5 TEXT NOT NULL DEFAULT '',
  factors TEXT NOT NULL DEFAULT '{}' COMMENT 'JSON: name of an LFPSE list to the codes that contributed',
  other_factors TEXT NOT NULL DEFAULT '' COMMENT 'what the lists have no word for',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  CONSTRAINT incident_investigation_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id),
  CONSTRAINT incident_investigation_json CHECK (JSON_VALID(factors))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Investigations of incidents as they stand; what was written before is in incident_event';

CREATE TABLE IF NOT EXISTS incident_step (
  step_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  incident_id INT UNSIGNED NOT NULL,
  happened_on DATE NOT NULL,
  about VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'the time of the day as it is known: "about 10:30", "after lunch"',
  minute SMALLINT UNSIGNED NULL COMMENT 'of the day, where "about" says a time; for the order',
  what TEXT NOT NULL COMMENT 'what happened then',
  made_at DATETIME NOT NULL,
  removed_at DATETIME NULL COMMENT 'taken out again; incident_event says by whom',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY incident_step_ref (ref),
  KEY incident_step_incident (incident_id, happened_on, minute),
  CONSTRAINT incident_step_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id),
  CONSTRAINT incident_step_minute CHECK (COALESCE(minute, 0) < 1440)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What happened in an incident, step by step, as the investigation puts it together';

CREATE TABLE IF NOT EXISTS incident_action (
  action_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  incident_id INT UNSIGNED NOT NULL,
  what VARCHAR(500) NOT NULL COMMENT 'what is to be done',
  owner_id INT UNSIGNED NULL COMMENT 'who does it: somebody of the commissioner',
  owner_name VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'or somebody else, and of which organisation',
  owner_organisation VARCHAR(200) NOT NULL DEFAULT '',
  due_on DATE NOT NULL,
  state ENUM('open', 'done', 'cancelled') NOT NULL DEFAULT 'open',
  evidence TEXT NOT NULL DEFAULT '' COMMENT 'done: how we know that it was',
  why TEXT NOT NULL DEFAULT '' COMMENT 'cancelled: why',
  made_at DATETIME NOT NULL,
  ended_at DATETIME NULL COMMENT 'done or cancelled',
  reminded_at DATETIME NULL COMMENT 'the owner was written to before it was due',
  chased_at DATETIME NULL COMMENT 'the owner was written to when it was overdue',
  place INT UNSIGNED GENERATED ALWAYS AS (IF(state = 'open', 0, 10000000) + TO_DAYS(due_on)) STORED
    COMMENT 'the order of the list: open ones by their date, then the others',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY incident_action_ref (ref),
  KEY incident_action_incident (incident_id, place),
  KEY incident_action_place (place),
  KEY incident_action_due (due_on),
  KEY incident_action_state (state, place),
  KEY incident_action_state_due (state, due_on),
  KEY incident_action_owner (owner_id, place),
  KEY incident_action_owner_due (owner_id, due_on),
  CONSTRAINT incident_action_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id),
  CONSTRAINT incident_action_owner FOREIGN KEY (owner_id) REFERENCES person (person_id),
  CONSTRAINT incident_action_somebody CHECK (owner_id IS NOT NULL OR owner_name <> ''),
  CONSTRAINT incident_action_ended CHECK ((state = 'open') = (ended_at IS NULL)),
  CONSTRAINT incident_action_told CHECK (state <> 'done' OR evidence <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What is to be done because of an incident, by whom and until when';

CREATE TABLE IF NOT EXISTS incident_candour (
  incident_id INT UNSIGNED NOT NULL PRIMARY KEY,
  applies ENUM('yes', 'no', 'unknown') NOT NULL COMMENT 'incident.candour says the same',
  why TEXT NOT NULL DEFAULT '' COMMENT 'why it does, or does not',
  limbs VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of Regulation 20(9), with commas between',
  known_on DATE NULL COMMENT 'when we knew that it applies',
  told_on DATE NULL,
  told_whom VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  told_by VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'in which role, never a name of a patient',
  told_how VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  account_on DATE NULL COMMENT 'a true account was given',
  enquiries_on DATE NULL COMMENT 'they were told what further enquiries there will be',
  enquiries TEXT NOT NULL DEFAULT '' COMMENT 'which',
  apology_on DATE NULL,
  record_on DATE NULL COMMENT 'a written record was made',
  letter_on DATE NULL COMMENT 'the letter went',
  support_on DATE NULL COMMENT 'support was offered',
  support TEXT NOT NULL DEFAULT '' COMMENT 'which',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  CONSTRAINT incident_candour_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Duty of candour of an incident: does it apply, and which step was done when';

CREATE TABLE IF NOT EXISTS incident_letter (
  letter_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  incident_id INT UNSIGNED NOT NULL,
  kind ENUM('candour', 'acknowledgement', 'provider', 'outcome') NOT NULL,
  whom VARCHAR(500) NOT NULL COMMENT 'to whom, as it stands above the letter',
  body TEXT NOT NULL COMMENT 'what is not to be kept here stands in square brackets',
  made_at DATETIME NOT NULL,
  made_by INT UNSIGNED NOT NULL,
  sent_on DATE NULL COMMENT 'it stays as it went',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY incident_letter_ref (ref),
  KEY incident_letter_incident (incident_id, letter_id),
  CONSTRAINT incident_letter_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id),
  CONSTRAINT incident_letter_maker FOREIGN KEY (made_by) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Letters about an incident, to be printed; patients are never named in them';

-- What was sent stays what was sent, whoever asks, a worker taken over too.
CREATE OR REPLACE TRIGGER incident_letter_stays BEFORE UPDATE ON incident_letter FOR EACH ROW
  IF OLD.sent_on IS NOT NULL OR NEW.ref <> OLD.ref OR NEW.incident_id <> OLD.incident_id OR NEW.made_by <> OLD.made_by
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a letter stays as it was sent'; END IF;

GRANT SELECT, INSERT ON incident_note TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON incident_investigation TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON incident_step TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON incident_action TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON incident_candour TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON incident_letter TO soundings_staff;
