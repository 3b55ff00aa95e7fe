-- 0028_proposal.sql: proposals: what is proposed, who was asked, what they answered, and what changed because of it.

CREATE TABLE IF NOT EXISTS stakeholder_group (
  group_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  name VARCHAR(150) NOT NULL COMMENT '"GP members", "Healthwatch"',
  about VARCHAR(500) NOT NULL DEFAULT '',
  ended BOOLEAN NOT NULL DEFAULT 0 COMMENT 'no proposal asks it any more',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY stakeholder_group_ref (ref),
  UNIQUE KEY stakeholder_group_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Groups of people and organisations that the commissioner asks again and again';

CREATE TABLE IF NOT EXISTS stakeholder_member (
  member_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  group_id INT UNSIGNED NOT NULL,
  name VARCHAR(150) NOT NULL DEFAULT '',
  email VARCHAR(254) NOT NULL,
  ended BOOLEAN NOT NULL DEFAULT 0,
  UNIQUE KEY stakeholder_member_ref (ref),
  UNIQUE KEY stakeholder_member_once (group_id, email),
  CONSTRAINT stakeholder_member_group FOREIGN KEY (group_id) REFERENCES stakeholder_group (group_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Members of groups, as addresses to write to. An answer is never tied to one of them';

CREATE TABLE IF NOT EXISTS proposal (
  proposal_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in the addresses of staff',
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its public address: /p/SLUG',
  submission BINARY(16) NOT NULL COMMENT 'of the form that made it: a double tap makes one',
  title VARCHAR(200) NOT NULL,
  summary VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'in plain English',
  happens TEXT NOT NULL DEFAULT '' COMMENT 'what happens to responses',
  equality TEXT NOT NULL DEFAULT '' COMMENT 'equality statement; this and happens: Markdown',
  decides VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'who decides',
  decides_on DATE NULL COMMENT 'and when',
  opens_on DATE NULL,
  closes_on DATE NULL COMMENT 'the last day',
  audience ENUM('all', 'groups') NOT NULL DEFAULT 'all' COMMENT 'groups: answered through the link of a group alone',
  in_favour VARCHAR(60) NOT NULL DEFAULT 'In favour' COMMENT 'words for the three stances',
  against VARCHAR(60) NOT NULL DEFAULT 'Against',
  unsure VARCHAR(60) NOT NULL DEFAULT 'I do not know',
  form MEDIUMTEXT NOT NULL DEFAULT '{"pages":[]}' COMMENT 'JSON: pages and questions of its own, as a survey has them',
  state ENUM('draft', 'published', 'withdrawn') NOT NULL DEFAULT 'draft',
  withdrawn_why VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'published',
  made_at DATETIME NOT NULL,
  made_by INT UNSIGNED NOT NULL,
  published_at DATETIME NULL,
  results MEDIUMTEXT NULL COMMENT 'JSON: the result as everybody may read it, small numbers hidden, frozen; NULL: not published',
  results_at DATETIME NULL,
  decided_at DATETIME NULL COMMENT 'what came of it is published',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY proposal_ref (ref),
  UNIQUE KEY proposal_slug (slug),
  UNIQUE KEY proposal_submission (submission),
  KEY proposal_state (state, closes_on),
  KEY proposal_closes (closes_on),
  KEY proposal_title (title),
  KEY proposal_made (made_at),
  CONSTRAINT proposal_maker FOREIGN KEY (made_by) REFERENCES person (person_id),
  CONSTRAINT proposal_json CHECK (JSON_VALID(form) AND (results IS NULL OR JSON_VALID(results))),
  CONSTRAINT proposal_published CHECK ((state = 'draft') = (published_at IS NULL)
    AND (state = 'draft' OR (opens_on IS NOT NULL AND closes_on IS NOT NULL AND summary <> '' AND happens <> '' AND decides <> ''))),
  CONSTRAINT proposal_days CHECK (opens_on IS NULL OR closes_on IS NULL OR opens_on <= closes_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Proposals on which people and organisations are heard';

-- What people answered to stays what it was: questions and stances are frozen. Texts can be put right; proposal_change says so in public.
CREATE OR REPLACE TRIGGER proposal_stays BEFORE UPDATE ON proposal FOR EACH ROW
  IF NEW.ref <> OLD.ref OR NEW.slug <> OLD.slug OR (OLD.state <> 'draft' AND (NEW.state = 'draft' OR BINARY NEW.form <> BINARY OLD.form
      OR NEW.in_favour <> OLD.in_favour OR NEW.against <> OLD.against OR NEW.unsure <> OLD.unsure OR NEW.published_at <> OLD.published_at
      OR NEW.audience <> OLD.audience)) OR (OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn')
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published proposal keeps its questions'; END IF;

CREATE TABLE IF NOT EXISTS proposal_section (
  section_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses and answers',
  proposal_id INT UNSIGNED NOT NULL,
  position SMALLINT UNSIGNED NOT NULL,
  heading VARCHAR(150) NOT NULL,
  body MEDIUMTEXT NOT NULL COMMENT 'Markdown, the safe subset',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY proposal_section_ref (ref),
  KEY proposal_section_place (proposal_id, position),
  CONSTRAINT proposal_section_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The full text of a proposal, in sections';

-- Gains and concerns are attached to sections.
CREATE OR REPLACE TRIGGER proposal_section_goes BEFORE DELETE ON proposal_section FOR EACH ROW
  IF (SELECT state FROM proposal WHERE proposal_id = OLD.proposal_id) <> 'draft'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published proposal keeps its sections'; END IF;

CREATE TABLE IF NOT EXISTS proposal_text (
  text_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  proposal_id INT UNSIGNED NOT NULL,
  code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'easy-read, or a language of BCP 47: pl, ur, bn',
  title VARCHAR(200) NOT NULL COMMENT 'in that language',
  body MEDIUMTEXT NOT NULL COMMENT 'Markdown',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY proposal_text_code (proposal_id, code),
  CONSTRAINT proposal_text_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The same in easy words, and in other languages';

CREATE TABLE IF NOT EXISTS proposal_document (
  document_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  proposal_id INT UNSIGNED NOT NULL,
  title VARCHAR(200) NOT NULL,
  name VARCHAR(200) NOT NULL COMMENT 'of the file, cleaned; this and the following as in incident_file',
  type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size INT UNSIGNED NOT NULL,
  sha256 BINARY(32) NOT NULL,
  scan ENUM('clean', 'unscanned') NOT NULL,
  added_at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL COMMENT 'who added it',
  removed_at DATETIME NULL,
  UNIQUE KEY proposal_document_ref (ref),
  KEY proposal_document_proposal (proposal_id, document_id),
  CONSTRAINT proposal_document_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id),
  CONSTRAINT proposal_document_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Documents of a proposal';

CREATE TABLE IF NOT EXISTS proposal_document_body (
  document_id INT UNSIGNED NOT NULL,
  part SMALLINT UNSIGNED NOT NULL COMMENT 'from 0, in their order',
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (document_id, part),
  CONSTRAINT proposal_document_body FOREIGN KEY (document_id) REFERENCES proposal_document (document_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The bytes of documents, in pieces';

CREATE TABLE IF NOT EXISTS proposal_change (
  change_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  proposal_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  text VARCHAR(500) NOT NULL COMMENT 'what was changed, and why: published',
  KEY proposal_change_proposal (proposal_id, change_id),
  CONSTRAINT proposal_change_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id),
  CONSTRAINT proposal_change_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What was changed in a proposal after it was published. Rows are added, never changed';

CREATE TABLE IF NOT EXISTS proposal_group (
  proposal_id INT UNSIGNED NOT NULL,
  group_id INT UNSIGNED NOT NULL,
  position SMALLINT UNSIGNED NOT NULL COMMENT 'in which order results name it',
  members INT UNSIGNED NULL COMMENT 'how many were asked; NULL: not known',
  token_hash BINARY(32) NOT NULL COMMENT 'of its link: who follows it answers for this group',
  token VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sealed under secret-group-link, to show it to the author',
  written_at DATETIME NULL COMMENT 'its members were written to',
  reminded_at DATETIME NULL,
  PRIMARY KEY (proposal_id, group_id),
  UNIQUE KEY proposal_group_link (token_hash),
  KEY proposal_group_group (group_id),
  CONSTRAINT proposal_group_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id),
  CONSTRAINT proposal_group_group FOREIGN KEY (group_id) REFERENCES stakeholder_group (group_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Which groups a proposal asks. One link a group, not one a person: nobody can tell which member answered';

CREATE TABLE IF NOT EXISTS proposal_event (
  event_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  submission BINARY(16) NOT NULL,
  proposal_id INT UNSIGNED NOT NULL,
  kind ENUM('meeting', 'workshop', 'drop_in', 'online') NOT NULL,
  title VARCHAR(200) NOT NULL,
  place VARCHAR(200) NOT NULL DEFAULT '',
  held_on DATE NOT NULL,
  notes MEDIUMTEXT NOT NULL DEFAULT '' COMMENT 'for staff',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY proposal_event_ref (ref),
  UNIQUE KEY proposal_event_submission (submission),
  KEY proposal_event_proposal (proposal_id, held_on),
  CONSTRAINT proposal_event_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Meetings and workshops at which people were heard';

CREATE TABLE IF NOT EXISTS proposal_attendance (
  event_id INT UNSIGNED NOT NULL,
  group_id INT UNSIGNED NOT NULL,
  n SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (event_id, group_id),
  CONSTRAINT proposal_attendance_event FOREIGN KEY (event_id) REFERENCES proposal_event (event_id),
  CONSTRAINT proposal_attendance_group FOREIGN KEY (group_id) REFERENCES stakeholder_group (group_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'How many of which group came';

-- One row is one response as it was sent. Who changes theirs sends another, which replaces it; nothing is overwritten. Ids are random, so that their
-- order says nothing about when each came.
CREATE TABLE IF NOT EXISTS proposal_response (
  response_id BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'random, below 2^62',
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses, and is its reference',
  proposal_id INT UNSIGNED NOT NULL,
  submission BINARY(16) NOT NULL COMMENT 'hash of the form''s random token: the same form sent again finds this row',
  digest BINARY(16) NOT NULL COMMENT 'keyed, of submission and answers: was the same sent again, or something else?',
  stance ENUM('in_favour', 'against', 'unsure') NULL COMMENT 'NULL: of a letter that does not say',
  group_id INT UNSIGNED NULL COMMENT 'for which group they speak; NULL: for none',
  by_link BOOLEAN NOT NULL DEFAULT 0 COMMENT 'they came by that group''s link',
  capacity ENUM('person', 'organisation') NOT NULL DEFAULT 'person',
  organisation VARCHAR(200) NOT NULL DEFAULT '',
  name VARCHAR(150) NOT NULL DEFAULT '' COMMENT 'asked only of who wants to be published by name',
  publication ENUM('name', 'group', 'none') NOT NULL DEFAULT 'none' COMMENT 'how their words may be published',
  asks TEXT NOT NULL DEFAULT '' COMMENT 'a request for more information',
  answers MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '{}' COMMENT 'JSON: to the proposal''s own questions',
  source ENUM('web', 'letter', 'email', 'telephone', 'meeting') NOT NULL DEFAULT 'web',
  event_id INT UNSIGNED NULL COMMENT 'the meeting at which it was gathered',
  typed_by INT UNSIGNED NULL COMMENT 'who typed it in; NULL: the respondent',
  received_on DATE NOT NULL COMMENT 'of the web: the Monday of the week',
  late BOOLEAN NOT NULL DEFAULT 0 COMMENT 'it came after closing',
  duplicate_of BIGINT UNSIGNED NULL COMMENT 'the same people sent this one too',
  campaign_id INT UNSIGNED NULL COMMENT 'one of many with the same text',
  text_hash BINARY(16) NULL COMMENT 'of its words alone, small letters: the same text many times is a campaign; NULL: too short to tell',
  edit_hash BINARY(32) NULL COMMENT 'of the private link; the same in all versions of one response',
  replaces BIGINT UNSIGNED NULL COMMENT 'the version before',
  replaced_by BIGINT UNSIGNED NULL COMMENT 'noted by the fold; until then the other row''s replaces says it',
  withdrawn BOOLEAN NOT NULL DEFAULT 0 COMMENT 'by the respondent, through the private link: it counts no more',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  counts TINYINT AS (IF(replaced_by IS NULL AND withdrawn = 0, IF(late = 1 OR duplicate_of IS NOT NULL OR campaign_id IS NOT NULL, 2, 1), 0)) PERSISTENT
    COMMENT '1: counted; 2: counted apart; 0: replaced or withdrawn',
  asking BOOLEAN AS (asks <> '') PERSISTENT COMMENT 'for the index: few ask for more information',
  UNIQUE KEY proposal_response_ref (ref),
  UNIQUE KEY proposal_response_submission (submission),
  UNIQUE KEY proposal_response_replaces (replaces) COMMENT 'two who change one at once: the second hears of it',
  KEY proposal_response_all (proposal_id, received_on),
  KEY proposal_response_received (proposal_id, counts, received_on),
  KEY proposal_response_stance (proposal_id, stance, received_on),
  KEY proposal_response_group (proposal_id, group_id, received_on),
  KEY proposal_response_text (proposal_id, text_hash, counts),
  KEY proposal_response_campaign (campaign_id),
  KEY proposal_response_edit (edit_hash),
  KEY proposal_response_event (event_id),
  KEY proposal_response_asking (asking, proposal_id),
  CONSTRAINT proposal_response_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id),
  CONSTRAINT proposal_response_of_group FOREIGN KEY (group_id) REFERENCES stakeholder_group (group_id),
  CONSTRAINT proposal_response_event FOREIGN KEY (event_id) REFERENCES proposal_event (event_id),
  CONSTRAINT proposal_response_typist FOREIGN KEY (typed_by) REFERENCES person (person_id),
  CONSTRAINT proposal_response_json CHECK (JSON_VALID(answers))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Responses to proposals, each version of each';

CREATE TABLE IF NOT EXISTS proposal_point (
  point_id BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'random, below 2^62',
  response_id BIGINT UNSIGNED NOT NULL,
  proposal_id INT UNSIGNED NOT NULL COMMENT 'of its response',
  position SMALLINT UNSIGNED NOT NULL,
  kind ENUM('gain', 'concern', 'comment') NOT NULL,
  grade ENUM('high', 'medium') NULL,
  section_id INT UNSIGNED NULL,
  text TEXT NOT NULL,
  quoted BOOLEAN NOT NULL DEFAULT 0 COMMENT 'staff chose it to be shown in results, where the respondent lets them',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY proposal_point_response (response_id, position),
  KEY proposal_point_proposal (proposal_id, kind, point_id),
  KEY proposal_point_quoted (proposal_id, quoted),
  CONSTRAINT proposal_point_response FOREIGN KEY (response_id) REFERENCES proposal_response (response_id),
  CONSTRAINT proposal_point_section FOREIGN KEY (section_id) REFERENCES proposal_section (section_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Gains, concerns and comments of a response: what is coded and quoted';

-- Apart from the response, and removed when everything was told.
CREATE TABLE IF NOT EXISTS proposal_contact (
  response_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  proposal_id INT UNSIGNED NOT NULL,
  email VARCHAR(254) NOT NULL COMMENT 'removed when all was told',
  wants SET('copy', 'outcome') NOT NULL,
  link VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the private link, sealed, until the copy is sent',
  copied_at DATETIME NULL,
  told_at DATETIME NULL,
  KEY proposal_contact_proposal (proposal_id, told_at),
  CONSTRAINT proposal_contact_response FOREIGN KEY (response_id) REFERENCES proposal_response (response_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Addresses that respondents left';

-- What a respondent sent, sealed under a key made of the private link: the public pool shows it to who has the link, and to nobody else.
CREATE TABLE IF NOT EXISTS proposal_private (
  response_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  proposal_id INT UNSIGNED NOT NULL,
  edit_hash BINARY(32) NOT NULL,
  sealed MEDIUMBLOB NOT NULL,
  KEY proposal_private_link (edit_hash),
  CONSTRAINT proposal_private_response FOREIGN KEY (response_id) REFERENCES proposal_response (response_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Responses for those who sent them';

CREATE TABLE IF NOT EXISTS proposal_pending (
  pending_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  response_id BIGINT UNSIGNED NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Responses that proposal_total counts as something else than they are';

-- A worker of the public pool that was taken over may add responses, through the view below; not speak for staff, nor over somebody else's.
CREATE OR REPLACE TRIGGER proposal_response_begins BEFORE INSERT ON proposal_response FOR EACH ROW
  IF NOT JSON_VALID(NEW.answers) OR NEW.replaced_by IS NOT NULL OR NEW.duplicate_of IS NOT NULL OR NEW.campaign_id IS NOT NULL
      OR NOT EXISTS (SELECT 1 FROM proposal p WHERE p.proposal_id = NEW.proposal_id AND p.state <> 'draft')
      OR (NEW.replaces IS NOT NULL AND NOT EXISTS (SELECT 1 FROM proposal_response o WHERE o.response_id = NEW.replaces
        AND o.proposal_id = NEW.proposal_id AND (NEW.typed_by IS NOT NULL OR o.edit_hash = NEW.edit_hash)))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this response cannot be stored'; END IF;
CREATE OR REPLACE TRIGGER proposal_response_is_pending AFTER INSERT ON proposal_response FOR EACH ROW
  INSERT INTO proposal_pending (response_id) VALUES (NEW.response_id);

CREATE OR REPLACE TRIGGER proposal_response_stays BEFORE UPDATE ON proposal_response FOR EACH ROW
  IF NEW.response_id <> OLD.response_id OR NEW.ref <> OLD.ref OR NEW.proposal_id <> OLD.proposal_id OR NOT (NEW.stance <=> OLD.stance)
      OR BINARY NEW.answers <> BINARY OLD.answers OR NEW.asks <> BINARY OLD.asks OR NEW.publication <> OLD.publication OR NEW.source <> OLD.source
      OR NEW.received_on <> OLD.received_on OR (OLD.replaced_by IS NOT NULL AND NOT (NEW.replaced_by <=> OLD.replaced_by))
      OR (OLD.withdrawn = 1 AND NEW.withdrawn = 0)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a response stays as it was sent'; END IF;
CREATE OR REPLACE TRIGGER proposal_response_counted AFTER UPDATE ON proposal_response FOR EACH ROW
  INSERT INTO proposal_pending (response_id) VALUES (NEW.response_id);
CREATE OR REPLACE TRIGGER proposal_point_stays BEFORE UPDATE ON proposal_point FOR EACH ROW
  IF NEW.point_id <> OLD.point_id OR NEW.response_id <> OLD.response_id OR NEW.kind <> OLD.kind OR NEW.text <> BINARY OLD.text
      OR NOT (NEW.grade <=> OLD.grade) OR NOT (NEW.section_id <=> OLD.section_id)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a response stays as it was sent'; END IF;

CREATE TABLE IF NOT EXISTS proposal_theme (
  theme_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  proposal_id INT UNSIGNED NOT NULL,
  parent_id INT UNSIGNED NULL COMMENT 'a theme of the first level; NULL: it is one itself',
  position SMALLINT UNSIGNED NOT NULL,
  name VARCHAR(150) NOT NULL,
  about VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what belongs to it, for coders',
  ended BOOLEAN NOT NULL DEFAULT 0 COMMENT 'merged into another, or not used any more',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY proposal_theme_ref (ref),
  UNIQUE KEY proposal_theme_name (proposal_id, name),
  CONSTRAINT proposal_theme_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id),
  CONSTRAINT proposal_theme_parent FOREIGN KEY (parent_id) REFERENCES proposal_theme (theme_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Themes of what people said about a proposal: a tree of two levels';

CREATE TABLE IF NOT EXISTS proposal_coded (
  point_id BIGINT UNSIGNED NOT NULL,
  person_id INT UNSIGNED NOT NULL COMMENT 'the coder',
  proposal_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  PRIMARY KEY (point_id, person_id),
  KEY proposal_coded_by (proposal_id, person_id, point_id),
  CONSTRAINT proposal_coded_point FOREIGN KEY (point_id) REFERENCES proposal_point (point_id),
  CONSTRAINT proposal_coded_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Who has coded which passage, with whichever themes, or none';

CREATE TABLE IF NOT EXISTS proposal_code (
  point_id BIGINT UNSIGNED NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  theme_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (point_id, person_id, theme_id),
  KEY proposal_code_theme (theme_id),
  CONSTRAINT proposal_code_coded FOREIGN KEY (point_id, person_id) REFERENCES proposal_coded (point_id, person_id),
  CONSTRAINT proposal_code_theme FOREIGN KEY (theme_id) REFERENCES proposal_theme (theme_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Which themes each coder gave a passage';

CREATE TABLE IF NOT EXISTS proposal_settled (
  point_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  person_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  why VARCHAR(500) NOT NULL DEFAULT '',
  CONSTRAINT proposal_settled_point FOREIGN KEY (point_id) REFERENCES proposal_point (point_id),
  CONSTRAINT proposal_settled_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Passages on which coders differed, and on which they have agreed';

CREATE TABLE IF NOT EXISTS proposal_point_theme (
  point_id BIGINT UNSIGNED NOT NULL,
  theme_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (point_id, theme_id),
  KEY proposal_point_theme_theme (theme_id, point_id),
  CONSTRAINT proposal_point_theme_point FOREIGN KEY (point_id) REFERENCES proposal_point (point_id),
  CONSTRAINT proposal_point_theme_theme FOREIGN KEY (theme_id) REFERENCES proposal_theme (theme_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What counts: themes that every coder of a passage gave it, or that were settled';

CREATE TABLE IF NOT EXISTS proposal_campaign (
  campaign_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  proposal_id INT UNSIGNED NOT NULL,
  name VARCHAR(150) NOT NULL,
  text_hash BINARY(16) NOT NULL,
  ended BOOLEAN NOT NULL DEFAULT 0 COMMENT 'it is none after all: its responses count with the others',
  made_at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL COMMENT 'who said that it is one',
  UNIQUE KEY proposal_campaign_ref (ref),
  UNIQUE KEY proposal_campaign_text (proposal_id, text_hash),
  CONSTRAINT proposal_campaign_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id),
  CONSTRAINT proposal_campaign_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The same text, sent many times: counted apart';

CREATE TABLE IF NOT EXISTS proposal_counted (
  response_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  proposal_id INT UNSIGNED NOT NULL,
  group_id INT UNSIGNED NOT NULL COMMENT '0: for no group',
  cells TEXT NOT NULL COMMENT 'JSON: [dimension, value] of each total that it is in',
  CONSTRAINT proposal_counted_json CHECK (JSON_VALID(cells))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'As what a response was counted last, so that it can be taken out of the totals again';

CREATE TABLE IF NOT EXISTS proposal_total (
  proposal_id INT UNSIGNED NOT NULL,
  dimension VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  group_id INT UNSIGNED NOT NULL COMMENT '0: for no group',
  n INT NOT NULL,
  PRIMARY KEY (proposal_id, dimension, value, group_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Responses and points by what is counted of them and by group: a cache, so that a result page reads no response';

CREATE TABLE IF NOT EXISTS proposal_outcome (
  outcome_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random: names it in addresses',
  submission BINARY(16) NOT NULL,
  proposal_id INT UNSIGNED NOT NULL,
  theme_id INT UNSIGNED NULL COMMENT 'what it answers; NULL: something else',
  position SMALLINT UNSIGNED NOT NULL,
  said VARCHAR(1000) NOT NULL COMMENT 'you said',
  did ENUM('doing', 'differently', 'not_doing') NOT NULL,
  what VARCHAR(2000) NOT NULL COMMENT 'we did',
  why VARCHAR(2000) NOT NULL DEFAULT '',
  progress VARCHAR(1000) NOT NULL DEFAULT '',
  owner VARCHAR(150) NOT NULL DEFAULT '' COMMENT 'a post, not a person: it is published',
  due_on DATE NULL,
  done_on DATE NULL,
  changed_at DATETIME NOT NULL,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY proposal_outcome_ref (ref),
  UNIQUE KEY proposal_outcome_submission (submission),
  KEY proposal_outcome_proposal (proposal_id, position),
  CONSTRAINT proposal_outcome_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (proposal_id),
  CONSTRAINT proposal_outcome_theme FOREIGN KEY (theme_id) REFERENCES proposal_theme (theme_id),
  CONSTRAINT proposal_outcome_told CHECK (did = 'doing' OR why <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'We asked, you said, we did';

CREATE TABLE IF NOT EXISTS proposal_answer (
  response_id BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'who asked for more information',
  proposal_id INT UNSIGNED NOT NULL,
  question VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'as it is published: without names; empty: it is not',
  answer TEXT NOT NULL,
  public BOOLEAN NOT NULL DEFAULT 0,
  answered_at DATETIME NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY proposal_answer_proposal (proposal_id, public, answered_at),
  CONSTRAINT proposal_answer_response FOREIGN KEY (response_id) REFERENCES proposal_response (response_id),
  CONSTRAINT proposal_answer_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT proposal_answer_public CHECK (public = 0 OR question <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Answers to requests for more information';

ALTER TABLE search_word MODIFY COLUMN subject
  ENUM('organisation', 'person', 'incident', 'bulletin', 'contract', 'review', 'submission', 'proposal', 'proposal_response') NOT NULL,
  MODIFY COLUMN subject_id BIGINT UNSIGNED NOT NULL;

-- A panel decides on proposals by the same reviews: criteria, interests, quorum.
ALTER TABLE criteria MODIFY COLUMN judges ENUM('contract', 'submission', 'proposal') NOT NULL;
ALTER TABLE criterion MODIFY COLUMN evidence ENUM('', 'specification', 'returns', 'kpis', 'spend', 'incidents', 'surveys', 'submission', 'proposal')
  NOT NULL DEFAULT '' COMMENT 'which of the evidence stands beside it';
ALTER TABLE review
  ADD COLUMN IF NOT EXISTS proposal_id INT UNSIGNED NULL COMMENT 'or this',
  ADD COLUMN IF NOT EXISTS open_proposal INT UNSIGNED AS (IF(state <> 'cancelled', proposal_id, NULL)) VIRTUAL,
  ADD UNIQUE KEY IF NOT EXISTS review_open_proposal (open_proposal),
  ADD KEY IF NOT EXISTS review_proposal (proposal_id);
ALTER TABLE review DROP CONSTRAINT IF EXISTS review_of_one;
ALTER TABLE review ADD CONSTRAINT IF NOT EXISTS review_judges_one
  CHECK ((contract_id IS NOT NULL) + (submission_id IS NOT NULL) + (proposal_id IS NOT NULL) = 1);
ALTER TABLE review ADD CONSTRAINT review_of_proposal FOREIGN KEY IF NOT EXISTS (proposal_id) REFERENCES proposal (proposal_id);

-- What was decided, and who had no part in it.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_decision AS
  SELECT v.proposal_id, d.outcome, d.reasons, d.met_on, d.quorum,
    (SELECT COUNT(*) FROM decision_member m WHERE m.decision_id = d.decision_id AND m.part = 'present') AS present,
    (SELECT COUNT(*) FROM review_declaration e WHERE e.review_id = v.review_id AND e.conflict = 1) AS conflicts
  FROM review v JOIN decision d ON d.review_id = v.review_id AND d.state = 'confirmed' JOIN proposal p ON p.proposal_id = v.proposal_id
  WHERE v.state = 'decided' AND p.state = 'published' AND p.decided_at IS NOT NULL;
GRANT SELECT ON proposal_public_decision TO soundings_public;
GRANT SELECT ON proposal_public_decision TO soundings_staff;

-- What the public pool reads: proposals that are published, and of a response only that it is there.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public AS
  SELECT proposal_id, slug, title, summary, happens, equality, decides, decides_on, opens_on, closes_on, audience, in_favour, against, unsure, form,
    state, withdrawn_why, published_at, results, results_at, decided_at
  FROM proposal WHERE state <> 'draft';
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_section AS
  SELECT s.section_id, s.ref, s.proposal_id, s.position, s.heading, s.body
  FROM proposal_section s JOIN proposal p ON p.proposal_id = s.proposal_id AND p.state <> 'draft';
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_text AS
  SELECT t.proposal_id, t.code, t.title, t.body FROM proposal_text t JOIN proposal p ON p.proposal_id = t.proposal_id AND p.state <> 'draft';
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_document AS
  SELECT d.document_id, d.ref, d.proposal_id, d.title, d.name, d.type, d.size FROM proposal_document d
    JOIN proposal p ON p.proposal_id = d.proposal_id AND p.state = 'published' WHERE d.removed_at IS NULL;
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_document_body AS
  SELECT b.document_id, b.part, b.bytes FROM proposal_document_body b JOIN proposal_document d ON d.document_id = b.document_id AND d.removed_at IS NULL
    JOIN proposal p ON p.proposal_id = d.proposal_id AND p.state = 'published';
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_change AS
  SELECT c.proposal_id, c.change_id, c.at, c.text FROM proposal_change c JOIN proposal p ON p.proposal_id = c.proposal_id AND p.state <> 'draft';
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_group AS
  SELECT g.proposal_id, g.group_id, g.position, s.ref, s.name, g.token_hash FROM proposal_group g JOIN stakeholder_group s ON s.group_id = g.group_id
    JOIN proposal p ON p.proposal_id = g.proposal_id AND p.state <> 'draft';
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_outcome AS
  SELECT o.proposal_id, o.position, t.name AS theme, o.said, o.did, o.what, o.why, o.progress, o.owner, o.due_on, o.done_on, o.changed_at
  FROM proposal_outcome o JOIN proposal p ON p.proposal_id = o.proposal_id AND p.state = 'published' AND p.decided_at IS NOT NULL
    LEFT JOIN proposal_theme t ON t.theme_id = o.theme_id;
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_public_answer AS
  SELECT a.proposal_id, a.question, a.answer, a.answered_at FROM proposal_answer a JOIN proposal p ON p.proposal_id = a.proposal_id
    AND p.state <> 'draft' WHERE a.public = 1;
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_response_sent AS
  SELECT submission, digest, ref FROM proposal_response;
-- Which response it is stands in what is sealed.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_private_current AS
  SELECT v.proposal_id, v.edit_hash, v.sealed, a.answer, a.answered_at
  FROM proposal_private v LEFT JOIN proposal_answer a ON a.response_id = v.response_id
  WHERE NOT EXISTS (SELECT 1 FROM proposal_response n WHERE n.replaces = v.response_id);
-- What the public pool may add: a response from the web, in nobody else's name.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_response_web AS
  SELECT response_id, ref, proposal_id, submission, digest, stance, group_id, by_link, capacity, organisation, name, publication, asks, answers,
    source, received_on, late, text_hash, edit_hash, replaces, withdrawn
  FROM proposal_response WHERE source = 'web' AND typed_by IS NULL AND event_id IS NULL AND duplicate_of IS NULL AND campaign_id IS NULL
    AND replaced_by IS NULL AND edit_hash IS NOT NULL AND stance IS NOT NULL
  WITH CASCADED CHECK OPTION;
CREATE OR REPLACE SQL SECURITY DEFINER VIEW proposal_point_web AS
  SELECT point_id, response_id, proposal_id, position, kind, grade, section_id, text FROM proposal_point;

GRANT SELECT ON proposal_public TO soundings_public;
GRANT SELECT ON proposal_public_section TO soundings_public;
GRANT SELECT ON proposal_public_text TO soundings_public;
GRANT SELECT ON proposal_public_document TO soundings_public;
GRANT SELECT ON proposal_public_document_body TO soundings_public;
GRANT SELECT ON proposal_public_change TO soundings_public;
GRANT SELECT ON proposal_public_group TO soundings_public;
GRANT SELECT ON proposal_public_outcome TO soundings_public;
GRANT SELECT ON proposal_public_answer TO soundings_public;
GRANT SELECT ON proposal_response_sent TO soundings_public;
GRANT SELECT ON proposal_response_sent TO soundings_staff;
GRANT INSERT ON proposal_point_web TO soundings_staff;
GRANT SELECT ON proposal_private_current TO soundings_public;
GRANT INSERT ON proposal_response_web TO soundings_public;
GRANT INSERT ON proposal_point_web TO soundings_public;
GRANT INSERT ON proposal_contact TO soundings_public;
GRANT INSERT ON proposal_private TO soundings_public;

GRANT SELECT, INSERT, UPDATE ON stakeholder_group TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON stakeholder_member TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_section TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_text TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal_document TO soundings_staff;
GRANT SELECT, INSERT ON proposal_document_body TO soundings_staff;
GRANT SELECT, INSERT ON proposal_change TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_group TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal_event TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_attendance TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal_response TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal_point TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_contact TO soundings_staff;
GRANT INSERT, DELETE ON proposal_private TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON proposal_pending TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal_theme TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_coded TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON proposal_code TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_settled TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON proposal_point_theme TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal_campaign TO soundings_staff;
GRANT SELECT, INSERT, DELETE ON proposal_counted TO soundings_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_total TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal_outcome TO soundings_staff;
GRANT SELECT, INSERT, UPDATE ON proposal_answer TO soundings_staff;
