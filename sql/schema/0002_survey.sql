-- 0002_survey.sql: surveys and their frozen versions, invitations, responses, and the totals made of them.

CREATE TABLE IF NOT EXISTS survey (
  survey_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation_id INT UNSIGNED NOT NULL COMMENT 'who asks',
  slug VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its address: /s/SLUG',
  kind ENUM('survey', 'fft') NOT NULL,
  anonymity ENUM('open', 'unlinkable', 'confidential') NOT NULL COMMENT 'fixed at the first answer',
  title VARCHAR(200) NOT NULL,
  opens_at DATETIME NULL COMMENT 'UTC',
  closes_at DATETIME NULL COMMENT 'UTC; closed from then on',
  current_version INT UNSIGNED NULL COMMENT 'NULL: never published',
  UNIQUE KEY slug (slug),
  UNIQUE KEY mode (survey_id, anonymity) COMMENT 'invitation and response_link name their mode through it',
  CONSTRAINT survey_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'A survey: its address, who asks, when it is open. What it asks is in survey_version';

CREATE TABLE IF NOT EXISTS survey_version (
  survey_id INT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL COMMENT 'from 1',
  definition MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
    COMMENT 'JSON as in sql/demo/README.md, without the dates',
  published_at DATETIME NOT NULL COMMENT 'UTC',
  PRIMARY KEY (survey_id, version),
  CONSTRAINT survey_version_json CHECK (JSON_VALID(definition)),
  CONSTRAINT survey_version_survey FOREIGN KEY (survey_id) REFERENCES survey (survey_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What a survey asked, frozen when it was published';

CREATE OR REPLACE TRIGGER survey_version_frozen BEFORE UPDATE ON survey_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published version is frozen';

-- The primary key begins with the survey, so that an export reads one survey's responses side by side; the id is random,
-- so that their order says nothing about when each came. No finer date than the week, no address, agent or person.
CREATE TABLE IF NOT EXISTS response (
  survey_id INT UNSIGNED NOT NULL,
  response_id BINARY(16) NOT NULL COMMENT 'random',
  version INT UNSIGNED NOT NULL,
  submission BINARY(16) NOT NULL COMMENT 'hash of the form''s random token: the same form sent again finds this row',
  digest BINARY(16) NOT NULL COMMENT 'keyed, of submission and answers: was the same sent again, or something else?',
  received_on DATE NOT NULL COMMENT 'the Monday of the week, or the first of the month',
  answers TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON, question code to answer',
  PRIMARY KEY (survey_id, response_id),
  UNIQUE KEY submission (submission),
  CONSTRAINT response_json CHECK (JSON_VALID(answers)),
  CONSTRAINT response_week CHECK (WEEKDAY(received_on) = 0 OR DAYOFMONTH(received_on) = 1),
  CONSTRAINT response_survey FOREIGN KEY (survey_id) REFERENCES survey (survey_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'One response, whole';

-- NULL is refused by the column, so the update fails.
CREATE OR REPLACE TRIGGER survey_anonymity_fixed BEFORE UPDATE ON survey FOR EACH ROW
  SET NEW.anonymity = IF(NEW.anonymity <> OLD.anonymity
    AND EXISTS (SELECT 1 FROM response WHERE survey_id = OLD.survey_id), NULL, NEW.anonymity);

CREATE TABLE IF NOT EXISTS response_pending (
  survey_id INT UNSIGNED NOT NULL,
  response_id BINARY(16) NOT NULL,
  PRIMARY KEY (survey_id, response_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Responses that survey_total does not count yet';

-- A session may switch CHECKs off for itself, a worker taken over too; not this.
CREATE OR REPLACE TRIGGER response_is_json BEFORE INSERT ON response FOR EACH ROW
  IF NOT JSON_VALID(NEW.answers) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'answers are JSON'; END IF;

-- A trigger, so that no way of storing a response can forget it, and an answer costs one statement.
CREATE OR REPLACE TRIGGER response_is_pending AFTER INSERT ON response FOR EACH ROW
  INSERT INTO response_pending (survey_id, response_id) VALUES (NEW.survey_id, NEW.response_id);

CREATE TABLE IF NOT EXISTS survey_total (
  survey_id INT UNSIGNED NOT NULL,
  question VARCHAR(65) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'question code; a grid''s row is CODE.ROW; empty: the responses themselves',
  choice VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'see survey.h, struct tally_row',
  month DATE NOT NULL COMMENT 'its first day',
  n BIGINT NOT NULL,
  PRIMARY KEY (survey_id, question, choice, month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Counts of the folded responses: a cache, made again by soundings tally --rebuild';

CREATE TABLE IF NOT EXISTS response_text (
  survey_id INT UNSIGNED NOT NULL,
  question VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  month DATE NOT NULL COMMENT 'its first day',
  response_id BINARY(16) NOT NULL,
  PRIMARY KEY (survey_id, question, month, response_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Which folded responses say something to a free-text question, for paging: a cache like survey_total';

-- The mode stands in the row, tied to the survey's own, so that the checks below need no trigger.
CREATE TABLE IF NOT EXISTS invitation (
  survey_id INT UNSIGNED NOT NULL,
  token_hash BINARY(32) NOT NULL COMMENT 'the token itself is only in the message',
  anonymity ENUM('open', 'unlinkable', 'confidential') NOT NULL,
  spent TINYINT(1) NOT NULL DEFAULT 0,
  person_id INT UNSIGNED NULL COMMENT 'confidential only',
  contact VARCHAR(254) NULL COMMENT 'confidential only: e-mail address',
  PRIMARY KEY (survey_id, token_hash),
  UNIQUE KEY token_hash (token_hash),
  CONSTRAINT invitation_mode CHECK (anonymity <> 'open'),
  CONSTRAINT invitation_unlinkable CHECK (anonymity = 'confidential' OR (person_id IS NULL AND contact IS NULL)),
  CONSTRAINT invitation_survey FOREIGN KEY (survey_id, anonymity) REFERENCES survey (survey_id, anonymity)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Invitations. Unlinkable: a hash and whether it is spent, never a person beside it';

CREATE TABLE IF NOT EXISTS response_link (
  survey_id INT UNSIGNED NOT NULL,
  response_id BINARY(16) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  anonymity ENUM('open', 'unlinkable', 'confidential') NOT NULL DEFAULT 'confidential',
  PRIMARY KEY (survey_id, response_id),
  UNIQUE KEY token_hash (token_hash),
  CONSTRAINT response_link_mode CHECK (anonymity = 'confidential'),
  CONSTRAINT response_link_survey FOREIGN KEY (survey_id, anonymity) REFERENCES survey (survey_id, anonymity),
  CONSTRAINT response_link_response FOREIGN KEY (survey_id, response_id) REFERENCES response (survey_id, response_id),
  CONSTRAINT response_link_invitation FOREIGN KEY (survey_id, token_hash) REFERENCES invitation (survey_id, token_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Confidential surveys alone: which invitation a response came from';

-- The public pool adds responses and recognises one it was sent before. It reads neither answers, totals nor people.
GRANT SELECT ON survey TO soundings_public;
GRANT SELECT ON survey_version TO soundings_public;
-- Through a view, never by a grant on columns: HANDLER does not look at those, and would read whole rows.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW response_sent AS SELECT submission, digest FROM response;
GRANT SELECT ON response_sent TO soundings_public;
GRANT INSERT ON response TO soundings_public;

GRANT SELECT ON survey TO soundings_staff;
GRANT SELECT ON survey_version TO soundings_staff;
GRANT SELECT ON response TO soundings_staff;
GRANT SELECT, DELETE ON response_pending TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON survey_total TO soundings_staff;
GRANT SELECT, INSERT ON response_text TO soundings_staff;
