-- 0020_review.sql: interests; criteria; reviews with their scores; the panel and its decisions. What is judged is a contract or a submission.

CREATE TABLE IF NOT EXISTS interest (
  interest_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  submission BINARY(16) NOT NULL COMMENT 'of the form: a double tap declares one',
  person_id INT UNSIGNED NOT NULL,
  kind ENUM('financial', 'professional', 'personal', 'indirect') NOT NULL COMMENT 'NHS England''s four: interest.h has the words',
  organisation_id INT UNSIGNED NULL COMMENT 'in which of our organisations',
  organisation_name VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'or in which other one',
  description VARCHAR(1000) NOT NULL,
  began_on DATE NULL,
  ended_on DATE NULL COMMENT 'not held any more since; on the register for 6 years after that',
  declared_at DATETIME NOT NULL,
  UNIQUE KEY interest_ref (ref),
  UNIQUE KEY interest_submission (submission),
  KEY interest_person (person_id, interest_id),
  KEY interest_organisation (organisation_id),
  CONSTRAINT interest_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT interest_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The standing register of interests. An interest can be ended, and stays as it was declared';

CREATE OR REPLACE TRIGGER interest_stays BEFORE UPDATE ON interest FOR EACH ROW
  IF OLD.ended_on IS NOT NULL OR NEW.ref <> OLD.ref OR NEW.person_id <> OLD.person_id OR NEW.kind <> OLD.kind
      OR NOT (NEW.organisation_id <=> OLD.organisation_id) OR NEW.organisation_name <> OLD.organisation_name
      OR NEW.description <> OLD.description OR NOT (NEW.began_on <=> OLD.began_on) OR NEW.declared_at <> OLD.declared_at
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an interest stays as it was declared; it can only end'; END IF;

CREATE TABLE IF NOT EXISTS interest_breach (
  breach_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  submission BINARY(16) NOT NULL,
  happened_on DATE NOT NULL,
  what TEXT NOT NULL COMMENT 'what happened, without names: this is published',
  done TEXT NOT NULL COMMENT 'what was done about it, and learned from it: published too',
  notes TEXT NOT NULL DEFAULT '' COMMENT 'for staff alone',
  recorded_by INT UNSIGNED NOT NULL,
  recorded_at DATETIME NOT NULL,
  public BOOLEAN NOT NULL DEFAULT 1,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY interest_breach_ref (ref),
  UNIQUE KEY interest_breach_submission (submission),
  KEY interest_breach_day (happened_on),
  CONSTRAINT interest_breach_recorder FOREIGN KEY (recorded_by) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Breaches of the rules about conflicts of interest';

CREATE TABLE IF NOT EXISTS criteria (
  criteria_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  name VARCHAR(150) NOT NULL,
  judges ENUM('contract', 'submission') NOT NULL,
  answer_days SMALLINT UNSIGNED NOT NULL DEFAULT 14 COMMENT 'so long the organisation may answer the draft findings; 0: it does not see them',
  ended BOOLEAN NOT NULL DEFAULT 0 COMMENT 'no review begins with it any more',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY criteria_ref (ref),
  UNIQUE KEY criteria_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Templates of criteria by which reviews judge';

CREATE TABLE IF NOT EXISTS criteria_version (
  version_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  criteria_id INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL COMMENT 'from 1',
  state ENUM('draft', 'published') NOT NULL DEFAULT 'draft' COMMENT 'published: it never changes again',
  published_at DATETIME NULL,
  published_by INT UNSIGNED NULL,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY criteria_version_number (criteria_id, number),
  CONSTRAINT criteria_version_criteria FOREIGN KEY (criteria_id) REFERENCES criteria (criteria_id),
  CONSTRAINT criteria_version_publisher FOREIGN KEY (published_by) REFERENCES person (person_id),
  CONSTRAINT criteria_version_published CHECK ((state = 'published') = (published_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Versions of a template; a review keeps the one it began with';

CREATE TABLE IF NOT EXISTS criterion (
  criterion_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version_id INT UNSIGNED NOT NULL,
  position SMALLINT UNSIGNED NOT NULL,
  name VARCHAR(150) NOT NULL,
  help VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what to look at',
  weight SMALLINT UNSIGNED NOT NULL COMMENT 'parts; all together are the whole',
  scale_0 VARCHAR(300) NOT NULL COMMENT 'what a score of 0 means, in words; and so the following',
  scale_1 VARCHAR(300) NOT NULL,
  scale_2 VARCHAR(300) NOT NULL,
  scale_3 VARCHAR(300) NOT NULL,
  scale_4 VARCHAR(300) NOT NULL,
  evidence ENUM('', 'specification', 'returns', 'kpis', 'spend', 'incidents', 'surveys', 'submission') NOT NULL DEFAULT ''
    COMMENT 'which of the evidence stands beside it',
  UNIQUE KEY criterion_position (version_id, position),
  CONSTRAINT criterion_version FOREIGN KEY (version_id) REFERENCES criteria_version (version_id),
  CONSTRAINT criterion_weight CHECK (weight BETWEEN 1 AND 100)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Criteria of a version, with their weights and what each score means';

CREATE OR REPLACE TRIGGER criteria_version_stays BEFORE UPDATE ON criteria_version FOR EACH ROW
  IF OLD.state = 'published' OR NEW.criteria_id <> OLD.criteria_id OR NEW.number <> OLD.number
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published version stays as it is'; END IF;
CREATE OR REPLACE TRIGGER criterion_begins BEFORE INSERT ON criterion FOR EACH ROW
  IF (SELECT state FROM criteria_version WHERE version_id = NEW.version_id) = 'published'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published version stays as it is'; END IF;
CREATE OR REPLACE TRIGGER criterion_stays BEFORE UPDATE ON criterion FOR EACH ROW
  IF NEW.version_id <> OLD.version_id OR (SELECT state FROM criteria_version WHERE version_id = OLD.version_id) = 'published'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published version stays as it is'; END IF;
CREATE OR REPLACE TRIGGER criterion_goes BEFORE DELETE ON criterion FOR EACH ROW
  IF (SELECT state FROM criteria_version WHERE version_id = OLD.version_id) = 'published'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published version stays as it is'; END IF;

CREATE TABLE IF NOT EXISTS submission_call (
  call_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  submission BINARY(16) NULL COMMENT 'of the form that made it: a double tap makes one',
  kind ENUM('plan', 'bid') NOT NULL,
  title VARCHAR(200) NOT NULL COMMENT '"Quality contract 2027/28: your practice''s plan"',
  about TEXT NOT NULL DEFAULT '' COMMENT 'Markdown: what it is for, what becomes of it',
  form MEDIUMTEXT NOT NULL COMMENT 'JSON: pages and questions, as a survey has them',
  asks SET('practice', 'provider', 'voluntary') NOT NULL COMMENT 'organisations of which kinds may send one',
  several BOOLEAN NOT NULL DEFAULT 0 COMMENT 'an organisation may send more than one: bids',
  criteria_id INT UNSIGNED NULL COMMENT 'what they are judged by',
  state ENUM('draft', 'open', 'closed') NOT NULL DEFAULT 'draft',
  closes_on DATE NULL COMMENT 'the last day',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY submission_call_ref (ref),
  UNIQUE KEY submission_call_form (submission),
  KEY submission_call_closes (closes_on),
  KEY submission_call_title (title),
  KEY submission_call_state (state, closes_on),
  CONSTRAINT submission_call_criteria FOREIGN KEY (criteria_id) REFERENCES criteria (criteria_id),
  CONSTRAINT submission_call_json CHECK (JSON_VALID(form))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Calls for plans and bids: the form, who may send one, until when';

-- The questions stay once anybody may answer them.
CREATE OR REPLACE TRIGGER submission_call_stays BEFORE UPDATE ON submission_call FOR EACH ROW
  IF NEW.ref <> OLD.ref OR (OLD.state <> 'draft' AND (NEW.state = 'draft' OR BINARY NEW.form <> BINARY OLD.form OR NEW.asks <> OLD.asks))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an open call stays as it is'; END IF;

CREATE TABLE IF NOT EXISTS submission (
  submission_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  submission BINARY(16) NOT NULL COMMENT 'of the form that began it: a double tap begins one',
  call_id INT UNSIGNED NOT NULL,
  organisation_id INT UNSIGNED NOT NULL COMMENT 'who sends it',
  number SMALLINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'its how manieth to this call',
  title VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of a bid',
  state ENUM('draft', 'sent', 'withdrawn') NOT NULL DEFAULT 'draft',
  draft MEDIUMTEXT NULL COMMENT 'JSON: what was typed so far; NULL once it was sent',
  answers MEDIUMTEXT NULL COMMENT 'JSON: the checked answers, as they were sent; never changed',
  amount BIGINT NULL COMMENT 'pence asked for, where the form has a question "amount"',
  saved_at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL COMMENT 'who wrote in it last, and sent it',
  sent_at DATETIME NULL,
  withdrawn_why VARCHAR(500) NOT NULL DEFAULT '',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY submission_ref (ref),
  UNIQUE KEY submission_form (submission),
  UNIQUE KEY submission_number (call_id, organisation_id, number),
  KEY submission_organisation (organisation_id, state),
  KEY submission_call (call_id, state, sent_at),
  KEY submission_sent_at (call_id, sent_at),
  KEY submission_saved_at (organisation_id, saved_at),
  CONSTRAINT submission_call FOREIGN KEY (call_id) REFERENCES submission_call (call_id),
  CONSTRAINT submission_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT submission_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT submission_sent CHECK ((state = 'draft') = (sent_at IS NULL) AND (state = 'draft') = (answers IS NULL)),
  CONSTRAINT submission_json CHECK (answers IS NULL OR JSON_VALID(answers))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Plans and bids, as organisations wrote and sent them';

CREATE OR REPLACE TRIGGER submission_stays BEFORE UPDATE ON submission FOR EACH ROW
  IF NEW.ref <> OLD.ref OR NEW.call_id <> OLD.call_id OR NEW.organisation_id <> OLD.organisation_id OR NEW.number <> OLD.number
      OR (OLD.state <> 'draft' AND (NEW.state = 'draft' OR NOT (BINARY NEW.answers <=> BINARY OLD.answers) OR NEW.sent_at <> OLD.sent_at
        OR NEW.title <> OLD.title OR NOT (NEW.amount <=> OLD.amount)))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a submission stays as it was sent'; END IF;

CREATE TABLE IF NOT EXISTS review (
  review_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  submission BINARY(16) NOT NULL COMMENT 'of the form that opened it: a double tap opens one',
  contract_id INT UNSIGNED NULL COMMENT 'what is judged: this,',
  submission_id INT UNSIGNED NULL COMMENT 'or this',
  organisation_id INT UNSIGNED NOT NULL COMMENT 'of the contract or the submission',
  version_id INT UNSIGNED NOT NULL COMMENT 'of the criteria, for good',
  title VARCHAR(200) NOT NULL,
  state ENUM('scoring', 'moderation', 'findings', 'panel', 'made', 'decided', 'cancelled') NOT NULL DEFAULT 'scoring'
    COMMENT 'scoring: reviewers declare interests and score alone; findings: the organisation answers; made: a second person is to confirm',
  state_at DATETIME NOT NULL,
  opened_by INT UNSIGNED NULL COMMENT 'NULL: by the calendar',
  opened_at DATETIME NOT NULL,
  due_on DATE NOT NULL COMMENT 'the decision is to be there',
  findings TEXT NOT NULL DEFAULT '' COMMENT 'in words, for the organisation and the public record',
  value_for_money TEXT NOT NULL DEFAULT '',
  equality TEXT NOT NULL DEFAULT '' COMMENT 'effect on equality, of going on and of stopping',
  findings_at DATETIME NULL COMMENT 'the organisation could read them',
  answer_by DATE NULL COMMENT 'and answer until then',
  answer TEXT NOT NULL DEFAULT '' COMMENT 'its answer, part of the record',
  answer_draft TEXT NOT NULL DEFAULT '',
  answered_at DATETIME NULL,
  answered_by INT UNSIGNED NULL,
  agreed_score SMALLINT UNSIGNED NULL COMMENT 'hundredths of 4: the weighted mean of the agreed scores',
  cancelled_why VARCHAR(1000) NOT NULL DEFAULT '',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  open_contract INT UNSIGNED AS (IF(state NOT IN ('decided', 'cancelled'), contract_id, NULL)) PERSISTENT,
  open_submission INT UNSIGNED AS (IF(state <> 'cancelled', submission_id, NULL)) PERSISTENT,
  UNIQUE KEY review_ref (ref),
  UNIQUE KEY review_form (submission),
  UNIQUE KEY review_open_contract (open_contract) COMMENT 'one open review of a contract at a time',
  UNIQUE KEY review_open_submission (open_submission),
  KEY review_state (state, due_on),
  KEY review_contract (contract_id, opened_at),
  KEY review_submission (submission_id),
  KEY review_organisation (organisation_id, state),
  KEY review_due (due_on) COMMENT 'this and the following: orders of the list',
  KEY review_opened (opened_at),
  KEY review_title (title),
  CONSTRAINT review_contract FOREIGN KEY (contract_id) REFERENCES contract (contract_id),
  CONSTRAINT review_submission FOREIGN KEY (submission_id) REFERENCES submission (submission_id),
  CONSTRAINT review_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT review_version FOREIGN KEY (version_id) REFERENCES criteria_version (version_id),
  CONSTRAINT review_opener FOREIGN KEY (opened_by) REFERENCES person (person_id),
  CONSTRAINT review_answerer FOREIGN KEY (answered_by) REFERENCES person (person_id),
  CONSTRAINT review_of_one CHECK ((contract_id IS NULL) <> (submission_id IS NULL)),
  CONSTRAINT review_answered CHECK ((answered_at IS NULL) = (answer = ''))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Reviews: of a contract, or of a submission';

CREATE TABLE IF NOT EXISTS review_declaration (
  declaration_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  review_id INT UNSIGNED NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  kind ENUM('none', 'financial', 'professional', 'personal', 'indirect') NOT NULL,
  description VARCHAR(1000) NOT NULL DEFAULT '',
  interest_id INT UNSIGNED NULL COMMENT 'of the standing register',
  declared_at DATETIME NOT NULL,
  lifted_at DATETIME NULL COMMENT 'it was a mistake, says somebody else',
  lifted_by INT UNSIGNED NULL,
  lifted_why VARCHAR(500) NOT NULL DEFAULT '',
  conflict TINYINT AS (IF(kind <> 'none' AND lifted_at IS NULL, 1, NULL)) PERSISTENT COMMENT 'this person has nothing to do with this review',
  UNIQUE KEY review_declaration_conflict (person_id, conflict, review_id),
  KEY review_declaration_review (review_id, person_id, declaration_id),
  CONSTRAINT review_declaration_review FOREIGN KEY (review_id) REFERENCES review (review_id),
  CONSTRAINT review_declaration_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT review_declaration_interest FOREIGN KEY (interest_id) REFERENCES interest (interest_id),
  CONSTRAINT review_declaration_lifter FOREIGN KEY (lifted_by) REFERENCES person (person_id),
  CONSTRAINT review_declaration_told CHECK (kind = 'none' OR description <> ''),
  CONSTRAINT review_declaration_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_by IS NULL OR (lifted_by <> person_id AND lifted_why <> '')))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What each person declared for a review, before anything else. Rows are added, never changed; a mistake is lifted by somebody else';

CREATE OR REPLACE TRIGGER review_declaration_stays BEFORE UPDATE ON review_declaration FOR EACH ROW
  IF OLD.lifted_at IS NOT NULL OR NEW.review_id <> OLD.review_id OR NEW.person_id <> OLD.person_id OR NEW.kind <> OLD.kind
      OR NEW.description <> OLD.description OR NOT (NEW.interest_id <=> OLD.interest_id) OR NEW.declared_at <> OLD.declared_at
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a declaration stays as it was made'; END IF;

CREATE TABLE IF NOT EXISTS review_reviewer (
  review_id INT UNSIGNED NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  added_at DATETIME NOT NULL,
  sent_at DATETIME NULL COMMENT 'their scores are there, and final',
  removed_at DATETIME NULL COMMENT 'a conflict of interest, or somebody else took it on',
  PRIMARY KEY (review_id, person_id),
  KEY review_reviewer_person (person_id, review_id),
  CONSTRAINT review_reviewer_review FOREIGN KEY (review_id) REFERENCES review (review_id),
  CONSTRAINT review_reviewer_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Who scores in a review';

CREATE TABLE IF NOT EXISTS review_score (
  review_id INT UNSIGNED NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  criterion_id INT UNSIGNED NOT NULL,
  score TINYINT UNSIGNED NULL COMMENT '0 to 4; NULL: not yet',
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (review_id, person_id, criterion_id),
  CONSTRAINT review_score_reviewer FOREIGN KEY (review_id, person_id) REFERENCES review_reviewer (review_id, person_id),
  CONSTRAINT review_score_criterion FOREIGN KEY (criterion_id) REFERENCES criterion (criterion_id),
  CONSTRAINT review_score_scale CHECK (COALESCE(score, 0) <= 4)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What each reviewer scored, alone, and why';

CREATE TABLE IF NOT EXISTS review_agreed (
  review_id INT UNSIGNED NOT NULL,
  criterion_id INT UNSIGNED NOT NULL,
  score TINYINT UNSIGNED NOT NULL,
  reason TEXT NOT NULL,
  person_id INT UNSIGNED NOT NULL COMMENT 'who wrote it down',
  at DATETIME NOT NULL,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  PRIMARY KEY (review_id, criterion_id),
  CONSTRAINT review_agreed_review FOREIGN KEY (review_id) REFERENCES review (review_id),
  CONSTRAINT review_agreed_criterion FOREIGN KEY (criterion_id) REFERENCES criterion (criterion_id),
  CONSTRAINT review_agreed_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT review_agreed_scale CHECK (score <= 4 AND reason <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The scores that reviewers agreed on, and why';

CREATE TABLE IF NOT EXISTS review_event (
  event_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  review_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  person_id INT UNSIGNED NULL COMMENT 'NULL: the program',
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'review.h, enum review_event_kind',
  state_from VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  state_to VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '' COMMENT 'why, as it was written; of a refused attempt: what was wrong',
  detail MEDIUMTEXT NOT NULL DEFAULT '{}' COMMENT 'JSON, as in the trail',
  KEY review_event_review (review_id, event_id),
  CONSTRAINT review_event_review FOREIGN KEY (review_id) REFERENCES review (review_id),
  CONSTRAINT review_event_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT review_event_json CHECK (JSON_VALID(detail))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'All that happened in a review, attempts that were refused too. Rows are added, never changed';

CREATE TABLE IF NOT EXISTS panel_member (
  member_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id INT UNSIGNED NOT NULL,
  chair BOOLEAN NOT NULL DEFAULT 0,
  since DATE NOT NULL,
  until DATE NULL COMMENT 'the last day; NULL: still',
  sits TINYINT AS (IF(until IS NULL, 1, NULL)) PERSISTENT,
  UNIQUE KEY panel_member_once (person_id, sits),
  CONSTRAINT panel_member_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Who sits on the panel that decides';

CREATE TABLE IF NOT EXISTS decision (
  decision_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  submission BINARY(16) NOT NULL COMMENT 'of the form: a double tap makes one',
  review_id INT UNSIGNED NOT NULL,
  state ENUM('made', 'confirmed', 'returned') NOT NULL DEFAULT 'made' COMMENT 'returned: the second person did not confirm it',
  outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'decision.h: other words for a contract than for a submission',
  reasons TEXT NOT NULL,
  details TEXT NOT NULL DEFAULT '{}' COMMENT 'JSON: what the outcome needs: until, taper by year, what is varied, conditions',
  met_on DATE NOT NULL COMMENT 'the panel''s meeting',
  quorum TINYINT UNSIGNED NOT NULL COMMENT 'as the setting was',
  next_review_on DATE NULL,
  made_by INT UNSIGNED NOT NULL,
  made_at DATETIME NOT NULL,
  ended_by INT UNSIGNED NULL COMMENT 'who confirmed or returned it: somebody else, who sat there too',
  ended_at DATETIME NULL,
  returned_why VARCHAR(1000) NOT NULL DEFAULT '',
  UNIQUE KEY decision_ref (ref),
  UNIQUE KEY decision_form (submission),
  KEY decision_review (review_id, decision_id),
  CONSTRAINT decision_review FOREIGN KEY (review_id) REFERENCES review (review_id),
  CONSTRAINT decision_maker FOREIGN KEY (made_by) REFERENCES person (person_id),
  CONSTRAINT decision_ender FOREIGN KEY (ended_by) REFERENCES person (person_id),
  CONSTRAINT decision_two_people CHECK (ended_by IS NULL OR ended_by <> made_by),
  CONSTRAINT decision_ended CHECK ((state = 'made') = (ended_by IS NULL) AND (ended_by IS NULL) = (ended_at IS NULL)),
  CONSTRAINT decision_quorum CHECK (quorum >= 2),
  CONSTRAINT decision_json CHECK (JSON_VALID(details))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Decisions of the panel: made by one, confirmed by another';

CREATE TABLE IF NOT EXISTS decision_member (
  decision_id INT UNSIGNED NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  part ENUM('present', 'absent', 'excluded') NOT NULL COMMENT 'excluded: a conflict of interest, or nothing declared',
  vote ENUM('for', 'against', 'abstain') NULL COMMENT 'of who was present',
  PRIMARY KEY (decision_id, person_id),
  CONSTRAINT decision_member_decision FOREIGN KEY (decision_id) REFERENCES decision (decision_id),
  CONSTRAINT decision_member_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT decision_member_vote CHECK ((part = 'present') = (vote IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Attendance and votes of a decision';

ALTER TABLE contract_action ADD CONSTRAINT contract_action_decision FOREIGN KEY IF NOT EXISTS (decision_id) REFERENCES decision (decision_id);

-- A worker that was taken over is bound by these too: who has a conflict neither scores nor sits; scores that were sent stay; nothing is decided
-- below quorum, without a majority, or by one person.
CREATE OR REPLACE TRIGGER review_reviewer_begins BEFORE INSERT ON review_reviewer FOR EACH ROW
  IF EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = NEW.review_id AND d.person_id = NEW.person_id AND d.conflict = 1)
      OR NEW.sent_at IS NOT NULL
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who has a conflict of interest does not score'; END IF;
CREATE OR REPLACE TRIGGER review_reviewer_stays BEFORE UPDATE ON review_reviewer FOR EACH ROW
  IF NEW.review_id <> OLD.review_id OR NEW.person_id <> OLD.person_id OR (OLD.sent_at IS NOT NULL AND NOT (NEW.sent_at <=> OLD.sent_at))
      OR (NEW.sent_at IS NOT NULL AND OLD.sent_at IS NULL AND (NOT EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = NEW.review_id
        AND d.person_id = NEW.person_id AND d.kind = 'none') OR EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = NEW.review_id
        AND d.person_id = NEW.person_id AND d.conflict = 1)))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'scores that were sent stay, and need a declaration before'; END IF;
CREATE OR REPLACE TRIGGER review_score_begins BEFORE INSERT ON review_score FOR EACH ROW
  IF (SELECT sent_at FROM review_reviewer r WHERE r.review_id = NEW.review_id AND r.person_id = NEW.person_id) IS NOT NULL
      OR EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = NEW.review_id AND d.person_id = NEW.person_id AND d.conflict = 1)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'scores that were sent stay'; END IF;
CREATE OR REPLACE TRIGGER review_score_stays BEFORE UPDATE ON review_score FOR EACH ROW
  IF NEW.review_id <> OLD.review_id OR NEW.person_id <> OLD.person_id OR NEW.criterion_id <> OLD.criterion_id
      OR (SELECT sent_at FROM review_reviewer r WHERE r.review_id = NEW.review_id AND r.person_id = NEW.person_id) IS NOT NULL
      OR EXISTS (SELECT 1 FROM review_declaration d WHERE d.review_id = NEW.review_id AND d.person_id = NEW.person_id AND d.conflict = 1)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'scores that were sent stay'; END IF;
CREATE OR REPLACE TRIGGER decision_begins BEFORE INSERT ON decision FOR EACH ROW
  IF NEW.state <> 'made' OR (SELECT state FROM review WHERE review_id = NEW.review_id) <> 'panel'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decision is made when a review is before the panel'; END IF;
CREATE OR REPLACE TRIGGER decision_member_begins BEFORE INSERT ON decision_member FOR EACH ROW
  IF (SELECT state FROM decision WHERE decision_id = NEW.decision_id) <> 'made'
      OR (NEW.part = 'present' AND EXISTS (SELECT 1 FROM review_declaration d JOIN decision c ON c.review_id = d.review_id
        WHERE c.decision_id = NEW.decision_id AND d.person_id = NEW.person_id AND d.conflict = 1))
      OR (NEW.part = 'present' AND NOT EXISTS (SELECT 1 FROM review_declaration d JOIN decision c ON c.review_id = d.review_id
        WHERE c.decision_id = NEW.decision_id AND d.person_id = NEW.person_id AND d.kind = 'none'))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'who has a conflict of interest, or declared nothing, does not sit'; END IF;
CREATE OR REPLACE TRIGGER decision_stays BEFORE UPDATE ON decision FOR EACH ROW
  IF OLD.state <> 'made' OR NEW.ref <> OLD.ref OR NEW.review_id <> OLD.review_id OR NEW.outcome <> OLD.outcome
      OR BINARY NEW.reasons <> BINARY OLD.reasons OR BINARY NEW.details <> BINARY OLD.details OR NEW.met_on <> OLD.met_on
      OR NEW.quorum <> OLD.quorum OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at
      OR NOT (NEW.next_review_on <=> OLD.next_review_on)
      OR (NEW.state = 'confirmed' AND ((SELECT COUNT(*) FROM decision_member m WHERE m.decision_id = OLD.decision_id AND m.part = 'present') < OLD.quorum
        OR (SELECT COALESCE(SUM(IF(m.vote = 'for', 1, IF(m.vote = 'against', -1, 0))), 0) FROM decision_member m WHERE m.decision_id = OLD.decision_id) <= 0
        OR NOT EXISTS (SELECT 1 FROM decision_member m WHERE m.decision_id = OLD.decision_id AND m.person_id = NEW.ended_by AND m.part = 'present')
        OR EXISTS (SELECT 1 FROM decision_member m JOIN review_declaration d ON d.person_id = m.person_id AND d.review_id = OLD.review_id AND d.conflict = 1
          WHERE m.decision_id = OLD.decision_id AND m.part = 'present')))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decision needs a quorum, a majority and a second person, and stays'; END IF;
CREATE OR REPLACE TRIGGER review_stays BEFORE UPDATE ON review FOR EACH ROW
  IF NEW.ref <> OLD.ref OR NOT (NEW.contract_id <=> OLD.contract_id) OR NOT (NEW.submission_id <=> OLD.submission_id)
      OR NEW.organisation_id <> OLD.organisation_id OR NEW.version_id <> OLD.version_id OR OLD.state IN ('decided', 'cancelled')
      OR (OLD.answered_at IS NOT NULL AND (BINARY NEW.answer <> BINARY OLD.answer OR NEW.answered_at <> OLD.answered_at))
      OR (OLD.findings_at IS NOT NULL AND BINARY NEW.findings <> BINARY OLD.findings)
      OR (NEW.state <> OLD.state AND CONCAT(OLD.state, ' ', NEW.state) NOT IN ('scoring moderation', 'moderation findings', 'moderation panel',
        'findings panel', 'panel made', 'made panel', 'made decided') AND NEW.state <> 'cancelled')
      OR (NEW.state = 'moderation' AND OLD.state = 'scoring' AND (SELECT COUNT(*) FROM review_reviewer r WHERE r.review_id = OLD.review_id
        AND r.removed_at IS NULL AND r.sent_at IS NULL) > 0)
      OR (NEW.state = 'decided' AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.review_id = OLD.review_id AND d.state = 'confirmed'))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a review goes its way step by step'; END IF;

GRANT SELECT, INSERT, UPDATE ON interest TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON interest_breach TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON criteria TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON criteria_version TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON criterion TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON submission_call TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON submission TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON review TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON review_declaration TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON review_reviewer TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON review_score TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON review_agreed TO soundings_staff;
GRANT SELECT, INSERT ON review_event TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON panel_member TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON decision TO soundings_staff;
GRANT SELECT, INSERT ON decision_member TO soundings_staff;
