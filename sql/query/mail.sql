-- mail.sql: the outbox.

-- mail_add: a message that waits to be sent.
-- pool: staff owner
-- duplicate: this person was told that already (mail_add_once)
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

-- mail_empty: texts of messages that failed some time ago, or were given up; nobody will send them any more.
-- pool: owner
-- in: ended_before time
UPDATE mail SET body = NULL WHERE body IS NOT NULL AND (state = 'given_up' OR state = 'failed' AND ended_at < :ended_before);

-- mail_remove: messages that ended long ago.
-- pool: owner
-- in: ended_before time
DELETE FROM mail WHERE state IN ('sent', 'failed', 'given_up') AND ended_at < :ended_before;

-- mail_list: messages, for their list and its file.
-- pool: staff
-- in: state text, recipient text
-- out: mail_id int, message_id text, recipient text, kind text, subject text, state text, tries int, made_at time, next_try_at time,
-- ended_at time, last_error text
-- key: m.mail_id of mail_row m
-- sorts: made: m.made_at desc
SELECT m.mail_id, m.message_id, m.recipient, m.kind, m.subject, m.state, m.tries, m.made_at, m.next_try_at, m.ended_at, m.last_error
FROM mail_row m WHERE 1 = 1 [state? AND m.state = :state] [recipient? AND m.recipient = :recipient] [page];

-- mail_get: one message, all but its text.
-- pool: staff
-- in: message_id text
-- out: recipient text, kind text, subject text, state text, tries int, made_at time, next_try_at time, give_up_at time, ended_at time,
-- last_error text, has_text int
SELECT recipient, kind, subject, state, tries, made_at, next_try_at, give_up_at, ended_at, last_error, has_text
FROM mail_row WHERE message_id = :message_id;

-- mail_waits_longest: since when somebody waits for a message.
-- pool: staff
-- out: made_at time
SELECT made_at FROM mail_row WHERE state = 'waiting' ORDER BY made_at LIMIT 1;

-- mail_due_first: the message that is to be sent next, and what was said of it.
-- pool: staff
-- out: next_try_at time, last_error text
SELECT next_try_at, last_error FROM mail_row WHERE state = 'waiting' ORDER BY next_try_at LIMIT 1;

-- mail_due_last: the one that will be tried last, for it was tried most often or just now.
-- pool: staff
-- out: last_error text
SELECT last_error FROM mail_row WHERE state = 'waiting' ORDER BY next_try_at DESC LIMIT 1;

-- mail_failures: how many failed and may still be tried again; a thousand counts as many.
-- pool: staff
-- in: ended_after time
-- out: n int
SELECT COUNT(*) AS n FROM (SELECT mail_id FROM mail_row WHERE state = 'failed' AND ended_at > :ended_after AND has_text LIMIT 1000) few;

-- mail_retry: due now, and tried for as long again; changes no row when there is nothing left to send.
-- pool: staff
-- in: now time, give_up_at time, message_id text
UPDATE mail_try SET state = 'waiting', tries = 0, next_try_at = :now, give_up_at = :give_up_at, ended_at = NULL, last_error = ''
WHERE message_id = :message_id AND (state = 'waiting' OR (state = 'failed' AND has_text));

-- mail_give_up: nobody tries it any more; the jobs throw its text away.
-- pool: staff
-- in: now time, message_id text
UPDATE mail_try SET state = 'given_up', ended_at = :now WHERE message_id = :message_id AND state IN ('waiting', 'failed');
