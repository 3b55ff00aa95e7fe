-- people.sql: people as administrators and auditors see them.

-- person_by_ref: one person; `joined` when they have chosen a password, `administers` when they run this installation.
-- pool: staff
-- tenant: people are looked after by the commissioner's administrators, whatever organisation they belong to
-- in: ref text
-- out: person_id int, ref text, name text, email text, state text, created_at time, last_seen_at time, password_at time,
-- row_version int, joined int, administers int
SELECT p.person_id AS person_id, p.ref AS ref, p.name AS name, p.email AS email, p.state AS state, p.created_at AS created_at,
	p.last_seen_at AS last_seen_at, p.password_at AS password_at, p.row_version AS row_version, p.password_hash <> '' AS joined,
	EXISTS (SELECT 1 FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id
		WHERE m.person_id = p.person_id AND m.role = 'administrator' AND o.kind = 'commissioner') AS administers
FROM person p WHERE p.ref = :ref;

-- person_ref: how a person is named in addresses.
-- pool: staff owner
-- in: person_id int
-- out: ref text, name text, email text
SELECT ref, name, email FROM person WHERE person_id = :person_id;

-- person_ref_by_email: who has this e-mail address.
-- pool: staff owner
-- in: email text
-- out: person_id int, ref text, name text, state text
SELECT person_id, ref, name, state FROM person WHERE email = :email;

-- person_memberships: what a person may do, organisation by organisation.
-- pool: staff owner
-- in: person_id int
-- out: organisation_id int, code text, organisation text, kind text, role text
SELECT m.organisation_id AS organisation_id, o.code AS code, o.name AS organisation, o.kind AS kind, m.role AS role
FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id
WHERE m.person_id = :person_id ORDER BY o.name, o.organisation_id, m.role;

-- person_invitation: until when the newest invitation that is not used up works.
-- pool: staff
-- in: person_id int
-- out: made_at time, expires_at time
SELECT made_at, expires_at FROM account_token
WHERE person_id = :person_id AND purpose = 'invite' AND spent_at IS NULL ORDER BY expires_at DESC LIMIT 1;

-- person_sessions: where a person is signed in now.
-- pool: staff
-- in: person_id int, seen_after time, created_after time
-- out: created_at time, seen_at time, organisation text, role text
SELECT s.created_at AS created_at, s.seen_at AS seen_at, o.name AS organisation, s.role AS role
FROM session s JOIN person p ON p.person_id = s.person_id
	JOIN organisation o ON o.organisation_id = COALESCE(s.organisation_id, p.organisation_id)
WHERE s.person_id = :person_id AND s.seen_at > :seen_after AND s.created_at > :created_after AND s.ended_at IS NULL
ORDER BY s.seen_at DESC LIMIT 50;

-- people_signed_in: who is signed in now, the last seen first.
-- pool: staff
-- in: seen_after time, created_after time
-- out: ref text, name text, email text, created_at time, seen_at time, organisation text, role text
SELECT p.ref AS ref, p.name AS name, p.email AS email, s.created_at AS created_at, s.seen_at AS seen_at,
	o.name AS organisation, s.role AS role
FROM session s JOIN person p ON p.person_id = s.person_id
	JOIN organisation o ON o.organisation_id = COALESCE(s.organisation_id, p.organisation_id)
WHERE s.seen_at > :seen_after AND s.created_at > :created_after AND s.ended_at IS NULL AND p.state = 'active'
ORDER BY s.seen_at DESC LIMIT 500;

-- person_history: what was done to a person's account, the newest first. Looks at it are left to the trail itself.
-- pool: staff
-- tenant: the trail is the commissioner's
-- in: ref text
-- out: at time, who text, action text, subject text, ref text, detail text
SELECT at, who, action, subject, ref, detail FROM audit
WHERE subject = 'person' AND ref = :ref AND action <> 'look' ORDER BY audit_id DESC LIMIT 20;

-- person_acts: what a person did, the newest first.
-- pool: staff
-- tenant: the trail is the commissioner's
-- in: person_id int
-- out: at time, who text, action text, subject text, ref text, detail text
SELECT at, who, action, subject, ref, detail FROM audit WHERE person_id = :person_id ORDER BY audit_id DESC LIMIT 20;

-- person_invite: somebody who is invited, and has not come yet.
-- pool: staff owner
-- duplicate: the e-mail address has an account already
-- in: organisation_id int, email text, name text, now time
INSERT INTO person (organisation_id, email, name, state, password_hash, totp_secret, created_at)
VALUES (:organisation_id, :email, :name, 'invited', '', '', :now);

-- person_rename: another name or e-mail address; no row when somebody else changed the person meanwhile.
-- pool: staff
-- duplicate: the e-mail address belongs to somebody else
-- in: name text, email text, person_id int, row_version int
UPDATE person SET name = :name, email = :email, row_version = row_version + 1
WHERE person_id = :person_id AND row_version = :row_version;

-- person_touch: their roles are about to change; no row when somebody else changed the person meanwhile.
-- pool: staff
-- in: person_id int, row_version int
UPDATE person SET row_version = row_version + 1 WHERE person_id = :person_id AND row_version = :row_version;

-- person_changed: a form of theirs that is open elsewhere is of an older version from now on.
-- pool: owner
-- in: person_id int
UPDATE person SET row_version = row_version + 1 WHERE person_id = :person_id;

-- person_set_state: disabled, active again, or invited again.
-- pool: staff
-- in: state text, person_id int, was text
UPDATE person SET state = :state, row_version = row_version + 1 WHERE person_id = :person_id AND state = :was;

-- person_lock: nobody else changes this person until the end of the transaction.
-- pool: staff
-- in: person_id int
-- out: person_id int, state text
SELECT person_id, state FROM person WHERE person_id = :person_id FOR UPDATE;

-- membership_remove: takes a role from a person.
-- pool: staff
-- in: person_id int, organisation_id int, role text
DELETE FROM membership WHERE person_id = :person_id AND organisation_id = :organisation_id AND role = :role;

-- person_tokens_spend: every link that was mailed to a person stops working.
-- pool: staff owner
-- in: now time, person_id int
UPDATE account_token SET spent_at = :now WHERE person_id = :person_id AND spent_at IS NULL;

-- organisations_like: organisations with this code or this very name, closed ones too, two at most.
-- pool: staff owner
-- in: code text, name text
-- out: organisation_id int, code text, name text, kind text, closed int
SELECT organisation_id, code, name, kind, closed_on IS NOT NULL AND closed_on <= UTC_DATE() AS closed FROM organisation
WHERE code = :code OR name = :name ORDER BY code = :code DESC, closed_on IS NOT NULL, organisation_id LIMIT 2;

-- organisations_to_offer: open organisations to choose from while typing; one more than are offered tells that there are too many.
-- pool: staff
-- out: code text, name text
SELECT code, name FROM organisation WHERE closed_on IS NULL ORDER BY name, organisation_id LIMIT 301;

-- device_request_add: an administrator asks for a new device for somebody.
-- pool: staff
-- duplicate: one waits already
-- in: person_id int, asked_by int, now time, reason text
INSERT INTO device_request (person_id, asked_by, asked_at, reason) VALUES (:person_id, :asked_by, :now, :reason);

-- device_request_waiting: the request about one person that nobody has answered yet.
-- pool: staff
-- in: person_id int, after time
-- out: ref text
SELECT ref FROM device_request WHERE person_id = :person_id AND outcome = 'waiting' AND asked_at > :after LIMIT 1;

-- device_requests_waiting: every request that nobody has answered yet and somebody can, the oldest first.
-- pool: staff
-- in: after time
-- out: ref text, person_id int, person_ref text, name text, asked_by int, asked_by_name text, asked_at time
SELECT d.ref AS ref, d.person_id AS person_id, p.ref AS person_ref, p.name AS name, d.asked_by AS asked_by,
	a.name AS asked_by_name, d.asked_at AS asked_at
FROM device_request d JOIN person p ON p.person_id = d.person_id JOIN person a ON a.person_id = d.asked_by
WHERE d.outcome = 'waiting' AND d.asked_at > :after AND p.state = 'active' ORDER BY d.asked_at, d.request_id LIMIT 200;

-- device_requests_for: how many requests wait for somebody other than who asked, and than the person.
-- pool: staff
-- in: after time, person_id int
-- out: n int
SELECT COUNT(*) AS n FROM device_request d JOIN person p ON p.person_id = d.person_id
WHERE d.outcome = 'waiting' AND d.asked_at > :after AND d.asked_by <> :person_id AND d.person_id <> :person_id AND p.state = 'active';

-- device_request_by_ref: one request.
-- pool: staff
-- in: ref text
-- out: request_id int, ref text, person_id int, person_ref text, name text, email text, state text, asked_by int,
-- asked_by_name text, asked_at time, reason text, outcome text, ended_at time, ended_by_name text
SELECT d.request_id AS request_id, d.ref AS ref, d.person_id AS person_id, p.ref AS person_ref, p.name AS name,
	p.email AS email, p.state AS state, d.asked_by AS asked_by, a.name AS asked_by_name, d.asked_at AS asked_at,
	d.reason AS reason, d.outcome AS outcome, d.ended_at AS ended_at, e.name AS ended_by_name
FROM device_request d JOIN person p ON p.person_id = d.person_id JOIN person a ON a.person_id = d.asked_by
	LEFT JOIN person e ON e.person_id = COALESCE(d.agreed_by, d.ended_by)
WHERE d.ref = :ref;

-- device_requests_of: what was asked for about one person, the newest first.
-- pool: staff
-- in: person_id int
-- out: ref text, asked_at time, asked_by_name text, outcome text, ended_by_name text
SELECT d.ref AS ref, d.asked_at AS asked_at, a.name AS asked_by_name, d.outcome AS outcome, e.name AS ended_by_name
FROM device_request d JOIN person a ON a.person_id = d.asked_by
	LEFT JOIN person e ON e.person_id = COALESCE(d.agreed_by, d.ended_by)
WHERE d.person_id = :person_id ORDER BY d.request_id DESC LIMIT 10;

-- device_request_agree: a second administrator agrees; no row when somebody was quicker.
-- pool: staff
-- in: person_id int, now time, request_id int
UPDATE device_request SET outcome = 'agreed', agreed_by = :person_id, ended_at = :now
WHERE request_id = :request_id AND outcome = 'waiting';

-- device_request_end: refused, withdrawn or lapsed; no row when somebody was quicker.
-- pool: staff owner
-- in: outcome text, ended_by int, now time, request_id int
UPDATE device_request SET outcome = :outcome, ended_by = NULLIF(:ended_by, 0), ended_at = :now
WHERE request_id = :request_id AND outcome = 'waiting';

-- device_requests_stale: requests that nobody answered in time.
-- pool: owner
-- in: before time
-- out: request_id int, person_ref text
SELECT d.request_id AS request_id, p.ref AS person_ref FROM device_request d JOIN person p ON p.person_id = d.person_id
WHERE d.outcome = 'waiting' AND d.asked_at <= :before LIMIT 500;

-- organisation_of: what a person's roles depend on.
-- pool: staff owner
-- in: organisation_id int
-- out: organisation_id int, code text, kind text
SELECT organisation_id, code, kind FROM organisation WHERE organisation_id = :organisation_id;

-- people_of: how many memberships have a role, and how many an organisation has, counted no further than it matters.
-- pool: staff
-- in: role text, organisation_id int, most int
-- out: of_role int, of_organisation int
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM membership WHERE role = :role LIMIT :most) r) AS of_role,
	(SELECT COUNT(*) FROM (SELECT 1 FROM membership WHERE organisation_id = :organisation_id LIMIT :most) w) AS of_organisation;

-- people_list: everybody with an account, for their list and its file; "Practice A<TAB>author" a line for what each may do.
-- Few people are looked up by a role or an organisation first; of many, along the order, soon enough are found (LIMIT 1, or
-- MariaDB would look up all of them first here too).
-- pool: staff
-- in: state text, role text, common_role text, organisation_id int, large_organisation_id int
-- out: person_id int, ref text, name text, email text, state text, created_at time, last_seen_at time, memberships text
-- key: p.person_id of person p
-- sorts: name: p.name | seen: p.last_seen_at desc
-- search: person
SELECT p.person_id, p.ref, p.name, p.email, p.state, p.created_at, p.last_seen_at,
	(SELECT GROUP_CONCAT(CONCAT(o.name, '\t', m.role) ORDER BY o.name, m.role SEPARATOR '\n') FROM membership m
		JOIN organisation o ON o.organisation_id = m.organisation_id WHERE m.person_id = p.person_id) AS memberships
FROM [search] person p
WHERE 1 = 1 [state? AND p.state = :state]
	[role? AND p.person_id IN (SELECT r.person_id FROM membership r WHERE r.role = :role)]
	[common_role? AND (SELECT 1 FROM membership r WHERE r.person_id = p.person_id AND r.role = :common_role LIMIT 1) = 1]
	[organisation_id? AND p.person_id IN (SELECT w.person_id FROM membership w WHERE w.organisation_id = :organisation_id)]
	[large_organisation_id? AND (SELECT 1 FROM membership w
		WHERE w.person_id = p.person_id AND w.organisation_id = :large_organisation_id LIMIT 1) = 1]
	[page];
