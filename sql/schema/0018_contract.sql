-- 0018_contract.sql: the register of contracts and grants, their documents, and all that was changed in it.

CREATE TABLE IF NOT EXISTS contract_aim (
  aim_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  ended BOOLEAN NOT NULL DEFAULT 0 COMMENT 'not offered any more; what has it keeps it',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY contract_aim_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Strategic aims of the commissioner that contracts serve';

CREATE TABLE IF NOT EXISTS contract (
  contract_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random, "7KQF-2MXW": names it in addresses',
  submission BINARY(16) NOT NULL COMMENT 'of the form or the line that made it: a double tap makes one',
  reference VARCHAR(40) NOT NULL COMMENT 'the commissioner''s own, "VS/2024/07"',
  organisation_id INT UNSIGNED NOT NULL COMMENT 'who provides the service',
  kind ENUM('contract', 'grant') NOT NULL,
  service VARCHAR(200) NOT NULL COMMENT 'what it is for, in a few words: its title',
  served VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'who is served',
  area VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'where',
  route ENUM('open', 'restricted', 'direct', 'framework', 'bid', 'grant', 'inherited', 'unknown') NOT NULL DEFAULT 'unknown'
    COMMENT 'how it was awarded: contract.h has the words',
  starts_on DATE NOT NULL,
  first_ends_on DATE NOT NULL COMMENT 'as it was signed',
  ends_on DATE NOT NULL COMMENT 'with the extensions that were taken',
  status ENUM('planned', 'live', 'notice', 'ended') NOT NULL DEFAULT 'live' COMMENT 'notice: it was given, and it runs out',
  aim_id INT UNSIGNED NULL,
  lead_id INT UNSIGNED NULL COMMENT 'who looks after it',
  notice_months TINYINT UNSIGNED NULL COMMENT 'notice period; NULL: not known',
  monitoring VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'how it is monitored, in words',
  return_months TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'a monitoring return every so many months: 1, 3, 6, 12; 0: none',
  returns_from DATE NULL COMMENT 'the first period begins then',
  review_months TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'a review every so many months; 0: none',
  next_review_on DATE NULL,
  outcome ENUM('continue', 'conditions', 'vary', 'extend', 'taper', 'cease') NULL COMMENT 'of the last confirmed decision',
  decided_on DATE NULL,
  public BOOLEAN NOT NULL DEFAULT 1 COMMENT 'in the register that everybody can read',
  value_now BIGINT NOT NULL DEFAULT 0 COMMENT 'pence, of this financial year; this and the following are caches: contract_settle()',
  specified BOOLEAN NOT NULL DEFAULT 0 COMMENT 'has a specification that was agreed on',
  monitored BOOLEAN NOT NULL DEFAULT 0 COMMENT 'returns are due, with at least one KPI',
  returns_missing SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'overdue and not sent',
  red_kpis SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'in the newest return that was sent',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY contract_ref (ref),
  UNIQUE KEY contract_submission (submission),
  UNIQUE KEY contract_reference (reference),
  KEY contract_organisation (organisation_id, ends_on),
  KEY contract_aim (aim_id, status),
  KEY contract_lead (lead_id, ends_on),
  CONSTRAINT contract_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT contract_aim FOREIGN KEY (aim_id) REFERENCES contract_aim (aim_id),
  CONSTRAINT contract_lead FOREIGN KEY (lead_id) REFERENCES person (person_id),
  CONSTRAINT contract_dates CHECK (starts_on <= first_ends_on AND starts_on <= ends_on),
  CONSTRAINT contract_months CHECK (return_months IN (0, 1, 3, 6, 12) AND review_months <= 60),
  CONSTRAINT contract_returns CHECK (return_months = 0 OR returns_from IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Contracts with and grants to voluntary organisations, as they stand';

CREATE TABLE IF NOT EXISTS contract_value (
  contract_id INT UNSIGNED NOT NULL,
  year SMALLINT UNSIGNED NOT NULL COMMENT 'financial year, by the year it begins in: 2026 is April 2026 to March 2027',
  pence BIGINT NOT NULL,
  PRIMARY KEY (contract_id, year),
  CONSTRAINT contract_value_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id),
  CONSTRAINT contract_value_year CHECK (year BETWEEN 1990 AND 2100 AND pence BETWEEN 0 AND 100000000000)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Annual value of a contract, by financial year, in pence';

CREATE TABLE IF NOT EXISTS contract_extension (
  extension_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  contract_id INT UNSIGNED NOT NULL,
  ends_on DATE NOT NULL COMMENT 'until when it goes on, once it is taken',
  state ENUM('possible', 'taken', 'lapsed') NOT NULL DEFAULT 'possible' COMMENT 'possible: the contract allows it',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY contract_extension_ref (ref),
  UNIQUE KEY contract_extension_day (contract_id, ends_on),
  CONSTRAINT contract_extension_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Extensions that a contract allows, and those that were taken';

CREATE TABLE IF NOT EXISTS contract_kpi (
  kpi_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses and fields',
  contract_id INT UNSIGNED NOT NULL,
  position SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  name VARCHAR(200) NOT NULL,
  unit ENUM('number', 'percent', 'pounds', 'days', 'hours', 'score') NOT NULL DEFAULT 'number',
  target BIGINT NOT NULL COMMENT 'hundredths of the unit',
  better ENUM('high', 'low') NOT NULL DEFAULT 'high',
  amber TINYINT UNSIGNED NOT NULL DEFAULT 10 COMMENT 'amber: misses the target by at most so many per cent of it; further: red',
  every TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'asked in every so manieth return',
  outcome BOOLEAN NOT NULL DEFAULT 0 COMMENT 'counts what people got out of it: value for money is money by this',
  ended_on DATE NULL COMMENT 'not asked any more since',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY contract_kpi_ref (ref),
  KEY contract_kpi_contract (contract_id, position),
  CONSTRAINT contract_kpi_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id),
  CONSTRAINT contract_kpi_every CHECK (every BETWEEN 1 AND 12 AND amber <= 100 AND target BETWEEN -100000000000 AND 100000000000)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Key performance indicators of a contract with the targets of today; a return keeps the ones of its own time';

CREATE TABLE IF NOT EXISTS contract_survey (
  contract_id INT UNSIGNED NOT NULL,
  survey_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (contract_id, survey_id),
  KEY contract_survey_survey (survey_id),
  CONSTRAINT contract_survey_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Surveys that ask about the service of a contract: evidence for its reviews';

CREATE TABLE IF NOT EXISTS contract_document (
  document_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  contract_id INT UNSIGNED NOT NULL,
  kind ENUM('specification', 'agreement', 'variation', 'other') NOT NULL,
  title VARCHAR(200) NOT NULL,
  UNIQUE KEY contract_document_ref (ref),
  KEY contract_document_contract (contract_id, document_id),
  CONSTRAINT contract_document_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Documents of a contract: its specification, what was signed, variations';

CREATE TABLE IF NOT EXISTS contract_document_version (
  version_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  document_id INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL COMMENT 'from 1',
  agreed_on DATE NULL COMMENT 'by both sides; NULL: a draft',
  why VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what is new in it',
  held_at VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'where it lies, when its file is not here',
  name VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of the file, cleaned; this and the following as in incident_file',
  type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  size INT UNSIGNED NOT NULL DEFAULT 0,
  sha256 BINARY(32) NULL,
  scan ENUM('clean', 'unscanned') NULL,
  added_at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL COMMENT 'who added it',
  UNIQUE KEY contract_document_version_ref (ref),
  UNIQUE KEY contract_document_version_number (document_id, number) COMMENT 'two who add one at once: the second reads the list again',
  CONSTRAINT contract_document_version_document FOREIGN KEY (document_id) REFERENCES contract_document (document_id),
  CONSTRAINT contract_document_version_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT contract_document_version_somewhere CHECK ((sha256 IS NULL) = (held_at <> ''))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Versions of documents; rows are added, never changed';

CREATE TABLE IF NOT EXISTS contract_document_body (
  version_id INT UNSIGNED NOT NULL,
  part SMALLINT UNSIGNED NOT NULL COMMENT 'from 0, in their order',
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (version_id, part),
  CONSTRAINT contract_document_body FOREIGN KEY (version_id) REFERENCES contract_document_version (version_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The bytes of documents, in pieces';

CREATE TABLE IF NOT EXISTS contract_event (
  event_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  contract_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  person_id INT UNSIGNED NULL COMMENT 'NULL: the program',
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'contract.h, enum contract_event_kind',
  review_id INT UNSIGNED NULL COMMENT 'of a review: not for who has a conflict of interest there',
  text TEXT NOT NULL DEFAULT '' COMMENT 'why, as it was written',
  detail MEDIUMTEXT NOT NULL DEFAULT '{}' COMMENT 'JSON: {"field": {"from": …, "to": …}}, as in the trail',
  KEY contract_event_contract (contract_id, event_id),
  CONSTRAINT contract_event_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id),
  CONSTRAINT contract_event_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT contract_event_json CHECK (JSON_VALID(detail))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Every change of a contract, with who and why. Rows are added, never changed';

CREATE TABLE IF NOT EXISTS contract_action (
  action_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  contract_id INT UNSIGNED NULL COMMENT 'or of a decision on a submission',
  decision_id INT UNSIGNED NULL COMMENT 'a condition of that decision',
  organisation_id INT UNSIGNED NOT NULL COMMENT 'of the contract or the submission',
  what VARCHAR(500) NOT NULL,
  owner_id INT UNSIGNED NULL COMMENT 'somebody of the commissioner; NULL: the organisation itself',
  due_on DATE NOT NULL,
  state ENUM('open', 'done', 'cancelled') NOT NULL DEFAULT 'open',
  evidence TEXT NOT NULL DEFAULT '' COMMENT 'done: how we know; cancelled: why',
  made_at DATETIME NOT NULL,
  ended_at DATETIME NULL,
  reminded_at DATETIME NULL,
  chased_at DATETIME NULL,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY contract_action_ref (ref),
  KEY contract_action_contract (contract_id, state, due_on),
  KEY contract_action_organisation (organisation_id, state, due_on),
  KEY contract_action_due (state, due_on),
  CONSTRAINT contract_action_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id),
  CONSTRAINT contract_action_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT contract_action_owner FOREIGN KEY (owner_id) REFERENCES person (person_id),
  CONSTRAINT contract_action_ended CHECK ((state = 'open') = (ended_at IS NULL) AND (state = 'open' OR evidence <> ''))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What is to be done about a contract or a submission: conditions of decisions above all';

-- What a version of a document said stays, whoever asks; so does the history.
ALTER TABLE search_word MODIFY COLUMN subject ENUM('organisation', 'person', 'incident', 'bulletin', 'contract', 'review', 'submission') NOT NULL;

GRANT SELECT, INSERT, UPDATE ON contract_aim TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON contract TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_value TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON contract_extension TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON contract_kpi TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON contract_survey TO soundings_staff;
GRANT SELECT, INSERT ON contract_document TO soundings_staff;
GRANT SELECT, INSERT ON contract_document_version TO soundings_staff;
GRANT SELECT, INSERT ON contract_document_body TO soundings_staff;
GRANT SELECT, INSERT ON contract_event TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON contract_action TO soundings_staff;
