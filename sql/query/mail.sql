-- mail.sql: the outbox.

-- mail_add: a message that waits to be sent.
-- pool: staff owner
-- in: kind text, recipient text, subject text, body bytes, message_id text, now time
INSERT INTO mail (kind, recipient, subject, body, message_id, made_at, next_try_at)
VALUES (:kind, :recipient, :subject, :body, :message_id, :now, :now);
