-- 0014_bulletin.sql: learning bulletins, who wrote and approved them, which practices have read them.

CREATE TABLE IF NOT EXISTS bulletin (
  bulletin_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ref CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random, the end of its address: stays when the title changes',
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its address: words of the title, then ref',
  title VARCHAR(150) NOT NULL,
  summary VARCHAR(400) NOT NULL COMMENT 'one or two sentences',
  body MEDIUMTEXT NOT NULL COMMENT 'Markdown, the safe subset',
  public BOOLEAN NOT NULL DEFAULT 0 COMMENT 'for everybody, not for practices alone',
  state ENUM('draft', 'review', 'published', 'withdrawn') NOT NULL DEFAULT 'draft',
  state_at DATETIME NOT NULL COMMENT 'since when',
  made_at DATETIME NOT NULL,
  written_by INT UNSIGNED NOT NULL,
  edited_by INT UNSIGNED NOT NULL COMMENT 'who changed its text last; all of them: bulletin_editor',
  sent_by INT UNSIGNED NULL COMMENT 'who asked for approval',
  approved_by INT UNSIGNED NULL COMMENT 'somebody else than all of these',
  published_at DATETIME NULL,
  reminded_at DATETIME NULL COMMENT 'practices that had not read it were written to',
  replaces_id INT UNSIGNED NULL COMMENT 'a corrected version of this one, which is withdrawn when it is published',
  row_version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY bulletin_ref (ref),
  UNIQUE KEY bulletin_slug (slug),
  KEY bulletin_state (state, state_at),
  KEY bulletin_state_title (state, title),
  KEY bulletin_date (state_at, bulletin_id),
  KEY bulletin_title (title, bulletin_id),
  KEY bulletin_public (state, public, published_at),
  CONSTRAINT bulletin_writer FOREIGN KEY (written_by) REFERENCES person (person_id),
  CONSTRAINT bulletin_last_editor FOREIGN KEY (edited_by) REFERENCES person (person_id),
  CONSTRAINT bulletin_sender FOREIGN KEY (sent_by) REFERENCES person (person_id),
  CONSTRAINT bulletin_approver FOREIGN KEY (approved_by) REFERENCES person (person_id),
  CONSTRAINT bulletin_replaces FOREIGN KEY (replaces_id) REFERENCES bulletin (bulletin_id),
  CONSTRAINT bulletin_two_people CHECK (approved_by IS NULL OR (approved_by <> written_by AND approved_by <> edited_by
    AND NOT (approved_by <=> sent_by))),
  CONSTRAINT bulletin_approved CHECK (state <> 'published' OR (approved_by IS NOT NULL AND published_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What everybody can learn from incidents, rewritten so that nobody is recognised';

CREATE TABLE IF NOT EXISTS bulletin_editor (
  bulletin_id INT UNSIGNED NOT NULL,
  person_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (bulletin_id, person_id),
  CONSTRAINT bulletin_editor_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (bulletin_id),
  CONSTRAINT bulletin_editor_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Everybody who ever changed a bulletin''s text, by trigger: none of them may approve it';

CREATE TABLE IF NOT EXISTS bulletin_incident (
  bulletin_id INT UNSIGNED NOT NULL,
  incident_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (bulletin_id, incident_id),
  KEY bulletin_incident_incident (incident_id),
  CONSTRAINT bulletin_incident_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (bulletin_id),
  CONSTRAINT bulletin_incident_incident FOREIGN KEY (incident_id) REFERENCES incident (incident_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'From which incidents a bulletin was made; no reader ever sees it';

CREATE TABLE IF NOT EXISTS bulletin_event (
  event_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  bulletin_id INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  person_id INT UNSIGNED NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'bulletin.h, enum bulletin_event_kind',
  text VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why, as it was written',
  KEY bulletin_event_bulletin (bulletin_id, event_id),
  CONSTRAINT bulletin_event_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (bulletin_id),
  CONSTRAINT bulletin_event_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'All that happened to a bulletin, for its managers; rows are added, never changed';

CREATE TABLE IF NOT EXISTS bulletin_receipt (
  bulletin_id INT UNSIGNED NOT NULL,
  organisation_id INT UNSIGNED NOT NULL,
  person_id INT UNSIGNED NOT NULL COMMENT 'who said so first',
  at DATETIME NOT NULL,
  PRIMARY KEY (bulletin_id, organisation_id),
  KEY bulletin_receipt_organisation (organisation_id, bulletin_id),
  CONSTRAINT bulletin_receipt_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (bulletin_id),
  CONSTRAINT bulletin_receipt_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT bulletin_receipt_person FOREIGN KEY (person_id) REFERENCES person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Which organisations have read a bulletin: one of their people said so';

CREATE TABLE IF NOT EXISTS bulletin_mail (
  mail_for_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  bulletin_id INT UNSIGNED NOT NULL,
  kind ENUM('published', 'reminder', 'withdrawn', 'corrected') NOT NULL,
  made_at DATETIME NOT NULL,
  CONSTRAINT bulletin_mail_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (bulletin_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What the jobs are to write to practices about; a row goes when its messages are in the outbox';

-- What begins is a draft, whoever asks, a worker taken over too.
CREATE OR REPLACE TRIGGER bulletin_begins BEFORE INSERT ON bulletin FOR EACH ROW
  IF NEW.state <> 'draft' OR NEW.approved_by IS NOT NULL OR NEW.published_at IS NOT NULL OR NEW.edited_by <> NEW.written_by
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a bulletin begins as a draft'; END IF;

CREATE OR REPLACE TRIGGER bulletin_writes AFTER INSERT ON bulletin FOR EACH ROW
  INSERT IGNORE INTO bulletin_editor (bulletin_id, person_id) VALUES (NEW.bulletin_id, NEW.written_by);

-- Its text changes while it is a draft; it is published from review, by somebody who never changed it; what was published stays.
CREATE OR REPLACE TRIGGER bulletin_stays BEFORE UPDATE ON bulletin FOR EACH ROW
  IF NEW.bulletin_id <> OLD.bulletin_id OR NEW.ref <> OLD.ref OR NEW.written_by <> OLD.written_by
      OR (OLD.state <> 'draft' AND (NEW.title <> BINARY OLD.title OR NEW.summary <> BINARY OLD.summary OR NEW.body <> BINARY OLD.body
        OR NEW.slug <> OLD.slug OR NEW.public <> OLD.public OR NEW.edited_by <> OLD.edited_by OR NOT (NEW.replaces_id <=> OLD.replaces_id)))
      OR (NEW.state <> OLD.state AND CONCAT(OLD.state, ' ', NEW.state) NOT IN ('draft review', 'review draft', 'review published',
        'draft withdrawn', 'review withdrawn', 'published withdrawn'))
      OR (NEW.state <> 'draft' AND OLD.state = 'draft' AND (NEW.title <> BINARY OLD.title OR NEW.summary <> BINARY OLD.summary
        OR NEW.body <> BINARY OLD.body OR NEW.public <> OLD.public))
      OR (NEW.state = 'published' AND OLD.state <> 'published' AND (NEW.approved_by IS NULL OR EXISTS (SELECT 1 FROM bulletin_editor e
        WHERE e.bulletin_id = OLD.bulletin_id AND e.person_id = NEW.approved_by)))
      OR (OLD.published_at IS NOT NULL AND (NOT (NEW.published_at <=> OLD.published_at) OR NOT (NEW.approved_by <=> OLD.approved_by)
        OR NOT (NEW.sent_by <=> OLD.sent_by)))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'two people publish a bulletin, and it stays as it was published'; END IF;

CREATE OR REPLACE TRIGGER bulletin_edited AFTER UPDATE ON bulletin FOR EACH ROW
  INSERT IGNORE INTO bulletin_editor (bulletin_id, person_id) SELECT NEW.bulletin_id, NEW.edited_by FROM DUAL
  WHERE NEW.title <> BINARY OLD.title OR NEW.summary <> BINARY OLD.summary OR NEW.body <> BINARY OLD.body
    OR NEW.public <> OLD.public OR NEW.edited_by <> OLD.edited_by;

CREATE OR REPLACE TRIGGER bulletin_incident_begins BEFORE INSERT ON bulletin_incident FOR EACH ROW
  IF (SELECT state FROM bulletin WHERE bulletin_id = NEW.bulletin_id) <> 'draft'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published bulletin stays as it is'; END IF;

CREATE TABLE IF NOT EXISTS bulletin_theme (
  bulletin_id INT UNSIGNED NOT NULL,
  theme_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (bulletin_id, theme_id),
  KEY bulletin_theme_theme (theme_id, bulletin_id),
  CONSTRAINT bulletin_theme_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (bulletin_id),
  CONSTRAINT bulletin_theme_theme FOREIGN KEY (theme_id) REFERENCES incident_theme (theme_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Which bulletin has which themes';

CREATE OR REPLACE TRIGGER bulletin_theme_begins BEFORE INSERT ON bulletin_theme FOR EACH ROW
  IF (SELECT state FROM bulletin WHERE bulletin_id = NEW.bulletin_id) <> 'draft'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published bulletin stays as it is'; END IF;

CREATE OR REPLACE TRIGGER bulletin_theme_ends BEFORE DELETE ON bulletin_theme FOR EACH ROW
  IF (SELECT state FROM bulletin WHERE bulletin_id = OLD.bulletin_id) <> 'draft'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published bulletin stays as it is'; END IF;

-- What the public may know of it.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW bulletin_public AS
  SELECT slug, title, summary, body, published_at FROM bulletin WHERE state = 'published' AND public = 1;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW bulletin_public_theme AS
  SELECT b.slug, t.name FROM bulletin b JOIN bulletin_theme l ON l.bulletin_id = b.bulletin_id
    JOIN incident_theme t ON t.theme_id = l.theme_id
  WHERE b.state = 'published' AND b.public = 1;

GRANT SELECT ON bulletin_public_theme TO soundings_public;
GRANT SELECT, INSERT, DELETE ON bulletin_theme TO soundings_staff;
GRANT SELECT ON bulletin_public TO soundings_public;
GRANT SELECT, INSERT, UPDATE ON bulletin TO soundings_staff;
GRANT SELECT ON bulletin_editor TO soundings_staff;
GRANT SELECT, INSERT ON bulletin_incident TO soundings_staff;
GRANT SELECT, INSERT ON bulletin_event TO soundings_staff;
GRANT SELECT, INSERT ON bulletin_receipt TO soundings_staff;
GRANT INSERT ON bulletin_mail TO soundings_staff;
