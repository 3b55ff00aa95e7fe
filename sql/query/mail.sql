-- mail.sql: the outbox.

-- mail_add: a message that waits to be sent.
-- pool: staff owner
-- in: kind text, recipient text, subject text, body bytes, message_id text, now time, give_up_at time
INSERT INTO mail (kind, recipient, subject, body, message_id, made_at, next_try_at, give_up_at)
VALUES (:kind, :recipient, :subject, :body, :message_id, :now, :now, :give_up_at);

-- mail_due: messages whose time has come, and which no other run has in hand.
-- pool: owner
-- in: now time, claimed_before time, most int
-- out: mail_id int, tries int
SELECT mail_id, tries FROM mail WHERE state = 'waiting' AND next_try_at <= :now
	AND (claimed_at IS NULL OR claimed_at <= :claimed_before)
ORDER BY next_try_at, mail_id LIMIT :most;

-- mail_claim: takes a message in hand, for this run alone: changes no row when another run was first.
-- pool: owner
-- in: next_try_at time, now time, mail_id int, tries int, claimed_before time
UPDATE mail SET tries = tries + 1, next_try_at = :next_try_at, claimed_at = :now
WHERE mail_id = :mail_id AND tries = :tries AND state = 'waiting' AND next_try_at <= :now
	AND (claimed_at IS NULL OR claimed_at <= :claimed_before);

-- mail_claimed: what is to be sent.
-- pool: owner
-- in: mail_id int
-- out: recipient text, subject text, body bytes, message_id text, made_at time, give_up_at time
SELECT recipient, subject, body, message_id, made_at, give_up_at FROM mail WHERE mail_id = :mail_id;

-- mail_sent: a server has taken it; nothing of its text is kept.
-- pool: owner
-- in: now time, mail_id int
UPDATE mail SET state = 'sent', body = NULL, claimed_at = NULL, ended_at = :now, last_error = ''
WHERE mail_id = :mail_id;

-- mail_not_yet: this try did not work; there will be another.
-- pool: owner
-- in: error text, mail_id int
UPDATE mail SET claimed_at = NULL, last_error = :error WHERE mail_id = :mail_id AND state = 'waiting';

-- mail_failed: it will not be tried again, unless an administrator says so.
-- pool: owner
-- in: error text, now time, mail_id int
UPDATE mail SET state = 'failed', claimed_at = NULL, ended_at = :now, last_error = :error
WHERE mail_id = :mail_id AND state = 'waiting';

-- mail_stuck: why nothing can be sent at all.
-- pool: owner
-- in: error text
UPDATE mail SET last_error = :error WHERE state = 'waiting' AND last_error <> :error;

-- mail_empty: texts of messages that failed some time ago; nobody will send them any more.
-- pool: owner
-- in: ended_before time
UPDATE mail SET body = NULL WHERE state = 'failed' AND body IS NOT NULL AND ended_at < :ended_before;

-- mail_remove: messages that ended long ago.
-- pool: owner
-- in: ended_before time
DELETE FROM mail WHERE state IN ('sent', 'failed') AND ended_at < :ended_before;
