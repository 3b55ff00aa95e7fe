-- interest.sql: interests: what people declare for one review, before anything else, and the standing register.

-- interests_to_declare: what somebody has on the register and holds still; those in this organisation (here) first.
-- pool: staff
-- tenant: one's own alone
-- in: person_id int, organisation_id int, today text
-- out: ref text, kind text, organisation text, description text, here int
SELECT i.ref AS ref, i.kind AS kind, COALESCE(o.name, i.organisation_name) AS organisation, i.description AS description,
	COALESCE(i.organisation_id = :organisation_id OR o.successor_id = :organisation_id, 0) AS here
FROM interest i LEFT JOIN organisation o ON o.organisation_id = i.organisation_id
WHERE i.person_id = :person_id AND (i.ended_on IS NULL OR i.ended_on >= :today)
ORDER BY here DESC, i.interest_id DESC LIMIT 100;

-- interest_of: one of somebody's own interests.
-- pool: staff
-- tenant: one's own alone
-- in: ref text, person_id int
-- out: interest_id int, ref text, kind text, organisation text, description text, began_on text, ended_on text, declared_at time
SELECT i.interest_id AS interest_id, i.ref AS ref, i.kind AS kind, COALESCE(o.name, i.organisation_name) AS organisation,
	i.description AS description, i.began_on AS began_on, i.ended_on AS ended_on, i.declared_at AS declared_at
FROM interest i LEFT JOIN organisation o ON o.organisation_id = i.organisation_id
WHERE i.ref = :ref AND i.person_id = :person_id;

-- declaration_add: somebody declares, for one review, that there is no interest, or one.
-- pool: staff
-- in: review_id int, person_id int, kind text, description text, interest_id int, now time
INSERT INTO review_declaration (review_id, person_id, kind, description, interest_id, declared_at)
VALUES (:review_id, :person_id, :kind, :description, NULLIF(:interest_id, 0), :now);

-- declaration_same: was a conflict just like this one declared, and does it stand? A form that comes twice.
-- pool: staff
-- tenant: one's own alone
-- in: ref text, person_id int, kind text, description text
-- out: n int
SELECT COUNT(*) AS n FROM review_declaration d JOIN review v ON v.review_id = d.review_id
WHERE v.ref = :ref AND d.person_id = :person_id AND d.conflict = 1 AND d.kind = :kind AND BINARY d.description = BINARY :description;

-- declaration_none: when somebody declared for a review that there is no interest, the last time.
-- pool: staff
-- tenant: one's own alone
-- in: review_id int, person_id int
-- out: declared_at time
SELECT MAX(declared_at) AS declared_at FROM review_declaration WHERE review_id = :review_id AND person_id = :person_id AND kind = 'none';

-- reviewer_conflicted: who has a conflict of interest does not score any more.
-- pool: staff
-- in: review_id int, person_id int, now time
UPDATE review_reviewer SET removed_at = :now WHERE review_id = :review_id AND person_id = :person_id AND removed_at IS NULL;

-- review_declarations: everybody who has or had a part in a review, or decides it (sits), and what they declared.
-- pool: staff
-- tenant: its page asks access.c whether this person may see the review
-- in: review_id int
-- out: ref text, name text, scores int, sits int, none_at time, conflict_at time, lifted_at time, lifted_by text, lifted_why text
SELECT p.ref AS ref, p.name AS name,
	EXISTS (SELECT 1 FROM review_reviewer r WHERE r.review_id = :review_id AND r.person_id = p.person_id AND r.removed_at IS NULL) AS scores,
	EXISTS (SELECT 1 FROM panel_member m WHERE m.person_id = p.person_id AND m.sits = 1) AS sits,
	(SELECT MAX(d.declared_at) FROM review_declaration d WHERE d.review_id = :review_id AND d.person_id = p.person_id AND d.kind = 'none') AS none_at,
	(SELECT MAX(e.declared_at) FROM review_declaration e WHERE e.review_id = :review_id AND e.person_id = p.person_id AND e.conflict = 1) AS conflict_at,
	l.lifted_at AS lifted_at, q.name AS lifted_by, l.lifted_why AS lifted_why
FROM person p LEFT JOIN review_declaration l ON l.declaration_id = (SELECT MAX(f.declaration_id) FROM review_declaration f
		WHERE f.review_id = :review_id AND f.person_id = p.person_id AND f.lifted_at IS NOT NULL)
	LEFT JOIN person q ON q.person_id = l.lifted_by
WHERE p.person_id IN (SELECT g.person_id FROM review_declaration g WHERE g.review_id = :review_id
	UNION SELECT h.person_id FROM review_reviewer h WHERE h.review_id = :review_id AND h.removed_at IS NULL
	UNION SELECT k.person_id FROM panel_member k WHERE k.sits = 1)
ORDER BY p.name, p.person_id;

-- declaration_standing: the conflict of interest that somebody declared for a review, and that was not lifted.
-- pool: staff
-- tenant: its page asks access.c whether this person may work on the review
-- in: review_id int, person text
-- out: declaration_id int, person_id int, name text, kind text, description text, declared_at time
SELECT d.declaration_id AS declaration_id, d.person_id AS person_id, p.name AS name, d.kind AS kind, d.description AS description,
	d.declared_at AS declared_at
FROM review_declaration d JOIN person p ON p.person_id = d.person_id WHERE d.review_id = :review_id AND p.ref = :person AND d.conflict = 1;

-- declaration_lift: a declaration was a mistake, says somebody else. 0 rows: it was lifted already.
-- pool: staff
-- in: declaration_id int, person_id int, why text, now time
UPDATE review_declaration SET lifted_at = :now, lifted_by = :person_id, lifted_why = :why
WHERE declaration_id = :declaration_id AND lifted_at IS NULL AND person_id <> :person_id;

-- reviewer_back: who was taken out of a review by a declaration that is lifted scores again, or their scores that were sent count.
-- pool: staff
-- tenant: its page asks access.c whether this person may work on the review
-- in: review_id int, person_id int, declared_at time
UPDATE review_reviewer r JOIN review v ON v.review_id = r.review_id SET r.removed_at = NULL
WHERE r.review_id = :review_id AND r.person_id = :person_id AND r.removed_at = :declared_at AND (v.state = 'scoring' OR r.sent_at IS NOT NULL);

-- interests_list: the standing register, for its list and its file; what ended longer ago than it is kept is left out.
-- pool: staff
-- tenant: the commissioner's staff alone, who see the whole register
-- in: person_id int, person text, kind text, organisation text, held text, over text, today text, years int
-- out: interest_id int, ref text, person_id int, person text, kind text, organisation text, organisation_code text, description text, began_on text,
-- ended_on text, declared_at time
-- key: i.interest_id of interest i
-- sorts: newest: i.declared_at desc
SELECT i.interest_id, i.ref, i.person_id, p.name AS person, i.kind, COALESCE(o.name, i.organisation_name) AS organisation,
	o.code AS organisation_code, i.description, i.began_on, i.ended_on, i.declared_at
FROM interest i JOIN person p ON p.person_id = i.person_id LEFT JOIN organisation o ON o.organisation_id = i.organisation_id
WHERE (i.ended_on IS NULL OR i.ended_on >= CAST(:today AS DATE) - INTERVAL :years YEAR) = 1
	[person_id? AND i.person_id = :person_id]
	[person? AND i.person_id = (SELECT x.person_id FROM person x WHERE x.ref = :person)]
	[kind? AND i.kind = :kind]
	[organisation? AND i.organisation_id = (SELECT y.organisation_id FROM organisation y WHERE y.code = :organisation)]
	[held? AND (i.ended_on IS NULL OR i.ended_on >= :held) = 1]
	[over? AND (i.ended_on < :over) = 1]
	[page];

-- interest_people: who has declared an interest.
-- pool: staff
-- tenant: the commissioner's staff alone, who see the whole register
-- out: ref text, name text
SELECT p.ref AS ref, p.name AS name FROM person p WHERE (SELECT 1 FROM interest i WHERE i.person_id = p.person_id LIMIT 1) ORDER BY p.name, p.person_id;

-- interest_organisations: in which of our organisations somebody has an interest.
-- pool: staff
-- tenant: the commissioner's staff alone, who see the whole register
-- out: code text, name text
SELECT o.code AS code, o.name AS name FROM organisation o WHERE (SELECT 1 FROM interest i WHERE i.organisation_id = o.organisation_id LIMIT 1)
ORDER BY o.name, o.code;

-- interest_parties: organisations that contracts are with, offered while somebody types one.
-- pool: staff
-- out: name text
SELECT name FROM organisation WHERE kind IN ('voluntary', 'provider') AND closed_on IS NULL ORDER BY name LIMIT 500;

-- interest_party: the organisation of this name; one that is open before others.
-- pool: staff
-- in: name text
-- out: organisation_id int
SELECT organisation_id FROM organisation WHERE name = :name ORDER BY closed_on IS NOT NULL, organisation_id LIMIT 1;

-- interest_add: somebody declares one of their own.
-- pool: staff
-- in: ref text, person_id int, kind text, organisation_id int, organisation_name text, description text, began_on text, now time
-- duplicate: a double tap
INSERT INTO interest (ref, submission, person_id, kind, organisation_id, organisation_name, description, began_on, declared_at)
VALUES (:ref, UNHEX(MD5(:ref)), :person_id, :kind, NULLIF(:organisation_id, 0), :organisation_name, :description, :began_on, :now);

-- interest_end: it is not held any more. 0 rows: it had ended already.
-- pool: staff
-- tenant: one's own alone
-- in: interest_id int, person_id int, ended_on text
UPDATE interest SET ended_on = :ended_on WHERE interest_id = :interest_id AND person_id = :person_id AND ended_on IS NULL;

-- breaches_list: breaches of the rules about conflicts of interest, for their list and its file.
-- pool: staff
-- in: public int, kept int
-- out: breach_id int, ref text, happened_on text, what text, done text, notes text, public int, recorded_by text, recorded_at time
-- key: b.breach_id of interest_breach b
-- sorts: newest: b.happened_on desc
SELECT b.breach_id, b.ref, b.happened_on, b.what, b.done, b.notes, b.public, p.name AS recorded_by, b.recorded_at
FROM interest_breach b JOIN person p ON p.person_id = b.recorded_by
WHERE 1 = 1
	[public? AND (b.public = 1) = 1]
	[kept? AND (b.public = 0) = 1]
	[page];

-- breach_by_ref: one.
-- pool: staff
-- in: ref text
-- out: breach_id int, ref text, happened_on text, what text, done text, notes text, public int, row_version int
SELECT breach_id, ref, happened_on, what, done, notes, public, row_version FROM interest_breach WHERE ref = :ref;

-- breach_add: one is recorded.
-- pool: staff
-- tenant: of no organisation
-- in: ref text, happened_on text, what text, done text, notes text, public int, person_id int, now time
-- duplicate: a double tap
INSERT INTO interest_breach (ref, submission, happened_on, what, done, notes, public, recorded_by, recorded_at)
VALUES (:ref, UNHEX(MD5(:ref)), :happened_on, :what, :done, :notes, :public, :person_id, :now);

-- breach_update: what is known of it. 0 rows: somebody else changed it.
-- pool: staff
-- in: breach_id int, happened_on text, what text, done text, notes text, public int, row_version int
UPDATE interest_breach SET happened_on = :happened_on, what = :what, done = :done, notes = :notes, public = :public, row_version = row_version + 1
WHERE breach_id = :breach_id AND row_version = :row_version;
