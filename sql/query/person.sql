-- person.sql: signing in, sessions, accounts.

-- person_by_email: what signing in needs to know about an account.
-- pool: staff owner
-- in: email text
-- out: person_id int, password_hash text, totp_secret bytes, totp_step int
SELECT person_id, password_hash, totp_secret, totp_step FROM person WHERE email = :email;

-- person_use_code: marks a one-time code as used; changes no row when it, or a later one, was used already.
-- pool: staff
-- in: step int, person_id int
UPDATE person SET totp_step = :step WHERE person_id = :person_id AND totp_step < :step;

-- person_view: a person with organisation and roles.
-- pool: staff owner
-- in: person_id int
-- out: email text, name text, organisation_id int, organisation text, kind text, roles text
SELECT p.email AS email, p.name AS name, o.organisation_id AS organisation_id, o.name AS organisation, o.kind AS kind,
	COALESCE((SELECT GROUP_CONCAT(r.role) FROM person_role r WHERE r.person_id = p.person_id), '') AS roles
FROM person p JOIN organisation o ON o.organisation_id = p.organisation_id
WHERE p.person_id = :person_id;

-- person_add: a new account.
-- pool: owner
-- duplicate: the e-mail address has an account already
-- in: organisation_id int, email text, name text, password_hash text, totp_secret bytes, now time
INSERT INTO person (organisation_id, email, name, password_hash, totp_secret, created_at)
VALUES (:organisation_id, :email, :name, :password_hash, :totp_secret, :now);

-- person_role_add: gives a person a role.
-- pool: owner
-- in: person_id int, role text
INSERT IGNORE INTO person_role (person_id, role) VALUES (:person_id, :role);

-- organisation_by_code: an organisation's id and kind.
-- pool: staff owner
-- in: code text
-- out: organisation_id int, name text, kind text
SELECT organisation_id, name, kind FROM organisation WHERE code = :code;

-- organisation_add: a new organisation.
-- pool: owner
-- duplicate: the code is taken
-- in: code text, name text, kind text
INSERT INTO organisation (code, name, kind) VALUES (:code, :name, :kind);

-- organisation_commissioner: whose installation this is.
-- pool: staff owner
-- out: organisation_id int
SELECT organisation_id FROM organisation WHERE kind = 'commissioner' ORDER BY organisation_id LIMIT 1;

-- session_add: somebody has signed in.
-- pool: staff
-- in: token_hash bytes, person_id int, now time
INSERT INTO session (token_hash, person_id, created_at, seen_at) VALUES (:token_hash, :person_id, :now, :now);

-- session_get: who holds this session, when it is not over.
-- pool: staff
-- in: token_hash bytes, seen_after time, created_after time
-- out: person_id int, seen_at time
SELECT person_id, seen_at FROM session
WHERE token_hash = :token_hash AND seen_at > :seen_after AND created_at > :created_after;

-- session_seen: the session was used; written once a minute at most.
-- pool: staff
-- in: now time, token_hash bytes
UPDATE session SET seen_at = :now WHERE token_hash = :token_hash;

-- session_end: signed out.
-- pool: staff
-- in: token_hash bytes
DELETE FROM session WHERE token_hash = :token_hash;

-- session_expire: sessions that are over.
-- pool: owner
-- in: seen_before time, created_before time
DELETE FROM session WHERE seen_at < :seen_before OR created_at < :created_before;

-- failure_count: wrong tries for an account from one address since a time.
-- pool: staff
-- in: account_hash bytes, after time
-- out: n int
SELECT COUNT(*) AS n FROM sign_in_failure WHERE account_hash = :account_hash AND failed_at > :after;

-- failure_add: one more wrong try.
-- pool: staff
-- in: account_hash bytes, now time
INSERT INTO sign_in_failure (account_hash, failed_at) VALUES (:account_hash, :now);

-- failure_expire: tries that nobody counts any more.
-- pool: owner
-- in: before time
DELETE FROM sign_in_failure WHERE failed_at < :before;

-- health: answers when the database does.
-- pool: public staff
-- out: one int
SELECT 1 AS one;
