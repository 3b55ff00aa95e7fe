-- 0012_investigation.sql: what a provider is asked to find out about an incident, and what it answers.

CREATE TABLE IF NOT EXISTS investigation_request (
  request_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random, like an incident''s, and not that: the practice knows that one',
  submission BINARY(16) NOT NULL COMMENT 'of the form that asked: a double tap asks once',
  incident_id INT UNSIGNED NOT NULL,
  organisation_id INT UNSIGNED NOT NULL COMMENT 'who is asked; since a merge, whoever goes on for it',
  asked_by INT UNSIGNED NOT NULL,
  asked_at DATETIME NOT NULL,
  due_on DATE NOT NULL COMMENT 'the last day',
  subject VARCHAR(200) NOT NULL COMMENT 'in a manager''s words, as all of this is: the report itself is never shown',
  brief MEDIUMTEXT NOT NULL COMMENT 'what happened',
  questions TEXT NOT NULL COMMENT 'of the first round',
  shown ENUM('name', 'practice', 'nobody') NOT NULL DEFAULT 'nobody' COMMENT 'what they are told of who reported: never more than incident.share allows',
  state ENUM('asked', 'answered', 'accepted', 'withdrawn') NOT NULL DEFAULT 'asked',
  state_at DATETIME NOT NULL COMMENT 'since when',
  round TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'one more each time they are asked again',
  again TEXT NOT NULL DEFAULT '' COMMENT 'what was asked last, after the first round',
  draft MEDIUMTEXT NULL COMMENT 'JSON: an answer that is being written',
  draft_by INT UNSIGNED NULL,
  draft_at DATETIME NULL,
  reminded_at DATETIME NULL COMMENT 'of this round, some days before it is due',
  overdue_at DATETIME NULL COMMENT 'told that it is overdue, of this round',
  place BIGINT GENERATED ALWAYS AS (IF(state = 'asked', TO_DAYS(due_on), 20000000 - TO_DAYS(state_at))) STORED
    COMMENT 'the order of the list, smallest first: open ones by their date, then the others, the latest first',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY investigation_ref (ref),
  UNIQUE KEY investigation_submission (submission),
  KEY investigation_incident (incident_id, request_id),
  KEY investigation_organisation (organisation_id, place),
  KEY investigation_state (state, due_on),
  KEY investigation_place (place),
  KEY investigation_asked (asked_at),
  KEY investigation_due (due_on),
  CONSTRAINT investigation_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id),
  CONSTRAINT investigation_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT investigation_asked_by FOREIGN KEY (asked_by) REFERENCES person (person_id),
  CONSTRAINT investigation_draft_by FOREIGN KEY (draft_by) REFERENCES person (person_id),
  CONSTRAINT investigation_draft_json CHECK (draft IS NULL OR JSON_VALID(draft)),
  CONSTRAINT investigation_draft_open CHECK (draft IS NULL OR state = 'asked'),
  CONSTRAINT investigation_round CHECK (round > 0 AND (round = 1) = (again = ''))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What a provider is asked about an incident: a manager''s words, never the report';

CREATE TABLE IF NOT EXISTS investigation_answer (
  answer_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_id INT UNSIGNED NOT NULL,
  round TINYINT UNSIGNED NOT NULL,
  answered_by INT UNSIGNED NOT NULL COMMENT 'who sent it; or who wrote down what came another way',
  organisation_id INT UNSIGNED NOT NULL COMMENT 'for whom they acted',
  answered_at DATETIME NOT NULL,
  channel ENUM('here', 'letter', 'email', 'telephone', 'meeting') NOT NULL DEFAULT 'here' COMMENT 'how it came',
  found MEDIUMTEXT NOT NULL COMMENT 'what they found',
  why MEDIUMTEXT NOT NULL COMMENT 'why it happened',
  done MEDIUMTEXT NOT NULL COMMENT 'what they have done or will do',
  done_on DATE NULL COMMENT 'by when',
  learn MEDIUMTEXT NOT NULL COMMENT 'what they would like others to learn',
  UNIQUE KEY investigation_answer_round (request_id, round),
  CONSTRAINT investigation_answer_request FOREIGN KEY (request_id) REFERENCES investigation_request (request_id),
  CONSTRAINT investigation_answer_person FOREIGN KEY (answered_by) REFERENCES person (person_id),
  CONSTRAINT investigation_answer_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Answers of providers, one a round. Rows are added, never changed: what was sent stays what was sent';

-- Nobody is told more of who reported than the reporter allowed, whoever asks, a worker taken over too.
CREATE OR REPLACE TRIGGER investigation_request_shown BEFORE INSERT ON investigation_request FOR EACH ROW
  IF NEW.shown + 0 < (SELECT i.share + 0 FROM incident i WHERE i.incident_id = NEW.incident_id)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the reporter does not want that to be shown'; END IF;
-- What was asked stays what was asked, and of whom; what was taken back stays taken back.
CREATE OR REPLACE TRIGGER investigation_request_stays BEFORE UPDATE ON investigation_request FOR EACH ROW
  IF NEW.request_id <> OLD.request_id OR NEW.ref <> OLD.ref OR NEW.incident_id <> OLD.incident_id
      OR NEW.organisation_id <> OLD.organisation_id OR NEW.asked_by <> OLD.asked_by OR NEW.asked_at <> OLD.asked_at
      OR NEW.shown <> OLD.shown OR NEW.subject <> BINARY OLD.subject OR NEW.brief <> BINARY OLD.brief
      OR NEW.questions <> BINARY OLD.questions
      OR NEW.round < OLD.round OR (OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn')
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a request stays as it was asked'; END IF;

-- Who reported, as far as a provider is told: every page of a provider has it from here, and from nowhere else.
CREATE OR REPLACE VIEW investigation_who AS
  SELECT q.request_id, IF(q.shown IN ('name', 'practice') AND i.share IN ('name', 'practice'), o.name, NULL) AS practice,
    IF(q.shown = 'name' AND i.share = 'name', p.name, NULL) AS reporter
  FROM investigation_request q JOIN incident i ON i.incident_id = q.incident_id
    JOIN organisation o ON o.organisation_id = i.organisation_id LEFT JOIN person p ON p.person_id = i.reporter_id;

-- A provider's history is looked up by its request.
ALTER TABLE incident_event ADD KEY IF NOT EXISTS incident_event_request (request_id, event_id);

GRANT SELECT, INSERT, UPDATE ON investigation_request TO soundings_staff;
GRANT SELECT, INSERT ON investigation_answer TO soundings_staff;
GRANT SELECT ON investigation_who TO soundings_staff;
