-- person.sql: signing in, sessions, accounts.

-- person_by_email: what signing in needs to know about an account; invited and disabled ones are as unknown.
-- pool: staff owner
-- in: email text
-- out: person_id int, organisation_id int, email text, password_hash text, totp_secret bytes, totp_step int
SELECT person_id, organisation_id, email, password_hash, totp_secret, totp_step FROM person WHERE email = :email AND state = 'active';

-- person_use_code: marks a one-time code as used; changes no row when it, or a later one, was used already.
-- pool: staff
-- in: step int, person_id int
UPDATE person SET totp_step = :step WHERE person_id = :person_id AND totp_step < :step;

-- person_acting: an active person, acting for an organisation they are a member of (the one given, or else where they last
-- acted, or any), in one role or in all they have there.
-- pool: staff owner
-- in: person_id int, organisation_id int, role text
-- out: email text, name text, organisation_id int, organisation text, kind text, roles text, choices int
SELECT p.email AS email, p.name AS name, o.organisation_id AS organisation_id, o.name AS organisation, o.kind AS kind,
	COALESCE((SELECT GROUP_CONCAT(m.role) FROM membership m WHERE m.person_id = p.person_id
		AND m.organisation_id = o.organisation_id AND (:role IS NULL OR m.role = :role)), '') AS roles,
	(SELECT COUNT(*) FROM membership m WHERE m.person_id = p.person_id) AS choices
FROM person p JOIN organisation o ON o.organisation_id = COALESCE((SELECT m.organisation_id FROM membership m
	WHERE m.person_id = p.person_id ORDER BY m.organisation_id = :organisation_id DESC,
		m.organisation_id = p.organisation_id DESC, m.organisation_id LIMIT 1), p.organisation_id)
WHERE p.person_id = :person_id AND p.state = 'active';

-- person_add: a new account.
-- pool: owner
-- duplicate: the e-mail address has an account already
-- in: organisation_id int, email text, name text, password_hash text, totp_secret bytes, now time
INSERT INTO person (organisation_id, email, name, password_hash, totp_secret, created_at)
VALUES (:organisation_id, :email, :name, :password_hash, :totp_secret, :now);

-- membership_add: gives a person a role in an organisation.
-- pool: staff owner
-- in: person_id int, organisation_id int, role text
INSERT IGNORE INTO membership (person_id, organisation_id, role) VALUES (:person_id, :organisation_id, :role);

-- session_add: somebody has signed in; acts for whom they did when a form of theirs was kept, or else last.
-- pool: staff
-- in: token_hash bytes, csrf_hash bytes, person_id int, now time, kept_after time
INSERT INTO session (token_hash, csrf_hash, person_id, created_at, seen_at, organisation_id)
SELECT :token_hash, :csrf_hash, p.person_id, :now, :now,
	COALESCE((SELECT k.organisation_id FROM kept_form k WHERE k.person_id = p.person_id AND k.kept_at > :kept_after
		ORDER BY k.kept_at DESC, k.kept_id LIMIT 1), p.organisation_id)
FROM person p WHERE p.person_id = :person_id;

-- session_act_for: another organisation or role from now on.
-- pool: staff
-- in: token_hash bytes, organisation_id int, role text
UPDATE session SET organisation_id = :organisation_id, role = :role WHERE token_hash = :token_hash;

-- person_act_for: for whom somebody acted last, and will when they sign in again.
-- pool: staff
-- in: person_id int, organisation_id int
UPDATE person SET organisation_id = :organisation_id WHERE person_id = :person_id;

-- memberships: the organisations of a person, with their roles in each.
-- pool: staff
-- in: person_id int
-- out: organisation_id int, code text, organisation text, roles text
SELECT o.organisation_id AS organisation_id, o.code AS code, o.name AS organisation, GROUP_CONCAT(m.role) AS roles
FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id
WHERE m.person_id = :person_id GROUP BY o.organisation_id, o.code, o.name
ORDER BY o.name, o.organisation_id;

-- session_get: who holds this session, when it is not over.
-- pool: staff
-- in: token_hash bytes, seen_after time, created_after time
-- out: person_id int, organisation_id int, role text, seen_at time
SELECT person_id, organisation_id, role, seen_at FROM session
WHERE token_hash = :token_hash AND seen_at > :seen_after AND created_at > :created_after AND ended_at IS NULL;

-- session_seen: the session was used; written once a minute at most.
-- pool: staff
-- untold: each request would be a row
-- in: now time, token_hash bytes
UPDATE session SET seen_at = :now WHERE token_hash = :token_hash;

-- person_seen: somebody used their session; written once a minute at most.
-- pool: staff
-- untold: each request would be a row
-- in: now time, person_id int
UPDATE person SET last_seen_at = :now WHERE person_id = :person_id;

-- session_end: signed out. The row stays for a day, to tell whose a form is that comes late.
-- pool: staff
-- in: now time, token_hash bytes
UPDATE session SET ended_at = :now WHERE token_hash = :token_hash AND ended_at IS NULL;

-- session_end_all: signed out everywhere, but for one session (no bytes: every one).
-- pool: staff owner
-- in: now time, person_id int, but bytes
UPDATE session SET ended_at = :now WHERE person_id = :person_id AND ended_at IS NULL
	AND (:but IS NULL OR token_hash <> :but);

-- session_of_form: whose session a form's token belongs to, ended or not.
-- pool: staff
-- in: csrf_hash bytes
-- out: person_id int, organisation_id int
SELECT person_id, COALESCE(organisation_id, (SELECT p.organisation_id FROM person p WHERE p.person_id = session.person_id))
	AS organisation_id FROM session WHERE csrf_hash = :csrf_hash;

-- session_expire: sessions that were over a day ago.
-- pool: owner
-- in: seen_before time
DELETE FROM session WHERE seen_at < :seen_before;

-- failure_count: wrong tries for an account from one address since a time.
-- pool: staff
-- in: account_hash bytes, after time
-- out: n int
SELECT COUNT(*) AS n FROM sign_in_failure WHERE account_hash = :account_hash AND failed_at > :after;

-- failure_add: one more wrong try.
-- pool: staff
-- untold: how often, and no more; the page tells of a wrong try at an account
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
