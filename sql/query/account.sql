-- account.sql: one's own account: mailed links, recovery codes, forgotten passwords, devices.

-- account_token_spend_earlier: a new link is on its way: the ones before it end.
-- pool: staff owner
-- in: now time, person_id int, purpose text
UPDATE account_token SET spent_at = :now
WHERE person_id = :person_id AND purpose = :purpose AND spent_at IS NULL;

-- account_token_add: a new link.
-- pool: staff owner
-- in: token_hash bytes, person_id int, purpose text, totp_secret bytes, now time, expires_at time
INSERT INTO account_token (token_hash, person_id, purpose, totp_secret, made_at, expires_at)
VALUES (:token_hash, :person_id, :purpose, :totp_secret, :now, :expires_at);

-- account_token_made_by: who invites with it.
-- pool: staff owner
-- in: made_by int, token_hash bytes
UPDATE account_token SET made_by = :made_by WHERE token_hash = :token_hash;

-- account_token_get: whose link this is, while it works: an invitation for who has no account yet, the others for who has.
-- pool: staff
-- in: token_hash bytes, purpose text, now time
-- out: person_id int, organisation_id int, totp_secret bytes, email text, name text, organisation text, invited_by text,
-- password_hash text, old_secret bytes, totp_step int
SELECT t.person_id AS person_id, p.organisation_id AS organisation_id, t.totp_secret AS totp_secret, p.email AS email,
	p.name AS name, o.name AS organisation, m.name AS invited_by, p.password_hash AS password_hash,
	p.totp_secret AS old_secret, p.totp_step AS totp_step
FROM account_token t JOIN person p ON p.person_id = t.person_id
	JOIN organisation o ON o.organisation_id = p.organisation_id LEFT JOIN person m ON m.person_id = t.made_by
WHERE t.token_hash = :token_hash AND t.purpose = :purpose AND t.spent_at IS NULL AND t.expires_at > :now
	AND p.state = IF(t.purpose = 'invite', 'invited', 'active');

-- account_token_spend: the link was used; no row when somebody was quicker.
-- pool: staff
-- in: now time, token_hash bytes
UPDATE account_token SET spent_at = :now WHERE token_hash = :token_hash AND spent_at IS NULL AND expires_at > :now;

-- account_token_expire: links that stopped working long ago.
-- pool: owner
-- in: before time
DELETE FROM account_token WHERE expires_at < :before;

-- password_request_add: somebody says that they forgot their password.
-- pool: staff
-- untold: anybody may ask, for any address; the jobs look whether it has an account
-- in: email text, now time
INSERT INTO password_request (email, asked_at) VALUES (:email, :now);

-- password_request_next: the next one to answer.
-- pool: owner
-- out: request_id int, email text
SELECT request_id, email FROM password_request ORDER BY request_id LIMIT 1;

-- password_request_remove: it was answered, with all others of the same address up to it.
-- pool: owner
-- in: request_id int, email text
DELETE FROM password_request WHERE request_id = :request_id OR email = :email;

-- password_request_person: who is to hear about it, and whether they did a moment ago.
-- pool: owner
-- in: email text, after time
-- out: person_id int, name text, email text, state text, lately int
SELECT p.person_id AS person_id, p.name AS name, p.email AS email, p.state AS state,
	(SELECT COUNT(*) FROM account_token t WHERE t.person_id = p.person_id AND t.purpose = 'password'
		AND t.made_at > :after) AS lately
FROM person p WHERE p.email = :email AND p.state <> 'disabled';

-- person_proof: what somebody who is signed in has to prove again.
-- pool: staff
-- in: person_id int
-- out: password_hash text, totp_secret bytes, totp_step int
SELECT password_hash, totp_secret, totp_step FROM person WHERE person_id = :person_id AND state = 'active';

-- person_email: whose account somebody tried to sign in to.
-- pool: staff
-- in: person_id int
-- out: email text
SELECT email FROM person WHERE person_id = :person_id;

-- person_set_password: a new one.
-- pool: staff
-- in: password_hash text, now time, person_id int
UPDATE person SET password_hash = :password_hash, password_at = :now WHERE person_id = :person_id;

-- person_set_device: a new one, and the first code of it that was used.
-- pool: staff
-- in: totp_secret bytes, totp_step int, person_id int
UPDATE person SET totp_secret = :totp_secret, totp_step = :totp_step WHERE person_id = :person_id;

-- person_join: an invitation was accepted.
-- pool: staff
-- in: person_id int
UPDATE person SET state = 'active', row_version = row_version + 1 WHERE person_id = :person_id AND state = 'invited';

-- person_account: one's own account, for its page.
-- pool: staff
-- in: person_id int
-- out: password_at time, created_at time
SELECT password_at, created_at FROM person WHERE person_id = :person_id;

-- person_roles: what somebody may do, and where.
-- pool: staff
-- in: person_id int
-- out: organisation text, code text, role text
SELECT o.name AS organisation, o.code AS code, m.role AS role
FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id
WHERE m.person_id = :person_id ORDER BY o.name, o.organisation_id, m.role;

-- session_own: when this session began.
-- pool: staff
-- in: token_hash bytes
-- out: created_at time
SELECT created_at FROM session WHERE token_hash = :token_hash;

-- session_others: where else somebody is signed in.
-- pool: staff
-- in: person_id int, token_hash bytes, seen_after time, created_after time
-- out: n int
SELECT COUNT(*) AS n FROM session WHERE person_id = :person_id AND token_hash <> :token_hash AND ended_at IS NULL
	AND seen_at > :seen_after AND created_at > :created_after;

-- recovery_code_add: a code on paper.
-- pool: staff
-- in: person_id int, code_hash bytes
INSERT INTO recovery_code (person_id, code_hash) VALUES (:person_id, :code_hash);

-- recovery_code_use: it works once.
-- pool: staff
-- in: person_id int, code_hash bytes
DELETE FROM recovery_code WHERE person_id = :person_id AND code_hash = :code_hash;

-- recovery_code_remove_all: before new ones.
-- pool: staff
-- in: person_id int
DELETE FROM recovery_code WHERE person_id = :person_id;

-- recovery_code_count: how many are left.
-- pool: staff
-- in: person_id int
-- out: n int
SELECT COUNT(*) AS n FROM recovery_code WHERE person_id = :person_id;
