-- panel.sql: who sits on the panel that decides.

-- panel_members: those who sit, the chair first; then those who sat, the last ended first.
-- pool: staff
-- out: person text, name text, email text, chair int, since text, until text
SELECT p.ref AS person, p.name AS name, p.email AS email, m.chair AS chair, m.since AS since, m.until AS until
FROM panel_member m JOIN person p ON p.person_id = m.person_id
ORDER BY m.until IS NOT NULL, IF(m.until IS NULL, 0, TO_DAYS(m.until)) DESC, m.chair DESC, p.name, m.member_id LIMIT 500;

-- panel_member_of: the seat of somebody who sits now.
-- pool: staff
-- in: person text
-- out: member_id int, person_id int, ref text, name text, chair int, since text
SELECT m.member_id AS member_id, m.person_id AS person_id, p.ref AS ref, p.name AS name, m.chair AS chair, m.since AS since
FROM panel_member m JOIN person p ON p.person_id = m.person_id WHERE p.ref = :person AND m.sits = 1;

-- panel_people: contract reviewers of the commissioner who do not sit yet.
-- pool: staff
-- out: person_id int, ref text, name text
SELECT DISTINCT p.person_id AS person_id, p.ref AS ref, p.name AS name
FROM membership m JOIN organisation o ON o.organisation_id = m.organisation_id AND o.kind = 'commissioner' JOIN person p ON p.person_id = m.person_id
WHERE m.role = 'contract_reviewer' AND p.state = 'active' AND NOT EXISTS (SELECT 1 FROM panel_member s WHERE s.person_id = p.person_id AND s.sits = 1)
ORDER BY p.name, p.person_id;

-- panel_add: somebody sits from a day on.
-- pool: staff
-- in: person_id int, since text
-- duplicate: they sit already
INSERT INTO panel_member (person_id, since) VALUES (:person_id, :since);

-- panel_chair: this member takes the chair, and nobody else has it.
-- pool: staff
-- in: member_id int
UPDATE panel_member SET chair = (member_id = :member_id) WHERE sits = 1 AND chair <> (member_id = :member_id);

-- panel_end: somebody sits no longer. 0 rows: they had left already.
-- pool: staff
-- in: member_id int, until text
UPDATE panel_member SET until = :until, chair = 0 WHERE member_id = :member_id AND until IS NULL;
