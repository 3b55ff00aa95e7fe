-- 0016_incident_link.sql: reports without a name, by a practice's link; and what their writers say later, with their code.

CREATE TABLE IF NOT EXISTS incident_link (
  link_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation_id INT UNSIGNED NOT NULL COMMENT 'the practice whose it is',
  token CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random; in its address, /r/TOKEN, and on its poster',
  is_open TINYINT(1) NULL DEFAULT 1 COMMENT 'NULL: ended; a practice has one that is open',
  made_at DATETIME NOT NULL,
  made_by INT UNSIGNED NOT NULL,
  ended_at DATETIME NULL,
  UNIQUE KEY incident_link_token (token),
  UNIQUE KEY incident_link_open (organisation_id, is_open),
  CONSTRAINT incident_link_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id),
  CONSTRAINT incident_link_maker FOREIGN KEY (made_by) REFERENCES person (person_id),
  CONSTRAINT incident_link_ended CHECK ((is_open IS NULL) = (ended_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'Links by which a practice''s people report without a name: one open for each practice';

-- What somebody without a name sends waits here until the program puts it where it belongs: whoever takes over a process of the public
-- pages can add to this, and can neither read nor change an incident.
CREATE TABLE IF NOT EXISTS incident_said (
  said_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  submission BINARY(16) NOT NULL COMMENT 'of the form: what is sent twice is said once',
  code_hash BINARY(32) NOT NULL COMMENT 'of the code of the report that it belongs to',
  kind ENUM('sent', 'answer', 'added') NOT NULL COMMENT 'sent: the report itself, to be noted in its history',
  text MEDIUMTEXT NOT NULL,
  detail MEDIUMTEXT NOT NULL DEFAULT '{}' COMMENT 'JSON, as in incident_event',
  said_on DATETIME NOT NULL COMMENT 'the day, no finer',
  taken BOOLEAN NOT NULL DEFAULT 0 COMMENT 'it is in the history, and its text gone from here',
  UNIQUE KEY incident_said_submission (submission),
  KEY incident_said_code (code_hash, taken),
  KEY incident_said_taken (taken, said_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'What people without a name sent, on its way to the history of their report';

-- The one way in: a report without a name that nobody has looked at. (A session may switch CHECKs off for itself; not this.)
CREATE OR REPLACE VIEW incident_anonymous AS
  SELECT ref, submission, organisation_id, code_hash, state, state_at, made_at, saved_at, submitted_at, due_at, report, title, kind, about,
    about_organisation_id, about_name, about_service, happened_on, physical, psychological, worry, share, candour, serious, urgency
  FROM incident
  WHERE state = 'submitted' AND reporter_id IS NULL AND code_hash IS NOT NULL AND manager_id IS NULL AND looked_at IS NULL
    AND share <> 'name' AND JSON_VALID(report) AND TIME(submitted_at) = '00:00:00' AND TIME(made_at) = '00:00:00'
    AND TIME(saved_at) = '00:00:00' AND TIME(state_at) = '00:00:00'
  WITH CASCADED CHECK OPTION;

CREATE OR REPLACE VIEW incident_said_new AS
  SELECT submission, code_hash, kind, text, detail, said_on FROM incident_said
  WHERE taken = 0 AND JSON_TYPE(detail) = 'OBJECT' AND TIME(said_on) = '00:00:00' AND said_on >= '2000-01-01' WITH CASCADED CHECK OPTION;

CREATE OR REPLACE VIEW incident_link_known AS
  SELECT l.token, l.organisation_id, l.ended_at, o.name FROM incident_link l JOIN organisation o USING (organisation_id)
  WHERE o.closed_on IS NULL;

-- Who knows a code reads what its report's reporter may read, and of no other: a view would show them all.
CREATE OR REPLACE FUNCTION incident_told(code BINARY(32)) RETURNS MEDIUMTEXT CHARACTER SET utf8mb4 READS SQL DATA SQL SECURITY DEFINER
  RETURN (SELECT JSON_OBJECT('ref', i.ref, 'state', i.state, 'practice', o.name, 'sent', UNIX_TIMESTAMP(i.submitted_at),
      'due', COALESCE(UNIX_TIMESTAMP(i.due_at), 0),
      'waiting', (SELECT COUNT(*) FROM incident_said s WHERE s.code_hash = code AND s.taken = 0 AND s.kind <> 'sent'),
      'events', (SELECT JSON_ARRAYAGG(JSON_OBJECT('kind', e.kind, 'at', UNIX_TIMESTAMP(e.at), 'text', e.text) ORDER BY e.event_id)
        FROM incident_event e WHERE e.incident_id = i.incident_id AND FIND_IN_SET('reporter', e.audience) > 0))
    FROM incident i JOIN organisation o ON o.organisation_id = i.organisation_id WHERE i.code_hash = code AND i.state <> 'draft');

-- 1: this report was sent with this code; 2: another one was; NULL: none. It locks, so that one which came a moment ago is seen.
CREATE OR REPLACE FUNCTION incident_is_sent(code BINARY(32), text MEDIUMTEXT CHARACTER SET utf8mb4) RETURNS INT READS SQL DATA SQL SECURITY DEFINER
  RETURN (SELECT IF(BINARY i.report = BINARY text, 1, 2) FROM incident i WHERE i.code_hash = code LOCK IN SHARE MODE);

GRANT SELECT, INSERT, UPDATE ON incident_link TO soundings_staff;
GRANT SELECT ON incident_link_known TO soundings_public;
GRANT INSERT ON incident_anonymous TO soundings_public;
GRANT INSERT ON incident_said_new TO soundings_public;
GRANT EXECUTE ON FUNCTION incident_told TO soundings_public;
GRANT EXECUTE ON FUNCTION incident_is_sent TO soundings_public;
