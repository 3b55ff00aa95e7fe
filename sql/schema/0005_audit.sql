-- 0005_audit.sql: the trail of who did what. Rows are added with what they tell of, and chained right after.

CREATE TABLE IF NOT EXISTS audit (
  audit_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME NOT NULL COMMENT 'UTC',
  person_id INT UNSIGNED NULL COMMENT 'NULL: the program itself, or nobody we know',
  who VARCHAR(254) NOT NULL COMMENT 'their e-mail address then; or "soundings" for the program',
  organisation_id INT UNSIGNED NULL COMMENT 'for whom they acted',
  action VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'audit.h, enum audit_action',
  subject VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what kind of record; empty: none',
  ref VARCHAR(100) NOT NULL COMMENT 'which record, as its address names it',
  detail TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON: {"field": {"from": …, "to": …}, …}',
  KEY audit_person (person_id, audit_id),
  KEY audit_action (action, audit_id),
  KEY audit_kind (subject, audit_id),
  KEY audit_action_kind (action, subject, audit_id),
  KEY audit_ref (ref, audit_id),
  KEY audit_at (at, audit_id),
  KEY audit_who (who, audit_id),
  CONSTRAINT audit_json CHECK (JSON_VALID(detail))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Who did what, when, to which record, from what to what. No secret, no answer, no token';

ALTER TABLE audit
  ADD KEY IF NOT EXISTS audit_kind (subject, audit_id),
  ADD KEY IF NOT EXISTS audit_action_kind (action, subject, audit_id),
  ADD KEY IF NOT EXISTS audit_ref (ref, audit_id),
  DROP KEY IF EXISTS audit_subject;

CREATE TABLE IF NOT EXISTS audit_link (
  seq BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'from 1, without a gap',
  audit_id BIGINT UNSIGNED NOT NULL,
  hash BINARY(32) NOT NULL COMMENT 'of the link before and of the row: audit.c',
  UNIQUE KEY audit_link_row (audit_id),
  CONSTRAINT audit_link_row FOREIGN KEY (audit_id) REFERENCES audit (audit_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The chain over the trail: whoever changes a row, or takes one out, breaks it';

CREATE TABLE IF NOT EXISTS audit_anchor (
  anchor_on DATE NOT NULL PRIMARY KEY,
  seq BIGINT UNSIGNED NOT NULL,
  hash BINARY(32) NOT NULL,
  made_at DATETIME NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The end of the chain on each day, mailed to the auditors: what they hold cannot be changed here';

-- A link follows the last one, and names a row that is there (a session may switch foreign keys off for itself). Else one link
-- with a number too large would keep everybody from chaining anything ever after.
CREATE OR REPLACE TRIGGER audit_link_follows BEFORE INSERT ON audit_link FOR EACH ROW
  IF NEW.seq > (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit_link)
      OR NOT EXISTS (SELECT 1 FROM audit WHERE audit_id = NEW.audit_id)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a link follows the last one'; END IF;

GRANT SELECT, INSERT (at, person_id, who, organisation_id, action, subject, ref, detail) ON audit TO soundings_staff;
GRANT SELECT, INSERT ON audit_link TO soundings_staff;
GRANT SELECT ON audit_anchor TO soundings_staff;
