-- 0006_mail.sql: messages that wait to be sent.

CREATE TABLE IF NOT EXISTS mail (
  mail_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'mail.h',
  recipient VARCHAR(254) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  body BLOB NULL COMMENT 'sealed, since links are secrets; NULL soon after it was sent or given up, and some days after it failed',
  message_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the same at every try, so that a mailbox sees one',
  state ENUM('waiting', 'sent', 'failed', 'given_up') NOT NULL DEFAULT 'waiting',
  tries INT UNSIGNED NOT NULL DEFAULT 0,
  made_at DATETIME NOT NULL,
  next_try_at DATETIME NOT NULL,
  claimed_at DATETIME NULL COMMENT 'a run of the jobs has it in hand since then, for a minute at most',
  give_up_at DATETIME NOT NULL COMMENT 'not tried again after this',
  ended_at DATETIME NULL COMMENT 'sent, failed or given up',
  last_error VARCHAR(300) NOT NULL DEFAULT '',
  UNIQUE KEY message_id (message_id),
  KEY mail_due (state, next_try_at),
  KEY mail_ended (state, ended_at),
  KEY mail_made (made_at),
  KEY mail_state (state, made_at),
  KEY mail_recipient (recipient, made_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4
  COMMENT = 'The outbox: stored with what it tells of, sent by the jobs after the commit';

-- What the staff pool sees of it: everything but the text. A worker that was taken over holds the key, but not the text
-- of messages on their way, with their links.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW mail_row AS
  SELECT mail_id, kind, recipient, subject, message_id, state, tries, made_at, next_try_at, give_up_at, ended_at, last_error,
    body IS NOT NULL AS has_text
  FROM mail;

-- What it changes: whether and when a message is tried, never to whom it goes. Else it could have the links of messages that
-- it cannot read sent to itself.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW mail_try AS
  SELECT message_id, state, tries, next_try_at, give_up_at, ended_at, last_error, body IS NOT NULL AS has_text
  FROM mail;
GRANT INSERT ON mail TO soundings_staff;
GRANT SELECT ON mail_row TO soundings_staff;
GRANT SELECT, UPDATE ON mail_try TO soundings_staff;
