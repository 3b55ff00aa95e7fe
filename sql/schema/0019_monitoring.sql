-- 0019_monitoring.sql: monitoring returns: what is due when, what was sent, and its figures.

CREATE TABLE IF NOT EXISTS monitoring_return (
  return_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  contract_id INT UNSIGNED NOT NULL,
  organisation_id INT UNSIGNED NOT NULL COMMENT 'the contract''s: who sends it',
  starts_on DATE NOT NULL COMMENT 'of its period',
  ends_on DATE NOT NULL,
  due_on DATE NOT NULL,
  state ENUM('due', 'sent', 'back', 'accepted', 'excused') NOT NULL DEFAULT 'due' COMMENT 'back: a question waits for an answer; excused: none is wanted',
  state_at DATETIME NOT NULL,
  draft MEDIUMTEXT NULL COMMENT 'JSON: what was typed so far, right or wrong',
  draft_by INT UNSIGNED NULL,
  draft_at DATETIME NULL,
  version SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of what was sent last; 0: nothing yet',
  sent_at DATETIME NULL COMMENT 'for the first time',
  question TEXT NOT NULL DEFAULT '' COMMENT 'state back: what the commissioner asks; excused: why',
  decided_by INT UNSIGNED NULL COMMENT 'who accepted it, asked back, or excused it',
  rag ENUM('red', 'amber', 'green') NULL COMMENT 'the worst of its KPIs; NULL: none has a figure',
  spend BIGINT NULL COMMENT 'pence, of the period',
  reminded_at DATETIME NULL COMMENT 'before it was due',
  chased_at DATETIME NULL COMMENT 'when it was overdue',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY monitoring_return_ref (ref),
  UNIQUE KEY monitoring_return_period (contract_id, starts_on) COMMENT 'made once, however often the job runs',
  KEY monitoring_return_organisation (organisation_id, state, due_on),
  KEY monitoring_return_state (state, due_on),
  KEY monitoring_return_due (due_on),
  CONSTRAINT monitoring_return_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id),
  CONSTRAINT monitoring_return_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT monitoring_return_writer FOREIGN KEY (draft_by) REFERENCES person (person_id),
  CONSTRAINT monitoring_return_decider FOREIGN KEY (decided_by) REFERENCES person (person_id),
  CONSTRAINT monitoring_return_dates CHECK (starts_on <= ends_on AND ends_on <= due_on),
  CONSTRAINT monitoring_return_sent CHECK ((version = 0) = (sent_at IS NULL) AND (state NOT IN ('sent', 'accepted') OR version > 0))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Monitoring returns: one for each period of a contract';

CREATE TABLE IF NOT EXISTS monitoring_version (
  return_id INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL COMMENT 'from 1',
  submission BINARY(16) NOT NULL COMMENT 'of the form: a double tap sends one',
  sent_at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  answers MEDIUMTEXT NOT NULL COMMENT 'JSON: the checked answers, and the KPIs with the targets they had',
  reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'from the second on: what is corrected, and why',
  PRIMARY KEY (return_id, number),
  UNIQUE KEY monitoring_version_submission (submission),
  CONSTRAINT monitoring_version_return FOREIGN KEY (return_id) REFERENCES monitoring_return (return_id),
  CONSTRAINT monitoring_version_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT monitoring_version_json CHECK (JSON_VALID(answers)),
  CONSTRAINT monitoring_version_why CHECK (number = 1 OR reason <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Returns as they were sent; a correction is another version. Rows are added, never changed';

CREATE TABLE IF NOT EXISTS monitoring_value (
  return_id INT UNSIGNED NOT NULL,
  kpi_id INT UNSIGNED NOT NULL,
  value BIGINT NULL COMMENT 'hundredths; NULL: there was nothing to measure, the return says why',
  target BIGINT NOT NULL COMMENT 'as it was then; better and amber too',
  better ENUM('high', 'low') NOT NULL,
  amber TINYINT UNSIGNED NOT NULL,
  rag ENUM('red', 'amber', 'green') NULL,
  PRIMARY KEY (return_id, kpi_id),
  KEY monitoring_value_kpi (kpi_id, return_id),
  CONSTRAINT monitoring_value_return FOREIGN KEY (return_id) REFERENCES monitoring_return (return_id),
  CONSTRAINT monitoring_value_kpi FOREIGN KEY (kpi_id) REFERENCES contract_kpi (kpi_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The figures of the newest version of each return, for trends; its version has them too';

GRANT SELECT, INSERT, UPDATE ON monitoring_return TO soundings_staff;
GRANT SELECT, INSERT ON monitoring_version TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON monitoring_value TO soundings_staff;
