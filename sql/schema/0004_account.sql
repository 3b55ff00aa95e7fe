-- 0004_account.sql: memberships instead of one organisation a person; invitations, lost passwords and devices; forms that
-- a session ended under.

ALTER TABLE person
  ADD COLUMN IF NOT EXISTS state ENUM('invited', 'active', 'disabled') NOT NULL DEFAULT 'active',
  ADD COLUMN IF NOT EXISTS last_seen_at DATETIME NULL,
  ADD COLUMN IF NOT EXISTS password_at DATETIME NULL COMMENT 'when it was last chosen',
  ADD COLUMN IF NOT EXISTS row_version INT UNSIGNED NOT NULL DEFAULT 1,
  ADD KEY IF NOT EXISTS person_name (name, person_id),
  ADD KEY IF NOT EXISTS person_state (state, name),
  ADD KEY IF NOT EXISTS person_last_seen (last_seen_at, person_id);

ALTER TABLE person MODIFY COLUMN organisation_id INT UNSIGNED NOT NULL COMMENT 'for whom they last acted: what they may do is in membership';

CREATE TABLE IF NOT EXISTS membership (
  person_id INT UNSIGNED NOT NULL,
  organisation_id INT UNSIGNED NOT NULL,
  role ENUM('practice_member', 'provider_member', 'author', 'incident_manager', 'contract_reviewer', 'auditor',
    'administrator') NOT NULL,
  PRIMARY KEY (person_id, organisation_id, role),
  KEY membership_organisation (organisation_id, role, person_id),
  KEY membership_role (role, person_id),
  CONSTRAINT membership_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT membership_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What a person may do for an organisation; roles add up';

INSERT IGNORE INTO membership (person_id, organisation_id, role)
  SELECT r.person_id, p.organisation_id, r.role FROM person_role r JOIN person p ON p.person_id = r.person_id;

DROP TABLE IF EXISTS person_role;

ALTER TABLE session
  ADD COLUMN IF NOT EXISTS organisation_id INT UNSIGNED NULL COMMENT 'for whom the person acts',
  ADD COLUMN IF NOT EXISTS role VARCHAR(40) NULL COMMENT 'acts in this role alone; NULL: in all they have there',
  ADD COLUMN IF NOT EXISTS csrf_hash BINARY(32) NULL COMMENT 'of the token in this session''s forms: says whose a late form is',
  ADD COLUMN IF NOT EXISTS ended_at DATETIME NULL COMMENT 'signed out; the row stays for a day, for csrf_hash',
  ADD UNIQUE KEY IF NOT EXISTS session_csrf (csrf_hash),
  ADD KEY IF NOT EXISTS session_seen (seen_at);

CREATE TABLE IF NOT EXISTS account_token (
  token_hash BINARY(32) NOT NULL PRIMARY KEY COMMENT 'the token itself is only in the message',
  person_id INT UNSIGNED NOT NULL,
  purpose ENUM('invite', 'password', 'device') NOT NULL,
  made_by INT UNSIGNED NULL COMMENT 'who invites; NULL: the command line, or the person asked themselves',
  totp_secret VARBINARY(200) NULL COMMENT 'invite, device: the device that will be set up, sealed',
  made_at DATETIME NOT NULL,
  expires_at DATETIME NOT NULL,
  spent_at DATETIME NULL,
  KEY account_token_person (person_id, purpose),
  KEY account_token_expires (expires_at),
  CONSTRAINT account_token_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT account_token_made_by FOREIGN KEY (made_by) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Links that were mailed: an invitation, a new password, a new device. Each works once, and not for long';

CREATE TABLE IF NOT EXISTS recovery_code (
  person_id INT UNSIGNED NOT NULL,
  code_hash BINARY(32) NOT NULL COMMENT 'of 80 random bits',
  PRIMARY KEY (person_id, code_hash),
  CONSTRAINT recovery_code_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Codes on paper that stand in for a lost device; each is deleted when it was used';

CREATE TABLE IF NOT EXISTS device_request (
  request_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id INT UNSIGNED NOT NULL COMMENT 'who has lost a device',
  asked_by INT UNSIGNED NOT NULL COMMENT 'an administrator',
  asked_at DATETIME NOT NULL,
  reason VARCHAR(500) NOT NULL,
  agreed_by INT UNSIGNED NULL COMMENT 'another administrator',
  ended_at DATETIME NULL COMMENT 'agreed, refused or withdrawn',
  outcome ENUM('waiting', 'agreed', 'refused') NOT NULL DEFAULT 'waiting',
  waiting_person_id INT UNSIGNED AS (IF(outcome = 'waiting', person_id, NULL)) STORED COMMENT 'one waits for a person at a time',
  UNIQUE KEY device_request_one (waiting_person_id),
  KEY device_request_person (person_id, outcome),
  KEY device_request_waiting (outcome, asked_at),
  CONSTRAINT device_request_two CHECK (agreed_by IS NULL OR (agreed_by <> asked_by AND agreed_by <> person_id)),
  CONSTRAINT device_request_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT device_request_asked_by FOREIGN KEY (asked_by) REFERENCES person (person_id),
  CONSTRAINT device_request_agreed_by FOREIGN KEY (agreed_by) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Lost devices: one administrator asks for a new one, another agrees';

CREATE TABLE IF NOT EXISTS password_request (
  request_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(254) NOT NULL COMMENT 'as typed; whether anybody has it is looked up by the jobs, out of sight',
  asked_at DATETIME NOT NULL,
  KEY password_request_asked (asked_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Forgotten passwords, until the jobs have answered them';

CREATE TABLE IF NOT EXISTS kept_form (
  kept_id BINARY(16) NOT NULL PRIMARY KEY COMMENT 'random',
  person_id INT UNSIGNED NOT NULL COMMENT 'whose session the form came from; nobody else is given it',
  organisation_id INT UNSIGNED NOT NULL COMMENT 'for whom they acted then',
  path VARCHAR(500) NOT NULL,
  body MEDIUMBLOB NOT NULL COMMENT 'what was typed, sealed; no password or code',
  kept_at DATETIME NOT NULL,
  KEY kept_form_person (person_id, kept_at),
  KEY kept_form_kept (kept_at),
  CONSTRAINT kept_form_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT kept_form_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What somebody typed while their session ended, until they have it back';

-- In addresses and on pages: ids that people see never count up.
ALTER TABLE person
  ADD COLUMN IF NOT EXISTS ref CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT (LPAD(LOWER(CONV(HEX(RANDOM_BYTES(6)), 16, 36)), 10, '0')) COMMENT 'random; names the person in addresses',
  ADD UNIQUE KEY IF NOT EXISTS person_ref (ref);

ALTER TABLE device_request
  ADD COLUMN IF NOT EXISTS ref CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT (LPAD(LOWER(CONV(HEX(RANDOM_BYTES(6)), 16, 36)), 10, '0')) COMMENT 'random; names the request in addresses',
  ADD COLUMN IF NOT EXISTS ended_by INT UNSIGNED NULL COMMENT 'who refused or withdrew it; who agreed is in agreed_by',
  ADD UNIQUE KEY IF NOT EXISTS device_request_ref (ref);

ALTER TABLE device_request MODIFY COLUMN outcome ENUM('waiting', 'agreed', 'refused', 'withdrawn', 'lapsed') NOT NULL DEFAULT 'waiting';

ALTER TABLE device_request
  ADD CONSTRAINT device_request_ended_by FOREIGN KEY IF NOT EXISTS (ended_by) REFERENCES person (person_id);

-- Two administrators, neither of them the person. A session may switch CHECKs off for itself, a worker taken over too; not this.
CREATE OR REPLACE TRIGGER device_request_begins BEFORE INSERT ON device_request FOR EACH ROW
  IF NEW.asked_by = NEW.person_id OR NEW.outcome <> 'waiting' OR NEW.agreed_by IS NOT NULL
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a device request waits for a second administrator'; END IF;

CREATE OR REPLACE TRIGGER device_request_agreed BEFORE UPDATE ON device_request FOR EACH ROW
  IF NEW.person_id <> OLD.person_id OR NEW.asked_by <> OLD.asked_by OR OLD.outcome <> 'waiting'
      OR (NEW.outcome = 'agreed') <> (NEW.agreed_by IS NOT NULL)
      OR NEW.agreed_by IN (OLD.asked_by, OLD.person_id)
      OR (NEW.agreed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM membership m
        JOIN organisation o ON o.organisation_id = m.organisation_id
        WHERE m.person_id = NEW.agreed_by AND m.role = 'administrator' AND o.kind = 'commissioner'))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'two administrators agree to a new device'; END IF;

ALTER TABLE person
  ADD KEY IF NOT EXISTS person_state_seen (state, last_seen_at, person_id);

GRANT SELECT, INSERT, UPDATE ON person TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON membership TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON account_token TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON recovery_code TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON device_request TO soundings_staff;
GRANT INSERT ON password_request TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON kept_form TO soundings_staff;
